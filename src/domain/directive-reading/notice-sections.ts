import type { DirectiveKind } from "./directive.ts";

/** What words of a heading announce; `results` are read past. */
const announced: readonly { readonly kind: DirectiveKind | "results"; readonly words: RegExp }[] = [
  {
    kind: "results",
    words: /kết quả|tóm tắt|tình hình|đánh giá|công tác đã|những việc đã|ưu điểm|thuận lợi/u,
  },
  { kind: "challenge", words: /tồn tại|khó khăn|hạn chế|thách thức|vướng mắc|yếu kém|bất cập/u },
  { kind: "recommendation", words: /đề xuất|kiến nghị|đề nghị/u },
  {
    kind: "task",
    words:
      /nhiệm vụ|giải pháp|phương hướng|trọng tâm|tập trung|cần giải quyết|kết luận|chỉ đạo|yêu cầu|phân công|giao việc|công việc/u,
  },
];

/** What a heading announces, by the word that comes first; `undefined` when it says nothing of the kind. */
export function kindOfHeading(heading: string): DirectiveKind | "results" | undefined {
  const words = heading.toLowerCase();
  const found = announced
    .map(({ kind, words: pattern }) => ({ kind, at: words.search(pattern) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at);
  return found[0]?.kind;
}

/** "… Giám đốc Sở Y tế kết luận như sau:" – what follows are conclusions, whatever the heading said. */
export function opensConclusions(line: string): boolean {
  const last = line.slice(-250); // no sentence that opens a list is longer
  return /(?:kết luận|chỉ đạo|yêu cầu|giao|quyết định|thống nhất|nhiệm vụ|nội dung|giải pháp)[^.:]*(?:như sau\s*[.:]?|(?:sau đây|sau|cụ thể)\s*:)\s*$/iu.test(
    last,
  );
}

/** Where the matter ends: the closing words, the recipients, the signature. */
export function closesMatter(line: string): boolean {
  return /^(?:trên đây là|nơi nhận|kính gửi|tl\. |tuq\. |kt\. |người ký|nhận được thông báo)/iu.test(
    line.replace(/^[\s*_#-]+/u, ""),
  );
}
