import { SaxesParser } from "saxes";

/** An element of a paragraph of a Word file; offsets into the XML of the part. */
export interface ParagraphElement {
  /** Without its prefix. */
  readonly name: string;
  /** As the file writes it. */
  readonly fullName: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: ParagraphElement | undefined;
  readonly children: readonly ParagraphElement[];
  readonly start: number;
  /** Behind the opening tag. */
  readonly openEnd: number;
  /** In front of the closing tag. */
  readonly closeStart: number;
  readonly end: number;
}

type Growing = { -readonly [Key in keyof ParagraphElement]: ParagraphElement[Key] } & { children: Growing[] };

/** Reads one paragraph, a stretch of XML that is known to be well-formed. */
export function readParagraph(source: string, start: number, end: number): ParagraphElement {
  const parser = new SaxesParser({ xmlns: false, position: true, fragment: true });
  const xml = source.slice(start, end);
  const open: Growing[] = [];
  let root: Growing | undefined;
  parser.on("error", (cause) => {
    throw new Error("The paragraph cannot be read again.", { cause });
  });
  parser.on("opentag", ({ name, attributes }) => {
    const parent = open.at(-1);
    const openEnd = start + parser.position;
    const element: Growing = {
      name: name.slice(name.indexOf(":") + 1),
      fullName: name,
      attributes,
      parent,
      children: [],
      start: start + xml.lastIndexOf("<", parser.position - 1),
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    };
    root ??= element;
    parent?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    const element = open.pop();
    if (!element || isSelfClosing) return;
    element.end = start + parser.position;
    element.closeStart = start + xml.lastIndexOf("<", parser.position - 1);
  });
  parser.write(xml).close();
  if (root === undefined) throw new Error("There is no paragraph at this place.");
  return root;
}

/** All elements in it, in the order of the text. */
export function* descendants(element: ParagraphElement): Iterable<ParagraphElement> {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}

/** The element and what it stands in, from the paragraph downwards; the paragraph itself is left out. */
export function pathTo(element: ParagraphElement): readonly ParagraphElement[] {
  const path: ParagraphElement[] = [];
  for (let each: ParagraphElement | undefined = element; each?.parent; each = each.parent) path.push(each);
  return path.toReversed();
}
