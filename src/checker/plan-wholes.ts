import { type Passage, type Quantity } from "./quantities.ts";
import { type PrintedShare } from "./shares.ts";
import { positionIn } from "./subjects.ts";
import { isCompatible } from "./units.ts";
import { candidateWhole, type Whole } from "./whole.ts";

/** "25.400 lượt (KH 52.000 lượt), đạt 48,8%" and "1.020 cháu, đạt 48,6% (KH: 2.100 cháu)". */
export function plansBeside(passage: Passage, { percent, part }: PrintedShare): readonly Whole[] {
  const from = positionIn(passage, part) + 1;
  const between = passage.quantities
    .slice(from, Math.max(from, positionIn(passage, percent)))
    .filter((each) => each.depth > part.depth);
  const next = passage.quantities[positionIn(passage, percent) + 1];
  const behind = next && next.sentence === percent.sentence && /^\s?\(/.test(next.lead) ? [next] : [];
  const plans = [...between, ...behind].filter(
    (each) =>
      each.role === "plan" && each.kind === "count" && isCompatible(each.unit.unitClass, part.unit.unitClass),
  );
  return plans.map((quantity) =>
    candidateWhole(quantity, { isNamed: true, isOnly: plans.length === 1, isPlan: true }),
  );
}

/** The plan or the earlier value, named in the sentence or the one before. */
export function planWholes(
  passage: Passage,
  { percent, part }: PrintedShare,
  role: "plan" | "base",
): readonly Whole[] {
  const position = positionIn(passage, percent);
  const found: Quantity[] = [];
  const next = passage.quantities[position + 1];
  const words = role === "plan" ? /(?:kế hoạch|chỉ tiêu|dự toán|kh|giao)/ : /(?:cùng kỳ|trước|so với|năm)/;
  if (
    next &&
    next.sentence === percent.sentence &&
    words.test(next.lead) &&
    /\((?:[\p{L} ]{0,30}:?\s?)?$|(?:là|:)\s?$/u.test(next.lead)
  )
    found.push(next);
  for (let at = position - 1; at >= 0 && at > position - 12; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.sentence < percent.sentence - 1) break;
    if (each.role === role || (role === "plan" && /(?:kế hoạch|chỉ tiêu|dự toán)/.test(each.unit.phrase)))
      found.push(each);
    else if (
      role === "plan" &&
      each.role === "plain" &&
      /(?:được giao|giao thu|giao chi|được phân bổ|tổng kinh phí|tổng vốn|tổng nguồn)[^,;.]{0,80}$/.test(
        each.lead,
      )
    )
      found.push(each);
  }
  const usable = found.filter(
    (each) =>
      each.kind === "count" &&
      isCompatible(each.unit.unitClass, part.unit.unitClass) &&
      each.index !== part.index,
  );
  const details = {
    isNamed: true,
    isOnly: usable.length === 1,
    isPlan: role === "plan",
    rivals: usable.length,
  };
  return usable.map((quantity) => candidateWhole(quantity, details));
}
