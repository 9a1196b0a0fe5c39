import { describe, expect, test } from "vitest";
import { Refusal } from "#domain/refusal.ts";
import type { Claim, ClaimKind, Operand, Verdict } from "./contract.ts";
import {
  applyMemory,
  emptyMemory,
  forget,
  formatMemory,
  formulaOf,
  listNumbers,
  memoryKey,
  mergeMemories,
  parseMemory,
  placeOf,
  remember,
  showFormula,
  type Memory,
  type MemoryEntry,
} from "./memory.ts";

const at = "2024-07-05T08:00:00.000Z";

/** A claim about numbers of a text, found by what they print. */
function buildClaim(text: string, numbers: { kind: ClaimKind; printed: string; operands: readonly string[]; computed: string | null; verdict?: Verdict }): Claim {
  const operand = (printed: string): Operand => {
    const start = text.indexOf(printed);
    return { ...listNumbers(printed)[0]!, text: printed, start, end: start + printed.length };
  };
  const printed = operand(numbers.printed);
  return {
    id: `${numbers.kind}-${printed.start}`, kind: numbers.kind, verdict: numbers.verdict ?? "wrong", quote: printed.text,
    start: printed.start, end: printed.end, operands: numbers.operands.map(operand), printed, computed: numbers.computed,
    reason: null, message: { vi: "", en: "" }, proposals: [],
  };
} // prettier-ignore

function checked(text: string, ...claims: Claim[]) {
  const counts = { wrong: 0, suspect: 0, note: 0, unchecked: 0, consistent: 0 };
  for (const { verdict } of claims) counts[verdict] += 1;
  return { document: { name: "", characters: text.length, sha256: "" }, counts, claims, text };
}

const dismissal = (claim: Claim, text: string): MemoryEntry => ({
  action: "dismiss", key: memoryKey(claim, text), kind: claim.kind, quote: claim.quote, at, reason: "đã đối chiếu",
}); // prettier-ignore

const lastYear =
  "Mở đầu. Số người điều trị: 1.906 người, giảm 121 người so với cùng kỳ năm 2022 (2.077 người).";
const thisYear = "Số người điều trị: 1.850 người, giảm 60 người so với cùng kỳ năm 2023 (1.906 người). Hết.";
const falls = (text: string, printed: string, operands: readonly string[]) =>
  buildClaim(text, { kind: "growth_abs", printed, operands, computed: "-171" });

describe("a claim keeps its name from one issue to the next", () => {
  test("while only its numbers change", () => {
    expect(memoryKey(falls(lastYear, "121", ["1.906", "2.077"]), lastYear)).toBe(
      memoryKey(falls(thisYear, "60", ["1.850", "1.906"]), thisYear),
    );
  });

  test("and loses it when the wording changes", () => {
    const reworded = thisYear.replace("điều trị", "đang điều trị");
    expect(memoryKey(falls(reworded, "60", ["1.850", "1.906"]), reworded)).not.toBe(
      memoryKey(falls(lastYear, "121", ["1.906", "2.077"]), lastYear),
    );
  });

  test("and is not mistaken for another number of the same sentence", () => {
    const text = "Khám 100 lượt, tăng 5% so với 95 lượt; nội trú 40 lượt, tăng 7% so với 38 lượt.";
    const growth = (printed: string) =>
      buildClaim(text, { kind: "growth_percent", printed, operands: ["100", "95"], computed: "5" });
    expect(memoryKey(growth("5%"), text)).not.toBe(memoryKey(growth("7%"), text));
  });

  test("also when a fixed width breaks its line elsewhere", () => {
    const broken = thisYear.replace("người, giảm", "người,\ngiảm");
    expect(memoryKey(falls(broken, "60", ["1.850", "1.906"]), broken)).toBe(
      memoryKey(falls(thisYear, "60", ["1.850", "1.906"]), thisYear),
    );
  });

  test("and with letters typed as loose marks", () => {
    const loose = thisYear.normalize("NFD");
    expect(memoryKey(falls(loose, "60", ["1.850", "1.906"]), loose)).toBe(
      memoryKey(falls(thisYear, "60", ["1.850", "1.906"]), thisYear),
    );
  });
});

test("rows of a table are told apart", () => {
  const text = "Huyện\t1\t2\ntổng\t1\t2\n";
  const row = (start: number) => ({ ...buildClaim(text, { kind: "sum", printed: "1", operands: [], computed: null }), start, printed: null }); // prettier-ignore
  expect(memoryKey(row(6), text)).not.toBe(memoryKey(row(15), text));
});

test("a dismissed finding of last year's report is set aside in this year's, and no longer counted", () => {
  const memory = remember(emptyMemory, dismissal(falls(lastYear, "121", ["1.906", "2.077"]), lastYear));
  const claim = falls(thisYear, "60", ["1.850", "1.906"]);
  const { document, setAside } = applyMemory(checked(thisYear, claim), memory);
  expect(document.claims).toEqual([]);
  expect(document.counts.wrong).toBe(0);
  expect(setAside).toEqual([{ claim, entry: memory.entries[0] }]);
});

test("an empty memory changes nothing", () => {
  const document = checked(thisYear, falls(thisYear, "60", ["1.850", "1.906"]));
  expect(applyMemory(document, emptyMemory)).toEqual({ document, setAside: [], corrected: [] });
});

const shares = "Kiểm tra 4.248 cơ sở, trong đó kiểm tra 4.130 cơ sở có 3.764 cơ sở đạt, chiếm 91%.";
const wrongBase = buildClaim(shares, {
  kind: "share",
  printed: "91%",
  operands: ["3.764", "4.248"],
  computed: "88.6",
});
const rightBase: MemoryEntry = {
  action: "reading", key: memoryKey(wrongBase, shares), kind: "share", quote: "91%", at, formula: "percent",
  operands: [placeOf(shares, shares.indexOf("3.764"))!, placeOf(shares, shares.indexOf("4.130"))!],
}; // prettier-ignore

test("a corrected denominator acquits, here and in the next issue", () => {
  const memory = remember(emptyMemory, rightBase);
  const { document, corrected } = applyMemory(checked(shares, wrongBase), memory);
  expect(document.counts).toMatchObject({ wrong: 0, consistent: 1 });
  expect(corrected[0]?.claim.operands.map(({ text }) => text)).toEqual(["3.764", "4.130"]);
  expect(corrected[0]?.claim.message.vi).toBe("3.764 : 4.130 × 100 = 91,14%; ghi 91%: khớp.");

  const next = shares.replace("4.130", "4.000").replace("91%", "91,5%");
  const claim = buildClaim(next, {
    kind: "share",
    printed: "91,5%",
    operands: ["3.764", "4.248"],
    computed: "88.6",
  });
  const again = applyMemory(checked(next, claim), memory).document.claims[0];
  expect(again).toMatchObject({ verdict: "wrong", proposals: [{ replacement: "94,1%" }] });
});

test("a corrected base on the wrong side of a change does not acquit it", () => {
  const text = "Khám 100 lượt, giảm 5 lượt so với 90 lượt, trước đó 95 lượt và 105 lượt.";
  const claim = buildClaim(text, { kind: "growth_abs", printed: "5", operands: ["100", "90"], computed: "10" });
  const rebased = (base: string): MemoryEntry => ({
    action: "reading", key: memoryKey(claim, text), kind: "growth_abs", quote: "", at, formula: "difference",
    operands: [placeOf(text, text.indexOf("100"))!, placeOf(text, text.indexOf(base))!],
  }); // prettier-ignore
  const judged = (base: string) => applyMemory(checked(text, claim), remember(emptyMemory, rebased(base))).document.claims[0];
  expect(judged("105")).toMatchObject({ verdict: "consistent" });
  expect(judged("95")).toMatchObject({ verdict: "wrong", proposals: [] });
}); // prettier-ignore

test("a corrected reading whose numbers are gone leaves the claim as it was", () => {
  const gone = { ...rightBase, operands: [{ sentence: "không còn câu này", ordinal: 0 }, { sentence: "", ordinal: 9 }] }; // prettier-ignore
  const { document, corrected } = applyMemory(checked(shares, wrongBase), remember(emptyMemory, gone));
  expect(document.claims).toEqual([wrongBase]);
  expect(corrected).toEqual([]);
});

test.each([
  ["sum", ["26", "14"], "40", "total", "26 + 14"],
  ["growth_abs", ["1906", "2077"], "-171", "difference", "1906 − 2077"],
  ["share", ["38", "106"], "35.8490566037735849056603773584905660377358", "percent", "38 : 106 × 100"],
  ["growth_percent", ["1721", "1678"], "2.5625744934445768772348033373063170441001", "relative-change", "(1721 − 1678) : 1678 × 100"], // prettier-ignore
  ["sum", [], "3", undefined, ""],
  ["share", ["1", "2"], "49.9", undefined, ""],
] as const)("the arithmetic of a %s of %j is recognised", (kind, operands, computed, name, shown) => {
  const text = [...operands, "999"].join(" x ");
  const found = formulaOf(buildClaim(text, { kind, printed: "999", operands, computed }));
  expect(found).toBe(name);
  if (found) expect(showFormula(found, operands)).toBe(shown);
});

test("a memory file is read back as it was written", () => {
  const memory = remember(remember(emptyMemory, rightBase), dismissal(falls(lastYear, "121", []), lastYear));
  expect(parseMemory(formatMemory(memory))).toEqual(memory);
});

test.each([
  ["no JSON at all", "{", 0],
  ["another version", '{"version":2,"entries":[]}', 0],
  ["an entry without a reason", '{"version":1,"entries":[{"action":"dismiss","key":"k","kind":"sum","quote":"","at":""}]}', 1],
  ["a kind that does not exist", '{"version":1,"entries":[{"action":"not-a-claim","key":"k","kind":"colour","quote":"","at":""}]}', 1],
  ["a formula with too few operands", '{"version":1,"entries":[{"action":"reading","key":"k","kind":"share","quote":"","at":"","formula":"percent","operands":[]}]}', 1],
])("a memory file with %s is refused", (_, json, entry) => {
  expect(() => parseMemory(json)).toThrow(new Refusal("memory-unreadable", { entry }));
}); // prettier-ignore

test("deciding again replaces, taking back removes, and the newer of two files wins", () => {
  const claim = falls(lastYear, "121", []);
  const first = dismissal(claim, lastYear);
  const second: MemoryEntry = {
    action: "not-a-claim",
    key: first.key,
    kind: claim.kind,
    quote: claim.quote,
    at,
  };
  const memory: Memory = remember(remember(emptyMemory, first), second);
  expect(memory.entries).toEqual([second]);
  expect(forget(memory, first.key)).toEqual(emptyMemory);
  expect(mergeMemories(memory, remember(emptyMemory, first)).entries).toEqual([first]);
});
