import type { DataElement } from "#domain/data-element.ts";
import type { OrgUnit } from "#domain/org-unit.ts";
import { saveDataElements } from "#store/data-elements.ts";
import type { Database } from "#store/database.ts";
import { saveOrgUnits } from "#store/org-units.ts";
import { foldRollup } from "#store/rollup-fold.ts";

/** A province to ask questions of: always the same for the same size. */
export interface Size {
  readonly name: string;
  readonly communes: number;
  readonly elements: number;
  readonly months: number;
}

const full: Size = { name: "a province", communes: 106, elements: 600, months: 60 };

/**
 * 118 units report: communes of 8 districts, and 12 hospitals and centres. `--full` is the whole province (12,5 million
 * values; 8 GB of disk, about ten minutes to fill), `--large` the same with five times the communes (30 GB, an hour),
 * `--months=N` the province with fewer months.
 */
export function chooseSize(words: readonly string[]): Size {
  if (words.includes("--large"))
    return { ...full, name: "a province with five times the communes", communes: 530 };
  if (words.includes("--full")) return full;
  const months = Number(words.find((word) => word.startsWith("--months="))?.slice("--months=".length) ?? 24);
  if (!(months >= 24 && months <= 120))
    throw new Error("--months=24 to --months=120: a year and the one before it");
  return { ...full, name: "a part of a province", months };
}

export const province = "VN99";
export const combos = ["sex=nam", "sex=nữ", "sex=khác"] as const;
export const lastYear = 2025;

const hospitals = 12;

export function listUnits({ communes }: Size): OrgUnit[] {
  const unit = (uid: string, level: number, parent?: string): OrgUnit => ({
    uid,
    name: uid,
    fullName: uid,
    type: ["tinh", "huyen", "xa"][level - 1] ?? "xa",
    kind: "area",
    aliases: [],
    placements: [{ level, ...(parent !== undefined && { parent }) }],
  });
  return [
    unit(province, 1),
    ...Array.from({ length: 8 }, (_, index) => unit(district(index), 2, province)),
    ...Array.from({ length: communes }, (_, index) => unit(commune(index), 3, district(index % 8))),
    ...Array.from({ length: hospitals }, (_, index) => unit(`${province}.bv${index}`, 2, province)),
  ];
}

export function district(index: number): string {
  return `${province}.h${index}`;
}

export function commune(index: number): string {
  return `${province}.x${String(index).padStart(4, "0")}`;
}

/** Of twenty elements fourteen are counts, five stocks and one a mean; each is reported by three cells. */
export function listElements({ elements }: Size): DataElement[] {
  return Array.from({ length: elements }, (_, index) => ({
    id: `element.${String(index).padStart(3, "0")}`,
    key: `element.${String(index).padStart(3, "0")}`,
    name: { vi: `Chỉ tiêu ${index}`, en: `Element ${index}` },
    unit: "người",
    valueType: "integer",
    timeNature: index % 20 < 14 ? "flow" : index % 20 < 19 ? "stock" : "average",
    orgNature: "sum",
    collected: "month",
    programme: "bench",
    level: "xã",
    owner: province,
    breakdowns: [{ dimensions: ["sex"], relation: "partition" }],
  }));
}

/** The last months of all, in order. */
export function listMonths({ months }: Size): string[] {
  return Array.from({ length: months }, (_, index) => {
    const number = lastYear * 12 + 12 - months + index;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
  });
}

/** Fills an empty database; about one report in fifty is lacking. Answers how many values there are. */
export async function fill(db: Database, size: Size, tell: (line: string) => void): Promise<number> {
  await db.transaction((tx) => saveOrgUnits(tx, province, listUnits(size)));
  const elements = listElements(size);
  await saveDataElements(db, province, elements);
  let values = 0;
  const begin = performance.now();
  let folding = 0;
  for (let at = 0; at < elements.length; at += 30) {
    const [written] = await db.query<{ count: number }>(insertSql, [
      province,
      elements.slice(at, at + 30).map(({ id }) => id),
      listMonths(size),
      [...combos],
    ]);
    values += written?.count ?? 0;
    const before = performance.now();
    await foldRollup(db, province);
    folding += performance.now() - before;
  }
  const seconds = (performance.now() - begin) / 1000;
  tell(`${values} values in ${seconds.toFixed(0)} s, of which folding ${(folding / 1000).toFixed(0)} s`);
  await db.query("vacuum analyze");
  return values;
}

export const insertSql = `
  with written as (
    insert into data_value (province, data_element, period, org_unit, option_combo, source, value, entered_by, entered_at)
    select $1, element, period, unit, combo, 'reported', abs(hashtext(element || period || unit || combo)) % 1000,
           'bench', now()
    from unnest($2::text[]) as element, unnest($3::text[]) as period,
         (select uid as unit from org_unit where province = $1 and uid ~ '[.](x|bv)' order by uid) as units,
         unnest($4::text[]) as combo
    where abs(hashtext(element || period || unit)) % 50 <> 0
    order by 2, 3, 4, 5
    returning 1
  ) select count(*)::int as count from written`;
