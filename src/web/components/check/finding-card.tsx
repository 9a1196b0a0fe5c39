import type { NumberedFinding } from "../../check/check-findings.ts";
import { drawGrowth } from "../../check/growth-drawing.ts";
import { useCheckReader } from "./check-context.ts";
import { DismissForm } from "./dismiss-form.tsx";
import { FormulaLine } from "./formula-line.tsx";
import { GrowthPicture } from "./growth-picture.tsx";
import { Proposals } from "./proposals.tsx";
import { revealMark } from "./reveal-finding.ts";
import { Excerpt } from "./excerpt.tsx";
import { useCheckTexts } from "./use-check-texts.ts";

/** Everything behind the chosen finding: its arithmetic, drawn; how it could be mended; and how to disagree. */
export function FindingCard({ finding }: { readonly finding: NumberedFinding }) {
  const texts = useCheckTexts();
  const { check, remembered, isDismissing, setDismissing, disclaim } = useCheckReader();
  const { claim, number } = finding;
  const drawing = drawGrowth(claim, check.checked.text);
  const isCorrected = remembered.corrected.some(({ claim: { id } }) => id === claim.id);
  const { notAClaim } = texts.reading;
  return (
    <div className="finding-card">
      <FormulaLine claim={claim} />
      {isCorrected && <p className="quiet">{texts.finding.corrected}</p>}
      <Excerpt claim={claim} />
      {drawing && <GrowthPicture claim={claim} drawing={drawing} />}
      <Proposals claim={claim} />
      <p className="finding-actions">
        <button type="button" className="link in-text" onClick={() => revealMark(number)}>
          {texts.finding.inText}
        </button>
        {claim.operands.length > 0 && (
          <button type="button" className="link" onClick={() => disclaim(finding)}>
            {claim.kind === "sum" ? notAClaim.sum : notAClaim.other}
          </button>
        )}
        {!isDismissing && (
          <button type="button" className="link" onClick={() => setDismissing(true)}>
            {texts.dismiss.open} <kbd>X</kbd>
          </button>
        )}
      </p>
      {isDismissing && <DismissForm finding={finding} />}
    </div>
  );
}
