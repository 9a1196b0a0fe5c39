import { optionCombo, parseOptionCombo, type Disaggregation } from "./breakdown.ts";
import type { DataElement } from "./data-element.ts";
import type { DataElementItem, Item, ReportingRate, SelectionItem, Selector } from "./expression/item.ts";
import type { Constant, ExternalCode, ExternalCodeKind, Indicator, OrgUnitGroup } from "./indicator.ts";

/** Everything a formula may speak of. */
export interface FormulaCatalogue {
  readonly elements: readonly DataElement[];
  readonly indicators: readonly Indicator[];
  readonly constants: readonly Constant[];
  readonly groups: readonly OrgUnitGroup[];
  /** Types of units that occur: xa, phuong, health-station… */
  readonly unitTypes: readonly string[];
  readonly codes: readonly ExternalCode[];
  /** The ids of data sets whose hand-ins are followed; none unless said. */
  readonly dataSets?: readonly string[];
}

/** One cell of a data element. */
export interface ReferredCell {
  readonly element: DataElement;
  readonly breakdown: Disaggregation;
}

/** What an item of a formula is in our catalogue. */
export type Reference =
  /** Cells to be added up; mostly one. */
  | { readonly kind: "cells"; readonly cells: readonly ReferredCell[] }
  | { readonly kind: "indicator"; readonly indicator: Indicator }
  | { readonly kind: "constant"; readonly constant: Constant }
  | { readonly kind: "units"; readonly group: OrgUnitGroup | undefined; readonly type: string | undefined }
  | { readonly kind: "reporting-rate"; readonly dataSet: string; readonly rate: ReportingRate }
  | { readonly kind: "unit-condition" }
  | { readonly kind: "period" };

export type ReferenceProblemCode =
  | "unknown-data-element"
  | "unknown-option-combo"
  | "unknown-element-group"
  | "unknown-indicator"
  | "unknown-constant"
  | "unknown-org-unit-group"
  /** Attribute option combos of DHIS2 other than the default: values are not kept by them. */
  | "attribute-option-combo"
  | "unknown-data-set"
  /** Which units report a data set is no condition here. */
  | "data-set-condition";

export interface ReferenceProblem {
  readonly problem: ReferenceProblemCode;
  /** The part that is not known. */
  readonly name: string;
  /** Where to look for a name that is near. */
  readonly among: readonly string[];
}

/** Finds what items are; the same catalogue answers any number of formulas. */
export interface References {
  readonly catalogue: FormulaCatalogue;
  readonly find: (item: Item) => Reference | ReferenceProblem;
  readonly findIndicator: (key: string) => Indicator | undefined;
  readonly findElement: (name: string) => DataElement | undefined;
}

/** Indexes a catalogue: elements by id, by key and by the codes of other systems, and so on. */
export function indexReferences(catalogue: FormulaCatalogue): References {
  const dataSets = catalogue.dataSets ?? [];
  const elements = indexElements(catalogue.elements);
  const indicators = new Map(catalogue.indicators.map((one) => [one.key, one]));
  const constants = new Map(catalogue.constants.map((one) => [one.key, one]));
  const groups = new Map(catalogue.groups.map((one) => [one.key, one]));
  const codes = new Map<string, string[]>();
  for (const { kind, code, target } of catalogue.codes) {
    const name = `${kind}|${code}`;
    const targets = codes.get(name);
    if (targets) targets.push(target);
    else codes.set(name, [target]);
  }
  const targetsOf = (kind: ExternalCodeKind, code: string) => codes.get(`${kind}|${code}`) ?? [];

  /** By our own name, else by that of another system. */
  function findIn<T>(known: ReadonlyMap<string, T>, kind: ExternalCodeKind, name: string): T | undefined {
    const target = targetsOf(kind, name)[0];
    return known.get(name) ?? (target === undefined ? undefined : known.get(target));
  }

  function find(item: Item): Reference | ReferenceProblem {
    switch (item.kind) {
      case "data-element":
        return findCell(item);
      case "sub-expression":
        return findCell(item.element);
      case "selection":
        return findSelection(item);
      case "indicator": {
        const indicator = findIn(indicators, "indicator", item.indicator);
        return indicator ? { kind: "indicator", indicator } : unknown("unknown-indicator", item.indicator, indicators.keys()); // prettier-ignore
      }
      case "constant": {
        const constant = findIn(constants, "constant", item.constant);
        return constant ? { kind: "constant", constant } : unknown("unknown-constant", item.constant, constants.keys()); // prettier-ignore
      }
      case "org-unit-group":
        return findUnits(item.group);
      case "reporting-rate":
        return findRate(item);
      case "org-unit-condition":
        return findCondition(item);
      default:
        return { kind: "period" };
    }
  }

  function findRate({ dataSet: name, rate }: Extract<Item, { kind: "reporting-rate" }>): Reference | ReferenceProblem {
    const known = [name, ...targetsOf("data-set", name)].find((id) => dataSets.includes(id));
    return known === undefined
      ? unknown("unknown-data-set", name, dataSets)
      : { kind: "reporting-rate", dataSet: known, rate };
  } // prettier-ignore

  function findUnits(name: string): Reference | ReferenceProblem {
    const group = findIn(groups, "org-unit-group", name);
    const type = catalogue.unitTypes.includes(name) ? name : undefined;
    if (group || type !== undefined) return { kind: "units", group, type };
    return unknown("unknown-org-unit-group", name, [...groups.keys(), ...catalogue.unitTypes]);
  }

  function findCondition({
    condition,
    uids,
  }: Extract<Item, { kind: "org-unit-condition" }>): Reference | ReferenceProblem {
    if (condition === "dataSet") return unknown("data-set-condition", uids.join(", "), []);
    const stranger = condition === "group" ? uids.find((uid) => "problem" in findUnits(uid)) : undefined;
    return stranger === undefined ? { kind: "unit-condition" } : findUnits(stranger);
  }

  function findCell(item: DataElementItem): Reference | ReferenceProblem {
    const { dataElement, attributeOptionCombo } = item;
    if (
      attributeOptionCombo !== undefined &&
      attributeOptionCombo !== "*" &&
      !isTotal(attributeOptionCombo)
    ) {
      return unknown("attribute-option-combo", attributeOptionCombo, []);
    }
    const element = findIn(elements, "data-element", dataElement);
    if (!element) return findDottedKey(item) ?? unknownElement(dataElement);
    if (item.breakdown) return cellOf(element, item.breakdown);
    const combo = item.optionCombo ?? "*";
    if (combo === "*") return { kind: "cells", cells: [{ element, breakdown: {} }] };
    const target = targetsOf("option-combo", combo)[0];
    return target === undefined ? unknownCombo(element, combo) : cellOf(element, readCombo(target));
  }

  /** `vaccination.coveredkids`, whose parts look like uids, may be a key of ours all the same. */
  function findDottedKey({ dataElement, optionCombo: combo, attributeOptionCombo: attribute }: DataElementItem): Reference | undefined {
    const key = [dataElement, combo, attribute].filter((part) => part !== undefined).join(".");
    const element = elements.get(key);
    return element && { kind: "cells", cells: [{ element, breakdown: {} }] };
  } // prettier-ignore

  function isTotal(combo: string): boolean {
    return targetsOf("option-combo", combo)[0] === "";
  }

  function cellOf(element: DataElement, breakdown: Disaggregation): Reference | ReferenceProblem {
    const isKnown =
      optionCombo(breakdown) === "" || element.breakdowns.some(({ dimensions }) => isWithinDimensions(breakdown, dimensions));
    return isKnown ? { kind: "cells", cells: [{ element, breakdown }] } : unknownCombo(element, optionCombo(breakdown));
  } // prettier-ignore

  /** Every element of a group or list, and of each the cells that have one of the options. */
  function findSelection({ dataElements, optionCombos, attributeOptionCombos }: SelectionItem): Reference | ReferenceProblem {
    const attribute = attributeOptionCombos?.uids.find((uid) => uid !== "*" && !isTotal(uid));
    if (attribute !== undefined) return unknown("attribute-option-combo", attribute, []);
    const cells: ReferredCell[] = [];
    for (const uid of dataElements.uids) {
      const names = dataElements.by === "uid" ? [uid] : targetsOf("data-element-group", uid);
      if (names.length === 0) return unknown("unknown-element-group", uid, []);
      for (const name of names) {
        const element = findIn(elements, "data-element", name);
        if (!element) return unknownElement(name);
        const chosen = chooseCells(element, optionCombos);
        if (!Array.isArray(chosen)) return chosen;
        cells.push(...chosen);
      }
    }
    return { kind: "cells", cells };
  } // prettier-ignore

  function chooseCells(element: DataElement, combos: Selector | undefined): ReferredCell[] | ReferenceProblem {
    if (!combos || combos.uids.includes("*")) return [{ element, breakdown: {} }];
    const cells = new Map<string, ReferredCell>();
    for (const uid of combos.uids) {
      const targets = combosWith(combos.by, uid);
      if (targets.length === 0) return unknownCombo(element, uid);
      for (const breakdown of targets) {
        const isOfElement = element.breakdowns.some(({ dimensions }) => isWithinDimensions(breakdown, dimensions));
        if (isOfElement) cells.set(optionCombo(breakdown), { element, breakdown });
      }
    }
    return [...cells.values()];
  } // prettier-ignore

  /** The option combos named, or all that have the option or one option of the group. */
  function combosWith(by: Selector["by"], uid: string): Disaggregation[] {
    if (by === "uid") return targetsOf("option-combo", uid).map(readCombo);
    const options = targetsOf(by === "option" ? "option" : "option-group", uid);
    return catalogue.codes
      .filter(({ kind, target }) => kind === "option-combo" && target.split(";").some((piece) => options.includes(piece)))
      .map(({ target }) => readCombo(target));
  } // prettier-ignore

  function unknownElement(name: string): ReferenceProblem {
    return unknown("unknown-data-element", name, elements.keys());
  }

  return {
    catalogue,
    find,
    findIndicator: (key) => indicators.get(key),
    findElement: (name) => findIn(elements, "data-element", name),
  };
}

/** By id, and by key where one element answers for it in all roles. */
function indexElements(elements: readonly DataElement[]): Map<string, DataElement> {
  const known = new Map<string, DataElement>();
  for (const element of elements) if (!element.onlyRoles) known.set(element.key, element);
  for (const element of elements) known.set(element.id, element);
  for (const element of elements) if (!known.has(element.key)) known.set(element.key, element);
  return known;
}

/** A cell may leave dimensions of its breakdown out only where nothing else is said about it; ours are whole. */
function isWithinDimensions(breakdown: Disaggregation, dimensions: readonly string[]): boolean {
  const named = Object.keys(breakdown);
  return named.length === dimensions.length && named.every((dimension) => dimensions.includes(dimension));
}

function readCombo(text: string): Disaggregation {
  return parseOptionCombo(text) ?? {};
}

function unknown(problem: ReferenceProblemCode, name: string, among: Iterable<string>): ReferenceProblem {
  return { problem, name, among: [...among] };
}

function unknownCombo({ breakdowns }: DataElement, name: string): ReferenceProblem {
  const dimensions = breakdowns.map((one) => one.dimensions.map((dimension) => `${dimension}=…`).join(";"));
  return { problem: "unknown-option-combo", name, among: dimensions };
}
