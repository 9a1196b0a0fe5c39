import type { OutlineFeature } from "./outline-file.ts";
import { placementOn, type OrgUnit } from "./org-unit.ts";
import { Refusal } from "./refusal.ts";

/** A shape that is a unit's. */
export interface MatchedOutline {
  readonly feature: OutlineFeature;
  readonly unit: OrgUnit;
}

/** What people who draw maps call these columns. */
const codeColumns = ["code", "ma", "maxa", "ma_xa", "mahuyen", "ma_huyen", "matinh", "ma_tinh", "ma_dvhc", "madvhc"]; // prettier-ignore
const nameColumns = ["name", "ten", "tenxa", "ten_xa", "tenhuyen", "ten_huyen", "ten_tinh", "ten_dvhc", "tendvhc", "fullname"]; // prettier-ignore

/**
 * Finds the unit of each shape among the areas of a day: by code, else by name. Codes are used again by other units, so
 * where a shape says both, both must fit. Refuses, each with the list, `outlines-names-differ`,
 * `outlines-units-unknown` and `outlines-units-twice`.
 */
export function matchOutlines(
  features: readonly OutlineFeature[],
  units: readonly OrgUnit[],
  { on, level }: { readonly on: string; readonly level?: number | undefined },
): MatchedOutline[] {
  const find = indexAreas(units, on, level);
  const found = features.map((feature) => ({ feature, ...find(feature) }));

  const differing = found.flatMap(({ feature, differs }) => (differs ? [`${codeOf(feature)}: tệp ghi “${nameOf(feature)}”, danh mục ghi “${differs.fullName}”`] : [])); // prettier-ignore
  refuseListed("outlines-names-differ", differing, on);
  refuseListed("outlines-units-unknown", found.flatMap(({ feature, unit }) => (unit ? [] : [titleOf(feature)])), on); // prettier-ignore

  const matched = found.flatMap(({ feature, unit }) => (unit ? [{ feature, unit }] : []));
  const seen = new Set<string>();
  const twice = matched.filter(({ unit: { uid } }) => seen.size === seen.add(uid).size);
  refuseListed("outlines-units-twice", twice.map(({ feature, unit }) => `${unit.fullName} (hình ${feature.number})`), on); // prettier-ignore
  return matched;
}

interface Found {
  readonly unit?: OrgUnit;
  /** The unit that has the code, under another name. */
  readonly differs?: OrgUnit;
}

function indexAreas(
  units: readonly OrgUnit[],
  on: string,
  level: number | undefined,
): (feature: OutlineFeature) => Found {
  const areas = units.filter((unit) => {
    const placement = unit.kind === "area" ? placementOn(unit, on) : undefined;
    return placement !== undefined && (level === undefined || placement.level === level);
  });
  const lookUps = [({ code }: OrgUnit) => (code === undefined ? [] : [code]), ({ code }: OrgUnit) => (code === undefined ? [] : [withoutZeros(code)])]; // prettier-ignore
  const byCode = lookUps.map((namesOf) => indexUnique(areas, namesOf));
  const byName = [
    indexUnique(areas, ({ fullName, aliases }) => [fullName, ...aliases].map(spelling)),
    indexUnique(areas, ({ fullName, name }) => [fullName, name].map(shortName)),
    indexUnique(areas, ({ fullName, name }) => [fullName, name].map((one) => plain(shortName(one)))),
  ];

  return (feature) => {
    const [code, name] = [codeOf(feature), nameOf(feature)];
    const unit =
      code === undefined ? undefined : (byCode[0]!.get(code) ?? byCode[1]!.get(withoutZeros(code)));
    if (unit) return name === undefined || isNameOf(unit, name) ? { unit } : { differs: unit };
    if (name === undefined) return {};
    const [exact, short] = [spelling(name), shortName(name)];
    const named = byName[0]!.get(exact) ?? byName[1]!.get(short) ?? byName[2]!.get(plain(short));
    return named ? { unit: named } : {};
  };
}

/** Units by what only one of them is called. */
function indexUnique(
  units: readonly OrgUnit[],
  namesOf: (unit: OrgUnit) => readonly string[],
): Map<string, OrgUnit | undefined> {
  const index = new Map<string, OrgUnit | undefined>();
  for (const unit of units) {
    for (const name of new Set(namesOf(unit))) index.set(name, index.has(name) ? undefined : unit);
  }
  return index;
}

/** Spellings that differ in their accents alone are slips, where the code is the same. */
function isNameOf({ name, fullName, aliases }: OrgUnit, written: string): boolean {
  const wanted = plain(shortName(written));
  return [name, fullName, ...aliases].some((one) => plain(shortName(one)) === wanted);
}

/** Programs number shapes in `id`: that is a code only where nothing else tells whose the shape is. */
function codeOf(feature: OutlineFeature): string | undefined {
  const { properties } = feature;
  return (
    textIn(properties, codeColumns) ??
    (nameOf(feature) === undefined ? textIn(properties, ["id"]) : undefined)
  );
}

function nameOf({ properties }: OutlineFeature): string | undefined {
  return textIn(properties, nameColumns);
}

function titleOf(feature: OutlineFeature): string {
  return [codeOf(feature), nameOf(feature)].filter(Boolean).join(" ") || `hình ${feature.number}`;
}

/** The first of the columns that says something; their names are written in capitals as often as not. */
function textIn(properties: OutlineFeature["properties"], columns: readonly string[]): string | undefined {
  const own = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
  for (const column of columns) {
    const value = own.get(column);
    if (typeof value === "number") return String(value);
    if (typeof value === "string" && value.trim() !== "") return value.trim().slice(0, 200);
  }
  return undefined;
}

/** Tables that took codes for numbers lost the zeros before them. */
function withoutZeros(code: string): string {
  return code.replace(/^0+/, "");
}

function spelling(name: string): string {
  return name.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

const kinds = /^(tỉnh|thành phố|thị xã|thị trấn|huyện|quận|xã|phường|đặc khu|tp\.?|tx\.?|tt\.?) (?=\S)/;

/** "Xã Mường Than" → "mường than". */
function shortName(name: string): string {
  return spelling(name).replace(kinds, "");
}

function plain(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll(/[^a-z0-9]/g, ""); // prettier-ignore
}

/** So many are named; the rest are counted. */
const mostListed = 10;

function refuseListed(code: string, entries: readonly string[], on: string): void {
  if (entries.length === 0) return;
  const list = entries.slice(0, mostListed).join("; ");
  throw new Refusal(code, {
    list,
    count: entries.length,
    more: Math.max(0, entries.length - mostListed),
    on,
  });
}
