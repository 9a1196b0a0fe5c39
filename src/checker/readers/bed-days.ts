import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { type Formula } from "#checker/formulas.ts";
import { divide } from "#domain/decimal.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";

/** Reads "công suất sử dụng giường bệnh 117,5% (21.846 ngày điều trị/600 giường/31 ngày)": days of treatment in the days that all beds offer. */
export function readBedDays(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((rate, position) =>
      rate.kind === "percent" && /công suất[^,;.%]{0,60}$/.test(rate.lead)
        ? readOccupancy(passage, position)
        : [],
    ),
  );
}

const occupancy: Formula = {
  bounds: ([treated, beds, days]) =>
    beds!.low * days!.low <= 0
      ? undefined
      : {
          low: (treated!.low / (beds!.high * days!.high)) * 100,
          high: (treated!.high / (beds!.low * days!.low)) * 100,
        },
  exact: ([treated, beds, days]) => divide(treated!.times(100), beds!.times(days!)),
  show: ([treated, beds, days]) => `${treated} : (${beds} × ${days}) × 100`,
};

function readOccupancy(passage: Passage, position: number): readonly Draft[] {
  const rate = passage.quantities[position]!;
  const near = passage.quantities
    .slice(Math.max(0, position - 12), position + 8)
    .filter(
      (each) =>
        each.kind === "count" &&
        each.role === "plain" &&
        each.readings[0]!.decimals === 0 &&
        Math.abs(each.sentence - rate.sentence) <= 2,
    );
  const ofDays = near.filter((each) => each.unit.noun.startsWith("ngày"));
  const treated = ofDays.filter((each) =>
    /ngày điều trị/.test(`${each.lead.slice(-60)} ${each.unit.phrase}`),
  );
  const days = ofDays.filter((each) => valueOf(each) <= 366 && !/điều trị/.test(each.unit.phrase));
  const beds = near.filter((each) => each.unit.noun.startsWith("giường") && !each.isPerOther);
  const choices = treated.flatMap((a) =>
    beds.flatMap((b) => days.map((c): readonly Quantity[] => [a, b, c])),
  );
  const fitting = choices.slice(0, 30).find((operands) => agrees(judge(occupancy, operands, rate)));
  const operands = fitting ?? (choices.length === 1 ? choices[0] : undefined);
  if (!operands) return [];
  return [
    draftArithmetic({
      kind: "ratio",
      formula: occupancy,
      operands,
      printed: rate,
      evidence: operands.every((each) => each.sentence === rate.sentence) ? "tight" : "firm",
    }),
  ];
}
