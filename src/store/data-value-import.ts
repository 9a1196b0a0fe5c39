import { setImmediate } from "node:timers/promises";
import type { DataValue } from "#domain/data-value.ts";
import { Refusal } from "#domain/refusal.ts";
import { CellRegister } from "./cell-register.ts";
import { copyFields, copyLine } from "./copy-text.ts";
import { requireDataElements } from "./data-elements.ts";
import { isSqlState, type Transaction } from "./database.ts";
import { contentColumns, incomingColumns, keyColumns } from "./data-value-columns.ts";
import { changeParameters, upsertFrom, type Change, type SaveCounts } from "./data-values.ts";
import { requireOrgUnits } from "./org-units.ts";
import { foldWithin } from "./rollup-fold.ts";

const uniqueViolation = "23505";
const portionSize = 50_000; // sorted in larger portions, the index is written more in order; beyond this nothing is gained
/** After so many values the portion before gets its turn on the line to the server. */
const breath = 500;

type WriteCounts = Omit<SaveCounts, "unchanged">;

/**
 * Saves a stream of up to some ten million values; the same promise as `saveDataValues`, at several times its speed.
 * A portion of which all cells are blank so far, as in nearly every import, is copied straight into place; any other
 * is compared with what is there. The rollup has taken it all up before the import ends.
 */
export async function importDataValues(
  tx: Transaction,
  province: string,
  values: Iterable<DataValue> | AsyncIterable<DataValue>,
  change: Change,
): Promise<SaveCounts> {
  const register = new CellRegister();
  const counts = { inserted: 0, changed: 0, unchanged: 0 };
  await tx.query(`create temporary table staged (${incomingColumns}) on commit drop`);
  for await (const portion of ahead(portions(values, register))) {
    const { inserted, changed } = await savePortion(tx, province, portion, change);
    counts.inserted += inserted;
    counts.changed += changed;
    counts.unchanged += portion.length - inserted - changed;
  }
  await tx.query("drop table staged");
  await requireDataElements(tx, province, register.elements.texts());
  await requireOrgUnits(tx, province, register.orgUnits.texts());
  await foldWithin(tx, province);
  return counts;
}

async function savePortion(
  tx: Transaction,
  province: string,
  portion: readonly string[],
  change: Change,
): Promise<WriteCounts> {
  try {
    await tx.attempt(() => fillBlank(tx, province, portion, change));
    return { inserted: portion.length, changed: 0 };
  } catch (error) {
    if (!isSqlState(error, uniqueViolation)) throw error; // one of the cells is not blank
  }
  return upsertPortion(tx, province, portion, change);
}

async function fillBlank(
  tx: Transaction,
  province: string,
  portion: readonly string[],
  { by, batch, reason }: Change,
): Promise<void> {
  const [clock] = await tx.query<{ now: string }>("select statement_timestamp() as now");
  const head = `${copyFields([province])}\t`;
  const tail = `\t${copyLine([by, clock?.now, batch, reason])}`;
  await tx.copyIn(
    `copy data_value (province, ${keyColumns}, ${contentColumns}, entered_by, entered_at, batch, reason) from stdin`,
    portion.map((line) => head + line + tail),
  );
}

async function upsertPortion(
  tx: Transaction,
  province: string,
  portion: readonly string[],
  change: Change,
): Promise<WriteCounts> {
  await tx.query("truncate staged");
  await tx.copyIn("copy staged from stdin", portion.map((line) => `${line}\n`)); // prettier-ignore
  const [counts] = await tx.query<WriteCounts>(upsertFrom("staged"), changeParameters(province, change));
  if (counts === undefined) throw new Error("the counts are missing");
  return counts;
}

/** The fields of a value in the order of `keyColumns` and `contentColumns`: those of `incomingColumns`. */
function lineOf(value: DataValue): string {
  const { citation } = value;
  return copyFields([
    value.element, value.period, value.orgUnit, value.optionCombo, value.source, value.value.toFixed(), value.asOf,
    value.qualifier, value.estimate ?? false, value.derived ?? false, value.note, value.reportedBy, value.basis,
    citation?.document, citation?.section, citation?.quote,
  ]); // prettier-ignore
}

/** The values as lines, sorted by cell: neighbours in the index are written together. */
async function* portions(
  values: Iterable<DataValue> | AsyncIterable<DataValue>,
  register: CellRegister,
): AsyncGenerator<string[]> {
  let portion: string[] = [];
  for await (const value of values) {
    if (!register.add(value)) throw duplicate(value);
    portion.push(lineOf(value));
    if (portion.length % breath === 0) await setImmediate();
    if (portion.length < portionSize) continue;
    yield portion.toSorted();
    portion = [];
  }
  if (portion.length > 0) yield portion.toSorted();
}

function duplicate({ element, period, orgUnit, optionCombo }: DataValue): Refusal {
  return new Refusal("duplicate-data-value", { element, period, orgUnit, optionCombo });
}

/** Has the next item made while the current one is being worked on. */
async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  for (let item = await next; !item.done; item = await next) {
    next = items.next();
    next.catch(() => undefined); // thrown where it is awaited
    yield item.value;
  }
}
