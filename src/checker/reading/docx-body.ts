import { type Block } from "./document-blocks.ts";
import { docxFlow, type DocxContext, type DocxFlow } from "./docx-flow.ts";
import { isOn, listPlaceOf, lookOf } from "./docx-styles.ts";
import { symbolText } from "./docx-symbols.ts";
import { docxTables } from "./docx-tables.ts";
import { readXml, type XmlTag } from "./read-xml.ts";
import { type SourcePoint } from "./text-source.ts";

/** The body, or the notes by their kind and number. */
export interface DocxPart {
  readonly blocks: readonly Block[];
  readonly notes: ReadonlyMap<string, readonly Block[]>;
  /** Where the text refers to a note: "footnote 2". */
  readonly references: ReadonlyMap<string, SourcePoint>;
}

type Attributes = XmlTag["attributes"];
type Handlers<Argument> = Readonly<Record<string, (argument: Argument) => void>>;

/** What changes replaced, deleted text, pronunciation guides. */
const skipped = new Set([
  "w:rPrChange", "w:pPrChange", "w:tblPrChange", "w:trPrChange", "w:tcPrChange", "w:sectPrChange", "w:tblGridChange",
  "w:tblPrExChange", "w:numberingChange", "w:rt", "w:delText", "w:delInstrText",
]); // prettier-ignore

/** Reads the body of a Word file or its notes; notes take the place that `placeOf` gives them. */
export function readDocxPart(
  source: string,
  context: DocxContext,
  placeOf?: (note: string) => SourcePoint | undefined,
): DocxPart {
  const { file, tally } = context;
  const notes = new Map<string, readonly Block[]>();
  const references = new Map<string, SourcePoint>();
  let note = "";
  const flow = docxFlow(context, placeOf && (() => placeOf(note)));
  const tables = docxTables(file, flow);
  const text = textHandlers(flow);
  const skip = skipping();
  /** Whose properties are being read: those of the paragraph's mark stand within the paragraph's. */
  let properties: "run" | "mark" | "paragraph" | "row" | undefined;

  const refer = (kind: string, { id }: Attributes): void => {
    const point = flow.runPoint();
    if (point && point.aside === undefined) references.set(`${kind} ${id}`, point);
  };
  const openNote = (kind: string, { id, type = "normal" }: Attributes): void => {
    note = type === "normal" ? `${kind} ${id}` : ""; // others are the lines that part notes from the text
    flow.openColumn();
  };
  const closeNote = (): void => {
    const blocks = flow.closeColumn();
    if (note !== "") notes.set(note, blocks);
  };
  const remove = (): void => {
    tally.changes += 1;
    const paragraph = flow.paragraph();
    if (properties === "mark" && paragraph) paragraph.isJoined = true;
    else if (properties === "row") tables.deleteRow();
    else if (properties === undefined) skip.element();
  };
  const keep = (): void => void (tally.changes += 1);
  const opens: Handlers<XmlTag> = {
    ...skip.opens,
    "w:p": ({ start }) => flow.openParagraph(start),
    "w:r": ({ start }) => flow.openRun(start),
    "w:pPr": () => void (properties = "paragraph"),
    "w:rPr": () => void (properties = properties === "paragraph" ? "mark" : "run"),
    "w:trPr": () => void (properties = "row"),
    "w:pStyle": ({ attributes }) => {
      const paragraph = flow.paragraph();
      if (!paragraph) return;
      paragraph.style = attributes["val"];
      paragraph.look = context.styles.look(paragraph.style);
    },
    "w:rStyle": ({ attributes }) => {
      const run = properties === "run" ? flow.run() : undefined;
      if (run) run.look = { ...run.look, ...context.styles.ownLook(attributes["val"] ?? "") };
    },
    "w:ins": keep,
    "w:moveTo": keep,
    "w:del": remove,
    "w:moveFrom": remove,
    "w:footnoteReference": ({ attributes }) => refer("footnote", attributes),
    "w:endnoteReference": ({ attributes }) => refer("endnote", attributes),
    "w:footnote": ({ attributes }) => openNote("footnote", attributes),
    "w:endnote": ({ attributes }) => openNote("endnote", attributes),
    "w:txbxContent": flow.openColumn,
    "w:altChunk": () => void (tally.unreadParts += 1),
  };
  const closes: Handlers<number> = {
    ...skip.closes,
    "w:p": (end) => flow.closeParagraph(end),
    "w:r": flow.closeRun,
    "w:pPr": () => void (properties = undefined),
    "w:rPr": () => void (properties = properties === "mark" ? "paragraph" : undefined),
    "w:trPr": () => void (properties = undefined),
    "w:footnote": closeNote,
    "w:endnote": closeNote,
    "w:txbxContent": () => flow.addBox(flow.closeColumn()),
  };
  readXml(source, file, {
    open: (tag) => {
      if (skip.entering(tag.name)) return;
      readProperty(tag, properties, flow);
      handle(opens, tag.name, tag);
      if (properties === undefined) handle(text.opens, tag.name, tag);
      tables.open(tag);
    },
    text: (value) => {
      if (!skip.isOn()) text.read(value);
    },
    close: (name, end) => {
      if (skip.leaving(name)) return;
      handle(text.closes, name, end);
      handle(closes, name, end);
      tables.close(name);
    },
  });
  return { blocks: flow.closeColumn(), notes, references };
}

/** A file may call its elements as it likes, "constructor" too. */
function handle<Argument>(handlers: Handlers<Argument>, name: string, argument: Argument): void {
  if (Object.hasOwn(handlers, name)) handlers[name]?.(argument);
}

function readProperty(tag: XmlTag, properties: string | undefined, flow: DocxFlow): void {
  const run = properties === "run" ? flow.run() : undefined;
  if (run) run.look = { ...run.look, ...lookOf(tag) };
  const paragraph = properties === "paragraph" ? flow.paragraph() : undefined;
  if (paragraph) paragraph.list = { ...paragraph.list, ...listPlaceOf(tag) };
}

/** What puts text on the page: text elements, signs, the results of fields. */
function textHandlers(flow: DocxFlow) {
  let text: { readonly tag: XmlTag; value: string } | undefined;
  const begin = (tag: XmlTag): void => void (text = { tag, value: "" });
  const sign =
    (value: string) =>
    ({ start }: XmlTag): void => {
      if (flow.run()) flow.add(value, start, 0, 1);
    };
  const end = (): void => {
    if (!text) return;
    const { tag, value } = text;
    text = undefined;
    const kept = tag.attributes["space"] === "preserve" ? value : value.trim();
    const lead = kept === value ? 0 : value.length - value.trimStart().length;
    flow.add(kept.replaceAll(/[\n\r\t]/g, " "), tag.end, lead, lead + kept.length);
  };
  const { fields } = flow;
  const opens: Handlers<XmlTag> = {
    "w:t": begin,
    "m:t": begin,
    "w:instrText": begin,
    "m:den": ({ start }) => flow.add("/", start, 0, 0),
    "m:sup": ({ start }) => flow.add("^", start, 0, 0),
    "w:tab": sign("\t"),
    "w:ptab": sign("\t"),
    "w:br": sign("\n"),
    "w:cr": sign("\n"),
    "w:noBreakHyphen": sign("-"),
    "w:sym": (tag) => {
      const { char = "", font } = tag.attributes;
      sign(symbolText(Number.parseInt(char, 16) || 0, font))(tag);
    },
    "w:fldChar": ({ attributes }) => {
      if (attributes["fldCharType"] === "begin") fields.begin();
      if (attributes["fldCharType"] === "separate") fields.separate();
      if (attributes["fldCharType"] === "end") fields.end();
    },
    "w:fldSimple": ({ attributes }) => fields.beginSimple(attributes["instr"] ?? ""),
  };
  const closes: Handlers<number> = {
    "w:t": end,
    "m:t": end,
    "w:instrText": () => {
      fields.instruct(text?.value ?? "");
      text = undefined;
    },
    "w:fldSimple": () => fields.end(),
  };
  const read = (value: string): void => {
    if (text) text.value += value;
  };
  return { opens, closes, read };
}

/** Follows what is not to be read: elements of no interest, placeholders, the second of two alternatives. */
function skipping() {
  const alternatives: { isTaken: boolean }[] = [];
  const placeholders: boolean[] = [];
  let depth = 0;
  const element = (): void => void (depth = 1);
  const choose = (): void => {
    const alternative = alternatives.at(-1);
    if (alternative?.isTaken) element();
    else if (alternative) alternative.isTaken = true;
  };
  const opens: Handlers<XmlTag> = {
    "mc:AlternateContent": () => void alternatives.push({ isTaken: false }),
    "mc:Choice": choose,
    "mc:Fallback": choose,
    "w:sdt": () => void placeholders.push(false),
    "w:showingPlcHdr": ({ attributes }) => {
      if (placeholders.length > 0) placeholders[placeholders.length - 1] = isOn(attributes["val"]);
    },
    "w:sdtContent": () => {
      if (placeholders.at(-1)) element();
    },
  };
  const closes: Handlers<number> = {
    "mc:AlternateContent": () => void alternatives.pop(),
    "w:sdt": () => void placeholders.pop(),
  };
  return {
    opens,
    closes,
    /** Leaves out the element that is just being opened. */
    element,
    isOn: (): boolean => depth > 0,
    entering(name: string): boolean {
      if (depth === 0 && !skipped.has(name)) return false;
      depth += 1;
      return true;
    },
    leaving(name: string): boolean {
      if (depth === 0) return false;
      depth -= 1;
      return depth > 0 || skipped.has(name);
    },
  };
}
