import { decimal, type Decimal } from "#domain/decimal.ts";
import { same } from "./formulas.ts";
import { agrees, judge } from "./judge.ts";
import { type Known, type KnownFigures } from "./known-figures-index.ts";
import { type Place } from "./known-figures-place.ts";
import { outsideNumber } from "./outside-numbers.ts";
import { type Quantity } from "./quantities.ts";
import { canMeet, isSameUnit } from "./units.ts";

/** Which known figures a number may be, and how firmly its words say so. */
export interface Match {
  readonly candidates: readonly Known[];
  /** Found by the sentence of the figure's own report rather than by the words of its label. */
  readonly isBySentence: boolean;
}

/** The known figures that the words around a number name; none where the words fit nothing or do not say enough. */
export function matchFigures(known: KnownFigures, place: Place): Match {
  for (const key of place.keys) {
    const candidates = (known.byKey.get(key) ?? []).filter(({ kind }) => kind === place.quantity.kind);
    if (new Set(candidates.map(({ figure }) => figure.value)).size === 1)
      return { candidates, isBySentence: true };
  }
  return { candidates: matchByLabel(known, place), isBySentence: false };
}

/** The figures with the most words of all whose words stand around the number. */
function matchByLabel({ byWord }: KnownFigures, place: Place): readonly Known[] {
  if (place.isDenominator) return [];
  const words = new Set([...place.near, ...place.far, ...(place.isPart ? place.before : [])]);
  const fitting = [...words]
    .flatMap((word) => byWord.get(word) ?? [])
    .filter((each) => isSameMeasure(each, place) && fitsPlace(each, place, words));
  const most = fitting.reduce((sofar, each) => Math.max(sofar, each.label.length + each.cell.length), 0);
  return fitting.filter((each) => each.label.length + each.cell.length === most);
}

function fitsPlace(
  { figure, label, cell, kind, counted }: Known,
  place: Place,
  words: ReadonlySet<string>,
): boolean {
  const { near, span, quantity, unit } = place;
  if (place.isPlanned && figure.role === "actual") return false;
  // A count without a noun behind it must have it before.
  if (kind === "count" && unit.noun === "" && !counted.every((word) => near.has(word))) return false;
  if (figure.role !== roleOf(quantity) || !label.every((word) => words.has(word))) return false;
  if (span !== undefined && (span === "month") !== (figure.span === "month")) return false;
  // "trong đó tuyến xã 633 người": a part is told by its own words, the whole by those before it.
  const told = place.isPart && figure.role === "actual" ? cell : [...label, ...cell];
  const own = told.filter((word) => near.has(word));
  if (cell.some((word) => !near.has(word)) || own.length * 2 < told.length || told.length === 0) return false;
  return isExplained([...label, ...cell, ...counted], place);
}

/** A clause that speaks of much else speaks of something else. */
function isExplained(own: readonly string[], { near, far }: Place): boolean {
  const told = [...near].filter((word) => !/\d/.test(word) && !common.has(word));
  const foreign = told.filter((word) => !own.includes(word) && !far.has(word));
  return foreign.length * 4 <= told.length;
}

/** Words of any report that narrow nothing down. */
const common = new Set(
  "bệnh nhân bn lần cả tháng đầu cuối kỳ báo cáo thời điểm tính ngày hết nay hiện tích lũy kế ước khoảng gồm trong đó toàn ngành tỉnh địa bàn công tác số lượng còn lại mới kết quả qua".split(" "),
); // prettier-ignore

function roleOf({ role }: Quantity): Known["figure"]["role"] | undefined {
  if (role === "plain" || role === "level") return "actual";
  if (role === "base") return "prior_year";
  return role === "plan" ? "plan" : undefined;
}

/** The same kind of number, of things that can be the same. */
function isSameMeasure(known: Known, { quantity, unit }: Place): boolean {
  const { kind, per, scale, isPerOther } = quantity;
  if (kind !== known.kind || isPerOther) return false;
  if (kind === "per") return (known.figure.unit ?? "").includes("vạn") === (per === 10_000);
  if (kind !== "count") return true;
  if (unit.noun === "") return (scale === 1) === (known.scale === 1);
  if (unit.unitClass === undefined || known.unit.unitClass === undefined) return isSameUnit(unit, known.unit);
  return canMeet(unit, known.unit);
}

/** Whether a printed number is this figure, rounded or cut off as it may be. */
export function isValueOf(known: Known, quantity: Quantity): boolean {
  return agrees(judge(same, [numberOf(known)], quantity));
}

/** The exact value: "92,4" of the store is not any number that rounds to 92,4. */
export function numberOf({ figure, scale }: Known): Quantity {
  const number = outsideNumber(figure.value);
  return {
    ...number,
    scale,
    readings: number.readings.map((reading) => ({ ...reading, decimals: exactDecimals })),
  };
}

const exactDecimals = 12;

/** The exact value in single units. */
export function valueOf({ figure, scale }: Known): Decimal {
  return decimal(figure.value).times(scale);
}
