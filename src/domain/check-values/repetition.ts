import type { DataElement } from "#domain/data-element.ts";
import { periodType, type Period } from "#domain/period.ts";
import { chanceOfRepeating, chanceOfSoMany, roughChanceOfRepeating } from "./chance.ts";
import { earlierReading, periodsBefore, readingOf, type Series } from "./series.ts";
import { historyLengths, type CheckSettings } from "./settings.ts";
import { gravityOf, type CellReading, type ValueFinding } from "./value-finding.ts";

/** Whether a repetition says anything: what is counted anew in every period. */
function isCountedAnew({ timeNature, valueType }: DataElement): boolean {
  return timeNature === "flow" && (valueType === "integer" || valueType === "money");
}

/**
 * The number of the period before, or of the same period last year, once more; or the same number several periods
 * running. Named only where chance would hardly give it, so stocks, small counts and round numbers are left alone.
 */
export function checkRepeatedValue(
  series: Series,
  element: DataElement,
  settings: CheckSettings,
): ValueFinding | undefined {
  if (!isCountedAnew(element) || series.now < 10) return undefined;
  const run = runLength(series);
  if (run > 1) return checkRun(series, run, settings);
  const { year } = historyLengths[periodType(series.period)];
  if (year < 2 || series.before[year - 1] !== series.now) return undefined;
  const isLong = series.now >= 10 ** (settings.repeatedDigits - 1);
  return isLong && chanceOfRepeating(series) <= settings.mostChance ? describe(series, 1, year) : undefined;
}

/** How many periods up to now hold the same number. */
function runLength({ now, before }: Series): number {
  const end = before.findIndex((value) => value !== now);
  return 1 + (end === -1 ? before.length : end);
}

function checkRun(series: Series, run: number, settings: CheckSettings): ValueFinding | undefined {
  if (run === 2 && series.now < 10 ** (settings.repeatedDigits - 1)) return undefined;
  const known = series.before.slice(run - 1).filter((value) => value !== undefined).length;
  if (known < settings.leastPeriods) return undefined;
  const chance = chanceOfRepeating(series, run - 1) ** (run - 1);
  return chance <= settings.mostChance ? describe(series, run - 1, 1) : undefined;
}

function describe(series: Series, times: number, periodsAgo: number): ValueFinding {
  const earlier = earlierReading(series, periodsAgo);
  return {
    code: "repeated-value",
    kind: "repetition",
    severity: "warning",
    gravity: gravityOf("repeated-value", "warning", 2 * times),
    facts: { value: series.now, times, earlier: earlier.period },
    cells: [readingOf(series), earlier],
  };
}

/** Collects, form by form, how many numbers are those of an earlier period. */
export class FormRepetitions {
  readonly #forms = new Map<string, FormCount>();
  readonly #settings: CheckSettings;

  constructor(settings: CheckSettings) {
    this.#settings = settings;
  }

  /** Looks at one cell of a form. */
  see(form: string, series: Series, element: DataElement): void {
    if (!isCountedAnew(element) || series.now < 10 || !Number.isFinite(series.now)) return;
    const key = `${form}|${series.orgUnit}`;
    const count = this.#forms.get(key) ?? { form, compared: [], repeated: [], expected: [] };
    this.#forms.set(key, count);
    const chance = Math.min(0.5, roughChanceOfRepeating(series));
    for (let ago = 1; ago <= series.before.length; ago++) {
      const earlier = series.before[ago - 1];
      if (earlier === undefined) continue;
      count.compared[ago] = (count.compared[ago] ?? 0) + 1;
      count.expected[ago] = (count.expected[ago] ?? 0) + chance;
      if (earlier === series.now) (count.repeated[ago] ??= []).push(readingOf(series));
    }
  }

  /** The forms that are copies of an earlier period, wholly or in good part. */
  findings(period: Period): ValueFinding[] {
    const before = periodsBefore(period);
    return [...this.#forms.values()].flatMap((count) => {
      const copy = this.#copyIn(count);
      return copy ? [describeForm(count, copy, before[copy - 1]!)] : [];
    });
  }

  /** How many periods ago the form was copied from. */
  #copyIn({ compared, repeated, expected }: FormCount): number | undefined {
    let best: number | undefined;
    repeated.forEach((cells, ago) => {
      const isCopy =
        cells.length >= this.#settings.formCells &&
        cells.length >= this.#settings.formShare * (compared[ago] ?? 0) &&
        chanceOfSoMany(cells.length, expected[ago] ?? 0) <= this.#settings.mostChance / 10;
      if (isCopy && (best === undefined || cells.length > (repeated[best]?.length ?? 0))) best = ago;
    });
    return best;
  }
}

interface FormCount {
  readonly form: string;
  /** By how many periods ago. */
  readonly compared: number[];
  readonly repeated: CellReading[][];
  readonly expected: number[];
}

function describeForm({ form, compared, repeated }: FormCount, ago: number, earlier: Period): ValueFinding {
  const cells = repeated[ago] ?? [];
  return {
    code: "repeated-form",
    kind: "repetition",
    severity: "warning",
    gravity: gravityOf("repeated-form", "warning", Math.min(12, cells.length / 5)),
    facts: { form, repeated: cells.length, compared: compared[ago] ?? 0, earlier },
    cells,
  };
}
