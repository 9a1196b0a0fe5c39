import { expect, test } from "vitest";
import { checkText } from "#checker/index.ts";
import { sentenceText } from "#wording/sentences.ts";
import { readLaiChau, writeReport } from "./lai-chau.ts";

test("the report that the product writes holds nothing wrong, and nothing doubtful but what its facts carry", () => {
  const { sections } = writeReport(readLaiChau(), "2023-S1");
  const text = sections
    .flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(({ sentences }) => sentences.map(sentenceText).join(" "))])
    .join("\n");
  const { claims, counts } = checkText(text);
  expect(counts.consistent).toBeGreaterThan(40);
  expect(claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect").map(({ message }) => message.vi)).toEqual([
    // Three immunisation lines of the 2023 document are exactly seven times their month.
    "Nghi chép công thức: 5.040 = 7 × 720; 5.369 = 7 × 767; 2.940 = 7 × 420.",
  ]);
}); // prettier-ignore
