/** Text as it is looked for: small letters without marks, `đ` as `d`, one space between words. */
export function foldWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether every word typed begins a word of the text, in any order: "tre tiem" finds "Tiêm chủng cho trẻ". */
export function matchesWords(text: string, typed: string): boolean {
  const words = foldWords(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return foldWords(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((piece) => words.some((word) => word.startsWith(piece)));
}
