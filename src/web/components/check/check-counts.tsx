import type { ReactNode } from "react";
import { useCheckReader } from "./check-context.ts";
import { VerdictIcon } from "./verdict-icon.tsx";
import { useReasons } from "./use-reasons.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** The honest line: everything that was counted, also what could not be checked and why. */
export function CheckCounts() {
  const texts = useCheckTexts();
  const { remembered, view, isAgreedShown, showAgreed, walk } = useCheckReader();
  const { counts, claims } = remembered.document;
  const reasons = useReasons();
  const style = claims.filter(({ kind, verdict }) => kind === "format" && verdict === "note").length;
  const setAside = remembered.setAside.length;
  return (
    <section className="check-counts" aria-label={texts.counts.label}>
      <ul>
        <Count of="wrong" count={counts.wrong} />
        <Count of="suspect" count={counts.suspect} />
        <Count of="note" count={counts.note - style} />
        {style > 0 && <Count of="style" count={style} />}
        <Count of="consistent" count={counts.consistent} />
        <Count of="unchecked" count={counts.unchecked}>
          {reasons !== "" && <span className="check-reasons">{reasons}</span>}
        </Count>
        {setAside > 0 && <Count of="setAside" count={setAside} />}
      </ul>
      <div className="check-count-actions">
        {counts.consistent > 0 && (
          <button type="button" aria-pressed={isAgreedShown} onClick={() => showAgreed(!isAgreedShown)}>
            <kbd>V</kbd> {texts.counts.showAgreed}
          </button>
        )}
        {view.findings.length > 0 && (
          <button type="button" onClick={() => walk(1)}>
            <kbd>F8</kbd> {texts.counts.next}
          </button>
        )}
      </div>
    </section>
  );
}

interface CountProps {
  readonly of: "wrong" | "suspect" | "note" | "style" | "consistent" | "unchecked" | "setAside";
  readonly count: number;
  readonly children?: ReactNode;
}

function Count({ of, count, children }: CountProps) {
  const { verdicts } = useCheckTexts();
  return (
    <li data-of={of} data-none={count === 0 || undefined}>
      <VerdictIcon of={of} />
      <b>{count}</b> {verdicts[of]} {children}
    </li>
  );
}
