import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { ratio, type Formula } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Reads "20 lớp với 612 học sinh, bình quân 30,6 học sinh/lớp" and "3.250 ha, năng suất 48,5 tạ/ha, sản lượng 15.762 tấn". */
export function readAverages(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((quantity, position) => {
      if (quantity.kind !== "count") return [];
      return quantity.isPerOther || /bình quân/.test(quantity.lead)
        ? readAverage(document, passage, position)
        : readYield(passage, position);
    }),
  );
}

/** The one number of a noun in the sentence; two of them leave the average open. */
function onlyOne(passage: Passage, average: Quantity, noun: string): Quantity | undefined {
  const found = passage.bySentence[average.sentence]!.filter(
    (each) =>
      each !== average &&
      each.role === "plain" &&
      !each.isPerOther &&
      each.kind === "count" &&
      (each.unit.noun === noun || each.unit.phrase.startsWith(`${noun} `)),
  );
  return found.length === 1 ? found[0] : undefined;
}

function readAverage({ folded }: ReadDocument, passage: Passage, position: number): readonly Draft[] {
  const average = passage.quantities[position]!;
  const per = /^\s?(?:\/|trên |mỗi )\s?(?:một |1 )?(\p{L}+(?: \p{L}+)?)/u.exec(
    folded.slice(average.unitEnd, average.unitEnd + 40),
  )?.[1];
  if (per === undefined || average.unit.noun === "" || !/bình quân|trung bình/.test(average.lead)) return [];
  const amount = onlyOne(passage, average, average.unit.noun);
  const count = onlyOne(passage, average, per) ?? onlyOne(passage, average, per.split(" ")[0]!);
  if (!amount || !count || amount === count || /tháng|năm|ngày|quý/.test(per)) return [];
  const claim = { kind: "ratio", formula: ratio(1), operands: [amount, count], printed: average } as const;
  const quotient = valueOf(amount) / valueOf(count) / valueOf(average);
  return [draftArithmetic({ ...claim, evidence: quotient > 0.4 && quotient < 2.5 ? "firm" : "loose" })];
}

/** Tonnes from hectares and quintals: area × yield ÷ 10. */
const harvest: Formula = {
  bounds: ([area, crop]) => ({ low: (area!.low * crop!.low) / 10, high: (area!.high * crop!.high) / 10 }),
  exact: ([area, crop]) => area!.times(crop!).div(10),
  show: ([area, crop]) => `${area} × ${crop} : 10`,
};

function readYield(passage: Passage, position: number): readonly Draft[] {
  const [area, crop] = passage.quantities.slice(Math.max(0, position - 2), position);
  const output = passage.quantities[position]!;
  if (
    !area ||
    !crop ||
    area.sentence !== output.sentence ||
    area.unit.noun !== "ha" ||
    crop.unit.noun !== "tạ" ||
    !crop.isPerOther ||
    output.unit.noun !== "tấn"
  )
    return [];
  if (area.role !== "plain" || output.role !== "plain") return [];
  const held = agrees(judge(harvest, [area, crop], output));
  return [
    draftArithmetic({
      kind: "ratio",
      formula: harvest,
      operands: [area, crop],
      printed: output,
      evidence: held ? "tight" : "firm",
    }),
  ];
}
