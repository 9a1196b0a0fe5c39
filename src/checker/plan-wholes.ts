import { type Passage, type Quantity } from "./quantities.ts";
import { type PrintedShare } from "./shares.ts";
import { positionIn } from "./subjects.ts";
import { canMeet, isSameUnit } from "./units.ts";
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
    (each) => each.role === "plan" && each.kind === "count" && canMeet(each.unit, part.unit),
  );
  return plans.map((quantity) =>
    candidateWhole(quantity, { isNamed: true, isOnly: plans.length === 1, isPlan: true }),
  );
}

/** "bằng 104% so với tháng 3 (206,3 tỷ đồng)", "bằng 97,4% vụ Mùa năm 2024 (191.180 tấn)": whatever is named, its number stands in the bracket. */
export function wholeInBracket(passage: Passage, { percent, part }: PrintedShare): readonly Whole[] {
  const next = passage.quantities[positionIn(passage, percent) + 1];
  if (!next || next.sentence !== percent.sentence || next.kind !== "count" || next.role === "change")
    return [];
  if (
    !/^\s[^,;.()%]{1,80}\(\s?(?:[\p{L}:]+\s){0,6}$/u.test(next.lead) ||
    !(canMeet(next.unit, part.unit) || isNamedByItself(next))
  )
    return [];
  // "34 chuyên án, 65 đối tượng, đạt 37,4% số chuyên án (91 chuyên án)" is a share of the first.
  const isOfAnother =
    !isSameUnit(next.unit, part.unit) &&
    (passage.bySentence[part.sentence] ?? []).some(
      (each) => each.index < part.index && each.unit.noun !== "" && each.unit.noun === next.unit.noun,
    );
  if (isOfAnother) return [];
  const isAlone = passage.byBracket[next.bracket]?.length === 1;
  return [
    candidateWhole(next, {
      isNamed: isAlone && (isSameUnit(next.unit, part.unit) || isNamedByItself(next)),
      isOnly: isAlone && isSameUnit(next.unit, part.unit),
    }),
  ];
}

/** "96,4% số người thuộc diện (92.618 người)": the words before the bracket say what is counted in it. */
function isNamedByItself({ lead, unit }: Quantity): boolean {
  return unit.noun !== "" && lead.includes(`số ${unit.noun} `);
}

const cues = {
  plan: /(?:kế hoạch|chỉ tiêu|dự toán|kh|giao)/,
  base: /(?:cùng kỳ|trước|so với|năm)/,
} as const;

/** "đạt 92,3% kế hoạch năm 2.000 ha". */
const planAtOnce =
  /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|kh)(?: năm| cả năm| giao| được giao| (?:tỉnh|huyện|xã) giao| đề ra)?(?: là)?\s$/;

/** "hoàn thành 54,2% kế hoạch năm, kế hoạch năm 2.300 tỷ đồng". */
const planInNextClause =
  /^\s?(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán)[^,;.()]{0,40},\s(?:với |trong khi )?(?:kế hoạch|chỉ tiêu|dự toán)[^,;.()]{0,40}$/;

/** The plan or the earlier value, named in the sentence or the one before. */
export function planWholes(
  passage: Passage,
  { percent, part }: PrintedShare,
  role: "plan" | "base",
): readonly Whole[] {
  const position = positionIn(passage, percent);
  const next = passage.quantities[position + 1];
  const behind =
    next && next.sentence === percent.sentence && isNamedBehind(passage, next, cues[role]) ? [next] : [];
  const usable = [...behind, ...plansBefore(passage, position, role)].filter(
    (each) => each.kind === "count" && canMeet(each.unit, part.unit) && each.index !== part.index,
  );
  return usable.map((quantity) => {
    const isFree = quantity === next || !hasOwnRate(passage, quantity, part);
    return candidateWhole(quantity, {
      isNamed: isFree,
      isOnly: isFree && (usable.length === 1 || quantity === next),
      isPlan: role === "plan",
      rivals: usable.length,
    });
  });
}

/** "kế hoạch năm (2.000 tỷ đồng)", "dự toán là 2.000"; in a bracket with several numbers the cue stands inside. */
function isNamedBehind(passage: Passage, next: Quantity, cue: RegExp): boolean {
  if (planAtOnce.test(next.lead) || planInNextClause.test(next.lead)) return true;
  if (!cue.test(next.lead) || !/\((?:[\p{L} ]{0,30}:?\s?)?$|(?:là|:)\s?$/u.test(next.lead)) return false;
  const inside = next.lead.slice(next.lead.lastIndexOf("(") + 1).trim();
  const isAlone = next.bracket < 0 || passage.byBracket[next.bracket]!.length === 1;
  return isAlone || inside === "" || cue.test(inside);
}

function plansBefore(passage: Passage, position: number, role: "plan" | "base"): readonly Quantity[] {
  const percent = passage.quantities[position]!;
  const found: Quantity[] = [];
  for (let at = position - 1; at >= 0 && at > position - 12; at -= 1) {
    const each = passage.quantities[at]!;
    if (each.sentence < percent.sentence - 1) break;
    if (each.role === role || (role === "plan" && isCalledPlan(each))) found.push(each);
  }
  return found;
}

function isCalledPlan({ role, unit, lead }: Quantity): boolean {
  return (
    /(?:kế hoạch|chỉ tiêu|dự toán)/.test(unit.phrase) ||
    (role === "plain" &&
      /(?:được giao|giao thu|giao chi|được phân bổ|tổng kinh phí|tổng vốn|tổng nguồn)[^,;.]{0,80}$/.test(
        lead,
      ))
  );
}

/** A plan is measured once: after "giao 214 tỷ, giải ngân 128 tỷ, đạt 59,8%" a part of it has a plan of its own. */
function hasOwnRate(passage: Passage, plan: Quantity, part: Quantity): boolean {
  return passage.quantities
    .slice(positionIn(passage, plan) + 1, positionIn(passage, part))
    .some((each) => each.kind === "percent" && each.role === "plain");
}
