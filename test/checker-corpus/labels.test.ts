import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { decimal } from "#domain/decimal.ts";
import { evaluate, isPrintedFrom } from "./label-arithmetic.ts";

interface Claim {
  readonly kind: string;
  readonly verdict: "consistent" | "wrong" | "doubtful" | "note" | "undecidable";
  readonly printed: string;
  readonly quote: string;
  readonly operands: readonly string[];
  readonly computed: string | null;
  readonly expression?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly approximate?: string;
  readonly planted?: { readonly from: string; readonly to: string };
}

interface Labels {
  readonly id: string;
  readonly class: "clean" | "error" | "trap" | "document";
  readonly trap?: string;
  readonly decomposed?: boolean;
  readonly claims: readonly Claim[];
}

interface Labelled extends Labels {
  readonly text: string;
}

const folder = import.meta.dirname;

function readPassages(split: string): Labelled[] {
  const lines = readFileSync(join(folder, split, "passages.jsonl"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Labelled);
}

function readDocuments(split: string): Labelled[] {
  const names = readdirSync(join(folder, split)).filter((name) => name.endsWith(".labels.json"));
  return names.map((name) => {
    const labels = JSON.parse(readFileSync(join(folder, split, name), "utf8")) as Labels;
    return {
      ...labels,
      text: readFileSync(join(folder, split, name.replace(".labels.json", ".txt")), "utf8"),
    };
  });
}

const splits = ["tuned", "kept-aside", "kept-aside-2"];
const passages = splits.flatMap(readPassages);
const documents = splits.flatMap(readDocuments);
const everything = [...passages, ...documents];
const claims = everything.flatMap(({ id, claims: own }) => own.map((claim) => ({ id, ...claim })));

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Whether the printed result follows from the operands; `undefined` when the label cannot be worked out. */
function follows(claim: Claim): boolean | undefined {
  if (claim.expression === undefined || claim.values === undefined) return undefined;
  const outcome = evaluate(claim.expression, claim.values);
  if ("holds" in outcome) return outcome.holds;
  return claim.value !== undefined && isPrintedFrom(claim.value, outcome.value);
}

function hasVerdict(labelled: Labelled, ...verdicts: Claim["verdict"][]): boolean {
  return labelled.claims.some(({ verdict }) => verdicts.includes(verdict));
}

function normalForm(labelled: Labelled): "NFC" | "NFD" {
  return labelled.decomposed === true ? "NFD" : "NFC";
}

describe("the labelled corpus", () => {
  it("names every text once", () => {
    const ids = everything.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(passages.length).toBeGreaterThanOrEqual(220);
    expect(documents.length).toBe(17);
  });

  it("finds every quote once in its text, with the printed result in it and every operand in the text", () => {
    const lost = everything.flatMap(({ id, text, claims: own }) =>
      own
        .filter(
          ({ quote, printed, operands }) =>
            occurrences(text, quote) !== 1 ||
            !quote.includes(printed) ||
            operands.some((operand) => !text.includes(operand)),
        )
        .map(({ quote, printed }) => `${id}: ${printed} in "${quote}"`),
    );
    expect(lost).toEqual([]);
  });

  it("recomputes every consistent figure within rounding or truncation", () => {
    const off = claims.filter(
      (claim) => claim.verdict === "consistent" && claim.approximate === undefined && follows(claim) !== true,
    );
    expect(off.map(({ id, printed, quote }) => `${id}: ${printed} in "${quote}"`)).toEqual([]);
  });

  it("cannot recompute any wrong figure, and keeps what stood there before", () => {
    const off = claims.filter(
      (claim) =>
        claim.verdict === "wrong" &&
        (claim.planted === undefined || (claim.kind !== "unit" && follows(claim) !== false)),
    );
    expect(off.map(({ id, printed, quote }) => `${id}: ${printed} in "${quote}"`)).toEqual([]);
  });

  it("carries the recomputed number beside every expression", () => {
    const off = claims.filter(({ expression, values, computed }) => {
      if (expression === undefined || values === undefined) return false;
      const outcome = evaluate(expression.replace(/^.*?(?:<=|>=|==|<|>)/, ""), values);
      return (
        computed === null || !("value" in outcome) || outcome.value.minus(decimal(computed)).abs().gt(1e-9)
      );
    });
    expect(off.map(({ id, printed }) => `${id}: ${printed}`)).toEqual([]);
  });

  it("raises nothing in clean passages and traps, and something in every passage with an error", () => {
    const misplaced = passages.filter((passage) => {
      if (passage.class === "error") return !hasVerdict(passage, "wrong", "doubtful", "note");
      if (passage.class === "trap")
        return hasVerdict(passage, "wrong", "doubtful") || passage.trap === undefined;
      return hasVerdict(passage, "wrong", "doubtful", "note");
    });
    expect(misplaced.map(({ id }) => id)).toEqual([]);
  });

  it("writes composed Vietnamese everywhere but in the texts decomposed on purpose", () => {
    const off = everything.filter(
      (labelled) => labelled.text !== labelled.text.normalize(normalForm(labelled)),
    );
    expect(off.map(({ id }) => id)).toEqual([]);
  });

  it("has documents of two pages or more", () => {
    const short = documents.filter(({ text }) => text.trim().split(/\s+/).length < 700);
    expect(short.map(({ id }) => id)).toEqual([]);
  });
});
