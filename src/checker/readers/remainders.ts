import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { difference } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { balanceLead, findReckonings, sureLead, type Reckoning } from "#checker/remainder-ways.ts";
import { isKeystrokeFrom } from "#checker/repairs.ts";
import { isSameUnit } from "#checker/units.ts";

const remainderLead =
  /(?:^|[^\p{L}])(?:còn lại|số còn lại|còn|chuyển (?:sang )?(?:kỳ|năm|quý|tháng) sau|hiện còn|đang|chưa|tồn|dư|thiếu|chênh lệch|kết dư)(?:\s(?!đạt|là \d)[\p{L}]+){0,6}\s?(?:là|:|có)?\s?$/u;
const complementLead = /(?:vi phạm|không đạt|chưa đạt|chưa|không có|còn lại|tồn đọng)[^.;]{0,30}$/;

/** Reads "350/420 hồ sơ, còn 70": what is left is the whole less what was done. */
export function readRemainders(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) => [
    ...passage.quantities.flatMap((left, position) =>
      isRemainder(document, left) ? readRemainder(document, passage, position) : [],
    ),
    ...readComplement(document, passage),
  ]);
}

function isRemainder(document: ReadDocument, left: Quantity): boolean {
  const { kind, role, lead } = left;
  return (
    kind === "count" &&
    (role === "plain" || role === "level") &&
    (remainderLead.test(lead) || balanceLead.test(lead) || isLeftBehind(document, left)) &&
    !/(?:giảm|xuống) còn\s?$/.test(lead)
  );
}

function readRemainder(document: ReadDocument, passage: Passage, position: number): readonly Draft[] {
  const left = passage.quantities[position]!;
  const reckonings = findReckonings(document, passage, position);
  const fitting = reckonings.find(({ formula, operands }) => agrees(judge(formula, operands, left)));
  const isSure = sureLead.test(left.lead) || balanceLead.test(left.lead) || isLeftBehind(document, left);
  const used =
    fitting ??
    (isSure || !leavesMore(passage, position)
      ? reckonings.find((each) => each.isNamed && isWithinReach(each, left))
      : undefined);
  if (!used) return [];
  return [
    draftArithmetic({
      kind: "difference",
      formula: used.formula,
      operands: used.operands,
      printed: left,
      evidence: !fitting && isSure ? "tight" : "firm",
    }),
  ];
}

/** "đang phát dọn 232 ha; còn 390 ha chưa triển khai": the rest comes behind, so this is only a part of it. */
function leavesMore(passage: Passage, position: number): boolean {
  const left = passage.quantities[position]!;
  const next = passage.quantities[position + 1];
  return (
    next?.sentence === left.sentence &&
    next.kind === "count" &&
    next.role === "plain" &&
    remainderLead.test(next.lead) &&
    isSameUnit(next.unit, left.unit)
  );
}

/** Of the largest number that went in; more than that, and the text speaks of something else that is left. */
const farthest = 0.15;

/** "giao 486 tỷ, giải ngân 312 tỷ, còn 12 tỷ chưa phân bổ" is a rest of another kind: a misprint stays near, or is one keystroke off. */
function isWithinReach({ formula, operands }: Reckoning, left: Quantity): boolean {
  const computed = judge(formula, operands, left).computed();
  if (computed === undefined || computed.lt(0)) return false;
  const whole = Math.max(...operands.map((each) => valueOf(each)));
  const off = Math.abs(valueOf(left) - Number(computed) * left.scale);
  return off <= farthest * whole || isKeystrokeFrom(left, computed);
}

/** "254 hộ còn lại": the word stands behind the number. */
function isLeftBehind({ folded }: ReadDocument, { unitEnd }: Quantity): boolean {
  return /^(?:\s\p{L}+){0,3}\s(?:còn lại|còn tồn)(?!\p{L})/u.test(folded.slice(unitEnd, unitEnd + 40));
}

/** "Số cơ sở vi phạm: 366" after a paragraph that checked 4.130 and found 3.764 in order. */
function readComplement(document: ReadDocument, passage: Passage): readonly Draft[] {
  const left = passage.quantities[0];
  const previous = document.passages[passage.index - 1];
  if (!left || !previous || left.kind !== "count" || left.role !== "plain" || !complementLead.test(left.lead))
    return [];
  const counts = previous.quantities
    .filter(
      (each) =>
        (each.kind === "count" && each.role === "plain" && each.unit.noun === left.unit.noun) ||
        (each.kind === "count" && each.unit.noun === ""),
    )
    .slice(0, 6);
  for (const whole of counts) {
    for (const part of counts) {
      if (part === whole || !agrees(judge(difference, [whole, part], left))) continue;
      return [
        draftArithmetic({
          kind: "difference",
          formula: difference,
          operands: [whole, part],
          printed: left,
          evidence: "firm",
        }),
      ];
    }
  }
  return [];
}
