import { type SourcePoint } from "#checker/reading/text-source.ts";
import { fieldsOf } from "./paragraph-fields.ts";
import { descendants, pathTo, readParagraph, type ParagraphElement } from "./paragraph-tree.ts";

/** A place where marks may be put into the XML of a Word file, and what has to be written around them there. */
export interface Anchor {
  readonly offset: number;
  /** Ends and begins again the run, and its text, that the marks come to stand in. */
  readonly before: string;
  readonly behind: string;
  /** Where a run may be put that belongs to this place: behind the hyperlink or change that it stands in. */
  readonly runOffset: number;
  /** The text element that is cut here and does not say yet that its outer spaces count: where to say so. */
  readonly preserveAt?: number;
}

/** Elements that marks may stand in; everything else between paragraph and run is stepped out of. */
const transparent = new Set(["hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo"]);
/** What makes a content control more than rich text that anyone may edit: marks in it would break it. */
const bound =
  /^(?:text|dropDownList|comboBox|date|picture|checkbox|equation|citation|bibliography|docPart\w*|group|dataBinding|lock)$/;

/**
 * The legal place next to a border of a note: the exact one where the format allows it, else in front of (`side`
 * "start") or behind ("end") the field, content control or formula that holds it. A control of rich text is stepped
 * out of when the other border of the note is not in it.
 */
export function findAnchor(source: string, point: SourcePoint, side: "start" | "end", other = point): Anchor {
  const paragraph = readParagraph(source, point.paragraph.start, point.paragraph.end);
  const element = elementAt(paragraph, point.node) ?? paragraph.children.at(-1) ?? paragraph;
  const path = pathTo(element);
  const opaque = path.find((each) => !isTransparent(each, other)) ?? element;
  const field = fieldsOf(paragraph).find(
    ({ first, last }) => first.start <= element.start && element.end <= last.end,
  );
  if (field) return besides(outermost(side === "start" ? field.first : field.last), side);
  if (opaque.name !== "r" || element === opaque) return besides(opaque, side);
  const child = path[path.indexOf(opaque) + 1] ?? element;
  if (child === element && element.openEnd === point.node)
    return inText(source, opaque, element, point.offset, side);
  return besideChild(source, opaque, child, side);
}

function isTransparent(element: ParagraphElement, other: SourcePoint): boolean {
  if (transparent.has(element.name)) return true;
  const control = element.name === "sdtContent" ? element.parent : element;
  if (control?.name !== "sdt" || other.node < control.start || other.node >= control.end) return false;
  const properties = control.children.find(({ name }) => name === "sdtPr")?.children ?? [];
  return !properties.some(({ name }) => bound.test(name));
}

/** A text element is known by where its content begins, other elements by where they begin. */
function elementAt(paragraph: ParagraphElement, node: number): ParagraphElement | undefined {
  for (const element of descendants(paragraph))
    if (element.start === node || (element.openEnd === node && element.name === "t")) return element;
  return undefined;
}

function outermost(element: ParagraphElement): ParagraphElement {
  return pathTo(element).find(({ name }) => !transparent.has(name)) ?? element;
}

function besides(element: ParagraphElement, side: "start" | "end"): Anchor {
  const offset = side === "start" ? element.start : element.end;
  return { offset, before: "", behind: "", runOffset: pathTo(element)[0]?.end ?? offset };
}

/** Between two elements of a run: in front of the first and behind the last the run stays whole. */
function besideChild(
  source: string,
  run: ParagraphElement,
  child: ParagraphElement,
  side: "start" | "end",
): Anchor {
  const content = run.children.filter(({ name }) => name !== "rPr");
  if (child === (side === "start" ? content[0] : content.at(-1))) return besides(run, side);
  const { close, reopen } = runTags(source, run);
  const offset = side === "start" ? child.start : child.end;
  return { offset, before: close, behind: reopen, runOffset: runOffsetOf(run, offset) };
}

function inText(
  source: string,
  run: ParagraphElement,
  text: ParagraphElement,
  units: number,
  side: "start" | "end",
): Anchor {
  const raw = source.slice(text.openEnd, text.closeStart);
  const cut = rawOffset(raw, units);
  if (cut === undefined || !isDivisible(text, raw)) return besideChild(source, run, text, side);
  if (raw.slice(0, cut).trim() === "" && side === "start") return besideChild(source, run, text, "start");
  if (raw.slice(cut).trim() === "" && side === "end") return besideChild(source, run, text, "end");
  const { close, reopen } = runTags(source, run);
  const offset = text.openEnd + cut;
  const isPreserved = text.attributes["xml:space"] === "preserve";
  return {
    offset,
    before: `</${text.fullName}>${close}`,
    behind: `${reopen}<${text.fullName} xml:space="preserve">`,
    runOffset: runOffsetOf(run, offset),
    ...(isPreserved ? {} : { preserveAt: text.openEnd - 1 }),
  };
}

/** Whether the text stays the same when its element is cut in two and both say that their spaces count. */
function isDivisible(text: ParagraphElement, raw: string): boolean {
  if (raw.includes("<")) return false;
  const space = text.attributes["xml:space"];
  return space === "preserve" || (space === undefined && raw === raw.trim());
}

/** Where, in the XML of a text, a number of its units ends: an entity such as "&amp;" is one unit. */
function rawOffset(raw: string, units: number): number | undefined {
  if (!/[&\r]/.test(raw)) return units <= raw.length ? units : undefined;
  let left = units;
  for (const { 0: piece, index } of raw.matchAll(/&(?:#\d+|#x[\da-fA-F]+|\w+);|\r\n|[^]/g)) {
    if (left <= 0) return index;
    const isPair = piece.startsWith("&#") && codeOf(piece) > 0xffff;
    left -= isPair ? 2 : 1;
  }
  return left <= 0 ? raw.length : undefined;
}

function codeOf(reference: string): number {
  return reference.startsWith("&#x")
    ? Number.parseInt(reference.slice(3), 16)
    : Number(reference.slice(2, -1));
}

/** Without the wrappers, a run for the mark may follow at once; else it follows the outermost of them. */
function runOffsetOf(run: ParagraphElement, offset: number): number {
  const [outer = run] = pathTo(run);
  return outer === run ? offset : outer.end;
}

function runTags(source: string, run: ParagraphElement): { readonly close: string; readonly reopen: string } {
  const look = run.children.find(({ name }) => name === "rPr");
  const opening = source.slice(run.start, run.openEnd);
  return { close: `</${run.fullName}>`, reopen: opening + (look ? source.slice(look.start, look.end) : "") };
}
