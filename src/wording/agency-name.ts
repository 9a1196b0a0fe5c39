import type { Furniture } from "#domain/report.ts";

/** The first word of an agency's name says what it is, and the next what it does: both take a capital. */
const agencyKinds = [
  "trung tâm", "bệnh viện", "phòng khám", "văn phòng", "chi cục", "trạm", "phòng", "viện", "cục", "ban", "bộ", "sở", "vụ",
]; // prettier-ignore
/** What follows one of these is the name of a place, capital on each syllable. */
const placeKinds = "tỉnh|thành phố|huyện|thị xã|thị trấn|quận|xã(?! hội)|phường|đặc khu|khu vực";

/**
 * The issuing agency as it is named inside a sentence: `Sở Y tế tỉnh Lai Châu` for SỞ Y TẾ of UBND TỈNH LAI CHÂU.
 * Capitals follow Phụ lục II of Nghị định 30/2020/NĐ-CP, Mục III and IV: the kind of body, its field of work,
 * and the names of places. A name that is not all in capitals is kept as it is.
 */
export function agencyInSentence({
  agency,
  parentAgency,
}: Pick<Furniture, "agency" | "parentAgency">): string {
  const name = properCase(agency);
  const seat = parentSeat(parentAgency);
  return seat === undefined || name.includes(seat) ? name : `${name} ${seat}`;
}

/** `tỉnh Lai Châu` of a people's committee; other parents do not name a place. */
function parentSeat(parentAgency: string): string | undefined {
  const [, seat] = /^(?:UBND|ủy ban nhân dân|uỷ ban nhân dân)\s+(.+)$/iu.exec(parentAgency.trim()) ?? [];
  return seat === undefined ? undefined : capitalPlaces(isCapitals(seat) ? lower(seat) : seat);
}

function properCase(agency: string): string {
  const name = agency.trim().replace(/\s+/g, " ");
  if (!isCapitals(name)) return name;
  const words = lower(name);
  const kind = agencyKinds.find((candidate) => words === candidate || words.startsWith(`${candidate} `));
  const rest = kind === undefined ? "" : words.slice(kind.length + 1);
  const startsWithPlace = new RegExp(`^(?:${placeKinds})(?= )`).test(rest);
  const cased =
    kind === undefined ? capital(words) : `${capital(kind)} ${startsWithPlace ? rest : capital(rest)}`;
  return capitalPlaces(cased.trim());
}

function capitalPlaces(text: string): string {
  const place = new RegExp(`(?<=^|\\s)(${placeKinds}) (.+)$`, "iu");
  return text.replace(place, (_, kind: string, name: string) => {
    const inner = new RegExp(`(?<=\\s)(?:${placeKinds})(?= )`, "giu");
    const eachWord = name.replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toLocaleUpperCase("vi"));
    return `${lower(kind)} ${eachWord.replace(inner, lower)}`;
  });
}

function isCapitals(text: string): boolean {
  return text === text.toLocaleUpperCase("vi") && text !== lower(text);
}

function lower(text: string): string {
  return text.toLocaleLowerCase("vi");
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1);
}
