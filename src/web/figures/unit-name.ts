import type { AnalyticsTable } from "#contract/analytics.ts";

type Unit = AnalyticsTable["orgUnits"][number];

const abbreviations: Readonly<Record<string, string>> = { phuong: "P.", "thi-tran": "TT.", "thanh-pho": "TP.", "thi-xa": "TX." }; // prettier-ignore
const plain = new Set(["xa", "huyen", "tinh"]);

/** As in a list of units of one kind: "P. Tân Phong", "Than Uyên"; facilities keep their full name. */
export function shortUnitName({ name, fullName, type }: Pick<Unit, "name" | "fullName" | "type">): string {
  if (plain.has(type)) return name;
  const abbreviation = abbreviations[type];
  return abbreviation === undefined ? fullName : `${abbreviation} ${name}`;
}

/** Short names, except where two units of the list would share one. */
export function nameUnits(units: readonly Unit[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(shortUnitName(unit), (counts.get(shortUnitName(unit)) ?? 0) + 1);
  return new Map(
    units.map((unit) => {
      const short = shortUnitName(unit);
      return [unit.uid, counts.get(short) === 1 ? short : unit.fullName];
    }),
  );
}
