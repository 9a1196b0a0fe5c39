import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark, uncheckedDraft } from "#checker/drafts.ts";
import { ratio, type Formula } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { valueOf } from "#checker/intervals.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isKeystrokeFrom } from "#checker/repairs.ts";
import { findSubjects } from "#checker/subjects.ts";
import { outsideNumber } from "#checker/outside-numbers.ts";

/** Reads "620 bác sĩ, đạt 12,7/vạn dân" against every population that the document or the caller knows. */
export function readPopulationRates(document: ReadDocument): readonly Draft[] {
  const populations = knownPopulations(document);
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((rate, position) => {
      const per = rate.kind === "per" ? rate.per : printedPer(document, rate);
      return per > 0 && rate.role !== "change" ? readRate(document, passage, position, per, populations) : [];
    }),
  );
}

const perAhead = /(?:\/|trên)\s?(100[. ]?000|10[. ]?000|1[. ]?000|vạn)\s?(?:dân|người)[\p{L}\s:]{0,24}$/u;
const perBehind =
  /^\s?(?:\/|trên |tính trên )\s?(100[. ]?000|10[. ]?000|1[. ]?000|vạn)\s?(?:dân|người|trẻ|phụ nữ)/u;

/** The denominator beside a percentage: "tỷ lệ mắc/100.000 dân là 0,34%", "45,2%/100.000 dân" state two units at once. */
function printedPer({ folded }: ReadDocument, rate: Quantity): number {
  if (rate.kind !== "percent" && rate.kind !== "permille") return 0;
  const match = perAhead.exec(rate.lead) ?? perBehind.exec(folded.slice(rate.end, rate.end + 40));
  if (!match) return 0;
  return match[1] === "vạn" ? 10_000 : Number(match[1]!.replace(/\D/g, ""));
}

function knownPopulations({ populations, options }: ReadDocument): readonly Quantity[] {
  const distinct = new Map<number, Quantity>();
  for (const each of populations) if (distinct.size < 40) distinct.set(valueOf(each), each);
  for (const value of options.populations ?? [])
    if (!distinct.has(value)) distinct.set(value, outsideNumber(String(value)));
  return [...distinct.values()];
}

function readRate(
  document: ReadDocument,
  passage: Passage,
  position: number,
  per: number,
  populations: readonly Quantity[],
): readonly Draft[] {
  const rate = passage.quantities[position]!;
  const isPercent = rate.kind !== "per";
  const unitDraft = isPercent ? [twoUnits(rate, per)] : [];
  if (/trẻ|đẻ sống|phụ nữ|sinh sống/.test(document.folded.slice(rate.end - 24, rate.end + 12)))
    return unitDraft;
  const counts = findSubjects(passage, document.folded, position, { kinds: ["count"], like: undefined });
  const subject =
    subjectBehind(passage, position) ?? counts.find((each) => !document.populations.includes(each));
  if (!subject) return [...unitDraft, open(rate, [])];
  const factors = isPercent ? [ratio(rate.kind === "percent" ? 100 : 1000), ratio(per)] : [ratio(per)];
  return [...unitDraft, checkRate(rate, subject, factors, populations)];
}

/** "đạt 11,8 bác sĩ/vạn dân (412 bác sĩ trên dân số 386.000 người)". */
function subjectBehind(passage: Passage, position: number): Quantity | undefined {
  const next = passage.quantities[position + 1];
  if (!next || next.kind !== "count" || next.sentence !== passage.quantities[position]!.sentence)
    return undefined;
  const isAlone = passage.byBracket[next.bracket]?.length === 1;
  return /^[\p{L}\d./ ]{0,40}\(\s?$/u.test(next.lead) && !isAlone ? next : undefined;
}

function checkRate(
  rate: Quantity,
  subject: Quantity,
  formulas: readonly Formula[],
  populations: readonly Quantity[],
): Draft {
  const claim = (formula: Formula, population: Quantity, evidence: Draft["evidence"]) =>
    draftArithmetic({
      kind: "rate_per_population",
      formula,
      operands: [subject, population],
      printed: rate,
      evidence,
    });
  for (const population of populations) {
    const formula = formulas.find((each) => agrees(judge(each, [subject, population], rate)));
    if (formula) return claim(formula, population, "tight");
  }
  const implied = (valueOf(subject) / valueOf(rate)) * (rate.per || 100);
  const nearest = populations.toSorted(
    (a, b) => Math.abs(valueOf(a) - implied) - Math.abs(valueOf(b) - implied),
  )[0];
  if (!nearest || valueOf(rate) === 0) return open(rate, [subject]);
  const factor = implied / valueOf(nearest);
  // A rate of a part of the population (under-fives, one district) implies a far smaller one.
  const isTypo = isKeystrokeFrom(rate, judge(formulas[0]!, [subject, nearest], rate).computed());
  return isTypo || (factor > 0.6 && factor < 1.7)
    ? claim(formulas[0]!, nearest, "firm")
    : open(rate, [subject]);
}

function open(rate: Quantity, operands: readonly Quantity[]): Draft {
  return uncheckedDraft("rate_per_population", rate, operands, "missing-population", {
    vi: `Chưa kiểm được ${rate.text}: văn bản không ghi dân số tương ứng.`,
    en: `${rate.text} cannot be checked: the population behind it is not printed.`,
  });
}

function twoUnits(rate: Quantity, per: number): Draft {
  const denominator = per.toLocaleString("de-DE");
  return remark("unit", "wrong", rate, {
    vi: `Hai đơn vị cùng lúc: tỷ lệ trên ${denominator} dân nhưng ghi ${rate.text}.`,
    en: `Two units at once: a rate per ${denominator} inhabitants printed as ${rate.text}.`,
  }, { printed: rate }); // prettier-ignore
}
