import { expect, test } from "vitest";
import { accessOf, isAllowed, isInProgramme, unitsFor } from "./access.ts";
import type { Grant } from "./account.ts";
import { mayKeep, mayReset } from "./account-rule.ts";
import { permissionsOf, roles } from "./permission.ts";

/** A grant reaches the unit and those whose name begins with it. */
const all = ["tinh", "a", "a1", "a2", "b", "b1"];
const reach = (root: string) => {
  const units = new Set(all.filter((uid) => uid.startsWith(root)));
  return { acts: units, looks: units };
};
const access = (...grants: Grant[]) => accessOf(grants, "tinh", reach);

test.each([
  ["nhap-lieu", "enter-values", true],
  ["nhap-lieu", "approve-values", false],
  ["duyet", "approve-values", true],
  ["lanh-dao", "enter-values", false],
  ["quan-tri", "enter-values", false],
  ["quan-tri", "approve-values", false],
  ["quan-tri", "manage-accounts", true],
  ["tong-hop", "manage-accounts", false],
] as const)("%s and %s: %s", (role, permission, expected) => {
  expect(isAllowed(access({ role, orgUnit: "a" }), permission, { orgUnit: "a1" })).toBe(expected);
  expect(isAllowed(access({ role, orgUnit: "a" }), permission, { orgUnit: "b" })).toBe(false);
});

test("who acts in one programme reads all, and acts in that one only, never where none is named", () => {
  const officer = access({ role: "chuong-trinh", orgUnit: "tinh", programmes: ["Lao"] });
  expect(isAllowed(officer, "read-figures", { orgUnit: "b1", programme: "HIV/AIDS" })).toBe(true);
  expect(isAllowed(officer, "approve-values", { orgUnit: "b1", programme: "Lao" })).toBe(true);
  expect(isAllowed(officer, "approve-values", { orgUnit: "b1", programme: "HIV/AIDS" })).toBe(false);
  expect(isAllowed(officer, "approve-values", { orgUnit: "b1" })).toBe(false);
  expect(isInProgramme(officer, "Lao", "b1")).toBe(true);
  expect(isInProgramme(access({ role: "tong-hop", orgUnit: "tinh" }), "Lao", "b1")).toBe(false);
});

test("a permission of one grant does not serve at the unit of another", () => {
  const both = access({ role: "lanh-dao", orgUnit: "a" }, { role: "nhap-lieu", orgUnit: "b1" });
  expect(isAllowed(both, "enter-values", { orgUnit: "a1" })).toBe(false);
  expect(unitsFor(both, "enter-values")).toEqual(new Set(["b1"]));
  expect(unitsFor(both, "read-figures")).toEqual(new Set(["a", "a1", "a2", "b1"]));
});

test("nobody without a grant may do anything, and no role does everything", () => {
  expect(isAllowed(access(), "read-figures")).toBe(false);
  expect(roles.filter((role) => permissionsOf[role].includes("approve-values") && permissionsOf[role].includes("manage-accounts"))).toEqual([]); // prettier-ignore
});

test("an administrator of a part keeps no account that reaches beyond it", () => {
  const keeper = access({ role: "quan-tri", orgUnit: "a" });
  expect(mayKeep(keeper, { orgUnit: "a1", grants: [{ role: "duyet", orgUnit: "a" }] })).toBe(true);
  expect(mayKeep(keeper, { orgUnit: "a1", grants: [{ role: "nhap-lieu", orgUnit: "b1" }] })).toBe(false);
  expect(mayKeep(keeper, { orgUnit: "tinh", grants: [] })).toBe(false);
});

test("a superior resets passwords below, not of its own people, nor of who may do more", () => {
  const superior = access({ role: "duyet", orgUnit: "a" });
  const reset = (orgUnit: string, ...grants: Grant[]) => mayReset(superior, { orgUnit, grants }, ["a"]);
  expect(reset("a1", { role: "nhap-lieu", orgUnit: "a1" })).toBe(true);
  expect(reset("a", { role: "nhap-lieu", orgUnit: "a" })).toBe(false);
  expect(reset("b1", { role: "nhap-lieu", orgUnit: "b1" })).toBe(false);
  expect(reset("a1", { role: "quan-tri", orgUnit: "a1" })).toBe(false);
  expect(reset("a1", { role: "nhap-lieu", orgUnit: "a1" }, { role: "lanh-dao", orgUnit: "tinh" })).toBe(
    false,
  );
});
