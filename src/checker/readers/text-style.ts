import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { type Passage } from "#checker/quantities.ts";
import { unbalancedAt } from "#checker/text-structure.ts";

/** Remarks on the text itself: loose Unicode marks, brackets without a partner, blanks that were never filled in. */
export function readTextStyle(document: ReadDocument): readonly Draft[] {
  return [
    ...looseMarks(document),
    ...blankNumber(document),
    ...document.passages.flatMap((passage) => [
      ...unbalanced(document, passage),
      ...missing(document, passage),
    ]),
  ];
}

function looseMarks({ looseMarks: marks, blocks }: ReadDocument): readonly Draft[] {
  const message = {
    vi: `Văn bản có ${marks.length} chữ gõ bằng dấu rời (không phải Unicode dựng sẵn).`,
    en: `${marks.length} letters are typed with loose combining marks (not composed Unicode).`,
  };
  return firstOfEachBlock(blocks, marks).map((span) => remark("format", "note", span, message));
}

const mostMarkedBlocks = 20;

function firstOfEachBlock(
  blocks: ReadDocument["blocks"],
  marks: ReadDocument["looseMarks"],
): ReadDocument["looseMarks"] {
  const found: { start: number; end: number }[] = [];
  let block = 0;
  for (const mark of marks) {
    if (found.length > 0 && blocks[block] && mark.start < blocks[block]!.end) continue;
    while (block < blocks.length && blocks[block]!.end <= mark.start) block += 1;
    found.push(mark);
    if (found.length === mostMarkedBlocks) break;
  }
  return found;
}

/** "Số:       /BC-SYT": not yet registered. */
function blankNumber({ text }: ReadDocument): readonly Draft[] {
  const match =
    /(?:^|\n)[^\S\n]*(Số:?[^\S\n]{0,20}(?:…|\.{2,10})?[^\S\n]{0,20}\/[A-ZĐ]{2,6}-[A-ZĐ&]{2,12})/u.exec(
      text.slice(0, 3000),
    );
  if (!match) return [];
  const start = match.index + match[0].indexOf(match[1]!);
  return [
    remark(
      "format",
      "note",
      { start, end: start + match[1]!.length },
      { vi: "Số văn bản để trống.", en: "The document number is left blank." },
    ),
  ];
}

function unbalanced({ folded }: ReadDocument, { block }: Passage): readonly Draft[] {
  const at = unbalancedAt(folded, block.start, block.end);
  if (at < 0) return [];
  const start = Math.max(block.start, at - 30);
  return [
    remark(
      "format",
      "note",
      { start, end: Math.min(block.end, at + 30) },
      { vi: "Ngoặc đơn không đủ cặp.", en: "A bracket has no partner." },
    ),
  ];
}

const placeholder =
  /(?:(?<!\p{L})x{2,5}(?!\p{L})|\.{3,20}|…{1,5}|_{2,20}|\[\s?\])\s?(?:%|người|ca|trường hợp|đồng|triệu|tỷ|bệnh nhân|lượt|cơ sở|hồ sơ|hộ)(?!\p{L})/gu;
const barePercent = /(?:đạt|chiếm|tăng|giảm|tỷ lệ|bằng|là)\s{1,6}%/g;
const announcedTotal = /(?:^|[:.]\s|-\s)\s*tổng (?:số|cộng)\s(?!liệu)\p{L}/u;

function missing({ folded, text }: ReadDocument, passage: Passage): readonly Draft[] {
  const { block } = passage;
  const content = folded.slice(block.start, block.end);
  const found = [...content.matchAll(placeholder), ...content.matchAll(barePercent)].map((match) =>
    remark("missing", "note", { start: block.start + match.index, end: block.start + match.index + match[0].length }, {
      vi: "Còn chỗ trống chưa điền số.",
      en: "A blank was left where a number belongs.",
    }),
  ); // prettier-ignore
  return [...found, ...totalWithoutNumber(folded, text, passage)];
}

/** "Tổng số đối tượng đã tiêm đến 06/7/2023." announces a number and gives none. */
function totalWithoutNumber(
  folded: string,
  text: string,
  { sentences, quantities }: Passage,
): readonly Draft[] {
  return sentences.flatMap(({ start, end }, index) => {
    const isWhole = /[.…]$/.test(text.slice(start, end).trimEnd()) && end - start > 40;
    if (
      !isWhole ||
      quantities.some((each) => each.sentence === index) ||
      !announcedTotal.test(folded.slice(start, end))
    )
      return [];
    if (/(?:tăng|giảm|đều|không|chưa|ổn định)(?!\p{L})/u.test(folded.slice(start, end))) return [];
    return [
      remark(
        "missing",
        "note",
        { start, end },
        {
          vi: "Câu nêu tổng số nhưng không có số.",
          en: "The sentence announces a total and gives no number.",
        },
      ),
    ];
  });
}
