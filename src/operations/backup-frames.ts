import { Refusal } from "#domain/refusal.ts";

/**
 * What is packed into a backup: a line `T {"name":…,"columns":[…]}` for each table, then its rows in pieces
 * `D <bytes>` with the bytes behind, and `E` at the end of all.
 */

const pieceSize = 256 * 1024;
/** Longer pieces are never written. */
const longestPiece = 64 * 2 ** 20;
const longestLine = 65_536;

export interface FramedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export function tableFrame({ name, columns }: FramedTable): Buffer {
  return Buffer.from(`T ${JSON.stringify({ name, columns })}\n`);
}

export const endFrame = Buffer.from("E\n");

/** Rows as they come, put together into pieces; tells how many lines each holds. */
export async function* dataFrames(rows: AsyncIterable<Buffer>, count: (lines: number) => void): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let length = 0;
  for await (const row of rows) {
    count(linesIn(row));
    kept.push(row);
    length += row.length;
    if (length < pieceSize) continue;
    yield dataFrame(kept, length);
    [kept, length] = [[], 0];
  }
  if (length > 0) yield dataFrame(kept, length);
} // prettier-ignore

function dataFrame(pieces: readonly Buffer[], length: number): Buffer {
  return Buffer.concat([Buffer.from(`D ${length}\n`), ...pieces]);
}

/** COPY's text format ends every row with the only line ends in it. */
function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** Reads frames back, table by table; each table's rows have to be read before the next. Refuses with `backup-damaged`. */
export async function* readFrames(
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<FramedTable & { readonly rows: AsyncIterable<string> }> {
  const reader = new ByteReader(bytes);
  let line = await reader.line();
  while (line !== "E") {
    const table = parseTable(line);
    let next: string | undefined;
    yield {
      ...table,
      rows: (async function* () {
        const decoder = new TextDecoder("utf-8", { fatal: true });
        for (next = await reader.line(); next.startsWith("D "); next = await reader.line()) {
          const piece = await reader.bytes(Number(next.slice(2)));
          yield decodeWith(decoder, piece);
        }
      })(),
    };
    if (next === undefined) throw damaged("a table was not read");
    line = next;
  }
}

function decodeWith(decoder: InstanceType<typeof TextDecoder>, piece: Buffer): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch {
    throw damaged("chữ không đúng UTF-8");
  }
}

function parseTable(line: string): FramedTable {
  try {
    const found: unknown = line.startsWith("T ") ? JSON.parse(line.slice(2)) : undefined;
    if (isTable(found)) return found;
  } catch {
    // told below
  }
  throw damaged("không tìm thấy tên bảng");
}

function isTable(found: unknown): found is FramedTable {
  if (typeof found !== "object" || found === null || !("name" in found) || !("columns" in found))
    return false;
  const { name, columns } = found;
  return typeof name === "string" && Array.isArray(columns) && columns.every((column) => typeof column === "string"); // prettier-ignore
}

function damaged(problem: string): Refusal {
  return new Refusal("backup-damaged", { problem });
}

/** Takes lines and counted bytes out of pieces of any size. */
class ByteReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #rest = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.#rest.indexOf(10);
      if (end !== -1) return this.#take(end + 1).toString("utf8").slice(0, -1); // prettier-ignore
      if (this.#rest.length > longestLine) throw damaged("một dòng quá dài");
      await this.#more();
    }
  }

  async bytes(length: number): Promise<Buffer> {
    if (!Number.isSafeInteger(length) || length < 0 || length > longestPiece) throw damaged("một phần quá dài"); // prettier-ignore
    const pieces: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.#rest.length === 0) await this.#more();
      const piece = this.#take(Math.min(missing, this.#rest.length));
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#pieces.next();
    if (done) throw damaged("tệp hết giữa chừng");
    this.#rest = this.#rest.length === 0 ? Buffer.from(value) : Buffer.concat([this.#rest, value]);
  }
}
