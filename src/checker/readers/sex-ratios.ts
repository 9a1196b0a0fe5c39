import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { ratio } from "#checker/formulas.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Reads "412 trẻ trai, 386 trẻ gái; tỷ số giới tính khi sinh 106,7 bé trai/100 bé gái". */
export function readSexRatios(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((rate, position) =>
      isSexRatio(document, rate) ? readSexRatio(document, passage, position) : [],
    ),
  );
}

function isSexRatio({ folded }: ReadDocument, rate: Quantity): boolean {
  return /^\s?(?:số )?(?:bé |trẻ |cháu )?(?:trai|nam)\s?(?:\/|trên)\s?100 (?:bé |trẻ |cháu )?(?:gái|nữ)/.test(
    folded.slice(rate.end, rate.end + 40),
  );
}

/** The one number of boys and the one of girls near by; "trai" and "gái" stand behind or before them. */
function readSexRatio(document: ReadDocument, passage: Passage, position: number): readonly Draft[] {
  const rate = passage.quantities[position]!;
  const near = passage.quantities
    .slice(Math.max(0, position - 6), position + 5)
    .filter((each) => each.kind === "count" && each.role === "plain" && each !== rate && each.text !== "100");
  const boys = near.filter((each) => isOf(document, each, /trai|nam/));
  const girls = near.filter((each) => isOf(document, each, /gái|nữ/));
  const [boy] = boys;
  const [girl] = girls;
  if (!boy || !girl || boys.length > 1 || girls.length > 1 || boy === girl) return [];
  return [
    draftArithmetic({
      kind: "ratio",
      formula: ratio(100),
      operands: [boy, girl],
      printed: { ...rate, kind: "per", per: 100 },
      evidence: "firm",
    }),
  ];
}

function isOf({ folded }: ReadDocument, quantity: Quantity, label: RegExp): boolean {
  const behind = /^[^,;.()/]{0,24}/.exec(folded.slice(quantity.end, quantity.end + 24))![0];
  return label.test(behind) || label.test(/[^,;.()/\d]*$/.exec(quantity.lead)![0]);
}
