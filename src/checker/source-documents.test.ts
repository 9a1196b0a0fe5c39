import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkText, type CheckedDocument, type Claim, type ClaimKind } from "./index.ts";

/** One relation of the two source documents, labelled by hand. */
interface Label {
  readonly id: string;
  readonly doc: string;
  readonly line: number;
  readonly kind: string;
  readonly verdict: "consistent" | "consistent_loose" | "inconsistent" | "defect" | "suspect" | "undecidable";
  readonly printed_result?: { readonly text: string } | null;
}

const shared = new URL("../../../shared/", import.meta.url);
const labelsFile = new URL("lai-chau/claims.json", shared);
const sources = {
  "2020": "source/thong-bao-ket-luan-2020.txt",
  "2023": "source/bao-cao-so-ket-2023.txt",
} as const;
const isAbsent = !existsSync(labelsFile);
if (isAbsent)
  console.warn("The labelled source documents are not beside the checkout: their scores are skipped.");

/** Kinds that differ only in how the sentence is worded. */
const alike: Readonly<Record<string, string>> = {
  ratio: "share", share: "share", percent_of_plan: "share", growth_percent: "growth", growth_abs: "growth",
  growth_points: "growth", sum: "sum", difference: "sum", cross_section: "repetition",
}; // prettier-ignore
const sameKind = (a: ClaimKind, b: string) => (alike[a] ?? a) === (alike[b] ?? b);

describe.skipIf(isAbsent)("the two source documents", () => {
  const labels: readonly Label[] = isAbsent ? [] : JSON.parse(readFileSync(labelsFile, "utf8"));
  const answers = new Map<string, CheckedDocument>();
  if (!isAbsent)
    for (const [doc, file] of Object.entries(sources))
      answers.set(doc, checkText(readFileSync(new URL(file, shared), "utf8")));

  /** Claims on the line of a label. */
  function claimsAt({ doc, line }: Label): readonly Claim[] {
    const { claims, text } = answers.get(doc)!;
    const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
    return claims.filter(
      (claim) => lineOf(claim.printed?.start ?? claim.start) === line || lineOf(claim.start) === line,
    );
  }
  const isRaised = (claim: Claim) => claim.verdict === "wrong" || claim.verdict === "suspect";
  const saysTheSame = (claim: Claim, label: Label) => {
    const printed = label.printed_result?.text;
    const isWorded = printed !== undefined && !/\d/.test(printed.replace(/20\d\d/g, ""));
    return sameKind(claim.kind, label.kind) && (isWorded || claim.printed?.text === printed);
  };

  it("every inconsistent relation is wrong or suspect", () => {
    const missed = labels.filter(
      (label) =>
        label.verdict === "inconsistent" &&
        !claimsAt(label).some((claim) => saysTheSame(claim, label) && isRaised(claim)),
    );
    expect(missed).toEqual([]);
  });

  it("no consistent relation is accused", () => {
    const accused = labels.filter(
      (label) =>
        label.verdict === "consistent" &&
        label.printed_result &&
        claimsAt(label).some((claim) => saysTheSame(claim, label) && isRaised(claim)),
    );
    expect(accused).toEqual([]);
  });

  it("at least 95 % of the consistent relations are found and agree", () => {
    const kinds = new Set([
      "sum",
      "ratio",
      "percent_of_plan",
      "share",
      "growth_percent",
      "growth_abs",
      "difference",
      "rate_per_population",
    ]);
    const consistent = labels.filter((label) => label.verdict === "consistent" && kinds.has(label.kind));
    const found = consistent.filter((label) =>
      claimsAt(label).some((claim) => saysTheSame(claim, label) && claim.verdict === "consistent"),
    );
    expect(found.length / consistent.length).toBeGreaterThanOrEqual(0.95);
  });

  it("at least 12 of the 16 defects are at least noted", () => {
    const defects = labels.filter((label) => label.verdict === "defect");
    const noted = defects.filter((label) =>
      claimsAt(label).some((claim) => isRaised(claim) || claim.verdict === "note"),
    );
    expect(defects).toHaveLength(16);
    expect(noted.length).toBeGreaterThanOrEqual(12);
  });

  it("nothing is wrong that is not labelled inconsistent or a defect", () => {
    const guilty = labels.filter((label) => label.verdict === "inconsistent" || label.verdict === "defect");
    const explained = new Set(
      guilty.flatMap((label) => claimsAt(label).map((claim) => `${label.doc} ${claim.id}`)),
    );
    const wrong = [...answers].flatMap(([doc, { claims }]) =>
      claims.filter((claim) => claim.verdict === "wrong").map((claim) => `${doc} ${claim.id}`),
    );
    expect(wrong.filter((claim) => !explained.has(claim))).toEqual([]);
  });
});
