/**
 * Digits that are not quantities: legal numbers, dates, ages, ordinals, names. Most false alarms start here,
 * so each family has one line, and a number that a line claims takes no part in any arithmetic.
 */

/** Spans that hold digits as a whole, tried before a number at the same place. Matched on the text as printed. */
const composites = [
  String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d\d(?!\d)`, // 06/5/2023
  String.raw`\d{1,2}/\d{1,2}/\d{2}(?![\d/])`, // 06/5/23
  String.raw`\d{1,5}(?:/(?:19|20)\d\d)?/(?!KH\s?\d)[A-ZĐ]{2,}[\p{L}\d]*(?:[-–][\p{L}\d]+)*`, // 107/2020/NĐ-CP
  String.raw`(?:0?[1-9]|1[0-2])\s?[/.]\s?(?:19|20)\d\d(?!\d)`, // 10/2020
  String.raw`(?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?!\d)`, // 2011-2020
  String.raw`\d{1,2}\s?[hg]\s?\d{2}(?!\d)`, // 9h00
  String.raw`\d{1,2}/\d{1,2}\s?[-–]\s?\d{1,2}/\d{1,2}(?![\d/])`, // 31/7-6/8
  String.raw`\d{1,2}\s?[-–]\s?\d{1,2}/(?:0?[1-9]|1[0-2])(?![\d/]|[.,]\d)`, // 21-27/8
  String.raw`\d{1,2}:\d{2}(?::\d{2})?(?!\d)`, // 14:30
  String.raw`(?:thứ|hạng|vị trí)\s\d{1,3}\s?/\s?\d{1,3}(?![.,]?\d)`, // xếp thứ 41/63
  String.raw`24\s?/\s?(?:24|7)(?![\d.,]\d)\s?h?`, // 24/24h
  String.raw`\d{1,2}\s?[-–]\s?\d{1,2}\s?(?:giờ|h)(?![\p{L}\d])`, // 18-24 giờ
  String.raw`\d{1,3}(?:\s?(?:tháng\s?)?tuổi)?\s?(?:-|–|đến|tới)\s?(?:dưới\s|<\s?)?\d{1,3}\s?(?:tháng\s)?[Tt]uổi`, // 12 - dưới 18 tuổi
  String.raw`\d{1,3}\s?(?:tháng\s)?tuổi`,
  String.raw`\d{1,3}/\d{1,3}\s?mmHg`,
  String.raw`\d{1,3}(?:[A-Z]\d{0,2}|[abc])(?![\p{L}\d])`, // lớp 12A1, Nghị quyết 30a
]; // prettier-ignore

const grouped = String.raw`[1-9]\d{0,2}(?:(?:[\u00a0\u202f]\d{3})+|(?: \d{3}){2,})(?![\d.]|,\d)`;
const number = String.raw`${grouped}|\d+(?:[.,]\d+)*`;

/** One pass over the text: group 1 is a composite to skip, group 2 a number. */
export function scanner(): RegExp {
  return new RegExp(`(${composites.join("|")})|(${number})`, "gu");
}

interface MaskRule {
  readonly name: string;
  readonly before?: RegExp;
  readonly number?: RegExp;
  readonly after?: RegExp;
  /** Where a counted noun follows, the number is a quantity after all: "cấp 61 chứng chỉ". */
  readonly unlessCounted?: boolean;
}

const small = /^\d{1,2}$/;
const serial = /^\d{1,5}$/;
const startOfWord = String.raw`(?<![\p{L}\d])`;
const after = (words: string, tail = String.raw`\s{1,2}`): RegExp =>
  new RegExp(`${startOfWord}(?:${words})${tail}$`, "u");

const rules: readonly MaskRule[] = [
  { name: "name", before: /\p{L}-$/u },
  { name: "web address", before: /(?:https?:\/\/|www\.|@)\S*$/ },
  { name: "citation", before: after("nghị quyết|quyết định|thông tư|công văn|nghị định|luật|chỉ thị|kết luận|công điện|tờ trình|văn bản|hướng dẫn|thông báo|quy định|chương trình|đề án|dự án|tiểu dự án|pháp lệnh|kế hoạch số|báo cáo số|hợp đồng số", String.raw`\s(?:số:?\s?)?`), number: serial, unlessCounted: true },
  { name: "serial", before: after("số|số hiệu|mã số|mã|ký hiệu|số:"), number: /^\d{1,6}$/, unlessCounted: true },
  { name: "document number", before: /(?:^|\n)\s*số:?\s*$/, number: serial },
  { name: "month", before: after("tháng|t"), number: /^(?:0?[1-9]|1[0-2])$/ },
  { name: "month", before: after("tháng", String.raw`\s`), number: /^(?:0?[1-9]|1[0-2])\.(?:\d\d|(?:19|20)\d\d)$/, unlessCounted: true },
  { name: "day", before: after("ngày|mùng|mồng|sáng|chiều|tối|hôm"), number: /^(?:0?[1-9]|[12]\d|3[01])$/, unlessCounted: true },
  { name: "day and month", before: after("ngày|từ|đến|và|hết|trước", String.raw`\s`), after: /^\s?[/-]\s?(?:0?[1-9]|1[0-2])(?!\s?[\d.,/%])(?!\s?(?:người|ca|vụ|trẻ|hộ|xã|bệnh nhân|trường hợp|đơn vị|cơ sở))/, number: small },
  { name: "day and month", before: /(?:ngày|từ|đến|và|hết|trước)\s\d{1,2}\s?[/-]\s?$/, number: small, unlessCounted: true },
  { name: "ordinal", before: after("mũi|mũi thứ|lần thứ|thứ|tiêu chí|tiêu chí số|cấp độ|hạng|giai đoạn|phụ lục|phụ biểu|bảng|biểu|biểu mẫu|điều|khoản|chương|quý|tuần|tuần thứ|khu vực|type|týp|typ|khóa|vòng|bước|chỉ tiêu số|con thứ|năm thứ|ngày thứ|quốc lộ|ql|tỉnh lộ|trang|phương án|quận"), number: /^\d{1,3}$/, unlessCounted: true },
  { name: "ordinal", before: after(String.raw`mũi|(?<!\d\s?)lần|đợt|quý|tuần|mũi nhắc lại|mũi tiêm`), number: small },
  { name: "ordinal", before: after("cấp|bậc|nhóm|tuyến|mục|điểm|vùng|tổ|khu|đội|phòng|(?<!cùng )kỳ|thôn|bản|ấp|xóm|mức|mức độ|loại|nội dung|đường|km|tập|tầng|lớp|khối|phường|top|cụm|trạm"), number: small, unlessCounted: true },
  { name: "ordinals", before: new RegExp(`${startOfWord}(?:tháng|quý|mũi|điều|tuần|lần|tiêu chí|ngày|khoản|đợt|khối|lớp|nhóm|loại|cấp độ|năm)\\s\\d{1,4}(?:\\s?(?:,|và|-|đến|,\\s?và)\\s?\\d{1,4}){0,4}\\s?(?:,|và|-|đến)\\s?$`, "u"), number: /^\d{1,2}$|^(?:19|20)\d\d$/, unlessCounted: true },
  { name: "standard", before: /(?:iso|tcvn|qcvn|iec|haccp|model)[ /:-]{0,3}(?:\d+[-:]?\s?)?$/ },
  { name: "revolution", before: /(?:công nghiệp|nông nghiệp|cách mạng|y tế|web|lần thứ tư)\s$/, number: /^\d\.0$/ },
  { name: "period", after: /^\s?(?:tháng|tuần|quý|giờ|phút|giây|thế kỷ|thập kỷ|nhiệm kỳ)(?!\p{L})/u, number: /^\d{1,3}$/ },
  { name: "period", after: /^\s?năm(?! \d{4}[^)]*\d)(?!\p{L})/u, number: /^\d{1,2}$/ },
  { name: "hour", after: /^\s?h(?!\p{L})/u, number: small },
  { name: "measure", after: /^\s?(?:°|độ c|mmhg|mg\/|mmol|μ|µ|oc(?!\p{L}))/u },
  { name: "slogan", after: /^\s(?:tại chỗ|không(?!\p{L})|sạch(?!\p{L})|xung kích|đồng hành|trước(?!\p{L})|cùng(?!\p{L})|có(?= \d không))/u, number: /^\d$/ },
  { name: "telephone", number: /^0\d{8,10}$/ },
  { name: "telephone", before: /(?:điện thoại|đt|sđt|hotline|fax|zalo|đường dây nóng)[ :.]{0,3}[\d. ]{0,12}$/, unlessCounted: true },
  { name: "plate", before: /(?:biển số|bks|biển kiểm soát)[ :]{0,2}[\p{L}\d.-]{0,10}$/u },
]; // prettier-ignore

const gluedAfterVerb =
  /(?<!\p{L})(?:đạt|chiếm|là|có|tăng|giảm|còn|với|được|bằng|cho|trên|dưới|gần|hơn|và|khoảng)$/u;
const heading = /(?:^|\n)[ \t>#]*(?:[-+*•]\s*)?$/;
const headingNumber = /^\d{1,2}(?:\.\d{1,2}){0,3}$/;
const yearLike = /^(?:19|20)\d\d$/;

/** Whether the digits at this place are something else than a quantity. Both sides are folded text of at most 60 characters; `counted` says that a known unit follows. */
export function isMasked(before: string, digits: string, behind: string, counted: boolean): boolean {
  if (/\p{L}$/u.test(before) && !gluedAfterVerb.test(before)) return true;
  if (isHeadingNumber(before, digits, behind)) return true;
  if (yearLike.test(digits)) return isYear(before, behind, counted);
  return rules.some(
    (rule) =>
      (!rule.number || rule.number.test(digits)) &&
      !(rule.unlessCounted && counted) &&
      (!rule.before || rule.before.test(before)) &&
      (!rule.after || rule.after.test(behind)),
  );
}

/** "1.2.", "3)", "4 -" and "1.6 Công tác" at the head of a line, but not "15 ca mắc". */
function isHeadingNumber(before: string, digits: string, behind: string): boolean {
  if (!headingNumber.test(digits) || !heading.test(before)) return false;
  if (/^\s?[.)/](?!\d)/.test(behind)) return true;
  if (/^\s?-\s/.test(behind) && !digits.includes(".")) return true;
  return (
    digits.includes(".") && /^\s+\p{L}/u.test(behind) && !/^\s+(?:%|triệu|tỷ|nghìn|tấn|ha|km)/.test(behind)
  );
}

const yearLead =
  /(?<!\p{L})(?:năm|cùng kỳ|kỳ|tháng \d{1,2}|quý \w{1,3}|năm học|niên học|vụ|hè|xuân|tết|học kỳ \w{1,2}|nhiệm kỳ|đầu|cuối|giữa)[\s/-]*$/u;

function isYear(before: string, behind: string, counted: boolean): boolean {
  if (yearLead.test(before)) return true;
  return !counted && !/^\s?(?:%|‰|\/\s?\d|triệu|tỷ|nghìn)/.test(behind);
}
