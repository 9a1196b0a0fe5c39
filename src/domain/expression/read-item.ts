import { parseOptionCombo } from "#domain/breakdown.ts";
import { ExpressionError } from "./expression-error.ts";
import {
  noModifiers,
  reportingRates,
  selectorTags,
  type DataElementItem,
  type PlainItem,
  type SelectionItem,
  type Selector,
} from "./item.ts";
import type { Token } from "./tokens.ts";

const uid = /^[a-zA-Z][a-zA-Z0-9]{10}$/;
const key = /^[\p{L}\p{N}_]+([.-][\p{L}\p{N}_]+)*$/u;

/** Kinds of items about single persons and events. */
const individualRecordItems: ReadonlySet<string> = new Set(["A", "D", "I", "V", "PS_EVENTDATE"]);

/** Reads an item token (`#{…}`, `R{…}`, `[days]`…) without modifiers; throws an ExpressionError at the token. */
export function readItem(token: Token): PlainItem {
  const [kind = "", inside = ""] = token.text.slice(0, -1).split(/[{[](.*)/s, 2);
  if (token.text.startsWith("[")) return readPeriodItem(token, inside);
  if (individualRecordItems.has(kind) || token.text.startsWith("PS_EVENTDATE:")) {
    throw new ExpressionError("individual-record", token.from, { name: token.text });
  }
  const unreadable = new ExpressionError("item-unreadable", token.from, { found: token.text });
  const item = readByKind(kind, inside.trim().normalize("NFC"), unreadable);
  if (!item) throw new ExpressionError("unknown-item", token.from, { found: `${kind}{…}` });
  return item;
}

function readByKind(kind: string, inside: string, unreadable: ExpressionError): PlainItem | undefined {
  switch (kind) {
    case "#":
      return readDataElement(inside, unreadable);
    case "N":
      return { kind: "indicator", indicator: keyOf(inside, unreadable), modifiers: noModifiers };
    case "C":
      return { kind: "constant", constant: keyOf(inside, unreadable) };
    case "OUG":
      return { kind: "org-unit-group", group: keyOf(inside, unreadable) };
    case "R":
      return readReportingRate(inside, unreadable);
    default:
      return undefined;
  }
}

function readPeriodItem(token: Token, inside: string): PlainItem {
  switch (inside.trim()) {
    case "days":
      return { kind: "days", modifiers: noModifiers };
    case "periodInYear":
      return { kind: "period-in-year", modifiers: noModifiers };
    case "yearlyPeriodCount":
      return { kind: "yearly-period-count", modifiers: noModifiers };
    default:
      throw new ExpressionError("unknown-item", token.from, { found: token.text });
  }
}

function readReportingRate(inside: string, unreadable: ExpressionError): PlainItem {
  const at = inside.lastIndexOf(".");
  const rate = reportingRates.find((name) => name === inside.slice(at + 1));
  if (!rate || at < 0) throw unreadable;
  return {
    kind: "reporting-rate",
    dataSet: keyOf(inside.slice(0, at), unreadable),
    rate,
    modifiers: noModifiers,
  };
}

function keyOf(text: string, unreadable: ExpressionError): string {
  if (!key.test(text)) throw unreadable;
  return text;
}

/** One to three uids (or `*`, or tagged groups of uids) between dots; anything else is a key of our catalogue. */
function readDataElement(inside: string, unreadable: ExpressionError): PlainItem {
  const selectors = inside.split(".").map(readSelector);
  const [first, second, third] = selectors;
  const isByUid = selectors.length <= 3 && selectors.every((selector) => selector !== undefined);
  if (!isByUid || !first) return readOwnKey(inside, unreadable);
  if (first.uids.includes("*") || first.by === "option" || first.by === "option-group") throw unreadable;
  if ([second, third].some((selector) => selector?.by === "data-element-group")) throw unreadable;
  return asDataElement(first, second, third) ?? asSelection(first, second, third);
}

function readSelector(part: string): Selector | undefined {
  if (part === "*") return { by: "uid", uids: ["*"] };
  for (const by of ["data-element-group", "option", "option-group", "uid"] as const) {
    if (!part.startsWith(selectorTags[by])) continue;
    const uids = part.slice(selectorTags[by].length).split("&");
    return uids.every((text) => uid.test(text)) ? { by, uids } : undefined;
  }
  return undefined;
}

function asDataElement(
  element: Selector,
  combo: Selector | undefined,
  attribute: Selector | undefined,
): DataElementItem | undefined {
  const isSingle = [element, combo, attribute].every(
    (selector) => selector === undefined || (selector.by === "uid" && selector.uids.length === 1),
  );
  const [dataElement] = element.uids;
  if (!isSingle || dataElement === undefined) return undefined;
  return {
    kind: "data-element",
    dataElement,
    ...(combo && { optionCombo: combo.uids[0] }),
    ...(attribute && { attributeOptionCombo: attribute.uids[0] }),
    modifiers: noModifiers,
  };
}

function asSelection(element: Selector, combo?: Selector, attribute?: Selector): SelectionItem {
  return {
    kind: "selection",
    dataElements: element,
    ...(combo && { optionCombos: combo }),
    ...(attribute && { attributeOptionCombos: attribute }),
    modifiers: noModifiers,
  };
}

/** `epi.fully_immunized_u1`, `tb.cases[type=AFB (+)]`; empty brackets make a key of what else would be a uid. */
function readOwnKey(inside: string, unreadable: ExpressionError): DataElementItem {
  const [, name = "", cell = ""] = /^([^[\]]*)(?:\[([^[\]]*)\])?$/s.exec(inside) ?? [];
  const breakdown = parseOptionCombo(cell);
  const pieces = cell.split(";").filter((piece) => piece.trim() !== "");
  const isWhole = breakdown && Object.keys(breakdown).length === pieces.length;
  if (!isWhole || Object.values(breakdown).includes("")) throw unreadable;
  return {
    kind: "data-element",
    dataElement: keyOf(name.trim(), unreadable),
    breakdown,
    modifiers: noModifiers,
  };
}
