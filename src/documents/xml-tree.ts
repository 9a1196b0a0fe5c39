import { SaxesParser } from "saxes";

/** Test support: an element of an XML part, with what is needed to ask about it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Its own text and that of everything in it, in order. */
  text: string;
}

/** Reads a whole XML document; throws when it is not well-formed. */
export function readXml(source: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    for (const element of open) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(source).close();
  return root;
}

/** All elements of that name, at any depth, in document order. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

/** The first element of that name; throws when there is none. */
export function find(element: XmlElement, name: string): XmlElement {
  const [first] = findAll(element, name);
  if (first === undefined) throw new Error(`No ${name} in ${element.name}.`);
  return first;
}
