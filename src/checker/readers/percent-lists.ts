import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { sum } from "#domain/decimal.ts";
import { toDecimal } from "#checker/formulas.ts";
import { formatComputed } from "#checker/number-format.ts";
import { type Passage } from "#checker/quantities.ts";

const structureWords = /cơ cấu|tỷ trọng|phân loại|xếp loại|chia theo|phân theo|phân bổ/;
const lastWords = /(?:khác|còn lại|trợ cấp sản phẩm|trừ trợ cấp|thuế sản phẩm|thuế)[^;,]{0,40}$/;

/** Two shares that leave nothing between them. */
const complements =
  /(?:nam|thành thị)(?: giới)?(?: chiếm| là)? \|[\s,;]*(?:và |còn )?(?:nữ|nông thôn)(?: giới)?(?: chiếm| là)? \|/;

/** Reads breakdowns in percent ("cơ cấu: nông nghiệp 20,5%; …; thuế 4,3%"): their parts make 100. */
export function readPercentLists(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.sentences.flatMap((_, index) => readList(document, passage, index)),
  );
}

function readList({ folded }: ReadDocument, passage: Passage, sentence: number): readonly Draft[] {
  const percents = passage.bySentence[sentence]!.filter(
    (each) => each.kind === "percent" && each.role === "plain",
  );
  const [first] = percents;
  const last = percents.at(-1);
  const isPair =
    percents.length === 2 && complements.test(`${percents[0]!.lead.slice(-20)}| ${percents[1]!.lead}|`);
  if (
    !first ||
    !last ||
    (percents.length < 3 && !isPair) ||
    percents.some((each) => each.bracket !== first.bracket || each.approximate)
  )
    return [];
  const intro = folded.slice(Math.max(passage.sentences[sentence]!.start, first.start - 120), first.start);
  const isClosed = lastWords.test(last.lead) || isPair;
  if (!structureWords.test(intro) && !isClosed) return [];
  const total = sum(percents.map((each) => toDecimal(each.readings[0]!.value)))!;
  const slack = percents.reduce((sofar, each) => sofar + 0.5 * 10 ** -each.readings[0]!.decimals, 0);
  const off = Math.abs(Number(total) - 100);
  const span = { start: first.start, end: last.end };
  const shown = `${percents.map((each) => each.text).join(" + ")} = ${formatComputed(total, 2)}%`;
  const details = { operands: percents, computed: total };
  if (off <= slack + 1e-9)
    return [
      remark("sum", "consistent", span, { vi: `${shown}: đủ 100%.`, en: `${shown}: makes 100%.` }, details),
    ];
  const isNear = off < (isPair ? 5 : 12) && (isClosed || /cơ cấu/.test(intro)) && !intro.includes("trong đó");
  return isNear
    ? [
        remark(
          "sum",
          "suspect",
          span,
          {
            vi: `Cơ cấu cộng lại không đủ 100%: ${shown}.`,
            en: `The breakdown does not make 100%: ${shown}.`,
          },
          details,
        ),
      ]
    : [];
}
