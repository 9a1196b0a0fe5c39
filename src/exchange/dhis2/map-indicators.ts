import { decimal } from "#domain/decimal.ts";
import { ExpressionError } from "#domain/expression/expression-error.ts";
import type { Constant, Indicator, OrgUnitGroup } from "#domain/indicator.ts";
import type { Dhis2Indicator, Dhis2Metadata, Thing } from "./metadata.ts";
import { translateExpression } from "./map-expressions.ts";
import { distinctThings, namesOf, tidy, type Mapping } from "./mapping.ts";

/** Gives every indicator its key, so that formulas can speak of those that come later. */
export function nameIndicators(mapping: Mapping, { indicators }: Dhis2Metadata): Dhis2Indicator[] {
  const { known } = mapping;
  const elements = new Set(known.elements.flatMap(({ id, key }) => [id, key]));
  const own = new Set(
    mapping.codes.filter(({ kind }) => kind === "data-element").map(({ target }) => target),
  );
  const isTaken = (key: string) => known.indicatorKeys.has(key) || elements.has(key) || own.has(key);
  const things = distinctThings(mapping, "indicators", indicators);
  for (const thing of things) {
    mapping.addCode("indicator", thing.id, mapping.keyFor("indicator", thing, isTaken));
  }
  return things;
}

/** Indicators with their factors and units; an annualised one has its factor of days written into the formula. */
export function mapIndicators(mapping: Mapping, metadata: Dhis2Metadata, things: readonly Dhis2Indicator[]): Indicator[] {
  const types = new Map(metadata.indicatorTypes.map((type) => [type.id, type]));
  return things.flatMap((thing): Indicator[] => {
    const [key = ""] = mapping.targetsOf("indicator", thing.id);
    const type = types.get(thing.indicatorType?.id ?? "");
    if (!type) {
      const facts = { what: "indicatorTypes", reference: thing.indicatorType?.id ?? "" };
      mapping.remark("indicators", thing, "unknown-reference", { isLeftOut: true, facts });
      return [];
    }
    const numerator = translateOr(mapping, "indicators", thing, "numerator", thing.numerator);
    const denominator = translateOr(mapping, "indicators", thing, "denominator", thing.denominator);
    if (numerator === undefined || denominator === undefined) return [];
    if (thing.annualized) mapping.remark("indicators", thing, "annualised-written-out");
    const description = tidy(thing.description ?? "");
    return [
      {
        key,
        name: namesOf(thing),
        numerator: thing.annualized ? `(${numerator}\n) * 365 / [days]` : numerator,
        denominator,
        factor: decimal(type.factor).toFixed(),
        missing: "SKIP_IF_ALL_VALUES_MISSING", // as DHIS2 evaluates indicators
        decimals: thing.decimals ?? (type.number ? 0 : type.factor === 1 ? 2 : 1),
        unit: unitOf(type.factor),
        ...(metadata.about && { programme: metadata.about }),
        ...(description && { description }),
      },
    ];
  });
} // prettier-ignore

/** What a factor says about the unit; a rate per so many people is per so many of whatever the denominator counts. */
function unitOf(factor: number): string {
  if (factor === 1) return "";
  if (factor === 100) return "%";
  return factor === 1000 ? "‰" : `/${String(factor).replace(/\B(?=(\d{3})+$)/g, ".")}`;
}

/** The expression in our names, or a remark where it stops making sense. */
export function translateOr(
  mapping: Mapping,
  part: string,
  thing: Thing,
  side: string,
  text: string,
): string | undefined {
  try {
    return translateExpression(text, mapping).trim();
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    const facts = { side, problem: error.code, at: error.offset, ...error.facts };
    mapping.remark(part, thing, "formula-unusable", { isLeftOut: true, facts });
    return undefined;
  }
}

export function mapConstants(mapping: Mapping, { constants }: Dhis2Metadata): Constant[] {
  return distinctThings(mapping, "constants", constants).map((thing) => {
    const key = mapping.keyFor("constant", thing, (other) => mapping.known.constantKeys.has(other));
    mapping.addCode("constant", thing.id, key);
    return { key, name: namesOf(thing), value: decimal(thing.value).toFixed() };
  });
}

/** Groups of units; members that are no units of ours are counted in a remark. */
export function mapOrgUnitGroups(mapping: Mapping, { organisationUnitGroups }: Dhis2Metadata): OrgUnitGroup[] {
  const { orgUnits, groupKeys } = mapping.known;
  return distinctThings(mapping, "organisationUnitGroups", organisationUnitGroups).map((thing) => {
    const key = mapping.keyFor("org-unit-group", thing, (other) => groupKeys.has(other));
    mapping.addCode("org-unit-group", thing.id, key);
    const uids = [...new Set(thing.organisationUnits.map(({ id }) => id))];
    const members = uids.filter((uid) => orgUnits.has(uid)).toSorted();
    const count = uids.length - members.length;
    if (count > 0) mapping.remark("organisationUnitGroups", thing, "members-unknown", { facts: { count } });
    return { key, name: namesOf(thing), members: members.map((orgUnit) => ({ orgUnit })) };
  });
} // prettier-ignore
