import { figureRoles, type ComparisonBase, type FigureRole } from "#domain/figure.ts";

/** The four sides a number is looked at from; any of them can stand down the side of the table. */
export const dimensions = ["item", "orgUnit", "period", "role"] as const;
export type Dimension = (typeof dimensions)[number];

export const pictures = ["map", "bar", "line"] as const;
export type Picture = (typeof pictures)[number];

export const classMethodNames = ["equal-counts", "equal-widths"] as const;

/** Which units: a level, a type, those below some, or just those named. */
export interface UnitChoice {
  readonly level?: number | undefined;
  readonly type?: string | undefined;
  readonly within: readonly string[];
  readonly uids: readonly string[];
}

/** One number of a table, by its four sides. */
export interface CellName {
  readonly item: string;
  readonly orgUnit: string;
  readonly period: string;
  readonly role: FigureRole;
}

/** Everything that was chosen on the page; the address says all of it. */
export interface ViewChoice {
  /** `key` or `key[dimension=option;…]`. */
  readonly items: readonly string[];
  /** Periods, or `12-thang`, `4-quy`, `5-nam`: the last so many. */
  readonly periods: readonly string[];
  readonly units: UnitChoice;
  readonly roles: readonly FigureRole[];
  readonly tree: string;
  readonly against?: ComparisonBase | undefined;
  readonly isIllustrative: boolean;
  readonly rows: Dimension;
  /** Which of the other sides leads the columns. */
  readonly columns?: Dimension | undefined;
  readonly sort?: { readonly column: string; readonly isDescending: boolean } | undefined;
  /** Only rows in which every column has a number. */
  readonly isComplete: boolean;
  readonly picture?: Picture | undefined;
  /** The column that the picture shows. */
  readonly shown?: string | undefined;
  readonly classes: (typeof classMethodNames)[number];
  readonly pinned?: string | undefined;
  readonly open?: CellName | undefined;
}

/** What stands in the address, all of it text. */
export type ViewSearch = Readonly<Record<string, string>>;

export const noUnits: UnitChoice = { within: [], uids: [] };

const comparisonBases: readonly ComparisonBase[] = ["same_period", "previous_year", "previous_period", "plan"]; // prettier-ignore

/** Reads an address; what it does not say, or says wrongly, is left at its default. */
export function readChoice(search: ViewSearch): ViewChoice {
  const level = Number(search["cap"]);
  const [, column = "", direction] = /^(.*?)(?::(giam|tang))?$/.exec(search["xep"] ?? "") ?? [];
  return {
    items: splitList(search["chi-tieu"]),
    periods: splitList(search["ky"]),
    units: {
      level: Number.isInteger(level) && level > 0 ? level : undefined,
      type: search["loai"] || undefined,
      within: splitList(search["trong"]),
      uids: splitList(search["don-vi"]),
    },
    roles: splitList(search["so-lieu"]).flatMap((text) => findIn(figureRoles, text) ?? []),
    tree: /^\d{4}-\d{2}-\d{2}$/.test(search["cay"] ?? "") ? search["cay"]! : "as-it-stood",
    against: findIn(comparisonBases, search["so-voi"]),
    isIllustrative: search["minh-hoa"] === "1",
    rows: findIn(dimensions, search["hang"]) ?? "orgUnit",
    columns: findIn(dimensions, search["cot"]),
    sort: column === "" ? undefined : { column, isDescending: direction !== "tang" },
    isComplete: search["du"] === "1",
    picture: findIn(pictures, search["hinh"]),
    shown: search["ve"] || undefined,
    classes: findIn(classMethodNames, search["lop"]) ?? "equal-counts",
    pinned: search["ghim"] || undefined,
    open: readCellName(search["o"]),
  };
}

/** Writes the address that `readChoice` reads back; defaults are left out. */
export function writeChoice(choice: ViewChoice): ViewSearch {
  const { units, sort, open } = choice;
  const words: readonly (readonly [string, string | undefined])[] = [
    ["chi-tieu", choice.items.join(",")],
    ["ky", choice.periods.join(",")],
    ["cap", units.level === undefined ? undefined : String(units.level)],
    ["loai", units.type],
    ["trong", units.within.join(",")],
    ["don-vi", units.uids.join(",")],
    ["so-lieu", choice.roles.join(",")],
    ["cay", choice.tree === "as-it-stood" ? undefined : choice.tree],
    ["so-voi", choice.against],
    ["minh-hoa", choice.isIllustrative ? "1" : undefined],
    ["hang", choice.rows === "orgUnit" ? undefined : choice.rows],
    ["cot", choice.columns],
    ["xep", sort && `${sort.column}:${sort.isDescending ? "giam" : "tang"}`],
    ["du", choice.isComplete ? "1" : undefined],
    ["hinh", choice.picture],
    ["ve", choice.shown],
    ["lop", choice.classes === "equal-counts" ? undefined : choice.classes],
    ["ghim", choice.pinned],
    ["o", open && writeCellName(open)],
  ];
  return Object.fromEntries(words.flatMap(([name, text]) => (text ? [[name, text]] : [])));
}

export function writeCellName({ item, orgUnit, period, role }: CellName): string {
  return [item, orgUnit, period, role].join("|");
}

function readCellName(text: string | undefined): CellName | undefined {
  const pieces = (text ?? "").split("|");
  const [orgUnit, period, role] = pieces.slice(-3);
  const known = findIn(figureRoles, role);
  const item = pieces.slice(0, -3).join("|");
  return known && orgUnit && period && item ? { item, orgUnit, period, role: known } : undefined;
}

/** Splits at commas, but not inside the brackets of a breakdown, whose options may hold commas. */
function splitList(text = ""): string[] {
  return [...new Set((text.match(/(?:[^,[]|\[[^\]]*\]?)+/g) ?? []).map((piece) => piece.trim()))].filter(Boolean); // prettier-ignore
}

function findIn<T extends string>(all: readonly T[], text: string | undefined): T | undefined {
  return all.find((one) => one === text);
}
