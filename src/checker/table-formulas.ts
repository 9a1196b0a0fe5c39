import { difference, ratio, relativeChange, total as sumOf, type Formula } from "./formulas.ts";
import { compare, intervalOf, valueOf } from "./intervals.ts";
import { type Quantity } from "./quantities.ts";
import { isRateColumn, type Grid, type GridRow } from "./table-grid.ts";
import { type ClaimKind } from "./contract.ts";

/** "Column `target` is `formula` of the columns `sources`", as most rows have it. */
export interface ColumnFormula {
  readonly kind: ClaimKind;
  readonly formula: Formula;
  readonly target: number;
  readonly sources: readonly number[];
  readonly isSigned: boolean;
  /** Some cell of the target is negative, so one without a sign is a rise. */
  readonly hasSigns: boolean;
}

/** How many rows are looked at to learn a formula; all rows are then held to it. */
const sampleSize = 60;
const mostColumns = 14;

const hints: Readonly<Partial<Record<ClaimKind, RegExp>>> = {
  sum: /tổng|cộng|chung/,
  ratio: /%|tỷ lệ|tỉ lệ|đạt|tỷ trọng|thực hiện|bình quân|trung bình|(?:^|\s)tb(?:\s|$)/,
  growth_percent: /%|tỷ lệ|so sánh|so với|so cùng|tốc độ/,
  difference: /tăng|giảm|chênh|so sánh|so với|còn|thiếu|thừa|\+\/-/,
};

/** Learns what each column is made of: the formulas that most rows obey. */
export function learnFormulas(grid: Grid): readonly { formula: ColumnFormula; isSure: boolean }[] {
  const width = Math.min(mostColumns, grid.headers.length);
  const stride = Math.max(1, Math.floor(grid.rows.length / sampleSize));
  const sample = grid.rows.filter((_, index) => index % stride === 0);
  const learned: { formula: ColumnFormula; isSure: boolean }[] = [];
  const explained = new Set<string>();
  for (const candidate of candidates(grid, width)) {
    const key = [candidate.target, ...candidate.sources].toSorted((a, b) => a - b).join(" ");
    if (explained.has(key) || explained.has(`target ${candidate.target}`)) continue;
    const trust = weighFormula(grid, candidate, sample);
    if (!trust) continue;
    explained.add(key);
    explained.add(`target ${candidate.target}`);
    learned.push({ formula: candidate, isSure: trust === "sure" });
  }
  return learned;
}

function* candidates(grid: Grid, width: number): Generator<ColumnFormula> {
  const columns = Array.from({ length: width }, (_, index) => index);
  const rates = new Set(columns.filter((column) => isRateColumn(grid, column)));
  const hasSigns = (column: number) => grid.rows.some((row) => row.values[column]?.sign === -1);
  const counts = columns.filter(
    (column) => !rates.has(column) || !/%|tỷ lệ|tỉ lệ/.test(grid.headers[column]!),
  );
  const amounts = counts.filter((column) => !isChangeColumn(grid, column));
  for (const target of columns) {
    if (!rates.has(target)) yield* runsBeside(grid, counts, target);
    for (const a of amounts) {
      for (const b of amounts) {
        if (a === b || a === target || b === target) continue;
        for (const factor of factorsOf(grid.headers[target]!))
          yield {
            kind: "ratio",
            formula: ratio(factor),
            target,
            sources: [a, b],
            isSigned: false,
            hasSigns: false,
          };
        yield {
          kind: "growth_percent",
          formula: relativeChange,
          target,
          sources: [a, b],
          isSigned: true,
          hasSigns: hasSigns(target),
        };
        yield {
          kind: "difference",
          formula: difference,
          target,
          sources: [a, b],
          isSigned: true,
          hasSigns: hasSigns(target),
        };
      }
    }
  }
}

/** Percent, the population that the header counts on, or one for averages. */
function factorsOf(header: string): readonly number[] {
  if (/bình quân|trung bình|(?:^|[^\p{L}])(?:bq|tb)(?!\p{L})/u.test(header) && !/%|tỷ lệ/.test(header))
    return [1];
  const per = /(?:\/|trên)\s?(100[. ]?000|10[. ]?000|1[. ]?000|vạn)/.exec(header)?.[1];
  if (per === undefined) return [/‰/.test(header) ? 1000 : 100];
  return [per === "vạn" ? 10_000 : Number(per.replace(/\D/g, ""))];
}

/** A total column is the sum of a run of columns right behind it, or right before it. */
function* runsBeside(grid: Grid, counts: readonly number[], target: number): Generator<ColumnFormula> {
  const additive = counts.filter((column) => !isChangeColumn(grid, column));
  const behind = additive.filter((column) => column > target);
  const before = additive.filter((column) => column < target).toReversed();
  for (const side of [behind, before]) {
    for (let length = Math.min(side.length, 10); length >= 2; length -= 1) {
      yield {
        kind: "sum",
        formula: sumOf,
        target,
        sources: side.slice(0, length),
        isSigned: false,
        hasSigns: false,
      };
    }
  }
}

/** "Tăng, giảm": signed amounts, which are no parts of a sum. */
function isChangeColumn(grid: Grid, column: number): boolean {
  return (
    /tăng|giảm|chênh|so sánh|so với/.test(grid.headers[column]!) ||
    grid.rows.some((row) => row.values[column]?.sign === -1)
  );
}

/**
 * "sure" after at least five rows of which four fifths agree, or when the header says what the column is. Small
 * values agree by chance and count for less.
 */
function weighFormula(
  grid: Grid,
  candidate: ColumnFormula,
  sample: readonly GridRow[],
): "sure" | "likely" | undefined {
  let held = 0;
  let weight = 0;
  let tried = 0;
  const seen = new Set<number>();
  for (const row of sample) {
    const numbers = rowNumbers(row, candidate);
    if (!numbers) continue;
    tried += 1;
    if (!holdsIn(candidate, numbers)) {
      if (tried >= 6 && held === 0) return undefined;
      continue;
    }
    held += 1;
    weight += weightOf(candidate, numbers);
    seen.add(valueOf(numbers.printed));
  }
  const isHinted = hints[candidate.kind]?.test(grid.headers[candidate.target]!) ?? false;
  if (seen.size < Math.min(2, held) || held < 2 || (seen.size === 1 && seen.has(100))) return undefined;
  if (tried >= 5 && held >= tried * 0.8 && seen.size >= 3 && weight >= 2) return "sure";
  if (isHinted && weight >= 2 && held >= tried * (weight >= 3 ? 0.5 : 0.6)) return "sure";
  if (isHinted && held === tried && held >= 3) return "sure";
  return weight >= 3 && held >= tried * 0.7 ? "likely" : undefined;
}

/** What one agreement is worth: "47,8" is hardly met by chance, "12" sometimes, "3" often; an exact difference of large numbers is no chance. */
function weightOf({ kind }: ColumnFormula, { operands, printed }: RowNumbers): number {
  const { value, decimals } = printed.readings[0]!;
  const lastPlaces = value * 10 ** decimals;
  const isExact = kind === "difference" && operands.every((each) => valueOf(each) >= 10);
  if (lastPlaces < 10) return isExact ? 1 : 0.34;
  return lastPlaces < 100 ? 1 : 1.5;
}

interface RowNumbers {
  readonly operands: readonly Quantity[];
  readonly printed: Quantity;
}

/** The cells of one row that a formula speaks of, or `undefined` where one is missing. */
export function rowNumbers(row: GridRow, { target, sources, kind }: ColumnFormula): RowNumbers | undefined {
  const printed = row.values[target];
  const found = sources.map((column) => row.values[column]);
  const operands = found.filter((value) => value !== undefined);
  if (!printed || (kind !== "sum" && operands.length < found.length) || operands.length === 0)
    return undefined;
  return kind !== "sum" && valueOf(operands.at(-1)!) === 0 ? undefined : { operands, printed };
}

export function holdsIn(candidate: ColumnFormula, { operands, printed }: RowNumbers): boolean {
  const bounds = candidate.formula.bounds(operands.map((each) => intervalOf(each)));
  if (!bounds) return false;
  const middle = (bounds.low + bounds.high) / 2;
  const sign = printed.sign === 0 && candidate.hasSigns ? 1 : printed.sign;
  if (candidate.isSigned && sign !== 0 && middle !== 0 && Math.sign(middle) !== sign) return false;
  const magnitude = middle < 0 ? { low: -bounds.high, high: -bounds.low } : bounds;
  const { decimals, value } = printed.readings[0]!;
  const isWhole = decimals === 0 && (candidate.kind === "sum" || candidate.kind === "difference");
  return /rounded|truncated/.test(compare(value, isWhole ? 0 : 10 ** -decimals, magnitude));
}
