import { type FontKind } from "./document-blocks.ts";
import { readXml, type XmlTag } from "./read-xml.ts";

/** What of the look of a run changes how its text is read. */
export interface RunLook {
  /** The font as the file names it; `undefined` when a theme decides, which never holds an eight-bit font. */
  readonly font?: string | undefined;
  readonly isHidden?: boolean;
  readonly isRaised?: boolean;
}

export interface ListPlace {
  readonly list?: string;
  readonly level?: number;
}

interface Style {
  readonly look: RunLook;
  readonly place: ListPlace;
  readonly basedOn: string | undefined;
}

export interface DocxStyles {
  /** The look of a style with all that it is based on; without a name, of ordinary paragraphs. */
  look(style: string | undefined): RunLook;
  /** What a style of single letters changes. */
  ownLook(style: string): RunLook;
  listPlace(style: string | undefined): ListPlace;
}

/** Reads `styles.xml`; a document without it has no styles. */
export function readStyles(source: string | undefined, file: string): DocxStyles {
  const styles = new Map<string, Style>();
  let defaults: RunLook = {};
  let ordinary: string | undefined;
  if (source !== undefined) {
    const read = styleReader((id, style, isOrdinary) => {
      if (id === undefined) defaults = style.look;
      else styles.set(id, style);
      if (isOrdinary) ordinary = id;
    });
    readXml(source, file, read);
  }
  const chainOf = (style: string | undefined): Style[] => chain(styles, style ?? ordinary);
  const lookFrom = (first: RunLook, style: string | undefined): RunLook =>
    chainOf(style).reduceRight((look, each) => ({ ...look, ...each.look }), first);
  return {
    look: (style) => lookFrom(defaults, style),
    ownLook: (style) => lookFrom({}, style),
    listPlace: (style) =>
      chainOf(style).reduceRight<ListPlace>((place, each) => ({ ...place, ...each.place }), {}),
  };
}

/** The style and those it is based on; a circle ends where it closes. */
function chain(styles: ReadonlyMap<string, Style>, first: string | undefined): Style[] {
  const found = new Set<Style>();
  let style = first === undefined ? undefined : styles.get(first);
  while (style && !found.has(style)) {
    found.add(style);
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return [...found];
}

type Found = (id: string | undefined, style: Style, isOrdinary: boolean) => void;

function styleReader(found: Found) {
  let id: string | undefined;
  let isOrdinary = false;
  let basedOn: string | undefined;
  let look: RunLook = {};
  let place: ListPlace = {};
  let isPlain = true;
  return {
    open: (tag: XmlTag): void => {
      const { name, attributes } = tag;
      if (name === "w:style" || name === "w:rPrDefault") {
        [id, basedOn, look, place, isPlain] = [attributes["styleId"], undefined, {}, {}, true];
        isOrdinary = attributes["type"] === "paragraph" && isOn(attributes["default"] ?? "0");
      }
      if (name === "w:basedOn") basedOn = attributes["val"];
      if (name === "w:tblStylePr") isPlain = false;
      if (isPlain)
        [look, place] = [
          { ...look, ...lookOf(tag) },
          { ...place, ...listPlaceOf(tag) },
        ];
    },
    close: (name: string): void => {
      if (name === "w:rPrDefault") found(undefined, { look, place, basedOn }, false);
      if (name === "w:style" && id !== undefined) found(id, { look, place, basedOn }, isOrdinary);
    },
  };
}

/** What one property of a run says; most say nothing that matters here. */
export function lookOf({ name, attributes }: XmlTag): RunLook {
  if (name === "w:vanish") return { isHidden: isOn(attributes["val"]) };
  if (name === "w:vertAlign") return { isRaised: attributes["val"] === "superscript" };
  if (name !== "w:rFonts") return {};
  if (attributes["asciiTheme"] ?? attributes["hAnsiTheme"]) return { font: undefined };
  const font = attributes["hAnsi"] ?? attributes["ascii"];
  return font === undefined ? {} : { font };
}

export function listPlaceOf({ name, attributes }: XmlTag): ListPlace {
  if (name === "w:numId") return { list: attributes["val"] ?? "0" };
  return name === "w:ilvl" ? { level: levelOf(attributes["val"]) } : {};
}

/** Lists have nine levels. */
export function levelOf(value: string | undefined): number {
  return Math.min(8, Math.max(0, Math.trunc(Number(value)) || 0));
}

/** A switch without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value !== "0" && value !== "false" && value !== "off";
}

/** Vietnamese eight-bit fonts by their names: .VnTime and .VnArialH (TCVN3), VNI-Times (VNI); and picture fonts. */
export function fontKindOf(font: string | undefined): FontKind | undefined {
  if (font === undefined) return undefined;
  if (/^\.Vn.*H$/.test(font)) return "tcvn3-capitals"; // .VnTimeH, .VnArialH: drawn in capitals
  if (/^\.Vn/i.test(font)) return "tcvn3";
  if (/^VNI[- ]/i.test(font)) return "vni";
  return /^(?:Symbol|Wingdings(?: [23])?|Webdings|Marlett)$/i.test(font) ? "symbol" : undefined;
}
