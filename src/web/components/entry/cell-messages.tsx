import { useState } from "react";
import type { Finding } from "#domain/finding.ts";
import { findingWords, likelyOf } from "../../entry/finding-words.ts";
import { shown } from "../../entry/form-state.ts";
import type { OtherVersion } from "../../offline/local-database.ts";
import { useLanguage } from "../../language.tsx";
import { Icon } from "../icon.tsx";
import { useBox, useFormView } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

interface CellMessagesProps {
  readonly cell: string;
  readonly findings: readonly Finding[];
  readonly returned: string | undefined;
}

/** What has to be said about a box, below it: what, compared with what, and the ways on. Nothing is changed by itself. */
export function CellMessages({ cell, findings, returned }: CellMessagesProps) {
  const { state } = useFormView();
  const texts = useEntryTexts();
  const { language } = useLanguage();
  const box = useBox(cell);
  const by = state.form.returned?.by ?? "";
  const value = box.typed.kind === "value" ? shown(box.typed.value) : texts.cell.blank;
  return (
    <div id={`notes-${cell}`}>
      {box.theirs && <TwoVersions cell={cell} theirs={box.theirs} value={value} />}
      {returned !== undefined && (
        <div className="message is-returned">
          <p>
            <Icon name="returned" /> <b>{texts.cell.returned(by)}</b> “{returned}”
          </p>
          <Reason cell={cell} ask={texts.cell.answer(value)} />
        </div>
      )}
      {findings.map((finding) => (
        <div
          key={finding.code}
          className={finding.severity === "blocking" ? "message is-blocking" : "message"}
        >
          <p>
            <Icon name="deviating" /> {findingWords(finding, language)}
          </p>
          {finding.severity === "warning" && <Ways cell={cell} finding={finding} value={value} />}
        </div>
      ))}
    </div>
  );
}

/** This machine and another one have different numbers: both stand here, and a person chooses. */
function TwoVersions({
  cell,
  theirs,
  value,
}: {
  readonly cell: string;
  readonly theirs: OtherVersion;
  readonly value: string;
}) {
  const { state, isLocked } = useFormView();
  const texts = useEntryTexts();
  const other = theirs.value === null ? texts.cell.blank : shown(theirs.value);
  return (
    <div className="message is-blocking">
      <p>
        <Icon name="deviating" /> {texts.cell.conflict(theirs.by, theirs.at, other)}
      </p>
      {!isLocked && (
        <div className="message-ways">
          <button type="button" className="button" onClick={() => state.settle(cell, "mine")}>
            {texts.cell.keepMine(value)}
          </button>
          <button type="button" className="button" onClick={() => state.settle(cell, "theirs")}>
            {texts.cell.takeTheirs(other)}
          </button>
        </div>
      )}
    </div>
  );
}

function Ways({
  cell,
  finding,
  value,
}: {
  readonly cell: string;
  readonly finding: Finding;
  readonly value: string;
}) {
  // prettier-ignore
  const { state, isLocked } = useFormView();
  const texts = useEntryTexts();
  const likely = likelyOf(finding);
  return (
    <div className="message-ways">
      {likely !== undefined && !isLocked && (
        <button type="button" className="button" onClick={() => state.type(cell, shown(likely))}>
          {texts.cell.change(shown(likely))}
        </button>
      )}
      <Reason cell={cell} ask={texts.cell.right(value)} />
    </div>
  );
}

/** Says why a number is right; it goes with the hand-in. */
function Reason({ cell, ask }: { readonly cell: string; readonly ask: string }) {
  const { state, isLocked } = useFormView();
  const texts = useEntryTexts();
  const { explanation } = useBox(cell);
  const [draft, setDraft] = useState<string>();
  if (draft !== undefined)
    return (
      <form
        className="message-reason"
        onSubmit={(event) => {
          event.preventDefault();
          state.explain(cell, draft.trim());
          setDraft(undefined);
        }}
      >
        <label>
          {texts.cell.reason}
          <textarea
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because somebody asked for it just now
            autoFocus
            maxLength={2000}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
          />
        </label>
        <button type="submit" className="button" disabled={draft.trim() === ""}>
          {texts.cell.keepReason}
        </button>
      </form>
    );
  if (explanation)
    return (
      <p className="message-explained">
        {texts.cell.explained}: “{explanation}”{" "}
        {!isLocked && (
          <button type="button" className="link" onClick={() => setDraft(explanation)}>
            {texts.cell.editReason}
          </button>
        )}
      </p>
    );
  if (isLocked) return null;
  return (
    <button type="button" className="button" onClick={() => setDraft("")}>
      {ask}
    </button>
  );
}
