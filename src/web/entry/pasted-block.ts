/** Most cells that one paste may fill; a form has fewer. */
export const mostPasted = 20_000;

/**
 * The cells of a block copied from a spreadsheet: rows by line ends, cells by tabs, quoted cells as spreadsheets quote
 * them. A last empty line is no row. `undefined` when the block is larger than any form.
 */
export function readPastedBlock(text: string): string[][] | undefined {
  const rows: string[][] = [[]];
  let cell = "";
  let count = 0;
  let isQuoted = false;
  const end = () => {
    rows.at(-1)!.push(cell.trim());
    cell = "";
    return ++count <= mostPasted;
  };
  const clean = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "");
  for (let at = 0; at < clean.length; at++) {
    const letter = clean[at]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (clean[at + 1] === '"') cell += clean[++at]!;
      else isQuoted = false;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === "\t" || letter === "\n") {
      if (!end()) return undefined;
      if (letter === "\n") rows.push([]);
    } else cell += letter;
  }
  return end() ? rows : undefined;
}

/** Whether pasting this is more than typing one number. */
export function isBlock(rows: readonly (readonly string[])[]): boolean {
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1;
}
