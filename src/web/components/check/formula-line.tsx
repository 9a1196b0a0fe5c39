import type { Claim } from "#checker/contract.ts";
import { statedDirection } from "#checker/memory.ts";
import { computedText, formulaParts } from "../../check/finding-words.ts";
import { useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** The arithmetic as it is drawn: each number in the box that it also has in the text, then what was printed. */
export function FormulaLine({ claim }: { readonly claim: Claim }) {
  const { finding, reading } = useCheckTexts();
  const { check, picking, pick } = useCheckReader();
  const parts = formulaParts(claim);
  const computed = computedText(claim);
  if (!parts || computed === undefined || !claim.printed) return null;
  const isFall = claim.kind.startsWith("growth") && statedDirection(check.checked.text, claim) < 0;
  return (
    <>
      <p className="check-formula">
        {parts.map((part, index) => {
          if (typeof part === "string") return <span key={index}>{part}</span>;
          const { text } = claim.operands[part.operand]!;
          const isPicking = picking?.claim.id === claim.id && picking.operand === part.operand;
          return (
            <button
              key={index}
              type="button"
              className="number-box"
              aria-pressed={isPicking}
              aria-label={reading.change(text)}
              onClick={() => pick(isPicking ? undefined : { claim, operand: part.operand })}
            >
              {text}
            </button>
          );
        })}
        <span> = {computed} </span>
        <span className="formula-against">
          {claim.verdict === "consistent" ? finding.printed : finding.not} {isFall && "−"}
          <span className="number-box" data-role="printed">
            {claim.printed.text}
          </span>
        </span>
      </p>
      <p className="quiet">{reading.hint}</p>
    </>
  ); // prettier-ignore
}
