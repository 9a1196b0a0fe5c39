import { decimal, type Decimal } from "./decimal.ts";

/**
 * Numbers as people type them, and what the separators of a whole column mean.
 *
 * Vietnamese usage groups with a dot and marks decimals with a comma (`1.234,5`); programs write a plain
 * decimal point (`48.1`); English usage is `1,234.5`. One cell such as `1.234` cannot say which it is, so
 * a reading keeps every value that is plausible and the column decides, or nobody does.
 */
export type NumberForm =
  /** `2633`, `03`, `12 345`: the same in every notation. */
  | "whole"
  /** `27,33` */
  | "comma-decimal"
  /** `27.33` */
  | "point-decimal"
  /** `12.345.678` */
  | "dot-grouped"
  /** `1.234,5` */
  | "dot-grouped-comma-decimal"
  /** `12,345,678` */
  | "comma-grouped"
  /** `1,234.5` */
  | "comma-grouped-point-decimal"
  /** `1.234`: 1234, or a number with three decimals. */
  | "one-dot"
  /** `1,234` */
  | "one-comma"
  /** `1.4264.5`, `12.34,567`: separators where no notation puts them. */
  | "misgrouped"
  | "unreadable";

export type NumberNotation = "comma" | "point";

export interface NumberReading {
  readonly text: string;
  readonly form: NumberForm;
  /** The value when commas mark decimals; absent when the text is not a number of that notation. */
  readonly comma?: Decimal;
  /** The value when points mark decimals. */
  readonly point?: Decimal;
  /** What the digits say when the separators are left out: what `64.68` may have been meant to be. */
  readonly digits?: Decimal;
  /** `03` */
  readonly leadingZero: boolean;
  readonly sign?: "%" | "‰";
  /** Letters in the cell with the number: `cuộc` of `01cuộc`. */
  readonly gluedUnit?: string;
}

/** Beyond this many characters nobody typed a number. */
const longest = 60;

const forms: readonly (readonly [NumberForm, RegExp])[] = [
  ["whole", /^(\d+|\d{1,3}( \d{3})+)$/],
  ["dot-grouped-comma-decimal", /^[1-9]\d{0,2}(\.\d{3})+,\d+$/],
  ["comma-grouped-point-decimal", /^[1-9]\d{0,2}(,\d{3})+\.\d+$/],
  ["dot-grouped", /^[1-9]\d{0,2}(\.\d{3}){2,}$/],
  ["comma-grouped", /^[1-9]\d{0,2}(,\d{3}){2,}$/],
  ["one-dot", /^[1-9]\d{0,2}\.\d{3}$/],
  ["one-comma", /^[1-9]\d{0,2},\d{3}$/],
  ["comma-decimal", /^(\d+|\d{1,3}( \d{3})+),\d+$/],
  ["point-decimal", /^(\d+|\d{1,3}( \d{3})+)\.\d+$/],
  ["misgrouped", /^\d[\d., ]*\d$/],
];

/** Reads one cell in every notation it allows; never throws and never decides between them. */
export function readNumber(text: string): NumberReading {
  const typed = tidy(text);
  const [, minus, body = "", sign, letters] =
    (typed.length <= longest && /^([-+])?(\d[\d., ]*?|\d)\s*([%‰])?\s*(\p{L}.*)?$/su.exec(typed)) || [];
  const form = forms.find(([, pattern]) => pattern.test(body))?.[0] ?? "unreadable";
  if (form === "unreadable") return { text, form, leadingZero: false };
  return {
    text,
    form,
    ...valuesOf(form, body, minus === "-"),
    leadingZero: /^0\d/.test(body),
    ...(sign === "%" || sign === "‰" ? { sign } : {}),
    ...(letters === undefined ? {} : { gluedUnit: letters.trim() }),
  };
}

/** The value in a notation; `undefined` when the text is not a number of that notation. */
export function valueIn(reading: NumberReading, notation: NumberNotation): Decimal | undefined {
  return notation === "comma" ? reading.comma : reading.point;
}

/** Whether the two notations read different numbers, as for `1.234` and `1,234`. */
export function isAmbiguous({ form }: NumberReading): boolean {
  return form === "one-dot" || form === "one-comma";
}

/** The values the text may stand for, in Vietnamese usage first. */
export function plausibleValues({ comma, point, digits }: NumberReading): Decimal[] {
  return [comma, point, digits].reduce<Decimal[]>(
    (found, value) => (value === undefined || found.some((one) => one.eq(value)) ? found : [...found, value]),
    [],
  );
}

function valuesOf(
  form: NumberForm,
  body: string,
  negative: boolean,
): Pick<NumberReading, "comma" | "point" | "digits"> {
  const number = (plain: string): Decimal => decimal(negative ? `-${plain}` : plain);
  const bare = body.replaceAll(" ", "");
  if (form === "whole") {
    const value = number(bare);
    return { comma: value, point: value, digits: value };
  }
  const isEither = form === "one-dot" || form === "one-comma";
  return {
    ...(isEither || commaForms.has(form)
      ? { comma: number(bare.replaceAll(".", "").replace(",", ".")) }
      : {}),
    ...(isEither || pointForms.has(form) ? { point: number(bare.replaceAll(",", "")) } : {}),
    digits: number(bare.replaceAll(/[.,]/g, "")),
  };
}

const commaForms = new Set<NumberForm>(["comma-decimal", "dot-grouped", "dot-grouped-comma-decimal"]);
const pointForms = new Set<NumberForm>(["point-decimal", "comma-grouped", "comma-grouped-point-decimal"]);

/** Every kind of blank becomes a space, every kind of minus a hyphen. */
function tidy(text: string): string {
  return text.normalize("NFC").replaceAll(/\s/gu, " ").replaceAll(/[−‐‑]/gu, "-").trim();
}

/** Where an example of one kind stands, so that a message can show it. */
export interface NumberExample {
  readonly text: string;
  readonly row: number;
}

/** What the cells of one column have shown so far: the first example of each kind. */
export interface ColumnEvidence {
  readonly comma?: NumberExample;
  readonly point?: NumberExample;
  /** `1,234.5` and `12,345,678`: English grouping, which is asked about even when nothing contradicts it. */
  readonly commaGrouped?: NumberExample;
  readonly ambiguous?: NumberExample;
}

/**
 * Adds one cell to the evidence. A count cannot have decimals, so `64.68` among counts is a slip and says
 * nothing about the column (`wholeOnly`).
 */
export function addEvidence(
  evidence: ColumnEvidence,
  reading: NumberReading,
  row: number,
  wholeOnly = false,
): ColumnEvidence {
  const kind = evidenceOf(reading.form, wholeOnly);
  return kind === undefined || evidence[kind]
    ? evidence
    : { ...evidence, [kind]: { text: reading.text, row } };
}

function evidenceOf(form: NumberForm, wholeOnly: boolean): keyof ColumnEvidence | undefined {
  switch (form) {
    case "dot-grouped":
    case "dot-grouped-comma-decimal":
      return "comma";
    case "comma-grouped":
    case "comma-grouped-point-decimal":
      return "commaGrouped";
    case "comma-decimal":
      return wholeOnly ? undefined : "comma";
    case "point-decimal":
      return wholeOnly ? undefined : "point";
    case "one-dot":
    case "one-comma":
      return "ambiguous";
    default:
      return undefined;
  }
}

/**
 * The notation of a column. `asked` holds `1,234.5`; `mixed` holds both `27,33` and `27.33`; `undecided` holds
 * `1.234` and nothing that settles it; `plain` holds whole numbers without separators only.
 */
export type ColumnNotation = NumberNotation | "plain" | "undecided" | "mixed" | "asked";

export function settleColumn({ comma, point, commaGrouped, ambiguous }: ColumnEvidence): ColumnNotation {
  if (comma && (point ?? commaGrouped)) return "mixed";
  if (commaGrouped) return "asked";
  if (comma) return "comma";
  if (point) return "point";
  return ambiguous ? "undecided" : "plain";
}
