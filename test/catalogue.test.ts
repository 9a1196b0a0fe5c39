import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { catalogueFiles, parseCatalogue } from "#contract/catalogue.ts";
import { optionCombo, type Disaggregation } from "#domain/breakdown.ts";
import { indexFacts } from "#domain/figure-facts.ts";
import { areasOn, placementOn } from "#domain/org-unit.ts";
import { resolveFiguresWith } from "#domain/resolve-figure.ts";
import type { Statement } from "#domain/data-value.ts";
import type { FigureRequest } from "#domain/figure.ts";
import { cellName, countedCells, listRelations, reach } from "./fact-calculator.ts";

const folder = new URL("../catalogues/lai-chau/", import.meta.url);
const texts = new Map(catalogueFiles.map((file) => [file, readFileSync(new URL(file, folder), "utf8")]));
const catalogue = parseCatalogue(
  Object.fromEntries([...texts].map(([file, text]) => [file, JSON.parse(text)])),
);
const { orgUnits, elements, values, targets, statements } = catalogue;
const resolve = resolveFiguresWith(indexFacts(catalogue));

describe("the catalogue of Lai Châu", () => {
  test("every letter is in NFC", () => {
    for (const [file, text] of texts) expect(text === text.normalize("NFC"), file).toBe(true);
  });

  test("communes are counted in the tree of the day: 108 in 2019, 106 from February 2020, 38 from July 2025", () => {
    const communesOn = (day: string): number => areasOn(orgUnits, 3, day).length;
    expect(["2019-12-31", "2020-02-01", "2023-06-30", "2025-06-30", "2025-07-01"].map(communesOn)).toEqual([
      108, 106, 106, 106, 38,
    ]);
    expect([areasOn(orgUnits, 2, "2023-06-30").length, areasOn(orgUnits, 2, "2025-07-01").length]).toEqual([
      8, 0,
    ]);
  });

  test("every place hangs below a place of its own day", () => {
    for (const unit of orgUnits) {
      for (const day of ["2019-01-01", "2020-02-01", "2023-06-30", "2025-07-01"]) {
        const parent = placementOn(unit, day)?.parent;
        const above = orgUnits.find(({ uid }) => uid === parent);
        if (parent !== undefined) expect(above && placementOn(above, day), `${unit.uid} ${day}`).toBeDefined();
      }
    }
  }); // prettier-ignore

  test("every commune that ended has a successor, and each ends on the day before", () => {
    const ended = orgUnits.filter(
      (unit) => unit.kind === "area" && unit.closedOn !== undefined && unit.placements[0]?.level === 3,
    );
    const predecessors = new Set(catalogue.successions.map(({ predecessor }) => predecessor));
    expect(new Set(ended.map(({ uid }) => uid))).toEqual(predecessors);
    for (const { predecessor, successor, on } of catalogue.successions) {
      expect(
        placementOn(
          orgUnits.find(({ uid }) => uid === predecessor)!,
          on,
        ),
        predecessor,
      ).toBeUndefined();
      expect(
        placementOn(
          orgUnits.find(({ uid }) => uid === successor)!,
          on,
        ),
        successor,
      ).toBeDefined();
    }
  });

  test("stations whose names were made by rule say so; the 103 that exist are a reported number", () => {
    const stations = orgUnits.filter(({ type }) => type === "health-station");
    expect(stations.every(({ generated, note }) => generated === true && note !== undefined)).toBe(true);
    const reported = values.find(({ element }) => element === "org.commune_health_stations");
    expect(reported?.value.toFixed()).toBe("103");
    expect(elements.find(({ id }) => id === "org.commune_health_stations")?.formula).toBeUndefined();
  });

  test("each population series covers exactly the communes of its day", () => {
    for (const { tree, byOrgUnit } of catalogue.populations) {
      expect(Object.keys(byOrgUnit).toSorted()).toEqual(
        areasOn(orgUnits, 3, tree)
          .map(({ uid }) => uid)
          .toSorted(),
      );
      expect(Object.values(byOrgUnit).reduce((total, people) => total + people, 0)).toBe(460_196);
    }
  });

  test("the two documents state 31 and 313 figures", () => {
    const sources = statements.map(({ citation }) => citation.document);
    expect(sources.filter((source) => source === "tb-2020-s1")).toHaveLength(31);
    expect(sources.filter((source) => source === "bc-2023-s1")).toHaveLength(313);
  });

  test("a part is at most its whole, and no total stands beside the parts it is the sum of", () => {
    for (const { element: id, optionCombo: combo, period, orgUnit, value } of values) {
      const element = elements.find((candidate) => candidate.id === id)!;
      if (combo === "" || element.timeNature === "rate") continue;
      const whole = values.find((other) => other.element === id && other.optionCombo === "" && other.period === period && other.orgUnit === orgUnit);
      if (element.breakdowns.some(({ relation }) => relation === "partition")) expect(whole, `${id} ${period}`).toBeUndefined();
      const total = resolve({ key: element.key, role: "actual", period, orgUnit, breakdown: {} }).value;
      if (total) expect(value.lte(total), `${id} ${combo} ${period}`).toBe(true);
    }
  }); // prettier-ignore

  test("where measures overlap, their sum exceeds the whole", () => {
    const measures = values.filter(({ element }) => element === "food.facilities_violating");
    expect(measures.map(({ value }) => Number(value)).reduce((a, b) => a + b)).toBe(438);
    expect(
      resolve({ key: "food.facilities_violating", role: "actual", period: "2023-S1", orgUnit: "VN12", breakdown: {} })
        .value?.toFixed(),
    ).toBe("366");
  }); // prettier-ignore
});

const relations = listRelations(catalogue);
const counted = countedCells(catalogue);
const stored = [...values.map(cellName), ...targets.map((target) => `plan ${cellName(target)}`)];

describe("nothing is stored that can be computed", () => {
  test.each(stored)("%s does not follow from the other facts", (cell) => {
    const others = [...stored.filter((name) => name !== cell), ...counted];
    expect(reach(others, relations).get(cell)).toBeUndefined();
  });

  test.each([
    ["a total beside its parts", "workforce.total", ""],
    ["a part beside its total", "workforce.total", "tier=xã"],
    ["a rate beside its operands", "workforce.doctors_per_10k", ""],
    ["a difference", "food.facilities_violating", ""],
    ["the province beside its communes", "food.poisoning_cases", ""],
    ["the number of communes", "admin.communes", ""],
  ])("but the calculator would notice %s", (_, element, combo) => {
    const place = { element, period: "2023-S1", orgUnit: "VN12" };
    const cell = cellName({ ...place, optionCombo: combo });
    const total = combo === "" ? [] : [cellName({ ...place, optionCombo: "" })];
    const others = [...stored.filter((name) => name !== cell), ...total, ...counted];
    expect(reach(others, relations).get(cell)).toBeDefined();
  });

  test("a base worked back from a printed change says so, and gives the change again as printed", () => {
    const derived = values.filter((value) => value.derived);
    expect(derived).toHaveLength(18);
    expect(derived.every(({ note }) => note !== undefined && note !== "")).toBe(true);
    for (const { element, period, orgUnit } of derived) {
      const printed = statements.find(
        (statement) => statement.key === element && statement.orgUnit === orgUnit && statement.role.startsWith("growth") &&
          Number(statement.period.slice(0, 4)) - 1 === Number(period.slice(0, 4)),
      )!;
      const figure = resolve(requestOf(printed));
      expect(figure.value?.round(printed.decimals).toFixed(), element).toBe(printed.value.toFixed());
      expect(figure.stated, element).toBeUndefined();
    }
  }); // prettier-ignore
});

describe("what the documents print against what follows from their own numbers", () => {
  test("differs in seven figures and in no other", () => {
    const different = statements
      .filter((statement) => resolve(requestOf(statement)).stated !== undefined)
      .map(({ key, role, text }) => `${key} ${role} ${text}`);
    expect(different.toSorted()).toEqual([
      "basedow.treated growth_percent 12,2%", // 195 after 172 is 13,37 %
      "goitre.managed growth_percent 2,01%", // 1.721 after 1.678 is 2,56 %
      "goitre.treated growth_percent 2,5%", // 200 after 205 is −2,44 %
      "methadone.patients growth_abs 121", // 1.906 after 2.077 is −171
      "methadone.patients percent_of_plan 105%", // follows from the next: 2.285 of 2.200 is 103,86 %
      "methadone.patients stock 2.315", // 2.116 + 169 is 2.285
      "workforce.doctors_per_10k rate 12,70", // 620 of 489.945 is 12,65
    ]);
  });

  test("every figure of both documents has a value", () => {
    for (const statement of statements) {
      expect(resolve(requestOf(statement)).value, `${statement.key} ${statement.role}`).toBeDefined();
    }
  });
});

/** The figure a statement is about: a stock of another day is asked for by the period that ends on it. */
function requestOf(statement: Statement): FigureRequest {
  const { key, role, orgUnit, breakdown, against, asOf } = statement;
  const year = asOf?.slice(0, 4) ?? "";
  const periods = new Map([
    [`${year}-12-31`, year],
    [`${year}-06-30`, `${year}-S1`],
  ]);
  const period = periods.get(asOf ?? "") ?? statement.period;
  // "tăng 12 trường hợp so với năm 2022" compares a half-year with a whole year.
  const base = key === "measles.suspected_cases" && role === "growth_abs" ? "previous_year" : against;
  return { key, role, period, orgUnit, breakdown, ...(base && { against: base }) };
}

interface LabelledFigure {
  readonly id: string;
  readonly indicator_key: string;
  readonly role: string;
  readonly value: number;
  readonly unit: string;
  readonly text: string;
  readonly quote: string;
  readonly doc: "2020" | "2023";
  readonly period: string;
  readonly disaggregation: Disaggregation;
  readonly direction?: "increase" | "decrease";
  readonly derived_from: object | null;
}

const labels = new URL("../../shared/lai-chau/figures.json", import.meta.url);
const isLabelled = existsSync(labels);
const notData = new Set(["date", "ordinal", "legal_ref", "name", "qualifier", "identifier"]);
const skipped = isLabelled ? "" : " (skipped: the labelled figures are not here)";

describe.skipIf(!isLabelled)(`the labelled figures of both documents${skipped}`, () => {
  const all: LabelledFigure[] = isLabelled ? JSON.parse(readFileSync(labels, "utf8")) : [];
  const figures = all.filter(({ role }) => !notData.has(role));
  const reached = reach([...stored, ...counted], relations);

  test.each(figures.map((figure) => [figure.id, figure.indicator_key, figure.role, figure] as const))(
    "%s %s %s is stated as printed",
    (_id, _key, _role, figure) => {
      const [statement, ...others] = statements.filter((candidate) => states(candidate, figure));
      expect(others).toEqual([]);
      expect(Math.abs(Number(statement?.value))).toBe(figure.value);
      expect(statement?.value.lt(0)).toBe(figure.direction === "decrease");
    },
  );

  test("every count, denominator and rate without operands is stored; whatever has operands is computed", () => {
    for (const figure of figures) {
      const cell = cellOf(figure);
      const isComputed = figure.derived_from !== null || figure.indicator_key === "admin.communes";
      if (isComputed) expect(reached.has(cell), `${figure.id} can be computed`).toBe(true);
      if (isComputed) expect(stored.includes(cell), `${figure.id} is not stored`).toBe(false);
    }
    const remaining = figures.filter((figure) => !reached.has(cellOf(figure)));
    expect(remaining.map(({ id, indicator_key, text }) => `${id} ${indicator_key} ${text}`)).toEqual([
      "f0031 covid19.cases không ghi nhận ca mắc mới",
      "f0037 eye.examined_treated 11%",
      "f0039 hypertension.managed 6,4%",
      "f0040 population.births 28",
      "f0179 admin_reform.tasks 100%",
      "f0483 hospital.consultations 42%",
      "f0488 hospital.inpatients 47%",
      "f0491 hospital.outpatients 41,3%",
    ]);
  });

  test("units are the printed ones, except where the documents use two for one series", () => {
    const other = figures.filter((figure) => {
      const statement = statements.find((candidate) => states(candidate, figure))!;
      return resolve(requestOf(statement)).unit !== figure.unit;
    });
    expect(other.map(({ id, indicator_key, unit }) => `${id} ${indicator_key} ${unit}`)).toEqual([
      "f0031 covid19.cases ca", // "trường hợp" in 2023
      "f0032 malaria.cases bệnh nhân", // "ca" in 2023
      "f0504 repro.gyn_exams người", // "lượt người" in the same sentence
    ]);
  });
});

function states(statement: Statement, figure: LabelledFigure): boolean {
  const document = figure.doc === "2023" ? "bc-2023-s1" : "tb-2020-s1";
  return (
    statement.key === figure.indicator_key &&
    statement.text === figure.text &&
    statement.citation.document === document &&
    statement.citation.quote === figure.quote &&
    (statement.role === figure.role || statement.role === "growth_points") &&
    optionCombo(statement.breakdown) === optionCombo(figure.disaggregation)
  );
}

/** The cell of the calculator that a labelled figure is about. */
function cellOf(figure: LabelledFigure): string {
  const statement = statements.find((candidate) => states(candidate, figure))!;
  const { key, period, orgUnit, breakdown } = requestOf(statement);
  const element =
    elements.find((candidate) => candidate.key === key && candidate.onlyRoles?.includes(statement.role))
      ?.id ?? key;
  const cell = { element, optionCombo: optionCombo(breakdown), period, orgUnit };
  if (statement.role.startsWith("growth") && statement.against === undefined)
    return `change ${cellName(cell)}`;
  if (statement.against === "plan") return `plan ${cellName({ ...cell, period: period.slice(0, 4) })}`;
  if (statement.role === "plan") return `plan ${cellName(cell)}`;
  return statement.role === "percent_of_plan" ? `percent of plan ${cellName(cell)}` : cellName(cell);
}
