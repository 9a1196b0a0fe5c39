/** The text in NFC, with what is needed to find a place again in the text as it was received. */
export interface NormalisedText {
  readonly text: string;
  /** Same length as `text`: lower case, one spelling per word, one dash, one space. For matching only. */
  readonly folded: string;
  /** Spans (in `text`) of letters that were typed as a base letter and loose marks. */
  readonly looseMarks: readonly { readonly start: number; readonly end: number }[];
  /** Offset in the received text of an offset in `text`. */
  readonly originalOffset: (offset: number) => number;
}

/** Composes the text to NFC; offsets into the result can be traced back with `originalOffset`. */
export function normaliseText(received: string): NormalisedText {
  if (received === received.normalize("NFC")) {
    return { text: received, folded: fold(received), looseMarks: [], originalOffset: (offset) => offset };
  }
  const pieces: string[] = [];
  const anchors: { at: number; original: number }[] = [];
  const looseMarks: { start: number; end: number }[] = [];
  let length = 0;
  let copied = 0;
  // A base letter with everything that combines with it is the smallest piece that NFC can change.
  for (const match of received.matchAll(/[^\p{M}]?\p{M}{1,32}/gu)) {
    const composed = match[0].normalize("NFC");
    const untouched = received.slice(copied, match.index).normalize("NFC");
    pieces.push(untouched, composed);
    length += untouched.length;
    looseMarks.push({ start: length, end: length + composed.length });
    length += composed.length;
    copied = match.index + match[0].length;
    anchors.push({ at: length, original: copied });
  }
  pieces.push(received.slice(copied).normalize("NFC"));
  const text = pieces.join("");
  return { text, folded: fold(text), looseMarks, originalOffset: (offset) => traceBack(anchors, offset) };
}

function traceBack(anchors: readonly { at: number; original: number }[], offset: number): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  const anchor = anchors[low - 1];
  return anchor ? anchor.original + (offset - anchor.at) : offset;
}

/** Older tone placement, spelled the newer way; "quý" is not among them because its "u" belongs to the "q". */
const tonePlacement: Readonly<Record<string, string>> = {
  oà: "òa", oá: "óa", oả: "ỏa", oã: "õa", oạ: "ọa", oè: "òe", oé: "óe", oẻ: "ỏe", oẽ: "õe", oẹ: "ọe",
  uỳ: "ùy", uý: "úy", uỷ: "ủy", uỹ: "ũy", uỵ: "ụy",
}; // prettier-ignore

/** Names with "tăng" or "giảm" in them that tell of no change: an illness, a programme. Respelled, they cannot be mistaken. */
const soundsLikeChange =
  /tăng (?=huyết áp|nhãn áp|cường|động|tốc|ca|gia|sản)(?!gia tăng)|(?<=gia )tăng(?= dân số tự nhiên)|giảm (?=nghèo|thị lực|thính lực|đau|tải|trừ|thiểu|phát thải|sốt|án)/gu;

/** Lower case, one spelling per word, one dash, one blank; as long as the text. */
export function fold(text: string): string {
  return lowerSameLength(text)
    .replace(/(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\p{L})/gu, (pair) => tonePlacement[pair] ?? pair)
    .replace(/tỉ(?= lệ| suất| trọng| số| đồng)/g, "tỷ")
    .replace(/([^\p{L}])kì(?!\p{L})/gu, "$1kỳ")
    .replace(/sỹ(?!\p{L})/gu, "sĩ")
    .replace(soundsLikeChange, (name) => name.replace("tăng", "tâng").replace("giảm", "giâm"))
    .replace(/[–—−‑]/g, "-")
    .replace(/[\u00a0\u202f\u2009\u2007*_]/g, " ");
}

/** Lower case that never changes the length, unlike `toLowerCase` on "İ". */
function lowerSameLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const one = letter.toLowerCase();
    return one.length === letter.length ? one : letter;
  }).join("");
}
