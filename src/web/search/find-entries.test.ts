import fc from "fast-check";
import { expect, test } from "vitest";
import { foldWords } from "../figures/fold-words.ts";
import { findEntries, indexEntries } from "./find-entries.ts";
import type { SearchEntry } from "./search-entry.ts";

function entry(name: string, rest: Partial<SearchEntry> = {}): SearchEntry {
  return { id: name, kind: "unit", name, hint: "", also: [], address: "/", ...rest };
}

function find(typed: string, ...entries: SearchEntry[]): string[] {
  return findEntries(indexEntries(entries), typed).map(({ name }) => name);
}

const names = [
  "Xã Tà Tổng",
  "Xã Tả Lèng",
  "Xã Mường Tè",
  "Thị trấn Mường Tè",
  "Xã Hua Bum",
  "Phường Đoàn Kết",
];
const places = names.map((name) => entry(name));

test.each([
  ["ta tong", ["Xã Tà Tổng"]],
  ["TÀ TỔNG", ["Xã Tà Tổng"]],
  ["doan ket", ["Phường Đoàn Kết"]],
  ["tè mường", ["Xã Mường Tè", "Thị trấn Mường Tè"]],
  ["muong te", ["Xã Mường Tè", "Thị trấn Mường Tè"]],
  ["không có xã này", []],
  ["  ", []],
  ["–", []],
])("“%s” finds %j", (typed, expected) => {
  expect(find(typed, ...places)).toEqual(expected);
});

test("the beginning of a name comes before the beginning of a word, and that before the inside of one", () => {
  const found = find("tiêm", entry("Người tiêm vắc xin"), entry("Phòng chống lây nhiễm"), entry("Tiêm chủng"), entry("Quatiêm"));
  expect(found).toEqual(["Tiêm chủng", "Người tiêm vắc xin", "Quatiêm"]);
}); // prettier-ignore

test("with diacritics typed, the place that has the same ones comes first", () => {
  expect(find("tả", ...places)[0]).toBe("Xã Tả Lèng");
  expect(find("tà", ...places)[0]).toBe("Xã Tà Tổng");
});

test("an old name finds the place, after one that is called so today", () => {
  const heirs = [entry("Xã Lê Lợi", { loosely: ["Pú Đao"] }), entry("Xã Pú Đao", { also: ["Pú Đao"] })];
  expect(find("pu dao", ...heirs)).toEqual(["Xã Pú Đao", "Xã Lê Lợi"]);
});

test("a place that is there today comes before one of the same name that ended", () => {
  const index = indexEntries([
    entry("Xã Mường Mô", { id: "old", isPast: true }),
    entry("Xã Mường Mô", { id: "new" }),
  ]);
  expect(findEntries(index, "mường").map(({ id }) => id)).toEqual(["new", "old"]);
});

test("two places of one name are told apart by where they are", () => {
  const twins = [entry("Xã Mường Mô", { hint: "Huyện Nậm Nhùn" }), entry("Xã Mường Mô", { id: "2", hint: "Huyện Mường Tè" })]; // prettier-ignore
  const [first] = findEntries(indexEntries(twins), "muong mo muong te");
  expect(first?.id).toBe("2");
});

test("everything is found by its own name, with its diacritics and without", () => {
  const words = fc.array(fc.constantFrom("Tả", "Lèng", "Mường", "Đao", "Sử", "Pa", "12"), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (all) => {
      const entries = all.map((name, index) => entry(name.join(" "), { id: String(index) }));
      for (const { name } of entries) {
        expect(find(name, ...entries)[0]).toBe(name);
        expect(find(foldWords(name), ...entries).map(foldWords)[0]).toBe(foldWords(name));
      }
    }),
  );
});

test("whatever is typed, nothing breaks and nothing is found twice", () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom("a", "à", "\u0323", " ", "đ", "Đ", ".", "-", "(", "[", "\\"),
        maxLength: 60,
      }),
      (typed) => {
        const found = find(typed, ...places);
        expect(new Set(found).size).toBe(found.length);
      },
    ),
  );
});
