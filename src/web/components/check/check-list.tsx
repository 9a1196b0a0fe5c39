import type { ReactNode } from "react";
import type { Verdict } from "#checker/contract.ts";
import type { NumberedFinding } from "../../check/check-findings.ts";
import { AgreedList, SetAsideList, UncheckedList } from "./other-claims.tsx";
import { useCheckReader } from "./check-context.ts";
import { FindingRow } from "./finding-row.tsx";
import { useReasons } from "./use-reasons.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** All that was found, the gravest first; what needs no look is folded, never left out. */
export function CheckList() {
  const texts = useCheckTexts();
  const { view } = useCheckReader();
  return (
    <section className="check-list" aria-label={texts.groups.label}>
      <div className="check-list-scroll">
        <NothingWrong />
        {(["wrong", "suspect", "note"] as const).map((verdict) => (
          <FindingGroup key={verdict} verdict={verdict} />
        ))}
        {view.style.length > 0 && (
          <Folded title={texts.groups.style(view.style.length)}>
            <Rows findings={view.style} />
          </Folded>
        )}
        <UncheckedList />
        <AgreedList />
        <SetAsideList />
        <KeyHints />
      </div>
    </section>
  );
}

function FindingGroup({ verdict }: { readonly verdict: Verdict & ("wrong" | "suspect" | "note") }) {
  const { groups } = useCheckTexts();
  const findings = useCheckReader().view.findings.filter(({ claim }) => claim.verdict === verdict);
  if (findings.length === 0) return null;
  return (
    <section>
      <h2>{groups[verdict]}</h2>
      <Rows findings={findings} />
    </section>
  );
}

function Rows({ findings }: { readonly findings: readonly NumberedFinding[] }) {
  return (
    <ol>
      {findings.map((finding) => (
        <FindingRow key={finding.claim.id} finding={finding} />
      ))}
    </ol>
  );
}

/** Silence is not approval: how much was checked stands beside what was not found. */
function NothingWrong() {
  const texts = useCheckTexts();
  const { counts } = useCheckReader().remembered.document;
  const reasons = useReasons();
  if (counts.wrong + counts.suspect > 0) return null;
  const isEmpty = counts.consistent + counts.unchecked === 0;
  return (
    <p className="nothing-wrong">
      {isEmpty ? texts.nothingRead : texts.nothingWrong(counts.consistent, counts.unchecked, reasons)}
    </p>
  );
}

export function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function KeyHints() {
  const { keys } = useCheckTexts();
  const hints = [
    ["F8 · Shift F8", keys.next],
    ["1–9", keys.copy],
    ["X", keys.dismiss],
    ["V", keys.agreed],
    ["Esc", keys.close],
  ] as const;
  return (
    <section className="key-hints check-keys" aria-label={keys.label}>
      <dl>
        {hints.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
