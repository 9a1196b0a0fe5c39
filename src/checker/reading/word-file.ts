import { strToU8, zipSync } from "fflate";

/** Test support: the parts of a Word file that matter to a case; each holds only what stands within its root. */
export interface WordFile {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  /** Whole parts by name, also instead of those above. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declared = [
  `xmlns:w="${words}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  `xmlns:r="${office}"`,
].join(" ");

/** A Word file made by hand. */
export function buildWordFile({
  body,
  styles,
  numbering,
  footnotes,
  header,
  parts = {},
}: WordFile): Uint8Array {
  const own: Record<string, string | undefined> = {
    "word/document.xml": part("document", `<w:body>${body}<w:sectPr/></w:body>`),
    "word/styles.xml": styles && part("styles", styles),
    "word/numbering.xml": numbering && part("numbering", numbering),
    "word/footnotes.xml": footnotes && part("footnotes", footnotes),
    "word/header1.xml": header && part("hdr", header),
  };
  const kinds = ["styles", "numbering", "footnotes"].filter((kind) => own[`word/${kind}.xml`]);
  const all: Record<string, string | Uint8Array | undefined> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${kinds.map((kind) => `<Override PartName="/word/${kind}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`).join("")}</Types>`,
    "_rels/.rels": relations([["officeDocument", "word/document.xml"]]),
    "word/_rels/document.xml.rels": relations(kinds.map((kind) => [kind, `${kind}.xml`])),
    ...own,
    ...parts,
  };
  const present = Object.entries(all).filter(
    (entry): entry is [string, string | Uint8Array] => entry[1] !== undefined,
  );
  return zipSync(
    Object.fromEntries(
      present.map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]),
    ),
  );
}

/** A paragraph of runs. */
export function p(...content: readonly string[]): string {
  return `<w:p>${content.join("")}</w:p>`;
}

/** A run of text, with the properties that are given. */
export function r(text: string, properties = ""): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function part(root: string, content: string): string {
  return `${head}<w:${root} ${declared}>${content}</w:${root}>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join("")}</Relationships>`;
}
