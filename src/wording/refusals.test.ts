import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasRefusalText, refusalText } from "./refusals.ts";

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(`src/${name}`, "utf8"));

test("every refusal has a sentence of its own in both languages", () => {
  const codes = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/new Refusal\(\s*"([a-z0-9-]+)"/g)].map(([, code]) => code!),
    ),
  );
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((code) => !hasRefusalText(code))).toEqual([]);
});

test("a refusal says what, where and what to do", () => {
  expect(refusalText("file-old-office", { file: "so-lieu.xls", format: ".xls" })).toBe(
    "so-lieu.xls: định dạng cũ (.xls). Mở bằng Office, lưu lại thành .xlsx/.docx rồi nhập lại.",
  );
});
