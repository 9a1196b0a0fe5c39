import type { Words } from "./directive.ts";

const papers = String.raw`(?:đề án|kế hoạch|báo cáo|quyết định|nghị quyết|tờ trình|chương trình|dự thảo|phương án|quy trình|quy chế|quy định|hướng dẫn|danh mục|công văn|văn bản|hồ sơ|dự án|hợp đồng|phần mềm|bộ tiêu chí|thỏa thuận|thoả thuận)`;
const countedProduct = new RegExp(`(?<![\\p{L}\\d])\\d{1,3}\\s+(?:${papers}|lớp|khóa|cuộc|đoàn|công trình|trạm|xã|cơ sở|buổi|đợt)(?![\\p{L}])`, "iu"); // prettier-ignore
const madeProduct = new RegExp(`(?<![\\p{L}])(?:xây dựng|ban hành|trình|soạn thảo|dự thảo|hoàn thiện|lập|ký kết|gửi|nộp|tham mưu ban hành)\\s+(?:[\\p{L}]+\\s+){0,6}?(${papers})(?![\\p{L}])`, "iu"); // prettier-ignore
const goesOn =
  /^(?:tiếp tục|duy trì|thường xuyên)(?![\p{L}])|(?<![\p{L}])(?:hằng|hàng) (?:tháng|quý|tuần|năm)|định kỳ(?: (?:hằng|hàng)? ?(?:tháng|quý|tuần|năm))?|thường xuyên(?=[,.;)]|$)/iu;

/** What will be there to be seen when the work is done: a number of papers, or a paper to be made. */
export function readProduct(entry: Words): Words | undefined {
  return found(entry, countedProduct) ?? found(entry, madeProduct);
}

/** Words by which work goes on instead of ending. */
export function readRhythm(entry: Words): Words | undefined {
  return found(entry, goesOn);
}

function found({ text, start }: Words, pattern: RegExp): Words | undefined {
  const match = pattern.exec(text);
  return match
    ? { text: match[0], start: start + match.index, end: start + match.index + match[0].length }
    : undefined;
}
