import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft, type Evidence } from "#checker/drafts.ts";
import { ratio } from "#checker/formulas.ts";
import { agrees, judge } from "#checker/judge.ts";
import { type Passage, type Quantity } from "#checker/quantities.ts";
import { isKeystrokeFrom } from "#checker/repairs.ts";
import { positionIn, sharedWords } from "#checker/subjects.ts";
import { isSameUnit, readUnit, type Unit } from "#checker/units.ts";

/** Reads "20 lớp với 612 học sinh, bình quân 30,6 học sinh/lớp", "62 đợt … bình quân mỗi đợt 232 đơn vị": an amount shared out. */
export function readAverages(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((_, position) => {
      const per = perUnit(document, passage, position);
      return per ? readAverage(passage, position, per) : [];
    }),
  );
}

const averageLead = /(?:bình quân|trung bình|suất đầu tư|mật độ|năng suất)(?!\p{L})[^,;.%]{0,60}$/u;
const perBehind =
  /^\s?(?:\/|trên |mỗi )\s?(?:một |1 )?(\p{L}[\p{L}\d²]*(?: \p{L}+)?)(?!\s?\/(?!\s?(?:năm|tháng|quý|ngày|tuần)))/u;
const perBefore =
  /(?:bình quân|trung bình)(?: cứ)? (?:mỗi|một|1) (\p{L}+(?: \p{L}+)?)[^,;.%]{0,40}$|mỗi (\p{L}+(?: \p{L}+)?) (?:bình quân|trung bình)[^,;.%]{0,40}$/u;

/** "ngày điều trị bình quân 7,0 ngày" is counted on patients without saying so. */
const stayLead =
  /(?:ngày|thời gian) (?:điều trị|nằm viện)(?: nội trú)?(?: bình quân| trung bình)?[^,;.%]{0,20}$/;
const patients: Unit = { phrase: "lượt", noun: "lượt", unitClass: "visit" };

/** What the average is counted on, when the number is one. */
function perUnit({ folded }: ReadDocument, passage: Passage, position: number): Unit | undefined {
  const average = passage.quantities[position]!;
  if (average.kind !== "count" || average.role !== "plain" || average.unit.noun === "") return undefined;
  if (!averageLead.test(average.lead) && !continuesAverages(passage, position)) return undefined;
  if (average.unit.noun.startsWith("ngày") && stayLead.test(average.lead)) return patients;
  const behind = folded.slice(average.unitEnd, average.unitEnd + 40);
  const before = perBefore.exec(average.lead);
  const words = perBehind.exec(behind)?.[1] ?? before?.[1] ?? before?.[2];
  return words === undefined ? undefined : readUnit(words, 0, words.length);
}

/** "bình quân 31,5 học sinh/lớp, 16,5 lớp/trường": the word stands once for all of them. */
function continuesAverages({ quantities }: Passage, position: number): boolean {
  for (let at = position; at > 0; at -= 1) {
    const [each, before] = [quantities[at]!, quantities[at - 1]!];
    if (!each.isPerOther || !before.isPerOther || each.sentence !== before.sentence) return false;
    if (!/^[\p{L} /]{0,30}(?:,|;|\svà)\s$/u.test(each.lead)) return false;
    if (averageLead.test(before.lead)) return true;
  }
  return false;
}

interface Operands {
  readonly amounts: readonly Quantity[];
  readonly counts: readonly Quantity[];
}

function readAverage(passage: Passage, position: number, per: Unit): readonly Draft[] {
  const average = passage.quantities[position]!;
  // A rate on one: rounded like every rate, also where it is printed as a whole number.
  const printed: Quantity = { ...average, kind: "per", per: 1 };
  const claim = (operands: readonly Quantity[], evidence: Evidence) =>
    draftArithmetic({ kind: "ratio", formula: ratio(1), operands, printed, evidence });
  const found = scopes(passage, average, per);
  for (const { amounts, counts } of found) {
    for (const amount of amounts) {
      for (const count of counts) {
        if (amount !== count && agrees(judge(ratio(1), [amount, count], printed)))
          return [claim([amount, count], "firm")];
      }
    }
  }
  const nearest = found.find((each) => each.amounts.length * each.counts.length > 0);
  const mistyped = nearest && slipOf(nearest, printed);
  if (mistyped) return [claim(mistyped, "firm")];
  const [amount] = nearest?.amounts ?? [];
  const [count] = nearest?.counts ?? [];
  if (!nearest || !amount || !count || nearest.amounts.length + nearest.counts.length > 2) return [];
  const isNear = [amount, count].every(
    (each) => each.sentence === average.sentence || sharedWords(each, average) > 0,
  );
  return [claim([amount, count], isNear ? "firm" : "loose")];
}

const mostRivals = 3;

/** Among several amounts or counts, the two whose average the printed one misses by a keystroke. */
function slipOf({ amounts, counts }: Operands, printed: Quantity): readonly Quantity[] | undefined {
  if (amounts.length > mostRivals || counts.length > mostRivals) return undefined;
  return amounts
    .flatMap((amount) => counts.map((count): readonly Quantity[] => [amount, count]))
    .find(
      (pair) => pair[0] !== pair[1] && isKeystrokeFrom(printed, judge(ratio(1), pair, printed).computed()),
    );
}

/** The numbers that may have been shared out, and over what: in the clause, in its sentence, with the two sentences before. */
function scopes(passage: Passage, average: Quantity, per: Unit): readonly Operands[] {
  const position = positionIn(passage, average);
  const near = passage.quantities.slice(Math.max(0, position - 16), position + 8);
  const sentence = near.filter((each) => each.sentence === average.sentence);
  const clause = sentence.filter((each) => isInClause(each, average, sentence));
  const before = near.filter(
    (each) => each.sentence < average.sentence && each.sentence >= average.sentence - 2,
  );
  return [clause, sentence, [...sentence, ...before]].map((numbers) => {
    const usable = numbers.filter(
      (each) =>
        each.index !== average.index && each.kind === "count" && each.role === "plain" && !each.isPerOther,
    );
    const named = usable.flatMap((each) =>
      per === patients && !/điều trị/.test(`${each.lead} ${each.unit.phrase}`)
        ? []
        : (inUnitOf(each, average) ?? []),
    );
    return {
      // "1.632 lượt cán bộ y tế, bình quân 34 người/lớp"
      amounts: named.length > 0 || average.unit.noun !== "người" ? named : usable.filter(isOfPeople),
      counts: usable.filter((each) => isCountOf(each, per)),
    };
  });
}

function isOfPeople({ unit }: Quantity): boolean {
  return unit.unitClass === "visit" || unit.unitClass === "person";
}

function isInClause(each: Quantity, average: Quantity, sentence: readonly Quantity[]): boolean {
  const [from, to] = each.index < average.index ? [each, average] : [average, each];
  return !sentence.some(
    (other) => other.index > from.index && other.index <= to.index && other.lead.includes(";"),
  );
}

function isCountOf(each: Quantity, per: Unit): boolean {
  if (per === patients) return /^(?:lượt|người bệnh|bệnh nhân|bn)/.test(each.unit.noun);
  if (each.unit.noun === "" || per.noun === "") return false;
  // "8.412 lượt hộ, bình quân 49,0 triệu đồng/hộ"
  return isSameUnit(each.unit, per) || each.unit.phrase.startsWith(`lượt ${per.noun}`);
}

const kilograms: Readonly<Record<string, number>> = { tấn: 1000, tạ: 100, yến: 10, kg: 1 };

/** The amount in the unit of its average: tonnes as kilograms, "lượt người" as "người". */
function inUnitOf(amount: Quantity, average: Quantity): Quantity | undefined {
  const [from, to] = [kilograms[amount.unit.noun], kilograms[average.unit.noun]];
  if (from !== undefined && to !== undefined) return { ...amount, scale: (amount.scale * from) / to };
  const isNamed = ` ${amount.unit.phrase} `.includes(` ${average.unit.noun} `);
  return amount.unit.noun !== "" && (isNamed || isSameUnit(amount.unit, average.unit)) ? amount : undefined;
}
