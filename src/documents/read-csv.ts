import type { TextReading } from "#domain/legacy-text-bytes.ts";
import { Refusal } from "#domain/refusal.ts";
import { CellReader } from "./read-csv-cells.ts";
import { readEncoding } from "./read-csv-encoding.ts";
import { RecordSplitter, type RecordFormat } from "./read-csv-records.ts";
import { oneByOne } from "./read-table-batches.ts";
import type { RawRow, RawTable } from "./read-table-cell.ts";
import { findHeader, headerSearch } from "./read-table-header.ts";
import type { TableSource } from "./read-table-source.ts";

const delimiters = [",", ";", "\t"] as const;

/** Opens a text file as a table: encoding from the whole file, delimiter from the header line. */
export async function openCsv(source: TableSource, wanted: readonly string[]): Promise<RawTable> {
  const { reading, findings } = await readEncoding(source);
  const start = await readStartOfText(source, reading);
  const delimiter = chooseDelimiter(delimiters.map((one) => headerMatches(start, one, wanted)));
  const format = { delimiter, lineEnd: lineEndOf(start) };
  const batches = () => readBatches(source, reading, format);
  return { hasWidth: true, findings, batches, rows: () => oneByOne(batches()) };
}

/** Columns recognised with a delimiter, and how many cells it makes: a stranger's header still shows its delimiter. */
interface Matches {
  readonly delimiter: string;
  readonly named: number;
  readonly cells: number;
}

function chooseDelimiter(matches: readonly Matches[]): string {
  const [best] = matches.toSorted((a, b) => b.named - a.named || b.cells - a.cells);
  return best?.delimiter ?? ",";
}

/** The first line end that no quotes enclose; line feeds within cells are no line ends. */
function lineEndOf(start: string): RecordFormat["lineEnd"] {
  const [first] = /\r\n|\r|\n/.exec(start.replaceAll(/"[^"]*"/g, "")) ?? [];
  return first === "\r" ? "\r" : "\n";
}

function headerMatches(start: string, delimiter: string, wanted: readonly string[]): Matches {
  const rows: RawRow[] = [];
  const lines = start.split(/\r\n|\r|\n/).slice(0, headerSearch + 1);
  for (const [index, line] of lines.entries()) {
    // Titles are free text: only lines that parse by themselves can be the header.
    const cells = splitLine(line, delimiter);
    if (cells) rows.push({ row: index + 1, cells: cells.map((text) => ({ text: text.trim() })) });
  }
  const named = findHeader(rows, wanted)?.positions.size ?? 0;
  return { delimiter, named, cells: Math.max(0, ...rows.map((row) => row.cells.length)) };
}

function splitLine(line: string, delimiter: string): readonly string[] | undefined {
  const splitter = new RecordSplitter({ delimiter, lineEnd: "\n" }, "");
  try {
    return [...splitter.push(line), ...splitter.end()][0];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return undefined;
  }
}

async function readStartOfText(source: TableSource, reading: TextReading): Promise<string> {
  let text = "";
  for await (const piece of decoded(source, reading)) {
    text += piece;
    if (text.length > 65_536) break;
  }
  return text;
}

async function* readBatches(
  source: TableSource,
  reading: TextReading,
  format: RecordFormat,
): AsyncIterable<readonly RawRow[]> {
  const splitter = new RecordSplitter(format, source.name);
  const cells = new CellReader(source.name, reading.survey);
  for await (const piece of decoded(source, reading)) yield cells.rowsOf(splitter.push(piece));
  yield cells.rowsOf(splitter.end());
}

/** A file that two programs marked has one byte order mark more than the decoder takes off. */
async function* decoded(source: TableSource, { decoder }: TextReading): AsyncIterable<string> {
  const decode = new TextDecoder(decoder);
  let isStart = true;
  for await (const piece of source.open()) {
    const text = decode.decode(piece, { stream: true });
    yield isStart ? text.replace(/^\ufeff/, "") : text;
    isStart &&= text === "";
  }
  yield decode.decode();
}
