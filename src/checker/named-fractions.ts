import { type Passage, type Quantity } from "./quantities.ts";
import { isPairGap } from "./subjects.ts";
import { isSameUnit, readUnit, type Unit } from "./units.ts";

const named = /^\s?(?:trên |trong |của |so với )?(?:tổng )?số (\p{L}+(?: \p{L}+){0,2})/u;

/** The pair A/B before a percentage that counts what the words behind it name, where pairs of several nouns stand there. */
export function fractionNamedBehind(
  passage: Passage,
  position: number,
): readonly [Quantity, Quantity] | undefined {
  const percent = passage.quantities[position]!;
  const words = percent.kind === "percent" && percent.role === "plain" && named.exec(percent.trail)?.[1];
  if (!words) return undefined;
  const unit = readUnit(words, 0, words.length);
  const fractions = fractionsBefore(passage, position);
  const alike = fractions.filter(([, whole]) => isKnown(whole.unit) && isSameUnit(whole.unit, unit));
  return isKnown(unit) && fractions.length >= 2 && alike.length === 1 ? alike[0] : undefined;
}

function isKnown({ unitClass }: Unit): boolean {
  return unitClass !== undefined;
}

function fractionsBefore(passage: Passage, position: number): readonly (readonly [Quantity, Quantity])[] {
  const percent = passage.quantities[position]!;
  const members = passage.quantities
    .slice(Math.max(0, position - 12), position)
    .filter((each) => each.sentence === percent.sentence);
  return members.flatMap((whole, at): (readonly [Quantity, Quantity])[] => {
    const part = members[at - 1];
    const isPair = part?.kind === "count" && whole.kind === "count" && isPairGap(whole.lead);
    return isPair ? [[part, whole]] : [];
  });
}
