import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { type Quantity } from "#checker/quantities.ts";
import { isSwapOrSlip, slipKeys } from "#checker/slip-keys.ts";
import { contentWords } from "#checker/subjects.ts";
import { isTotalRow, readGrid, type Grid, type GridRow } from "#checker/table-grid.ts";

/**
 * Holds the numbers of the text against the tables beside it: "huyện Bình Hà có 154 ca" where the row of Bình Hà says
 * 145. Only a slip of one keystroke is raised: other differences are other periods or other matters.
 */
export function readTableMentions(document: ReadDocument): readonly Draft[] {
  if (document.tables.length === 0) return [];
  const mentions = indexMentions(document);
  const printed = new Set<string>();
  const found: { readonly cell: Quantity; readonly mention: Quantity }[] = [];
  for (const table of document.tables) {
    const grid = readGrid(table);
    for (const row of grid?.rows ?? []) {
      for (const [column, cell] of row.values.entries()) {
        if (!cell) continue;
        printed.add(cell.text);
        const mention = mentionOf(document, mentions, { grid: grid!, block: table.block, row, column, cell });
        if (mention) found.push({ cell, mention });
      }
    }
  }
  // A number that some cell prints just so speaks of that one.
  return found.flatMap(({ cell, mention }) =>
    printed.has(digitsOf(mention)) ? [] : [differs(cell, mention)],
  );
}

interface Place {
  readonly grid: Grid;
  readonly block: number;
  readonly row: GridRow;
  readonly column: number;
  readonly cell: Quantity;
}

const mostAlike = 40;

/** The numbers of the prose by everything that one keystroke may have made of them. */
function indexMentions({ quantities }: ReadDocument): ReadonlyMap<string, readonly Quantity[]> {
  const byKey = new Map<string, Quantity[]>();
  for (const each of quantities) {
    if (each.role === "range" || each.role === "change" || each.approximate) continue;
    for (const key of slipKeys(digitsOf(each))) {
      const known = byKey.get(key);
      if (!known) byKey.set(key, [each]);
      else if (known.length < mostAlike) known.push(each);
    }
  }
  return byKey;
}

function mentionOf(
  document: ReadDocument,
  mentions: ReadonlyMap<string, readonly Quantity[]>,
  place: Place,
): Quantity | undefined {
  const digits = digitsOf(place.cell);
  for (const key of slipKeys(digits)) {
    const found = mentions
      .get(key)
      ?.find((each) => isSwapOrSlip(digits, digitsOf(each)) && speaksOf(document, each, place));
    if (found) return found;
  }
  return undefined;
}

const nearBlocks = 4;

/** Whether the words around a number name the row, and the column where the number alone is too short to be telling. */
function speaksOf(document: ReadDocument, mention: Quantity, { grid, block, row, column }: Place): boolean {
  const clause = clauseOf(document, mention);
  const words = new Set(contentWords(clause));
  const headed = contentWords(grid.headers[column]!).filter((word) => !/^\d+$/.test(word));
  const isRate = mention.kind === "percent" && /%|tỷ lệ/.test(grid.headers[column]!);
  const isHeaded = isRate || headed.some((word) => words.has(word));
  const length = digitsOf(mention).replace(/\D/g, "").length;
  if (isTotalRow(row)) {
    const isNear = Math.abs(mention.block - block) <= nearBlocks;
    const namesRow = grid.rows.some((each) => !isTotalRow(each) && isNamed(each.label, clause));
    const isAllHeaded = headed.length > 0 && headed.every((word) => words.has(word));
    return isNear && !namesRow && (isAllHeaded || (isHeaded && length >= 4));
  }
  return isNamed(row.label, clause) && (isHeaded || length >= 4) && (length >= 3 || isHeaded);
}

const fewestLetters = 4;

/** "đông xuân" in "vụ Đông Xuân 56.128 tấn"; the words of a row's label must all stand together. */
function isNamed(label: string, clause: string): boolean {
  const core = label
    .replace(/^[-+•*\s]+|^(?:huyện|xã|phường|tp\.?|thành phố|thị xã|thị trấn|vụ)\s/g, "")
    .trim();
  return core.length >= fewestLetters && ` ${clause} `.includes(` ${core} `);
}

/** The folded words from the last stop before a number to the one behind it. */
function clauseOf({ folded }: ReadDocument, { start, unitEnd }: Quantity): string {
  const before = /[^;.:()]*$/.exec(folded.slice(Math.max(0, start - 110), start))![0];
  const behind = /^[^;.:,()]*/.exec(folded.slice(unitEnd, unitEnd + 50))![0];
  return `${before} ${folded.slice(start, unitEnd)} ${behind}`.replace(/[,–-]/g, " ").replace(/\s+/g, " ");
}

function digitsOf({ text }: Quantity): string {
  return /^[\d.,]*\d/.exec(text)?.[0] ?? "";
}

function differs(cell: Quantity, mention: Quantity): Draft {
  return remark("repetition", "suspect", mention, {
    vi: `Lời văn ghi ${mention.text}, bảng ghi ${cell.text}.`,
    en: `The text says ${mention.text}, the table ${cell.text}.`,
  }, { printed: mention, operands: [cell], evidence: "firm" }); // prettier-ignore
}
