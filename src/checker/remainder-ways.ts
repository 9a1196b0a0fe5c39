import { type ReadDocument } from "./document.ts";
import { difference, signedSum, type Formula } from "./formulas.ts";
import { valueOf } from "./intervals.ts";
import { isFraction } from "./shares.ts";
import { type Passage, type Quantity } from "./quantities.ts";
import { isDenominator, isNumerator } from "./subjects.ts";
import { canMeet, isPost, isSameUnit } from "./units.ts";

/** One way in which a remainder may have been worked out; `isNamed` where the words say so. */
export interface Reckoning {
  readonly formula: Formula;
  readonly operands: readonly Quantity[];
  readonly isNamed: boolean;
}

/** All that the number at `position` may be the rest of, the likeliest first. */
export function findReckonings(
  document: ReadDocument,
  passage: Passage,
  position: number,
): readonly Reckoning[] {
  return [
    ...balanceReckonings(passage, position),
    ...normReckonings(passage, position),
    ...ongoingReckonings(passage, position),
    ...fractionReckonings(passage, position),
    ...totalReckonings(document, passage, position),
    ...flowReckonings(passage, position),
  ];
}

/** "còn", "còn lại", "còn nợ", "kết dư": what is left, and nothing else. */
export const sureLead =
  /(?:^|[^\p{L}])(?:còn(?: lại)?(?: (?:nợ|thiếu|tồn|tồn đọng|dư|khuyết|phải \p{L}+|chưa \p{L}+(?: \p{L}+)?))?|kết dư|tồn|chuyển (?:sang )?(?:kỳ|năm|quý|tháng) sau)(?: là|:)?\s?$/u;
export const balanceLead = /(?:chênh lệch(?: thu,? chi| thu - chi)?|xuất siêu|nhập siêu)[^,;.]{0,20}$/;

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

/** "giáo viên 12.186 người, còn thiếu 856 giáo viên so với định mức (13.042 giáo viên)": the norm stands behind. */
function normReckonings(passage: Passage, position: number): readonly Reckoning[] {
  const left = passage.quantities[position]!;
  const norm = passage.quantities[position + 1];
  if (!norm || norm.sentence !== left.sentence || norm.kind !== "count" || !isSameUnit(norm.unit, left.unit))
    return [];
  if (
    !/thiếu\s?$/.test(left.lead) ||
    !/so với (?:định mức|nhu cầu|kế hoạch|chỉ tiêu)[\p{L} ]{0,30}\(?\s?$/u.test(norm.lead)
  )
    return [];
  const present = passage.quantities
    .slice(Math.max(0, position - 4), position)
    .findLast((each) => each.kind === "count" && each.role === "plain" && canMeet(each.unit, left.unit));
  return present ? [{ formula: difference, operands: [norm, present], isNamed: true }] : [];
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

const doneLead =
  /đã|hoàn thành|giải quyết|xử lý|thực hiện|sử dụng|thanh toán|giải ngân|(?:^|[^\p{L}])(?:chi|cấp|bố trí|trả|thu|tuyển)(?!\p{L})|có mặt|hiện có|đạt/u;

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
      // "126/126 trạm" between the total and what is left speaks of something else.
      (each.unit.noun !== left.unit.noun && (isDenominator(passage, at) || isNumerator(passage, at))) ||
      !(canMeet(each.unit, left.unit) || isPost(each.unit) || isPost(left.unit))
    )
      continue;
    if (done.length > 0) {
      const isTotal =
        (each.role === "plan" ||
          /(?:tổng|trong số|toàn|tiếp nhận|nhập viện|vào viện|thu dung|thụ lý|có|được giao|kế hoạch|nhu cầu|định mức|đăng ký|phải thu|được cấp|được phân bổ)[^,;.]{0,60}$/.test(
            each.lead,
          )) &&
        (each.sentence === left.sentence || each.role === "plan");
      const isFirst = passage.bySentence[each.sentence]![0] === each;
      const isSpent =
        isFirst && done.length === 1 && sureLead.test(left.lead) && doneLead.test(done[0]!.lead);
      const sameUnit = left.unit.noun === "" || left.unit.noun === each.unit.noun || isPost(each.unit);
      const isClause = !/trong đó/.test(
        folded.slice(done.at(-1)!.end, left.start).replace(/\([^()]*\)/g, ""),
      );
      // "phải thi hành 4.862 việc, có điều kiện 3.986 việc; đã xong 3.412 việc; chuyển kỳ sau 1.450 việc"
      if (done.length > 1 && doneLead.test(done[0]!.lead))
        reckonings.push({ formula: difference, operands: [each, done[0]!], isNamed: false });
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

const opening =
  /(?:đầu kỳ|kỳ trước|đầu (?:năm|tháng|quý|vụ)|năm trước|số dư|chuyển sang|chuyển qua|tồn)[^,;.]{0,40}$/;
const incoming =
  /(?:^|[^\p{L}])(?:thu|tiếp nhận|nhập|nhận|phát sinh|mới|vào|bổ sung|cấp thêm|tăng|kết nạp|sinh)(?!\p{L})[^,;.]{0,40}$/u;
const outgoing =
  /(?:^|[^\p{L}])(?:chi|giải quyết|xuất|đã|sử dụng|cấp phát|giảm|ra viện|ra|thanh lý|chuyển đi|tử vong|trả|hủy|hao phí)(?!\p{L})[^,;.]{0,40}$/u;
const mostFlows = 6;

/** "kỳ trước chuyển sang a, tiếp nhận b, giải quyết c, còn N": what was there, with everything that came and went. */
function flowReckonings(passage: Passage, position: number): readonly Reckoning[] {
  const left = passage.quantities[position]!;
  const before = passage.quantities
    .slice(Math.max(0, position - 12), position)
    .filter(
      (each) =>
        each.kind === "count" &&
        each.role !== "plan" &&
        each.role !== "range" &&
        each.bracket === left.bracket &&
        each.sentence >= left.sentence - 1 &&
        !each.approximate &&
        canMeet(each.unit, left.unit),
    );
  const from = before.findLastIndex((each) => opening.test(each.lead));
  const first = before[from];
  // "Kỳ này nhận 132, kỳ trước chuyển sang 15; đã trả 140": what came in may be named first.
  const received = before[from - 1];
  const isReceived = received && incoming.test(received.lead) && !outgoing.test(received.lead);
  const flows = [...(isReceived ? [received] : []), ...before.slice(from + 1)];
  if (!first || flows.length < 2 || flows.length > mostFlows) return [];
  const signs = flows.map((each) => (outgoing.test(each.lead) ? -1 : incoming.test(each.lead) ? 1 : 0));
  if (signs.includes(0) || !signs.includes(1) || !signs.includes(-1)) return [];
  return [{ formula: signedSum(signs), operands: [first, ...flows], isNamed: true }];
}
