import pg from "pg";

type Parse = (text: string) => unknown;

const asText: Parse = (text) => text;

/** text[], which the driver can read but does not name. */
const textList = 1009;

/** The driver's own parsers; it declares only some of the numbers it knows. */
const driverParser: (oid: number, format?: "text" | "binary") => Parse = pg.types.getTypeParser;

/** How PostgreSQL's types become ours: decimals and days stay text, moments are ISO in UTC. */
const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [pg.types.builtins.NUMERIC, asText],
  [pg.types.builtins.DATE, asText],
  [pg.types.builtins.INT8, parseWhole],
  [pg.types.builtins.TIMESTAMPTZ, parseMoment],
  [1231, parseList(asText)], // numeric[]
  [1182, parseList(asText)], // date[]
  [1016, parseList(parseWhole)], // int8[]
  [1185, parseList(parseMoment)], // timestamptz[]
]);

/** The `types` option of a connection; nothing is changed for other users of the driver in this process. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : parsers.get(oid)) ?? driverParser(oid, format),
};

function parseWhole(text: string): number {
  const whole = Number(text);
  if (!Number.isSafeInteger(whole))
    throw new RangeError(`${text} has too many digits for a whole number here`);
  return whole;
}

function parseMoment(text: string): string {
  return new Date(text).toISOString();
}

function parseList(parse: Parse): Parse {
  const parseTexts = driverParser(textList);
  return (text) => {
    const items = parseTexts(text) as (string | null)[]; // what the driver makes of text[]
    return items.map((item) => (item === null ? null : parse(item)));
  };
}
