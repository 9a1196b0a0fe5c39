import { Refusal } from "#domain/refusal.ts";
import { type Block, type TableCell, type TableRow } from "./document-blocks.ts";
import { documentLimits } from "./document-limits.ts";
import { type XmlTag } from "./read-xml.ts";

interface OpenTable {
  readonly rows: TableRow[];
  cells: TableCell[];
  count: number;
  isDeleted: boolean;
  columns: number;
  isContinued: boolean;
  isLeftOut: boolean;
  after: number;
}

/** How the reader of the body takes part in the reading of tables. */
interface Columns {
  openColumn(): void;
  closeColumn(): readonly Block[];
  addBlock(block: Block): void;
}

/** Word tables have at most 63 columns. */
const mostColumns = 63;

/** Follows the tables of a Word file, one within the other. */
export function docxTables(file: string, body: Columns) {
  const tables: OpenTable[] = [];
  const opens: Readonly<Record<string, (attributes: XmlTag["attributes"], table: OpenTable) => void>> = {
    "w:tr": (_, table) => void Object.assign(table, { cells: [], isDeleted: false, after: 0 }),
    "w:gridBefore": ({ val }, table) => void table.cells.push(...blankCells(countOf(val))),
    "w:gridAfter": ({ val }, table) => void (table.after = countOf(val)),
    "w:tc": (_, table) => {
      body.openColumn();
      Object.assign(table, { columns: 1, isContinued: false, isLeftOut: false });
    },
    "w:gridSpan": ({ val }, table) => void (table.columns = Math.max(1, countOf(val))),
    "w:vMerge": ({ val }, table) => void (table.isContinued = val !== "restart"),
    "w:hMerge": ({ val }, table) => void (table.isContinued = val !== "restart"),
    "w:cellDel": (_, table) => void (table.isLeftOut = true),
  };
  return {
    open: ({ name, attributes }: XmlTag): void => {
      if (name === "w:tbl") tables.push(newTable());
      const table = tables.at(-1);
      if (table && Object.hasOwn(opens, name)) opens[name]?.(attributes, table);
    },
    close: (name: string): void => {
      const table = tables.at(-1);
      if (!table) return;
      if (name === "w:tc") closeCell(table);
      if (name === "w:tr" && !table.isDeleted)
        table.rows.push({ cells: [...table.cells, ...blankCells(table.after)] });
      if (name !== "w:tbl") return;
      tables.pop();
      body.addBlock({ kind: "table", rows: table.rows });
    },
    /** The row was deleted in a tracked change. */
    deleteRow: (): void => {
      const table = tables.at(-1);
      if (table) table.isDeleted = true;
    },
  };

  function closeCell(table: OpenTable): void {
    const blocks = body.closeColumn();
    table.count += 1;
    if (table.count > documentLimits.cellsOfOneTable)
      throw new Refusal("document-table-too-large", { file, limit: documentLimits.cellsOfOneTable });
    if (!table.isLeftOut)
      table.cells.push({ blocks: table.isContinued ? [] : blocks, columns: table.columns });
  }
}

function newTable(): OpenTable {
  return {
    rows: [],
    cells: [],
    count: 0,
    isDeleted: false,
    columns: 1,
    isContinued: false,
    isLeftOut: false,
    after: 0,
  };
}

function countOf(value: string | undefined): number {
  return Math.min(mostColumns, Math.max(0, Math.trunc(Number(value)) || 0));
}

function blankCells(count: number): TableCell[] {
  return Array.from({ length: count }, () => ({ blocks: [], columns: 1 }));
}
