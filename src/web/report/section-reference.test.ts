import { expect, test } from "vitest";
import { sectionReference } from "./section-reference.ts";

test.each([
  ["2.1.b.iodine", "2.1.b"],
  ["2.1.a.skin_leprosy", "2.1.a"],
  ["1.2.c", "1.2.c"],
  ["P1.II", "P1.II"],
  ["4", "4"],
  ["title", "title"],
])("section %s is found under %s", (id, reference) => expect(sectionReference(id)).toBe(reference));
