import { type KnownFigure } from "./contract.ts";
import { placeOfMention, type Place } from "./known-figures-place.ts";
import { normaliseText } from "./normalise.ts";
import { contentWords } from "./subjects.ts";
import { readUnit, type Unit } from "./units.ts";

/** A known figure made ready for comparing. */
export interface Known {
  readonly figure: KnownFigure;
  /** Figures that differ in role and span only share it. */
  readonly identity: string;
  /** Telling words of the label without its unit; those of the breakdown. */
  readonly label: readonly string[];
  readonly cell: readonly string[];
  /** Telling words of the unit. */
  readonly counted: readonly string[];
  readonly unit: Unit;
  readonly kind: "count" | "percent" | "permille" | "per";
  /** What one of the unit is worth: 1 000 000 for "triệu đồng". */
  readonly scale: number;
}

export interface KnownFigures {
  readonly all: readonly Known[];
  /** Figures by the words around them in their own report. */
  readonly byKey: ReadonlyMap<string, readonly Known[]>;
  /** Figures by the rarest word of their label. */
  readonly byWord: ReadonlyMap<string, readonly Known[]>;
  readonly byIdentity: ReadonlyMap<string, readonly Known[]>;
}

/** Prepares known figures for finding them by words; the same object for the same figures. */
export function indexKnownFigures(figures: readonly KnownFigure[]): KnownFigures {
  const all = figures.filter(({ role }) => role !== "population").map(prepare);
  return { all, byKey: indexByKey(all), byWord: indexByWord(all), byIdentity: groupBy(all, ({ identity }) => [identity]) };
} // prettier-ignore

function prepare(figure: KnownFigure): Known {
  const unit = folded(figure.unit ?? "");
  const noun = /^(?:nghìn|triệu|tỷ)\s/.exec(unit)?.[0] ?? "";
  const counted = new Set(contentWords(unit));
  const cell = contentWords(folded(figure.breakdown ?? ""));
  const label = contentWords(folded(figure.label)).filter((word) => !counted.has(word));
  return {
    figure, cell, counted: [...counted], label: [...new Set(label)],
    identity: `${figure.label}|${figure.breakdown ?? ""}`,
    unit: readUnit(unit, noun.length, unit.length),
    kind: unit === "%" ? "percent" : unit === "‰" ? "permille" : unit.startsWith("/") ? "per" : "count",
    scale: scales[noun.trim()] ?? 1,
  }; // prettier-ignore
}

const scales: Readonly<Record<string, number>> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 };

function folded(text: string): string {
  return normaliseText(text.normalize("NFC")).folded;
}

function indexByKey(all: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  return groupBy(all, ({ figure }) =>
    (figure.mentions ?? []).map(placeOfMention).flatMap((place: Place | undefined) => place?.keys ?? []),
  );
}

function indexByWord(all: readonly Known[]): ReadonlyMap<string, readonly Known[]> {
  const frequency = new Map<string, number>();
  for (const { label, cell } of all)
    for (const word of [...label, ...cell]) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return groupBy(all, ({ label }) =>
    label.length < 2 ? [] : label.toSorted((a, b) => frequency.get(a)! - frequency.get(b)!).slice(0, 1),
  );
}

function groupBy(
  all: readonly Known[],
  keysOf: (known: Known) => readonly string[],
): ReadonlyMap<string, readonly Known[]> {
  const groups = new Map<string, Known[]>();
  for (const known of all) {
    for (const key of new Set(keysOf(known))) {
      const group = groups.get(key);
      if (group) group.push(known);
      else groups.set(key, [known]);
    }
  }
  return groups;
}
