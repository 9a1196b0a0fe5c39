import { type Block } from "./blocks.ts";
import { isMasked, scanner } from "./masks.ts";
import { decimalFirst, readNumber, wholeFirst, type Reading } from "./number-readings.ts";
import { type Quantity, type QuantityKind } from "./quantities.ts";
import { isCompatible, isWholeUnit, noUnit, readUnit, type Unit } from "./units.ts";

/** A number as it stands in the text, before its sentence tells what it does there. */
export type Scanned = Omit<
  Quantity,
  | "index"
  | "block"
  | "sentence"
  | "bracket"
  | "depth"
  | "role"
  | "direction"
  | "changeWord"
  | "lead"
  | "trail"
>;

/** Finds the quantities of a block; digits that are something else are left out. */
export function scanNumbers(text: string, folded: string, block: Block): readonly Scanned[] {
  const scanned: Scanned[] = [];
  const content = text.slice(block.start, block.end);
  for (const match of content.matchAll(scanner())) {
    const digits = match[2];
    if (digits === undefined) continue;
    const start = block.start + match.index;
    const quantity = readQuantity(text, folded, block, start, start + digits.length);
    if (quantity) scanned.push(quantity);
  }
  return scanned;
}

const scalePattern =
  /\s?(?:(nghìn|ngàn|vạn)\s)?(?:(nghìn|ngàn|vạn)|(triệu|tr(?=\.?\s?đ))|(tỷ|tỉ))(?!\p{L})(?! (?:lệ|suất|trọng|số))/uy;
const scaleOf: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  vạn: 1e4,
  triệu: 1e6,
  tr: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};
const kindPatterns: readonly (readonly [QuantityKind, RegExp])[] = [
  ["points", /\s?(?:điểm\s?(?:%|phần trăm)|đpt(?!\p{L})|đ%)/uy],
  ["permille", /\s?(?:‰|%o|%0(?!\d)|phần (?:nghìn|ngàn))/uy],
  ["percent", /\s?(?:%|phần trăm)/uy],
  ["times", /\s?lần(?!\p{L})(?! (?:khám|tiêm|xét|kiểm|tổ|cấp|điều|đi|thứ|lượt|xuất))/uy],
];
const perPattern =
  /\s?(?:[\p{L} ]{0,24}?)\s?(?:\/|trên\s|tính trên\s)\s?(100[. ]?000|10[. ]?000|1[. ]?000|100(?= (?:dân|người dân))|(?:1 |một )?vạn|nghìn)\s?(?:người |trẻ |phụ nữ )?(?:dân|người|trẻ|phụ nữ|bà mẹ|trẻ đẻ sống)/uy;
const perBefore =
  /(?<!\d\s?)(?:\/|trên|tính trên)\s?(100[. ]?000|10[. ]?000|1[. ]?000|vạn)\s?(?:dân|người|trẻ|phụ nữ)[^\d;.(,]{0,40}$/u;

function perNumber(printed: string): number {
  if (printed.endsWith("vạn")) return 10_000;
  return printed === "nghìn" ? 1_000 : Number(printed.replace(/\D/g, ""));
}

function stick(pattern: RegExp, folded: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(folded);
}

/** Longer runs of digits are no amounts: account numbers, keys, dividers. */
const longestNumber = 22;

function readQuantity(
  text: string,
  folded: string,
  block: Block,
  start: number,
  digitsEnd: number,
): Scanned | undefined {
  const digits = text.slice(start, digitsEnd);
  if (digits.length > longestNumber) return undefined;
  const before = folded.slice(Math.max(block.start, start - 60), start);
  const behind = folded.slice(digitsEnd, Math.min(block.end, digitsEnd + 60));
  const { scale, end: scaleEnd } = readScale(folded, digitsEnd);
  const unit = readUnit(folded, scaleEnd, block.end);
  if (
    isMasked(before, digits, behind, scale > 1 || (unit.unitClass !== undefined && unit.unitClass !== "time"))
  )
    return undefined;
  if (
    /(?:\/|trên\s)$/.test(before) &&
    /^\s?(?:dân|người dân|trẻ đẻ|trẻ sinh)/.test(behind) &&
    /^(?:10?0?[. ]?000|100)$/.test(digits)
  )
    return undefined;
  const kind = readKind(folded, before, scaleEnd);
  const isCount = kind.kind === "count";
  // The text of a rate is its number; "%" belongs to the number, "/vạn dân" does not.
  const end = isCount || kind.kind === "per" ? digitsEnd : kind.end;
  const counted = isCount ? unit : noUnit;
  const unitEnd = isCount ? endOfUnit(folded, scaleEnd, counted, block.end) : kind.end;
  return {
    start,
    end,
    text: text.slice(start, end),
    readings: orderReadings(readNumber(digits), kind.kind, counted, scale),
    scale,
    kind: kind.kind,
    per: kind.per,
    unit: counted,
    unitEnd,
    isPerOther: isPerOther(folded, unitEnd, counted),
    approximate: isApproximate(before),
    sign: signBefore(before),
    isGlued: /[\p{L}]$/u.test(before) || (/^\p{L}{2,}/u.test(behind) && isCount),
  };
}

const perTime =
  /^\s?\/\s?(?:10{0,4}\s?)?(?:năm|tháng|ngày|người|quý|giờ|tuần|ha|hộ|xã|lượt|lần|trẻ|giường|bệnh nhân|học sinh|lớp|suất|km)/;

/** "tấn/ngày", "16,5 lớp/trường"; but "742 thôn/bản" names one thing twice. */
function isPerOther(folded: string, at: number, unit: Unit): boolean {
  const behind = folded.slice(at, at + 30);
  if (perTime.test(behind)) return true;
  if (!/^\s?\/\s?\p{L}/u.test(behind) || unit.unitClass === undefined) return false;
  const per = readUnit(behind, behind.indexOf("/") + 1, behind.length);
  return per.unitClass !== undefined && !isCompatible(per.unitClass, unit.unitClass);
}

function readScale(folded: string, at: number): { scale: number; end: number } {
  const match = stick(scalePattern, folded, at);
  if (!match) return { scale: 1, end: at };
  const [, first, ...rest] = match;
  const last = rest.find((word) => word !== undefined) ?? "";
  return { scale: (first ? scaleOf[first]! : 1) * (scaleOf[last] ?? 1), end: scalePattern.lastIndex };
}

function readKind(
  folded: string,
  before: string,
  at: number,
): { kind: QuantityKind; per: number; end: number } {
  for (const [kind, pattern] of kindPatterns) {
    if (!stick(pattern, folded, at)) continue;
    if (
      kind === "times" &&
      !/(?:gấp|tăng|giảm|bằng|cao|hơn|khoảng|gần|là|lên)\s?(?:\p{L}+\s){0,2}$/u.test(before)
    )
      continue;
    return { kind, per: 0, end: pattern.lastIndex };
  }
  const behind = stick(perPattern, folded, at);
  if (behind) return { kind: "per", per: perNumber(behind[1]!), end: perPattern.lastIndex };
  const ahead = perBefore.exec(before);
  if (ahead) return { kind: "per", per: perNumber(ahead[1]!), end: at };
  return { kind: "count", per: 0, end: at };
}

function endOfUnit(folded: string, at: number, unit: Unit, until: number): number {
  if (unit.noun === "") return at;
  const found = folded.indexOf(unit.noun, at);
  return found < 0 || found > at + 2 ? at : Math.min(until, found + unit.noun.length);
}

function orderReadings(
  readings: readonly Reading[],
  kind: QuantityKind,
  unit: Unit,
  scale: number,
): readonly Reading[] {
  if (kind !== "count") return decimalFirst(readings);
  return scale === 1 && isWholeUnit(unit.unitClass) ? wholeFirst(readings) : readings;
}

const approximation =
  /(?:^|[^\p{L}])(?:gần|hơn|trên|dưới|khoảng|ước khoảng|xấp xỉ|trên dưới|chừng|tối thiểu|ít nhất|tối đa|không quá|>|<|≥|≤|>=|<=|~)\s?$/u;

function isApproximate(before: string): boolean {
  return (
    approximation.test(before) &&
    !/(?:cao|thấp|nhiều|ít|lớn|nhỏ|kém|nặng|nhẹ|tốt|xấu|sớm|muộn|nhanh|chậm|trẻ|già|dài|ngắn|khá|tồi) hơn\s?$|\d(?:\s(?!đạt|chiếm|là|có|với|mức)\p{L}+){0,4} trên\s?$/u.test(
      before,
    )
  );
}

function signBefore(before: string): -1 | 0 | 1 {
  const match = /(?:[(:;,]|[^\d\s]\s)\s?([+-])$/.exec(before);
  return match ? (match[1] === "+" ? 1 : -1) : 0;
}
