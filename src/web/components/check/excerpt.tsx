import type { Claim } from "#checker/contract.ts";
import { excerptBounds } from "../../check/excerpt-bounds.ts";
import { boxesOf, cutLine } from "../../check/text-marks.ts";
import { useCheckReader } from "./check-context.ts";

const nothingMarked = { marks: [], agreed: [] };

/** The words around a finding, with its numbers boxed: on a phone, where the text itself stands further down. */
export function Excerpt({ claim }: { readonly claim: Claim }) {
  const { text } = useCheckReader().check.checked;
  const segments = cutLine({ index: 0, ...excerptBounds(text, claim) }, nothingMarked, boxesOf(claim));
  return (
    <blockquote className="excerpt" lang="vi">
      {segments.map(({ start, end, box }) => {
        const words = text.slice(start, end);
        if (!box) return words;
        return (
          <span key={start} className="number-box" data-role={box}>
            {words}
          </span>
        );
      })}
    </blockquote>
  );
}
