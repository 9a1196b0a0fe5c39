import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "#domain/refusal.ts";
import { longestRecord, RecordSplitter, type RecordFormat } from "./read-csv-records.ts";

describe("a text file is split into rows and cells", () => {
  // prettier-ignore
  test.each<[name: string, text: string, records: string[][]]>([
    ["without a line end at the end", "a,b\nc,d", [["a", "b"], ["c", "d"]]],
    ["with blank rows and blank cells", "a,,\n\n,b\n", [["a", "", ""], [""], ["", "b"]]],
    ["with a delimiter, a quote and a line end in a cell", '"a,b","c""d","e\nf"\ng\n', [["a,b", 'c"d', "e\nf"], ["g"]]],
    ["with quotes that no program wrote", 'Báo cáo "tháng 6",5" ống\n"a"b,c\n', [['Báo cáo "tháng 6"', '5" ống'], ['"a"b', "c"]]],
    ["with line ends of Windows", 'a,b\r\n"c",d\r\n"e\r\nf"\r\n', [["a", "b"], ["c", "d"], ["e\r\nf"]]],
  ])("%s", (_, text, records) => {
    expect(split([text])).toEqual(records);
  });

  test("of an old Macintosh, line feeds stay in their cell", () => {
    expect(split(['a,b\rc,"d\ne"\rf,g\nh'], { delimiter: ",", lineEnd: "\r" })).toEqual([
      ["a", "b"],
      ["c", "d\ne"],
      ["f", "g\nh"],
    ]);
  });

  const text = fc.string({ unit: fc.constantFrom('"', '"', ",", "\n", "a", " ", "ế", ";"), maxLength: 60 });

  test("as a general parser splits it, however quotes stand in it", () => {
    const options = { relax_quotes: true, relax_column_count: true, record_delimiter: "\n" };
    fc.assert(
      fc.property(text, (csv) => {
        expect(outcome(() => split([csv]))).toEqual(outcome(() => parse(csv, options)));
      }),
      { numRuns: 3000 },
    );
  });

  test("in the same way with either line end, and wherever the pieces end that it is read in", () => {
    const cuts = fc.array(fc.nat(80), { maxLength: 5 });
    fc.assert(
      fc.property(text, cuts, (csv, at) => {
        const windows = csv.replaceAll("\n", "\r\n");
        const ends = [0, ...at.toSorted((a, b) => a - b), windows.length];
        const pieces = ends.map((end, index) => windows.slice(ends[index - 1] ?? 0, end));
        const plain = (records: string[][]) =>
          records.map((cells) => cells.map((cell) => cell.replaceAll("\r\n", "\n")));
        expect(outcome(() => plain(split(pieces)))).toEqual(outcome(() => split([csv])));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a quote that is never closed", () => {
  test("is refused with the row that it opens in", () => {
    expect(() => split(['a\nb\nc,"d\ne'])).toThrow(
      expect.objectContaining({ code: "quote-not-closed", facts: { file: "test.csv", row: 3 } }) as Error,
    );
  });

  test("does not fill the memory with the rest of the file", () => {
    const splitter = new RecordSplitter({ delimiter: ",", lineEnd: "\n" }, "test.csv");
    splitter.push('a\n"');
    const lines = "b,c\n".repeat(1000);
    const all = (): void => {
      for (let length = 0; length < 2 * longestRecord; length += lines.length) splitter.push(lines);
    };
    expect(all).toThrow(
      expect.objectContaining({
        code: "row-too-large",
        facts: { file: "test.csv", row: 2, limit: longestRecord },
      }) as Error,
    );
  });
});

function split(
  pieces: readonly string[],
  format: RecordFormat = { delimiter: ",", lineEnd: "\n" },
): string[][] {
  const splitter = new RecordSplitter(format, "test.csv");
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

/** The rows, or that the quotes do not close. */
function outcome(read: () => string[][]): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    return error instanceof Error && "code" in error && error.code === "CSV_QUOTE_NOT_CLOSED"
      ? "quote-not-closed"
      : error;
  }
}
