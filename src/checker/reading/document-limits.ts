/** How much of a document is read; a refusal names the limit that it met. */
export const documentLimits = {
  fileBytes: 50_000_000,
  /** Parts of a Word or Excel file: the usual ones have some twenty. */
  parts: 5_000,
  partBytes: 64_000_000,
  unpackedBytes: 300_000_000,
  /** Some 1,600 printed pages. */
  characters: 4_000_000,
  pages: 2_000,
  /** What the drawing of one page may unpack to in a PDF: a full page of text takes a tenth of a megabyte. */
  pdfPageBytes: 4_000_000,
  /** What a font or a list of objects may unpack to. */
  pdfStreamBytes: 32_000_000,
  /** Stretches of text that one page of a PDF draws. */
  pdfItemsOfOnePage: 20_000,
  cellsOfOneTable: 50_000,
  /** Rows times columns, blank cells too. */
  areaOfOneTable: 1_000_000,
  /** Elements within elements. */
  depth: 500,
} as const;
