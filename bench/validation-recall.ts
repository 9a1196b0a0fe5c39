import { ValuesCheck, type CellGroup } from "#domain/check-values/check-values.ts";
import type { Series } from "#domain/check-values/series.ts";
import type { CheckSettings } from "#domain/check-values/settings.ts";
import { swappedNeighbours } from "#domain/check-values/slips.ts";
import type { ValueFinding } from "#domain/check-values/value-finding.ts";
import { seededRandom, type Random } from "./seeded-random.ts";
import { checkedPeriod, seriesOf, type Reported } from "./validation-data.ts";

type Groups = Map<number, { orgUnit: string; series: Series[] }[]>;

/** An error as people make them, planted in a clean report; answers the cells it touched, none where it cannot be made. */
type Plant = (series: Series[], random: Random) => Series[] | undefined;

/** Puts another value into one part and leaves the rest. */
function inOnePart(change: (series: Series, random: Random) => number | undefined): Plant {
  return (all, random) => {
    const at = Math.floor(random() * 2);
    const old = all[at];
    const now = old && change(old, random);
    if (!old || now === undefined || now === old.now) return undefined;
    all[at] = { ...old, now, text: String(now) };
    return [all[at]];
  };
}

/** In the total alone, when the parts are not asked for: the history is all there is to judge by. */
export const plants: Readonly<Record<string, Plant>> = {
  "a part mistyped, total right": inOnePart(({ now }, random) => {
    const swaps = swappedNeighbours(String(now));
    return swaps.length > 0 ? Number(swaps[Math.floor(random() * swaps.length)]) : now + 1 + Math.floor(random() * 9);
  }),
  "a part above its total": (all) => {
    const total = all.findIndex(({ optionCombo }) => optionCombo === "");
    const part = all[0];
    if (total === -1 || !part || part.now < 3) return undefined;
    const now = part.now - 1;
    all[total] = { ...all[total]!, now, text: String(now) };
    return [all[total]];
  },
  "a zero too many (usual 10 or more)": withoutTotal(({ now }) => (now >= 10 ? now * 10 : undefined)),
  "a zero too few (usual 100 or more)": withoutTotal(({ now }) => (now >= 100 ? Math.round(now / 10) : undefined)),
  "digit swap of last month (stock, 100 or more)": withoutTotal(({ before, element }, random) => {
    const [last] = before;
    const swaps = last !== undefined && last >= 100 && isStockElement(element) ? swappedNeighbours(String(last)) : [];
    return swaps.length > 0 ? Number(swaps[Math.floor(random() * swaps.length)]) : undefined;
  }),
  "five times as many (usual 20 or more)": withoutTotal(({ now }) => (now >= 20 ? now * 5 : undefined)),
  "nothing typed as 0 (usual 50 or more)": withoutTotal(({ now }) => (now >= 50 ? 0 : undefined)),
  "last month once more (usual 1.000 or more)": withoutTotal(({ before, element }) =>
    (before[0] ?? 0) >= 1000 && !isStockElement(element) ? before[0] : undefined,
  ),
  "the same number four months running (50 or more)": (all) => {
    const old = all[0];
    const value = old?.before[2];
    if (!old || value === undefined || value < 50 || isStockElement(old.element)) return undefined;
    const planted = { ...old, now: value, text: String(value), before: [value, value, ...old.before.slice(2)] };
    all.splice(0, all.length, planted);
    return [planted];
  },
}; // prettier-ignore

/** The total goes away with the part that is changed: no sum can tell. */
function withoutTotal(change: (series: Series, random: Random) => number | undefined): Plant {
  return (all, random) => {
    const touched = inOnePart(change)(all, random);
    const total = all.findIndex(({ optionCombo }) => optionCombo === "");
    if (touched && total !== -1) all.splice(total, 1);
    return touched;
  };
}

function isStockElement(element: string): boolean {
  const kind = Number(element.slice("element.".length)) % 20;
  return kind >= 12 && kind < 17;
}

/** All histories of a province, ready to be checked. */
export function groupsOf(reported: Reported, months: number): Groups {
  return new Map(
    reported.elements.map((_, element) => [
      element,
      reported.units.map((orgUnit, unit) => ({ orgUnit, series: seriesOf(reported, element, unit, months) })),
    ]),
  );
}

export function runChecks(reported: Reported, groups: Groups, settings: CheckSettings): ValueFinding[] {
  const check = new ValuesCheck({ period: checkedPeriod, settings });
  for (const [element, of] of groups) {
    const whole: CellGroup[] = of.map((group) => ({ ...group, blank: [], related: [] }));
    check.see(reported.elements[element]!, whole);
  }
  return check.findings();
}

/** Plants one kind of error in some hundred cells and answers how many were named, by any check, at the cell itself. */
export function measureRecall(
  reported: Reported,
  clean: Groups,
  settings: CheckSettings,
  plant: Plant,
): { readonly planted: number; readonly found: number; readonly codes: ReadonlyMap<string, number> } {
  const random = seededRandom(7);
  const groups: Groups = new Map([...clean].map(([element, of]) => [element, of.map((group) => ({ ...group, series: [...group.series] }))])); // prettier-ignore
  const touched: Series[] = [];
  for (let tries = 0; tries < 4000 && touched.length < 400; tries++) {
    const of = groups.get(Math.floor(random() * reported.elements.length));
    const group = of?.[Math.floor(random() * reported.units.length)];
    if (!group || touched.some(({ orgUnit, element }) => orgUnit === group.orgUnit && element === group.series[0]?.element)) continue; // prettier-ignore
    touched.push(...(plant(group.series, random) ?? []));
  }
  const named = new Map<string, Set<string>>();
  for (const { code, cells } of runChecks(reported, groups, settings))
    for (const cell of cells) {
      const name = `${cell.element}|${cell.optionCombo}|${cell.orgUnit}|${cell.period}`;
      named.set(name, (named.get(name) ?? new Set()).add(code));
    }
  const codes = new Map<string, number>();
  let found = 0;
  for (const { element, optionCombo, orgUnit, period } of touched) {
    const all = named.get(`${element}|${optionCombo}|${orgUnit}|${period}`);
    if (all) found++;
    for (const code of all ?? []) codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  return { planted: touched.length, found, codes };
}

/** Copies whole forms of some units from three months before, and answers how many were called copies. */
export function measureCopiedForms(
  reported: Reported,
  clean: Groups,
  settings: CheckSettings,
): { readonly planted: number; readonly found: number } {
  const forms = new Map<string, string>();
  reported.units.slice(0, 30).forEach((unit, index) => {
    const programmes = [...new Set(reported.elements.map(({ programme }) => programme))];
    forms.set(unit, programmes[index % programmes.length]!);
  });
  const groups: Groups = new Map(
    [...clean].map(([element, of]) => [
      element,
      of.map((group) =>
        forms.get(group.orgUnit) === reported.elements[element]!.programme
          ? { ...group, series: group.series.map(copied) }
          : group,
      ),
    ]),
  );
  const found = runChecks(reported, groups, settings).filter(
    ({ code, facts, cells }) =>
      code === "repeated-form" && forms.get(cells[0]?.orgUnit ?? "") === facts["form"],
  );
  return { planted: forms.size, found: found.length };
}

function copied(series: Series): Series {
  const now = series.before[2];
  return now === undefined ? series : { ...series, now, text: String(now) };
}
