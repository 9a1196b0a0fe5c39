import fc from "fast-check";
import { expect, test } from "vitest";
import { figureRoles } from "#domain/figure.ts";
import { dimensions, pictures, readChoice, writeChoice, type ViewChoice } from "./view-choice.ts";

test("an address without choices is a table of units as the tree stood, of reported numbers", () => {
  expect(readChoice({})).toMatchObject({ items: [], tree: "as-it-stood", rows: "orgUnit", isIllustrative: false }); // prettier-ignore
  expect(writeChoice(readChoice({}))).toEqual({});
});

test("an option of a breakdown keeps its commas", () => {
  const search = { "chi-tieu": "hiv.on_art[age=nam, nữ;type=mới],malaria.cases" };
  expect(readChoice(search).items).toEqual(["hiv.on_art[age=nam, nữ;type=mới]", "malaria.cases"]);
  expect(writeChoice(readChoice(search))).toEqual(search);
});

test("what an address says wrongly is left out, not believed", () => {
  const choice = readChoice({ cap: "xã", cay: "hôm nay", "so-lieu": "actual,rubbish", hang: "x", o: "a|b" });
  expect(choice).toMatchObject({ tree: "as-it-stood", roles: ["actual"], rows: "orgUnit" });
  expect([choice.units.level, choice.open]).toEqual([undefined, undefined]);
});

const word = fc.stringMatching(/^[a-z][a-z0-9._-]{0,9}$/);
const words = fc.uniqueArray(word, { maxLength: 3 });
const someChoice: fc.Arbitrary<ViewChoice> = fc.record({
  items: words,
  periods: fc.uniqueArray(fc.constantFrom("2023-S1", "2022", "12-thang"), { maxLength: 3 }),
  units: fc.record({
    level: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
    type: fc.option(word, { nil: undefined }),
    within: words,
    uids: words,
  }),
  roles: fc.uniqueArray(fc.constantFrom(...figureRoles), { maxLength: 3 }),
  tree: fc.constantFrom("as-it-stood", "2025-07-01"),
  against: fc.constantFrom(undefined, "plan", "previous_period"),
  isIllustrative: fc.boolean(),
  rows: fc.constantFrom(...dimensions),
  columns: fc.constantFrom(undefined, ...dimensions),
  sort: fc.option(fc.record({ column: word, isDescending: fc.boolean() }), { nil: undefined }),
  isComplete: fc.boolean(),
  picture: fc.constantFrom(undefined, ...pictures),
  shown: fc.option(word, { nil: undefined }),
  classes: fc.constantFrom("equal-counts", "equal-widths"),
  pinned: fc.option(word, { nil: undefined }),
  open: fc.option(fc.record({ item: word, orgUnit: word, period: word, role: fc.constantFrom(...figureRoles) }), { nil: undefined }), // prettier-ignore
});

test("an address that is shared shows the same view to whoever opens it", () => {
  fc.assert(
    fc.property(someChoice, (choice) => {
      expect(readChoice(writeChoice(choice))).toEqual(choice);
      const travelled = Object.fromEntries(new URLSearchParams(new URLSearchParams(writeChoice(choice))));
      expect(readChoice(travelled)).toEqual(choice);
    }),
  );
});
