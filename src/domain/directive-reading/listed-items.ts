import type { Words } from "./directive.ts";

const counted = /(?:^|[\s(])(?:0?[2-9]|[1-9]\d)\s+[\p{Ll}][^:;.]{1,60}:\s*/gu;
const opened = /:\s+(?=[\p{L}(])/gu;
/** Examples and explanations behind a colon are no list of work. */
const isExample = /(?:như|ví dụ|thí dụ|tại|gồm|về|là|đề án|kế hoạch|dự án|chương trình)\s*:\s*$/iu;

/**
 * What one entry lists behind a colon: "03 đề án: …; …; …" gives three, and so does "giao phòng A: làm …; trình …; báo
 * cáo …". Lists of examples ("như: …") are none. Words are relative to the document, where the entry begins at `start`.
 */
export function readListedItems({ text, start }: Words): Words[] {
  for (const found of text.matchAll(counted)) {
    const count = Number(/\d+/u.exec(found[0])![0]);
    const items = partsAfter(text, found.index + found[0].length);
    if (items.length === count) return items.map((item) => shifted(item, start));
  }
  for (const found of text.matchAll(opened)) {
    const before = text.slice(Math.max(0, found.index - 200), found.index + 1);
    if (isExample.test(before) || !isAssignment(before)) continue;
    const items = partsAfter(text, found.index + found[0].length);
    if (items.length >= 2 && items.every((item) => item.text.split(/\s+/u).length >= 3))
      return items.map((item) => shifted(item, start));
  }
  return [];
}

/** A colon that hands out work: "Giao Phòng Nghiệp vụ Y:", "các nội dung sau:". */
function isAssignment(before: string): boolean {
  return /(?:giao|yêu cầu|đề nghị|phân công|nhiệm vụ|nội dung|công việc|sau)[^.:;]*:$/iu.test(before);
}

/** Parts divided by semicolons up to the end of the sentence. */
function partsAfter(text: string, from: number): Words[] {
  const end = from + sentenceLength(text.slice(from));
  const parts: Words[] = [];
  let at = from;
  for (const part of text.slice(from, end).split(";")) {
    const lead = /^\s*(?:và\s+)?/u.exec(part)![0].length;
    const clean = part.slice(lead).replace(/[\s.]+$/u, "");
    if (clean !== "") parts.push({ text: clean, start: at + lead, end: at + lead + clean.length });
    at += part.length + 1;
  }
  return parts;
}

/** How far the first sentence goes: to a full stop before a capital or the end, not to one inside a number or "…". */
function sentenceLength(text: string): number {
  const stop = /(?<![.\d])\.(?=\s+[\p{Lu}(]|\s*$)|(?<=\d)\.(?=\s+\p{Lu})/u.exec(text);
  return stop ? stop.index : text.length;
}

function shifted({ text, start, end }: Words, by: number): Words {
  return { text, start: start + by, end: end + by };
}
