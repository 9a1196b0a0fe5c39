import { useState } from "react";
import type { Claim } from "#checker/contract.ts";
import type { MemoryEntry } from "#checker/memory.ts";
import { useLanguage } from "../../language.tsx";
import { topicOf } from "../../check/finding-words.ts";
import { Folded } from "./check-list.tsx";
import { useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** What could not be checked, each with its reason. */
export function UncheckedList() {
  const texts = useCheckTexts();
  const { view, remembered } = useCheckReader();
  const { unchecked } = remembered.document.counts;
  if (unchecked === 0) return null;
  return (
    <Folded title={texts.groups.unchecked(unchecked)}>
      {view.unchecked.map(([reason, claims]) => (
        <section key={reason}>
          <h3>
            {reason === "other" ? texts.verdicts.unchecked : texts.reasons[reason]} · {claims.length}
          </h3>
          <QuietClaims claims={claims} />
        </section>
      ))}
    </Folded>
  );
}

export function AgreedList() {
  const { groups } = useCheckTexts();
  const { agreed } = useCheckReader().view;
  if (agreed.length === 0) return null;
  return (
    <Folded title={groups.consistent(agreed.length)}>
      <QuietClaims claims={agreed} />
    </Folded>
  );
}

const atOnce = 100;

function QuietClaims({ claims }: { readonly claims: readonly Claim[] }) {
  const { groups } = useCheckTexts();
  const { language } = useLanguage();
  const { text } = useCheckReader().check.checked;
  const [shown, setShown] = useState(atOnce);
  return (
    <>
      <ul className="quiet-claims">
        {claims.slice(0, shown).map((claim) => (
          <li key={claim.id}>
            {claim.message[language]} <small>{topicOf(text, claim)}</small>
          </li>
        ))}
      </ul>
      {claims.length > shown && (
        <button type="button" className="link" onClick={() => setShown(shown + atOnce)}>
          {groups.more(Math.min(atOnce, claims.length - shown))}
        </button>
      )}
    </>
  );
}

/** Dismissed findings stay to be seen, with their reason and the way back. */
export function SetAsideList() {
  const texts = useCheckTexts();
  const { language } = useLanguage();
  const { remembered, undo } = useCheckReader();
  const { setAside } = remembered;
  if (setAside.length === 0) return null;
  return (
    <Folded title={texts.groups.setAside(setAside.length)}>
      <ul className="quiet-claims">
        {setAside.map(({ claim, entry }) => (
          <li key={claim.id}>
            {claim.message[language]} <small>{wordsOf(entry, texts.memory.action)}</small>{" "}
            <button type="button" className="link" onClick={() => undo(entry)} aria-label={texts.memory.forgetOf(entry.quote)}>
              {texts.memory.forget}
            </button>
          </li>
        ))}
      </ul>
    </Folded>
  );
} // prettier-ignore

/** What somebody decided, in words. */
export function wordsOf(
  entry: MemoryEntry,
  action: ReturnType<typeof useCheckTexts>["memory"]["action"],
): string {
  return entry.action === "dismiss" ? action.dismiss(entry.reason) : action[entry.action];
}
