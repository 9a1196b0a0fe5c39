import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { difference, type Formula } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { isFraction } from "#checker/shares.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { canMeet, isSameUnit } from "#checker/units.ts";

const remainderLead =
  /(?:^|[^\p{L}])(?:còn lại|số còn lại|còn|hiện còn|đang|chưa|tồn|dư|thiếu|chênh lệch|kết dư)(?:\s(?!đạt|là \d)[\p{L}]+){0,6}\s?(?:là|:|có)?\s?$/u;
const sureLead = /(?:^|[^\p{L}])còn(?: lại)?(?: là|:)?\s?$/u;
const complementLead = /(?:vi phạm|không đạt|chưa đạt|chưa|không có|còn lại|tồn đọng)[^.;]{0,30}$/;

/** Reads "350/420 hồ sơ, còn 70": what is left is the whole less what was done. */
export function readRemainders(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) => [
    ...passage.quantities.flatMap((left, position) =>
      isRemainder(left) ? readRemainder(document, passage, position) : [],
    ),
    ...readComplement(document, passage),
  ]);
}

function isRemainder({ kind, role, lead }: Quantity): boolean {
  return (
    kind === "count" &&
    (role === "plain" || role === "level") &&
    (remainderLead.test(lead) || balanceLead.test(lead)) &&
    !/(?:giảm|xuống) còn\s?$/.test(lead)
  );
}

interface Reckoning {
  readonly formula: Formula;
  readonly operands: readonly Quantity[];
  readonly isNamed: boolean;
}

function readRemainder(document: ReadDocument, passage: Passage, position: number): readonly Draft[] {
  const left = passage.quantities[position]!;
  const reckonings = [
    ...balanceReckonings(passage, position),
    ...ongoingReckonings(passage, position),
    ...fractionReckonings(passage, position),
    ...totalReckonings(document, passage, position),
    ...flowReckonings(passage, position),
  ];
  const fitting = reckonings.find(({ formula, operands }) => agrees(judge(formula, operands, left)));
  const used = fitting ?? reckonings.find((each) => each.isNamed && isWithinReach(each, left));
  if (!used) return [];
  const evidence = fitting
    ? "firm"
    : sureLead.test(left.lead) || balanceLead.test(left.lead)
      ? "tight"
      : "firm";
  return [
    draftArithmetic({
      kind: "difference",
      formula: used.formula,
      operands: used.operands,
      printed: left,
      evidence,
    }),
  ];
}

function isWithinReach({ operands }: Reckoning, left: Quantity): boolean {
  const [whole, ...done] = operands.map((each) => valueOf(each));
  if ((whole! < valueOf(left) && done.length > 1) || balanceLead.test(left.lead)) return true;
  const sum = done.reduce((sofar, each) => sofar + each, valueOf(left));
  return sum / whole! > 0.6 && sum / whole! < 1.5;
}

const balanceLead = /(?:chênh lệch(?: thu,? chi| thu - chi)?|xuất siêu|nhập siêu)[^,;.]{0,20}$/;

/** "Tổng thu a, …; tổng chi b, …, chênh lệch N": the larger less the smaller. */
function balanceReckonings(passage: Passage, position: number): readonly Reckoning[] {
  const left = passage.quantities[position]!;
  if (!balanceLead.test(left.lead)) return [];
  const before = passage.quantities
    .slice(Math.max(0, position - 14), position)
    .filter(
      (each) =>
        each.kind === "count" &&
        each.role === "plain" &&
        each.depth === left.depth &&
        each.unit.noun === left.unit.noun &&
        each.sentence >= left.sentence - 2,
    );
  const income = before.find((each) =>
    /(?:^|[^\p{L}])(?:tổng )?(?:thu|xuất khẩu)(?!\p{L})[^,;.]{0,40}$/u.test(each.lead),
  );
  const spent = before.find((each) =>
    /(?:^|[^\p{L}])(?:tổng )?(?:chi|nhập khẩu)(?!\p{L})[^,;.]{0,40}$/u.test(each.lead),
  );
  const pair = income && spent ? [income, spent] : before.slice(-2);
  if (pair.length !== 2) return [];
  const operands = pair.toSorted((a, b) => valueOf(b) - valueOf(a));
  const isNear = pair.every((each) => each.sentence >= left.sentence - 1);
  return [{ formula: difference, operands, isNamed: isNear && valueOf(left) < valueOf(operands[0]!) }];
}

const takenUp = /(?:tiếp nhận|thụ lý|tổng số|phải giải quyết|được giao|giao|nhận)[^,;.]{0,60}$/;
const finished = /(?<!đang )(?:giải quyết|xử lý|hoàn thành|thực hiện|khắc phục)[^,;.]{0,40}$/;
const ongoing = /đang (?:giải quyết|xử lý|thực hiện|tiến hành|trong hạn)[^,;.]{0,30}$/;

/** "tiếp nhận T hồ sơ, …; đã giải quyết D, …; đang giải quyết N": what was taken up less what is done. */
function ongoingReckonings(passage: Passage, position: number): readonly Reckoning[] {
  const left = passage.quantities[position]!;
  if (!ongoing.test(left.lead)) return [];
  const before = passage.quantities
    .slice(Math.max(0, position - 14), position)
    .filter(
      (each) =>
        each.kind === "count" &&
        each.role === "plain" &&
        each.depth === left.depth &&
        each.sentence >= left.sentence - 1 &&
        isSameUnit(each.unit, left.unit),
    );
  const done = before.findLast((each) => finished.test(each.lead));
  const whole = before.findLast((each) => done && each.index < done.index && takenUp.test(each.lead));
  if (!done || !whole) return [];
  return [
    {
      formula: difference,
      operands: [whole, done],
      isNamed: left.unit.noun !== "" || whole.unit.noun === "",
    },
  ];
}

function goTogether(whole: Quantity, left: Quantity): boolean {
  return isSameUnit(whole.unit, left.unit) || canMeet(whole.unit, left.unit);
}

/** A/B in this sentence or the one before: B − A. */
function fractionReckonings(passage: Passage, position: number): readonly Reckoning[] {
  const left = passage.quantities[position]!;
  for (let at = position - 1; at >= 1 && at > position - 5; at -= 1) {
    const whole = passage.quantities[at]!;
    const part = passage.quantities[at - 1]!;
    if (whole.sentence < left.sentence - 1) break;
    if (!isFraction(part, whole) || !goTogether(whole, left)) continue;
    const sameUnit = isSameUnit(left.unit, whole.unit);
    return [
      { formula: difference, operands: [whole, part], isNamed: sameUnit && left.sentence === whole.sentence },
    ];
  }
  return [];
}

/** "Trong tổng số T …, a …, b …, còn lại N": T less everything named since. */
function totalReckonings({ folded }: ReadDocument, passage: Passage, position: number): readonly Reckoning[] {
  const left = passage.quantities[position]!;
  const done: Quantity[] = [];
  const reckonings: Reckoning[] = [];
  for (let at = position - 1; at >= 0 && at > position - 10; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.sentence < left.sentence - 1) break;
    if (
      each.kind !== "count" ||
      (each.role !== "plain" && each.role !== "plan") ||
      each.bracket !== left.bracket ||
      !canMeet(each.unit, left.unit)
    )
      continue;
    if (done.length > 0) {
      const isTotal =
        (each.role === "plan" ||
          /(?:tổng|trong số|toàn|tiếp nhận|nhập viện|vào viện|thu dung|thụ lý|có|được giao|kế hoạch)[^,;.]{0,60}$/.test(
            each.lead,
          )) &&
        each.sentence === left.sentence;
      const isFirst = passage.bySentence[each.sentence]![0] === each;
      const isSpent =
        isFirst &&
        done.length === 1 &&
        sureLead.test(left.lead) &&
        /đã|hoàn thành|giải quyết|xử lý|thực hiện|sử dụng/.test(done[0]!.lead);
      const sameUnit = left.unit.noun === "" || left.unit.noun === each.unit.noun;
      const isClause = !/trong đó/.test(
        folded.slice(done.at(-1)!.end, left.start).replace(/\([^()]*\)/g, ""),
      );
      reckonings.push({
        formula: difference,
        operands: [each, ...done.toReversed()],
        isNamed: (isTotal || (isSpent && each.sentence === left.sentence)) && sameUnit && isClause,
      });
    }
    done.push(each);
  }
  return reckonings;
}

const inAndOut: Formula = {
  bounds: ([before, received, done]) =>
    difference.bounds([{ low: before!.low + received!.low, high: before!.high + received!.high }, done!]),
  exact: ([before, received, done]) => before!.plus(received!).minus(done!),
  show: ([before, received, done]) => `${before} + ${received} − ${done}`,
};

function isFlow(before: Quantity, received: Quantity, done: Quantity): boolean {
  const opens = /(?:đầu kỳ|kỳ trước|đầu năm|năm trước chuyển|tồn)[^,;.]{0,40}$/.test(before.lead);
  return (
    opens &&
    /(?:thu|tiếp nhận|nhập|nhận|phát sinh|mới)[^,;.]{0,40}$/.test(received.lead) &&
    /(?:chi|giải quyết|xuất|đã|sử dụng)[^,;.]{0,40}$/.test(done.lead)
  );
}

/** "kỳ trước chuyển sang a, tiếp nhận b, giải quyết c, còn N". */
function flowReckonings(passage: Passage, position: number): readonly Reckoning[] {
  const [before, received, done] = passage.quantities.slice(Math.max(0, position - 3), position);
  const left = passage.quantities[position]!;
  if (!before || !received || !done || before.sentence < left.sentence - 1) return [];
  if (
    ![before, received, done].every(
      (each) => each.kind === "count" && !each.approximate && canMeet(each.unit, left.unit),
    )
  )
    return [];
  return [{ formula: inAndOut, operands: [before, received, done], isNamed: isFlow(before, received, done) }];
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
