import { expect, test } from "vitest";
import { fileAddress, needsBody, tableAddress, tableRequest, treeDay } from "./table-request.ts";
import { noUnits, readChoice } from "./view-choice.ts";

const choice = { ...readChoice({}), items: ["malaria.cases"], roles: ["actual" as const], units: { ...noUnits, level: 3 } }; // prettier-ignore

test("nothing is asked before there is an indicator, a period, a kind of number and units", () => {
  expect(tableRequest(choice, ["2023-S1"])).toMatchObject({ items: ["malaria.cases"], level: 3 });
  expect(tableRequest(choice, [])).toBeUndefined();
  expect(tableRequest({ ...choice, items: [] }, ["2023-S1"])).toBeUndefined();
  expect(tableRequest({ ...choice, roles: [] }, ["2023-S1"])).toBeUndefined();
  expect(tableRequest(choice, ["2023-S1"], noUnits)).toBeUndefined();
});

test("an option with a comma, or more than an address holds, travels in a body", () => {
  const request = tableRequest(choice, ["2023-S1"])!;
  expect(needsBody(request)).toBe(false);
  expect(needsBody({ ...request, items: ["hiv.on_art[age=nam, nữ]"] })).toBe(true);
  expect(needsBody({ ...request, items: Array.from({ length: 400 }, (_, index) => `indicator.number_${index}`) })).toBe(true); // prettier-ignore
  expect(tableAddress("/api/analytics", { periods: ["2022", "2023"], level: 3, type: undefined })).toBe("/api/analytics?periods=2022%2C2023&level=3"); // prettier-ignore
});

test("a file is asked for whole, laid out as on the page", () => {
  const address = fileAddress("xlsx", tableRequest(choice, ["2023-S1"])!, { rows: ["orgUnit"], columns: ["period", "role"], title: "Sốt rét" }); // prettier-ignore
  const query = new URLSearchParams(address.split("?")[1]);
  expect(address).toMatch(/^\/api\/analytics\.xlsx\?/);
  expect([query.get("rows"), query.get("columns"), query.get("limit"), query.get("offset")]).toEqual(["orgUnit", "period,role", null, null]); // prettier-ignore
});

test("units stand as on the map chosen, else as at the end of the last period", () => {
  expect(treeDay("2025-07-01", ["2023-S1"], "2026-11-22")).toBe("2025-07-01");
  expect(treeDay("as-it-stood", ["2023-S1", "2022"], "2026-11-22")).toBe("2023-06-30");
  expect(treeDay("as-it-stood", [], "2026-11-22")).toBe("2026-11-22");
});
