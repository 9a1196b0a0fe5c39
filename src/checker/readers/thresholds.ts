import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isDenominator } from "#checker/subjects.ts";
import { type Unit } from "#checker/units.ts";

/** Reads bounds: a part is not larger than its whole, a share not above 100, "vượt kế hoạch" not below it. */
export function readThresholds(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((quantity, position) => [
      ...checkPart(document, passage, position),
      ...checkShareBound(quantity),
      ...checkPlanWord(document, quantity),
    ]),
  );
}

/** "120 ca, trong đó 135 ca nội trú": one part of the same unit, larger than the whole. */
function checkPart({ folded }: ReadDocument, passage: Passage, position: number): readonly Draft[] {
  const whole = passage.quantities[position - 1];
  const part = passage.quantities[position]!;
  if (
    !whole ||
    whole.sentence !== part.sentence ||
    ![whole, part].every(isPlainCount) ||
    isDenominator(passage, position)
  )
    return [];
  if (
    folded === "" ||
    !(partLead.test(part.lead) || (wholeLead.test(whole.lead) && foundLead.test(part.lead)))
  )
    return [];
  if (!isCountOfSame(whole, part) || whole.isPerOther || part.isPerOther) return [];
  const holds = valueOf(part) <= valueOf(whole);
  const message = holds
    ? {
        vi: `${part.text} không vượt ${whole.text}: hợp lý.`,
        en: `${part.text} does not exceed ${whole.text}.`,
      }
    : {
        vi: `Phần ${part.text} lớn hơn tổng ${whole.text}.`,
        en: `The part ${part.text} exceeds its whole ${whole.text}.`,
      };
  return [
    remark(
      "threshold",
      holds ? "consistent" : isNounOf(whole.unit, part.unit) ? "wrong" : "suspect",
      { start: whole.start, end: part.end },
      message,
      {
        printed: part,
        operands: [whole],
      },
    ),
  ];
}

const partLead = /^[\p{L}\s]{0,60}[,;(]?\s?\(?\s?trong đó(?: có)?:?\s(?:\p{L}+\s){0,8}$/u;
/** "Trong tổng số 86 cơ sở được thanh tra có 23 cơ sở vi phạm": what is found among them is not more than they are. */
const wholeLead =
  /(?:^|[^\p{L}])(?:trong|trong số|trong tổng số|trên tổng số|(?:kiểm tra|xét nghiệm|thanh tra|điều tra|giám sát|khám)(?: được)?)\s?$/u;
const foundLead = /^[\p{L}\s]{0,60},?\s(?:có|phát hiện)\s?$/u;

/** The same noun, or people and cases: "4.127 phụ nữ …, trong đó 3.318 trường hợp". */
function isCountOfSame({ unit: whole }: Quantity, { unit: part }: Quantity): boolean {
  if (whole.noun === "" || part.noun === "") return false;
  const isPeople = [whole, part].every(({ unitClass }) => unitClass === "person" || unitClass === "case");
  return isNounOf(whole, part) || isPeople;
}

/** The same noun, or the same one written shorter: "cơ sở y tế", "cơ sở". */
function isNounOf(whole: Unit, part: Unit): boolean {
  return whole.noun === part.noun || whole.noun.startsWith(`${part.noun} `);
}

function isPlainCount({ kind, role }: Quantity): boolean {
  return kind === "count" && role === "plain";
}

/** "chiếm 104%": nothing takes up more than the whole. */
function checkShareBound(quantity: Quantity): readonly Draft[] {
  if (quantity.kind !== "percent" || valueOf(quantity) <= 100 || quantity.role !== "plain") return [];
  if (!/(?:^|[^\p{L}])chiếm(?: tỷ lệ| tỷ trọng)?\s?$/u.test(quantity.lead)) return [];
  return [
    remark(
      "threshold",
      "wrong",
      quantity,
      { vi: `Tỷ trọng ${quantity.text} vượt 100%.`, en: `A share of ${quantity.text} exceeds 100%.` },
      { printed: quantity },
    ),
  ];
}

const exceeds =
  /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán)[\p{L} \d]{0,30}[,;]?\s(?:và )?vượt (?:mức )?(?:kế hoạch|chỉ tiêu|dự toán)(?! \d| \d|[\p{L} ]{0,20}(?:tháng|quý))/u;
const falls =
  /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán)[\p{L} \d]{0,30}[,;]?\s(?:không đạt|chưa đạt) (?:kế hoạch|chỉ tiêu|dự toán)/u;

/** "đạt 95,2% kế hoạch, vượt kế hoạch". */
function checkPlanWord({ folded }: ReadDocument, quantity: Quantity): readonly Draft[] {
  if (quantity.kind !== "percent" || quantity.role === "change") return [];
  const behind = folded.slice(quantity.end, quantity.end + 90);
  const isReversed =
    (exceeds.test(behind) && valueOf(quantity) < 100) || (falls.test(behind) && valueOf(quantity) > 100);
  if (!isReversed) return [];
  return [
    remark(
      "threshold",
      "suspect",
      quantity,
      {
        vi: `${quantity.text} kế hoạch trái với lời “vượt” hay “chưa đạt” đi kèm.`,
        en: `${quantity.text} of the plan contradicts the words beside it.`,
      },
      { printed: quantity },
    ),
  ];
}
