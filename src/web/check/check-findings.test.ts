import { expect, test } from "vitest";
import { applyMemory, emptyMemory, type RememberedDocument } from "#checker/memory.ts";
import { checkText } from "#checker/index.ts";
import type { CheckedDocument, Claim } from "#checker/contract.ts";
import { arrangeFindings } from "./check-findings.ts";

let serial = 0;

function buildClaim(fields: Partial<Claim>): Claim {
  serial += 1;
  return {
    id: String(serial), kind: "sum", verdict: "wrong", quote: "", start: serial, end: serial + 1, operands: [], printed: null,
    computed: null, reason: null, message: { vi: `câu ${serial}`, en: `sentence ${serial}` }, proposals: [], ...fields,
  };
} // prettier-ignore

function remembered(claims: readonly Claim[]): RememberedDocument {
  const counts = { wrong: 0, suspect: 0, note: 0, unchecked: 0, consistent: 0 };
  const document: CheckedDocument = {
    document: { name: "", characters: 0, sha256: "" },
    counts,
    claims,
    text: "",
  };
  return applyMemory(document, emptyMemory);
}

const printed = (value: string) => ({ text: value, value, start: 0, end: value.length });

test("the gravest come first, and among equals the one that is furthest off", () => {
  const note = buildClaim({ verdict: "note" });
  const near = buildClaim({ printed: printed("100"), computed: "101" });
  const doubtful = buildClaim({ verdict: "suspect" });
  const far = buildClaim({ printed: printed("121"), computed: "-171" });
  const { findings } = arrangeFindings(remembered([note, near, doubtful, far]));
  expect(findings.map(({ claim }) => claim.id)).toEqual([far, near, doubtful, note].map(({ id }) => id));
  expect(findings.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
});

test("remarks on style are numbered on, and those that say the same are one", () => {
  const message = { vi: "Chữ gõ bằng dấu rời.", en: "Loose marks." };
  const alike = [1, 2, 3].map(() => buildClaim({ kind: "format", verdict: "note", message }));
  const { findings, style } = arrangeFindings(remembered([...alike, buildClaim({})]));
  expect(findings).toHaveLength(1);
  expect(style).toEqual([{ number: 2, claim: alike[0], alike: alike.slice(1) }]);
});

test("what could not be checked is grouped by its reason, the commonest first", () => {
  const reasons = ["missing-plan", "missing-previous-period", "missing-previous-period"] as const;
  const claims = reasons.map((reason) => buildClaim({ verdict: "unchecked", reason }));
  expect(
    arrangeFindings(remembered(claims)).unchecked.map(([reason, { length }]) => [reason, length]),
  ).toEqual([
    ["missing-previous-period", 2],
    ["missing-plan", 1],
  ]);
});

test("every claim of a checked text appears in exactly one place", () => {
  const checked = checkText("Khám 12.480 lượt, tăng 5,2% so với cùng kỳ (11.480 lượt). Đạt 86,7% kế hoạch. Tổng 40 (nam 26, nữ 14).");
  const view = arrangeFindings(applyMemory(checked, emptyMemory));
  const listed = [
    ...[...view.findings, ...view.style].flatMap(({ claim, alike }) => [claim, ...alike]),
    ...view.unchecked.flatMap(([, claims]) => claims),
    ...view.agreed,
  ];
  expect(listed.map(({ id }) => id).toSorted()).toEqual(checked.claims.map(({ id }) => id).toSorted());
}); // prettier-ignore
