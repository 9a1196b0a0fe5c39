import { placementOn, type OrgUnit } from "#domain/org-unit.ts";

/** Kinds of units as people shorten them. */
const shortened = [
  ["trung tâm y tế", "ttyt"],
  ["trung tâm", "tt"],
  ["bệnh viện đa khoa", "bvđk"],
  ["bệnh viện", "bv"],
  ["kế hoạch hóa gia đình", "khhgđ"],
  ["ủy ban nhân dân", "ubnd"],
  ["uỷ", "ủy"],
  // say nothing more, before an office and behind
  ["phòng", ""],
  ["huyện", ""],
  ["tỉnh lai châu", ""],
  ["tỉnh", ""],
] as const;

const mostOffered = 12;

/**
 * Finds the units that a printed name may mean, the likeliest first: those called just so (by name, full name or
 * alias), else those whose name holds all its words. Units that are no more come last, because their successors have
 * to be chosen by a person. Several answers mean that the name fits several.
 */
export function unitMatcher(units: readonly OrgUnit[], today: string): (name: string) => readonly OrgUnit[] {
  const named = units
    .filter(({ kind }) => kind !== "area")
    .map((unit) => ({ unit, names: [unit.name, unit.fullName, ...unit.aliases].map(plainName) }));
  const isGone = (unit: OrgUnit) => (placementOn(unit, today) ? 0 : 1);
  return (name) => {
    const wanted = plainName(name);
    if (wanted.length < 2) return [];
    const exact = named.filter(({ names }) => names.includes(wanted));
    const words = wanted.split(" ");
    const like = exact.length > 0 ? exact : named.filter(({ names }) => names.some((each) => holdsAll(each, words))); // prettier-ignore
    return like
      .map(({ unit }) => unit)
      .toSorted((a, b) => isGone(a) - isGone(b))
      .slice(0, mostOffered);
  };
}

function holdsAll(name: string, words: readonly string[]): boolean {
  const own = new Set(name.split(" "));
  return words.every((word) => own.has(word));
}

/** Small letters, single spaces, no marks. */
function plainName(name: string): string {
  const spaced = name
    .normalize("NFC")
    .toLocaleLowerCase("vi")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  const short = shortened.reduce((text, [long, instead]) => text.replaceAll(` ${long} `, ` ${instead} `), ` ${spaced} `); // prettier-ignore
  return short.replace(/\s+/gu, " ").trim();
}
