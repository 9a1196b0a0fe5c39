import { type Evidence } from "./drafts.ts";

const cue = String.raw`(?:đạt|chiếm|bằng|tỷ lệ|tỷ trọng|tương ứng|tương đương|ước đạt|mới đạt|chỉ đạt|hoàn thành|khoảng|gần|hơn|trên|là|với|tức|ước|xấp xỉ|vượt|=|:|-|\(|~|≈|;|,|\.)`;
const cueTail = new RegExp(String.raw`(?:^|\s|(?<=[\p{L}\d)]))(?:${cue}\s?)+$`, "u");
const otherMatter =
  /(?:^|[^\p{L}])(?:tăng|giảm|so với|cùng kỳ|năm trước|năm ngoái|trong đó|bình quân|lãi suất|thuế suất|năm (?:19|20)\d\d)(?!\p{L})/u;
const rateNoun =
  /^\s?(?:và )?(?:tỷ lệ|tỷ suất|công suất|mức|hiệu suất|tốc độ|độ|chỉ số|hệ số|bình quân|số|lãi|xác suất)(?!\p{L})/u;

/**
 * How firmly the words between a number and a percentage tie the two: tight for "trẻ, đạt tỷ lệ", firm where
 * something else stands between, `undefined` where the percentage speaks of another matter. `label` is what the
 * text calls the number: "số lam dương tính 31 lam, tỷ lệ lam dương tính" names it again.
 */
export function rateGap(gap: string, label: string): Evidence | undefined {
  const tail = cueTail.exec(gap);
  const body = tail ? gap.slice(0, tail.index) : gap;
  if (otherMatter.test(body) || body.length > 140) return undefined;
  // "42/86 xã có bãi rác; 62% chất thải được thu gom": behind a bare semicolon stands another matter.
  if (tail && /^[\s,.]*[;.][\s,;.]*$/.test(tail[0])) return undefined;
  // "điều dưỡng 856 người; nữ chiếm 61,2%", "…, học sinh 35.744 người; đạt 96,56% kế hoạch": the matter before a semicolon is closed.
  const isClosed =
    /;\s*(?:\p{L}+\s){1,3}(?:chiếm|đạt)\s?$/u.test(gap) && !/;\s*(?:tỷ lệ|trong đó|mới|chỉ|ước|đã)/.test(gap);
  if (isClosed) return "loose";
  const [first = "", ...clauses] = body.split(/[,;:]|\.\s|\s-\s/);
  const last = clauses.at(-1)?.trim() ?? "";
  if (rateNoun.test(last) && !/^\s?(?:và )?tỷ lệ(?: đạt| chung)?$/.test(last)) {
    const renamed = /^tỷ lệ(?: số)? ([\p{L} ]{4,60})$/u.exec(last)?.[1];
    if (renamed === undefined) return undefined;
    // "đã cho thuê 1.126 ha, tỷ lệ lấp đầy 61,1%" may speak of the number, or of another.
    return label.includes(renamed.trim()) ? "firm" : clauses.length === 1 ? "loose" : undefined;
  }
  if (/(?:mục tiêu|chỉ tiêu|kế hoạch)/.test(last) && !tail?.[0].includes("(")) return undefined;
  if (!tail) return gap.trim() === "" || clauses.length === 0 ? "firm" : undefined;
  if (clauses.length === 0) return /(?:tỷ lệ|tỷ suất|công suất)\s\p{L}/u.test(first) ? "loose" : "tight";
  return last === "" ? "tight" : "firm";
}
