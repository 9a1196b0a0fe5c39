import { decodeFont } from "#domain/legacy-text.ts";
import { fontKindOf, isOn, levelOf } from "./docx-styles.ts";
import { formatListNumber } from "./list-number-format.ts";
import { readXml, type XmlTag } from "./read-xml.ts";

/** How the paragraphs of one level of a list are numbered. */
interface Level {
  readonly start: number;
  readonly format: string;
  /** "%1.%2." with the numbers of the levels in place, or a bullet. */
  readonly pattern: string;
  readonly font: string | undefined;
  /** Numbers of all levels in Arabic digits. */
  readonly isLegal: boolean;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

interface Definitions {
  readonly abstracts: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  /** Lists whose levels another list defines, by the style that both name. */
  readonly links: ReadonlyMap<string, string>;
  readonly styles: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Hands out the labels of list paragraphs in the order of the document: "1.", "a)", "-". */
export type ListCounter = (list: string, level: number) => string;

/** Reads `numbering.xml`; paragraphs of unknown lists have no label. */
export function readNumbering(source: string | undefined, file: string): ListCounter {
  if (source === undefined) return () => "";
  const definitions = readDefinitions(source, file);
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return (id, level) => {
    const list = definitions.lists.get(id);
    const levels = list && levelsOf(definitions, list);
    const own = levels?.get(level);
    if (!list || !levels || !own) return "";
    const numbers = counts.get(list.abstract) ?? [];
    counts.set(list.abstract, numbers);
    const restart = begun.has(`${id} ${level}`) ? undefined : list.starts.get(level);
    begun.add(`${id} ${level}`);
    count(numbers, level, levels, restart);
    return labelOf(own, numbers, levels);
  };
}

/** One more on this level; the deeper ones begin anew, and shallower ones that never came stand at their start. */
function count(
  numbers: number[],
  level: number,
  levels: ReadonlyMap<number, Level>,
  restart: number | undefined,
): void {
  for (let above = 0; above < level; above += 1) numbers[above] ??= levels.get(above)?.start ?? 1;
  const before = numbers[level];
  numbers[level] = restart ?? (before === undefined ? (levels.get(level)?.start ?? 1) : before + 1);
  numbers.length = level + 1;
}

function labelOf(own: Level, numbers: readonly number[], levels: ReadonlyMap<number, Level>): string {
  if (own.format === "bullet") return bulletOf(own);
  return fontText(own.pattern, own.font).replaceAll(/%([1-9])/g, (_, place: string) => {
    const at = Number(place) - 1;
    const format = own.isLegal ? "decimal" : (levels.get(at)?.format ?? "decimal");
    const number = numbers[at];
    return number === undefined ? "" : formatListNumber(number, format);
  });
}

/** Bullets of picture fonts are dots here; a typed one such as "-", "+" or "đ)" stays. */
function bulletOf({ pattern, font }: Level): string {
  if (fontKindOf(font) === "symbol" || /[\ue000-\uf8ff]/.test(pattern)) return "•";
  return /^courier/i.test(font ?? "") && pattern === "o" ? "○" : fontText(pattern, font);
}

function fontText(text: string, font: string | undefined): string {
  const kind = fontKindOf(font);
  if (kind === undefined || kind === "symbol") return text;
  return decodeFont(text, kind === "vni" ? "vni" : "tcvn3");
}

function levelsOf(definitions: Definitions, list: List): ReadonlyMap<number, Level> | undefined {
  const link = definitions.links.get(list.abstract);
  const target = link === undefined ? list.abstract : (definitions.styles.get(link) ?? list.abstract);
  const levels = definitions.abstracts.get(target);
  return levels && list.levels.size > 0 ? new Map([...levels, ...list.levels]) : levels;
}

function readDefinitions(source: string, file: string): Definitions {
  const abstracts = new Map<string, Map<number, Level>>();
  const links = new Map<string, string>();
  const styles = new Map<string, string>();
  const lists = new Map<string, List & { starts: Map<number, number>; levels: Map<number, Level> }>();
  let [abstract, list, at] = ["", "", 0];
  let level: { -readonly [Key in keyof Level]: Level[Key] } | undefined;
  readXml(source, file, {
    open: ({ name, attributes }: XmlTag) => {
      const value = attributes["val"] ?? "";
      if (name === "w:abstractNum") abstracts.set((abstract = attributes["abstractNumId"] ?? ""), new Map());
      else if (name === "w:num") [list, abstract] = [attributes["numId"] ?? "", ""];
      else if (name === "w:abstractNumId")
        lists.set(list, { abstract: value, starts: new Map(), levels: new Map() });
      else if (name === "w:numStyleLink") links.set(abstract, value);
      else if (name === "w:styleLink") styles.set(value, abstract);
      else if (name === "w:lvlOverride") at = levelOf(attributes["ilvl"]);
      else if (name === "w:startOverride") lists.get(list)?.starts.set(at, Number(value) || 0);
      else if (name === "w:lvl") {
        at = levelOf(attributes["ilvl"]);
        level = { start: 1, format: "decimal", pattern: "", font: undefined, isLegal: false };
      } else if (level) describe(level, name, value, attributes);
    },
    close: (name) => {
      if (name !== "w:lvl" || !level) return;
      (abstract === "" ? lists.get(list)?.levels : abstracts.get(abstract))?.set(at, level);
      level = undefined;
    },
  });
  return { abstracts, links, styles, lists };
}

function describe(
  level: { -readonly [Key in keyof Level]: Level[Key] },
  name: string,
  value: string,
  attributes: XmlTag["attributes"],
): void {
  if (name === "w:start") level.start = Number(value) || 0;
  if (name === "w:numFmt") level.format = value;
  if (name === "w:lvlText") level.pattern = value;
  if (name === "w:isLgl") level.isLegal = isOn(attributes["val"]);
  if (name === "w:rFonts") level.font = attributes["hAnsi"] ?? attributes["ascii"];
}
