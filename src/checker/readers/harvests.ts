import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { type Formula } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Reads "3.250 ha, năng suất 48,5 tạ/ha, sản lượng 15.762 tấn": area × yield. */
export function readHarvests(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((output, position) =>
      output.kind === "count" && output.role === "plain" && output.unit.noun === "tấn" && !output.isPerOther
        ? readHarvest(passage, position)
        : [],
    ),
  );
}

/** Tonnes from hectares and quintals: area × yield ÷ 10. */
const harvest: Formula = {
  bounds: ([area, crop]) => ({ low: (area!.low * crop!.low) / 10, high: (area!.high * crop!.high) / 10 }),
  exact: ([area, crop]) => area!.times(crop!).div(10),
  show: ([area, crop]) => `${area} × ${crop} : 10`,
};

function readHarvest(passage: Passage, position: number): readonly Draft[] {
  const output = passage.quantities[position]!;
  const before = passage.quantities
    .slice(Math.max(0, position - 12), position)
    .filter((each) => each.role === "plain" && each.sentence >= output.sentence - 2)
    .toReversed();
  const crop = before.find((each) => each.unit.noun === "tạ" && each.isPerOther);
  if (!crop || crop.sentence !== output.sentence) return [];
  const areas = before.filter((each) => each.unit.noun === "ha" && each.index < crop.index);
  const near = areas.filter((each) => each.sentence === output.sentence);
  const fitting = areas.find((area) => agrees(judge(harvest, [area, crop], output)));
  const area: Quantity | undefined = fitting ?? (near.length === 1 ? near[0] : undefined);
  if (!area) return [];
  return [
    draftArithmetic({
      kind: "ratio",
      formula: harvest,
      operands: [area, crop],
      printed: output,
      evidence: "firm",
    }),
  ];
}
