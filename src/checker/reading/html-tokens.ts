import { resolveEntities } from "./html-entities.ts";

export type HtmlToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "open"; readonly name: string; readonly attributes: string }
  | { readonly kind: "close"; readonly name: string };

/** Elements whose content is never shown, or is no part of the text. */
const unseen = /^(?:script|style|template|noscript|head|title|svg|math|object|iframe|textarea|select|del)$/;
/** Elements whose content is not markup: nothing but their closing tag ends them. */
const raw = /^(?:script|style|template|noscript|iframe|textarea)$/;
const tagStart = /<(\/?)([a-zA-Z][^\s/>]{0,40})/y;
/** Quotes count only behind "=", so that a stray apostrophe does not swallow the page. */
const tagEnd = /=\s*["']|>/g;

/** Reads HTML as browsers do: whatever it is, it is never wrong. Time grows linearly with the text. */
export function* htmlTokens(source: string): Iterable<HtmlToken> {
  const lower = source.toLowerCase();
  const isAligned = lower.length === source.length;
  let hiddenIn: { readonly name: string; depth: number } | undefined;
  let at = 0;
  while (at < source.length) {
    const less = source.indexOf("<", at);
    const textEnd = less < 0 ? source.length : less;
    if (textEnd > at && !hiddenIn) yield { kind: "text", text: resolveEntities(source.slice(at, textEnd)) };
    if (less < 0) return;
    const behindComment = endOfComment(source, less);
    if (behindComment !== undefined) {
      at = behindComment;
      continue;
    }
    tagStart.lastIndex = less;
    const match = tagStart.exec(source);
    if (!match) {
      if (!hiddenIn) yield { kind: "text", text: "<" };
      at = less + 1;
      continue;
    }
    const [, slash, spelled = ""] = match;
    const end = endOfTag(source, tagStart.lastIndex);
    const attributes = source.slice(tagStart.lastIndex, end);
    at = end + 1;
    const name = spelled.toLowerCase();
    const isClosing = slash === "/";
    if (hiddenIn) {
      if (name === hiddenIn.name) hiddenIn.depth += isClosing ? -1 : isVoid(name, attributes) ? 0 : 1;
      if (hiddenIn.depth === 0) hiddenIn = undefined;
    } else if (isClosing) yield { kind: "close", name };
    else if (isUnseen(name, attributes) && !isVoid(name, attributes)) {
      if (raw.test(name)) at = endOfRaw(isAligned ? lower : source, name, at);
      else hiddenIn = { name, depth: 1 };
    } else yield { kind: "open", name, attributes };
  }
}

/** The value of an attribute, or `undefined`. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const pattern = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i");
  const match = pattern.exec(attributes.slice(0, 4000));
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

/** Comments, declarations and processing instructions; one that never ends takes the rest, as in browsers. */
function endOfComment(source: string, less: number): number | undefined {
  const isComment = source.startsWith("<!--", less);
  if (!isComment && source[less + 1] !== "!" && source[less + 1] !== "?") return undefined;
  const end = isComment ? source.indexOf("-->", less + 4) : source.indexOf(">", less);
  return end < 0 ? source.length : end + (isComment ? 3 : 1);
}

/** Offset of the ">" that ends a tag; a tag that never ends takes the rest. */
function endOfTag(source: string, from: number): number {
  tagEnd.lastIndex = from;
  for (let match = tagEnd.exec(source); match; match = tagEnd.exec(source)) {
    if (match[0] === ">") return match.index;
    const quoteEnd = source.indexOf(match[0].at(-1)!, tagEnd.lastIndex);
    if (quoteEnd < 0) return source.length;
    tagEnd.lastIndex = quoteEnd + 1;
  }
  return source.length;
}

function endOfRaw(source: string, name: string, from: number): number {
  const end = source.indexOf(`</${name}`, from);
  const behind = end < 0 ? -1 : source.indexOf(">", end);
  return behind < 0 ? source.length : behind + 1;
}

function isUnseen(name: string, attributes: string): boolean {
  if (unseen.test(name)) return true;
  if (attributes === "") return false;
  const style = attributeOf(attributes, "style") ?? "";
  return /display\s*:\s*none/i.test(style) || /\shidden(?:[\s=/]|$)/i.test(attributes);
}

function isVoid(name: string, attributes: string): boolean {
  return (
    /^(?:br|hr|img|input|meta|link|col|wbr|area|base|embed|source|track)$/.test(name) ||
    /\/\s*$/.test(attributes)
  );
}
