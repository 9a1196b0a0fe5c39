import { type Scanned } from "./number-scan.ts";
import { type Quantity } from "./quantities.ts";

const softener = String.raw`(?:\s(?:thêm|tới|khoảng|gần|hơn|trên|nhẹ|mạnh|là|được|bình quân|trưởng|đạt|ước đạt|khá|cao|đáng kể|tương ứng|tương đương|trung bình|ước|trên dưới|xấp xỉ))*`;
const changePattern = new RegExp(
  String.raw`(?:^|[^\p{L}])(?<!đỡ,? )(tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|lớn hơn|vượt|hụt|sụt|sụt giảm|kém|gấp)${softener}\s?[:=(<>~≈+-]*\s?$`,
  "u",
);
const changeOfNumber =
  /(?:^|[^\p{L}])(tăng|giảm)\ssố\s(?!.*(?:lên|xuống|còn|đạt|là)\s)[\p{L} ]{1,30}\s?:?\s?$/u;
const changeAgainst = /(?:^|[^\p{L}])(tăng|giảm)\s(?:so )?với\s[^,;.()%]{3,70}$/u;
/** "cao hơn cùng kỳ 7,8 điểm %", "vượt kế hoạch đề ra 0,5 điểm phần trăm": points are always a change. */
const changeInPoints =
  /(?:^|[^\p{L}])(tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|lớn hơn|vượt|hụt|kém)(?!\p{L})[^,;.()%]{0,70}$/u;
const changeBeforeBase =
  /(?:^|[^\p{L}])(cao hơn|thấp hơn|nhiều hơn|ít hơn)\s(?:so với\s)?(?:mức\s)?(?:cùng kỳ|năm trước|trung bình|bình quân|kỳ trước)[\p{L} ]{0,30}\s$/u;
const changeAsRate = /(?:tỷ lệ|tốc độ|mức) (tăng|giảm)(?: trưởng)?(?:\s[\p{L}\d]+){0,6}\s(?:là|đạt)\s?$/u;
const fromPattern = /(?:^|[^\p{L}])(?:tăng|giảm)(?:\s[\p{L}]+){0,6}\stừ\s(?:mức\s|con số\s)?$/u;
const levelPattern =
  /(?:→|->|=>)\s?$|(?:^|[^\p{L}])(?:lên|xuống|lên thành|lên tới|lên đến|xuống còn|lên mức|xuống mức|giảm còn|tăng lên|thành)\s?(?:còn |mức |tới |đến )?$/u;
const basePattern =
  /(?:cùng kỳ|năm trước|năm ngoái|kỳ trước|tháng trước|quý trước|tuần trước|năm học trước|vụ trước|liền kề|trước đó|so với(?: mức| con số)?)(?:\s(?!đạt|tăng|giảm|trong đó|và\s|kế)[\p{L}\d./-]+){0,8}\s?(?:là|có|:|=|đạt|\()?\s?(?:\(\s?[\p{L} ]{0,20})?\s?$/u;
const priorYear = /năm ((?:19|20)\d\d)(?:\s(?!đạt|tăng|giảm|trong)[\p{L}]+){0,3}\s?(?:là|có|:|\()\s?$/u;
const planPattern =
  /(?:^|[^\p{L}])(?:(?<!giường )(?<!giường bệnh )kế hoạch|chỉ tiêu|dự toán|mục tiêu|kh|định mức|chỉ tiêu giao)(?:\s(?!đạt|chiếm|và\s|tăng|giảm|kiểm|tổ chức|triển|xây|cho|tại|đã|được(?! giao)|có|với|về|thực hiện)[\p{L}\d./-]+){0,8}\s?(?:là|:|=|\(|phải đạt)?\s?(?:≥|>=|>)?\s?$/u;

interface RoleInput extends Scanned {
  readonly lead: string;
  readonly previous: Quantity | undefined;
  /** A number in a bracket follows: "ít hơn cùng kỳ 32 giờ (218 giờ)". */
  readonly opensBracket: boolean;
}

type Role = Pick<Quantity, "role" | "direction" | "changeWord">;

/** What the words before a number make of it: a change, an earlier value, a plan, or a number in its own right. */
export function roleOf({ lead, sign, kind, start, previous, opensBracket }: RoleInput): Role {
  const plainRole = { direction: 0, changeWord: "" } as const;
  if (fromPattern.test(lead)) return { role: "base", ...plainRole };
  if (levelPattern.test(lead)) return { role: "level", ...plainRole };
  const change =
    changePattern.exec(lead) ??
    changeOfNumber.exec(lead) ??
    (kind === "points" ? changeInPoints.exec(lead) : null) ??
    (kind === "percent" || kind === "points" ? changeAgainst.exec(lead) : null) ??
    (opensBracket && kind === "count" ? changeBeforeBase.exec(lead) : null) ??
    (kind === "percent" ? changeAsRate.exec(lead) : null);
  if (change) return { role: "change", direction: directionOf(change[1]!), changeWord: change[1]! };
  if (sign !== 0) return { role: "change", direction: sign, changeWord: sign > 0 ? "tăng" : "giảm" };
  if (planPattern.test(lead)) return { role: "plan", ...plainRole };
  if (basePattern.test(lead) && !isPairSecond(lead)) return { role: "base", ...plainRole };
  if (priorYear.test(lead) && start > 0 && previous?.role === "change") return { role: "base", ...plainRole };
  return { role: "plain", ...plainRole };
}

function isPairSecond(lead: string): boolean {
  return /^\s?[\p{L} ]{0,30}\/\s?$/u.test(lead);
}

function directionOf(word: string): -1 | 1 {
  return /^(?:giảm|thấp|ít|hụt|sụt|kém)/.test(word) ? -1 : 1;
}

const roleInBracket =
  /kế hoạch|(?:^|[^\p{L}])kh(?!\p{L})|chỉ tiêu|dự toán|mục tiêu|định mức|cùng kỳ|trước|giao|năm|đầu|cuối/u;

/** "thiếu 63 giáo viên so với định mức (mầm non 28, tiểu học 22)": a bracket that lists parts is neither plan nor earlier value. */
export function releaseLists(quantities: readonly Quantity[]): readonly Quantity[] {
  return quantities.map((each, position) => {
    const next = quantities[position + 1];
    const opening = each.lead.lastIndexOf("(");
    const inside = each.lead.slice(opening + 1);
    const isList =
      (each.role === "plan" || each.role === "base") &&
      opening >= 0 &&
      /\p{L}{2}/u.test(inside) &&
      (!roleInBracket.test(inside) || isUnplannedBeside(next)) &&
      next?.bracket === each.bracket &&
      each.bracket >= 0 &&
      next.kind === each.kind &&
      /[,;]/.test(next.lead);
    return isList ? { ...each, role: "plain" as const } : each;
  });
}

/** "(theo kế hoạch 72, đột xuất 14)": planned and unplanned are the two parts. */
function isUnplannedBeside(next: Quantity | undefined): boolean {
  return /đột xuất|phát sinh|ngoài kế hoạch/.test(next?.lead ?? "");
}

/** "10 - 15", "từ 10 đến 15": neither end is a value. */
export function markRanges(quantities: readonly Quantity[]): readonly Quantity[] {
  return quantities.map((each, position) => {
    const next = quantities[position + 1];
    const previous = quantities[position - 1];
    const isRange = (next && isRangeGap(each, next)) || (previous && isRangeGap(previous, each));
    return isRange ? { ...each, role: "range" as const, direction: 0 as const } : each;
  });
}

function isRangeGap(first: Quantity, second: Quantity): boolean {
  if (first.kind !== second.kind && first.kind !== "count") return false;
  if (!/^\s?(?:-|đến|tới|~)\s?$/.test(second.lead)) return false;
  if (/(?:tăng|giảm)\s(?:\p{L}+\s){0,3}từ\s$/u.test(first.lead)) return false;
  return first.readings[0]!.value < second.readings[0]!.value;
}
