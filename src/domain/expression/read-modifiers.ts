import { day, isDay } from "#domain/calendar.ts";
import { ExpressionError } from "./expression-error.ts";
import {
  aggregationTypes,
  combineModifiers,
  modifiersOf,
  noModifiers,
  withModifiers,
  type AggregationType,
  type Modifiers,
} from "./item.ts";
import { mapItems, type SyntaxNode } from "./syntax-tree.ts";
import type { TokenReader } from "./tokens.ts";

/** A hundred years of months. */
const mostPeriods = 1200;

/** Reads `.periodOffset(-1).yearToDate()` and the like, as many as follow. */
export function readModifiers(reader: TokenReader): Modifiers {
  let modifiers = noModifiers;
  while (reader.takeIf(".")) modifiers = combineModifiers(readModifier(reader), modifiers);
  return modifiers;
}

function readModifier(reader: TokenReader): Modifiers {
  const { type, text, from } = reader.peek();
  if (type !== "word") reader.fail("modifier");
  if (text === "stageOffset") throw new ExpressionError("individual-record", from, { name: text });
  const read = argumentReaders.get(text);
  if (!read) throw new ExpressionError("unknown-modifier", from, { name: text });
  reader.take();
  reader.expect("(");
  const modifier = { ...noModifiers, ...read(reader) };
  reader.expect(")");
  return modifier;
}

const argumentReaders: ReadonlyMap<string, (reader: TokenReader) => Partial<Modifiers>> = new Map([
  ["periodOffset", (reader: TokenReader): Partial<Modifiers> => ({ periodOffset: readOffset(reader) })],
  ["yearToDate", () => ({ yearToDate: true })],
  ["aggregationType", (reader) => ({ aggregationType: readAggregationType(reader) })],
  ["minDate", (reader) => ({ minDate: readDay(reader) })],
  ["maxDate", (reader) => ({ maxDate: readDay(reader) })],
]);

function readOffset(reader: TokenReader): number {
  const { from } = reader.peek();
  const sign = reader.takeIf("-", "+")?.text === "-" ? -1 : 1;
  if (!/^\d+$/.test(reader.peek().text)) reader.fail("whole-number");
  return withinReach(sign * Number(reader.take().text), from);
}

function withinReach(offset: number, at: number): number {
  if (Math.abs(offset) <= mostPeriods) return offset + 0;
  throw new ExpressionError("offset-out-of-range", at, { most: mostPeriods });
}

function readAggregationType(reader: TokenReader): AggregationType {
  const { text, from } = reader.peek();
  const found = aggregationTypes.find((name) => name === text.toUpperCase());
  if (!found) throw new ExpressionError("unknown-aggregation-type", from, { found: text });
  reader.take();
  return found;
}

/** `2021-6-30` and `2021-06-30` are one day. */
function readDay(reader: TokenReader): string {
  const { from } = reader.peek();
  const parts = [];
  while (reader.peek().type === "number" || reader.peek().text === "-") parts.push(reader.take().text);
  const [, year, month, date] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(parts.join("")) ?? [];
  const written = `${year}-${month?.padStart(2, "0")}-${date?.padStart(2, "0")}`;
  if (!isDay(written) || written !== day(Number(year), Number(month), Number(date))) {
    throw new ExpressionError("date-unreadable", from, { found: parts.join("") });
  }
  return written;
}

/** Hands what is said about a bracket on to every item in it. */
export function applyModifiers(node: SyntaxNode, modifiers: Modifiers): SyntaxNode {
  if (modifiers === noModifiers) return node;
  return mapItems(node, (leaf) => {
    if (leaf.kind === "item") {
      const item = withModifiers(leaf.item, modifiers);
      withinReach(modifiersOf(item).periodOffset, leaf.at);
      return { ...leaf, item };
    }
    const combined = combineModifiers(modifiers, leaf.modifiers);
    withinReach(combined.periodOffset, leaf.at);
    return { ...leaf, modifiers: combined };
  });
}
