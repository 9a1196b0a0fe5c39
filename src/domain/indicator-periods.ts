import type { AggregateRule } from "./aggregate.ts";
import { decimal, divide, sum, type Decimal } from "./decimal.ts";
import { periodsOf } from "./expression/item-periods.ts";
import { noModifiers, type Item } from "./expression/item.ts";
import type { MissingReason } from "./figure.ts";
import { periodSpan, periodType, type Period } from "./period.ts";

/** What stands for one operand, and how complete it is. */
export interface OperandAnswer {
  readonly value: Decimal | undefined;
  readonly state: "confirmed" | "provisional" | "missing" | "impossible";
  readonly reason?: MissingReason | "impossible" | "not-on-tree";
  readonly reported: number;
  readonly expected: number;
  readonly carried: number;
}

/** The periods whose values make up an operand; `isToDate`: the one period, from January to its end. */
export interface OperandPeriods {
  readonly periods: readonly Period[];
  readonly isToDate: boolean;
}

const sinceJanuary: Item = { kind: "days", modifiers: { ...noModifiers, yearToDate: true } };

/** All periods of its type from the beginning of the year. */
export function periodsToDate(period: Period): Period[] {
  return periodsOf(sinceJanuary, period);
}

/** Several periods that are a year up to some day are asked for as one, as any figure since January is. */
export function operandPeriods(item: Item, asked: readonly Period[]): OperandPeriods {
  const periods = periodsOf(item, asked);
  const last = periods.at(-1);
  const isToDate =
    last !== undefined &&
    periods.length > 1 &&
    periodType(last) !== "week" &&
    periodsToDate(last).join() === periods.join();
  return isToDate ? { periods: [last], isToDate } : { periods, isToDate };
}

/** Puts the values of several periods together: added, the last of them, or their mean by days. */
export function combinePeriods(
  time: AggregateRule["time"],
  parts: readonly { readonly period: Period; readonly answer: OperandAnswer }[],
): OperandAnswer {
  const answers = parts.map(({ answer }) => answer);
  const obstacle = obstacleOf(answers);
  if (obstacle) return obstacle;
  const there = parts.filter(({ answer }) => answer.value !== undefined);
  if (time === "last" || time === "exact") {
    const { answer, period } = there.at(-1)!;
    const isOld = period !== parts.at(-1)?.period;
    return isOld ? { ...answer, reported: 0, carried: answer.reported + answer.carried } : answer;
  }
  const total = addAnswers(answers);
  const expected = Math.round((total.expected * parts.length) / there.length);
  const state = there.length < parts.length ? "provisional" : total.state;
  return { ...total, value: time === "mean" ? meanByDays(there) : total.value, expected, state };
}

function meanByDays(
  parts: readonly { readonly period: Period; readonly answer: OperandAnswer }[],
): Decimal | undefined {
  const weighed = parts.map(({ period, answer }) => answer.value!.times(daysIn(period)));
  const days = parts.reduce((all, { period }) => all + daysIn(period), 0);
  return divide(sum(weighed)!, decimal(days));
}

function daysIn(period: Period): number {
  const { from, to } = periodSpan(period);
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

/** The sum of what is there; missing when nothing is, impossible when any part is. */
export function addAnswers(answers: readonly OperandAnswer[]): OperandAnswer {
  const obstacle = obstacleOf(answers);
  if (obstacle) return obstacle;
  const total = (amount: "reported" | "expected" | "carried") =>
    answers.reduce((all, answer) => all + answer[amount], 0);
  const there = answers.filter(({ value }) => value !== undefined);
  return {
    value: sum(there.map(({ value }) => value!)),
    state: there.some(({ state }) => state === "provisional") ? "provisional" : "confirmed",
    reported: total("reported"),
    expected: total("expected"),
    carried: total("carried"),
  };
}

function obstacleOf(answers: readonly OperandAnswer[]): OperandAnswer | undefined {
  const impossible = answers.find(({ state }) => state === "impossible");
  if (impossible) return impossible;
  return answers.every(({ value }) => value === undefined) ? (answers[0] ?? missingAnswer) : undefined;
}

export const missingAnswer: OperandAnswer = {
  value: undefined,
  state: "missing",
  reason: "not-reported",
  reported: 0,
  expected: 0,
  carried: 0,
};

/** What is known without reports: a constant, a number of days or of units. */
export function knownAnswer(value: Decimal | undefined): OperandAnswer {
  if (value === undefined) return missingAnswer;
  return { value, state: "confirmed", reported: 0, expected: 0, carried: 0 };
}
