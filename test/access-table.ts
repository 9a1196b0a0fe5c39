import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Permission, Role } from "#domain/permission.ts";

/** Test support: who may ask for what. A new route without a row here makes the test fail. */

export const province = "VN12";
/** A health station and one of another commune. */
export const own = "tyt-03388-2025";
export const other = "tyt-03394-2025";

export interface Ask {
  readonly url: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteAccess {
  /** `anybody`: without a session too. `signed-in`: what is one's own, or everybody's. Else any of the permissions. */
  readonly may: "anybody" | "signed-in" | readonly Permission[];
  /** `unit`: what is asked names a unit; `station`: and only one that reports; `province`: it is the whole province's; `anywhere`: a list of what is in scope. */
  readonly at: "unit" | "station" | "province" | "anywhere";
  /** A request that gets as far as the question who may, at a unit where it names one. */
  readonly ask: (orgUnit: string) => Ask;
  /** The refusal with which it hides what is out of sight. */
  readonly hides?: string;
  /** Where the permission alone does not tell. */
  readonly isGranted?: (role: Role, place: "own" | "province", orgUnit: string) => boolean;
  /** It ends the session that asks. */
  readonly leaves?: true;
}

const open = (url: string, body?: object): RouteAccess => ({
  may: "anybody",
  at: "anywhere",
  ask: () => ({ url, ...(body && { body }) }),
});
const everybodys = (url: string, body?: object): RouteAccess => ({
  may: "signed-in",
  at: "anywhere",
  ask: () => ({ url, ...(body && { body }) }),
});
const atUnit = (may: readonly Permission[], ask: RouteAccess["ask"]): RouteAccess => ({
  may,
  at: "unit",
  ask,
});
const atStation = (may: readonly Permission[], ask: RouteAccess["ask"]): RouteAccess => ({
  may,
  at: "station",
  ask,
});
const ofProvince = (
  may: readonly Permission[],
  url: string,
  body?: object | string,
  headers?: Ask["headers"],
): RouteAccess => ({
  may,
  at: "province",
  ask: () => ({ url, ...(body !== undefined && { body }), ...(headers && { headers }) }),
});
const inScope = (may: readonly Permission[], url: string): RouteAccess => ({
  may,
  at: "anywhere",
  ask: () => ({ url }),
});

const read: readonly Permission[] = ["read-figures"];
const keepCatalogue: readonly Permission[] = ["manage-catalogue"];
const keepAccounts: readonly Permission[] = ["manage-accounts"];
const giveDirectives: readonly Permission[] = ["give-directives"];
const conference = "hoi-nghi-2020-s1";
const task = "hn-2020-s1.d009.1";
const uuid = "00000000-0000-4000-8000-000000000000";
const words = { vi: "a", en: "a" };
const form = (orgUnit: string) => `tiem-chung-xa/2026-01/${orgUnit}`;
const device = { device: uuid, deviceTime: "2026-03-02T00:00:00Z" };
const personAt = (orgUnit: string) =>
  orgUnit === own ? "somebody.own" : orgUnit === other ? "somebody.other" : "somebody.all";
const table = (orgUnit: string) => ({ items: ["hfmd.cases"], periods: ["2026-01"], orgUnits: [orgUnit] });
const asAddress = (orgUnit: string) => `items=hfmd.cases&periods=2026-01&orgUnits=${orgUnit}`;
const bytes = { "content-type": "application/octet-stream" };

function knownDataSet(): object {
  const { dataSets } = JSON.parse(readFileSync("catalogues/lai-chau/data-sets.json", "utf8")) as {
    dataSets: object[];
  };
  return dataSets[0] ?? {};
}

export const accessTable: Readonly<Record<string, RouteAccess>> = {
  "GET /api/openapi.json": open("/api/openapi.json"),

  "GET /api/session": open("/api/session"),
  "POST /api/session": open("/api/session", { userName: "x", password: "x" }),
  "POST /api/session/first-visit": open("/api/session/first-visit", { code: "x", userName: "xyz", fullName: "x", password: "x" }),
  "DELETE /api/session": { ...everybodys("/api/session"), leaves: true },
  "POST /api/session/password": everybodys("/api/session/password", { current: "x", next: "x" }),
  "GET /api/session/all": everybodys("/api/session/all"),
  "DELETE /api/session/all/:id": everybodys(`/api/session/all/${uuid}`),
  "POST /api/session/totp": everybodys("/api/session/totp", {}),
  "POST /api/session/totp/enable": everybodys("/api/session/totp/enable", { code: "000000" }),
  "POST /api/session/totp/disable": everybodys("/api/session/totp/disable", {}),

  "GET /api/accounts": inScope(["manage-accounts", "reset-passwords"], "/api/accounts"),
  "POST /api/accounts": atUnit(keepAccounts, (orgUnit) => ({ url: "/api/accounts", body: { userName: "taken.name", fullName: "x", orgUnit, grants: [{ role: "nhap-lieu", orgUnit }] } })),
  "POST /api/accounts/import": {
    ...inScope(keepAccounts, "/api/accounts/import"),
    ask: () => ({ url: "/api/accounts/import", body: "userName,fullName,orgUnit,role\n1,a,VN12,nhap-lieu\n", headers: bytes }),
  },
  "POST /api/accounts/:id/reset": {
    ...atUnit(["reset-passwords"], (orgUnit) => ({ url: `/api/accounts/${personAt(orgUnit)}/reset` })),
    hides: "unknown-account",
    // a superior unit for units below it, not for its own people; the administrator for all in scope
    isGranted: (role, place, orgUnit) =>
      role === "quan-tri" ? place === "province" || orgUnit === own : role === "duyet" && place === "province" && orgUnit !== province,
  },
  "PUT /api/accounts/:id/state": {
    ...atUnit(keepAccounts, (orgUnit) => ({ url: `/api/accounts/${personAt(orgUnit)}/state`, body: { isDisabled: false } })),
    hides: "unknown-account",
  },
  "PUT /api/accounts/:id/grants": {
    ...atUnit(keepAccounts, (orgUnit) => ({ url: `/api/accounts/${personAt(orgUnit)}/grants`, body: { role: "nhap-lieu", orgUnit } })),
    hides: "unknown-account",
  },
  "DELETE /api/accounts/:id/grants": {
    ...atUnit(keepAccounts, (orgUnit) => ({ url: `/api/accounts/${personAt(orgUnit)}/grants?role=duyet&orgUnit=${orgUnit}` })),
    hides: "unknown-account",
  },
  "GET /api/accounts/:id/sessions": {
    ...atUnit(keepAccounts, (orgUnit) => ({ url: `/api/accounts/${personAt(orgUnit)}/sessions` })),
    hides: "unknown-account",
  },
  "POST /api/accounts/:id/tokens": {
    ...atUnit(keepAccounts, (orgUnit) => ({ url: `/api/accounts/${personAt(orgUnit)}/tokens`, body: { system: "HIS" } })),
    hides: "unknown-account",
  },
  "GET /api/audit": inScope(["read-audit"], "/api/audit"),

  "GET /api/reports": ofProvince(read, "/api/reports"),
  "GET /api/reports/:period": ofProvince(read, "/api/reports/2023-S1.json"),
  "GET /api/figures": ofProvince(read, "/api/figures?period=2023-S1"),
  "GET /api/figures/detail": atUnit(read, (orgUnit) => ({ url: `/api/figures/detail?key=hfmd.cases&role=actual&period=2026-01&orgUnit=${orgUnit}` })),
  "GET /api/analytics": atUnit(read, (orgUnit) => ({ url: `/api/analytics?${asAddress(orgUnit)}` })),
  "POST /api/analytics": atUnit(read, (orgUnit) => ({ url: "/api/analytics", body: table(orgUnit) })),
  "GET /api/analytics/dimensions": inScope(read, "/api/analytics/dimensions"),
  "GET /api/analytics.csv": atUnit(read, (orgUnit) => ({ url: `/api/analytics.csv?${asAddress(orgUnit)}` })),
  "POST /api/analytics.csv": atUnit(read, (orgUnit) => ({ url: "/api/analytics.csv", body: table(orgUnit) })),
  "GET /api/analytics.xlsx": atUnit(read, (orgUnit) => ({ url: `/api/analytics.xlsx?${asAddress(orgUnit)}` })),
  "POST /api/analytics.xlsx": atUnit(read, (orgUnit) => ({ url: "/api/analytics.xlsx", body: table(orgUnit) })),

  "GET /api/values": atUnit(read, (orgUnit) => ({ url: `/api/values?element=hfmd.cases&period=2026-01&within=${orgUnit}` })),
  "GET /api/values/detail": atUnit(read, (orgUnit) => ({ url: `/api/values/detail?element=hfmd.cases&period=2026-01&orgUnit=${orgUnit}` })),
  "POST /api/values/correct": atUnit(["import-values"], (orgUnit) => ({
    url: "/api/values/correct",
    body: { element: "hfmd.cases", period: "2026-01", orgUnit, value: "5", version: 99, reason: "đếm lại" },
  })),

  "GET /api/org-units": everybodys("/api/org-units"),
  "GET /api/outlines": everybodys("/api/outlines"),
  "POST /api/outlines": ofProvince(keepCatalogue, "/api/outlines?on=2025-07-01", { type: "FeatureCollection", features: [] }),
  "GET /api/views": everybodys("/api/views"),
  "POST /api/views": everybodys("/api/views", { name: "x", address: "/so-lieu", replace: true }),
  "DELETE /api/views/:id": everybodys(`/api/views/${uuid}`),

  "GET /api/sensitive-elements": everybodys("/api/sensitive-elements"),
  "PUT /api/sensitive-elements/:element": ofProvince(keepCatalogue, "/api/sensitive-elements/none", { below: 5, reason: "x" }),
  "DELETE /api/sensitive-elements/:element": ofProvince(keepCatalogue, "/api/sensitive-elements/none"),
  "GET /api/indicators": everybodys("/api/indicators"),
  "GET /api/indicators/:key": everybodys("/api/indicators/none"),
  "GET /api/indicators/:key/history": everybodys("/api/indicators/none/history"),
  "PUT /api/indicators/:key": ofProvince(keepCatalogue, "/api/indicators/tried", { name: words, numerator: "#{hfmd.cases}", denominator: "1", factor: "1", missing: "SKIP_IF_ANY_VALUE_MISSING", decimals: 0, unit: "ca", version: 77, reason: "x" }),
  "DELETE /api/indicators/:key": ofProvince(keepCatalogue, "/api/indicators/none?version=1&reason=x"),
  "POST /api/indicators/check": atUnit(read, (orgUnit) => ({ url: "/api/indicators/check", body: { numerator: "#{hfmd.cases}", denominator: "1", period: "2026-01", orgUnit } })),
  "GET /api/formulas/items": everybodys("/api/formulas/items"),
  "GET /api/formulas/items/:element/cells": everybodys("/api/formulas/items/hfmd.cases/cells"),
  "POST /api/metadata/dhis2": ofProvince(keepCatalogue, "/api/metadata/dhis2?dryRun=true", { dataElements: [] }),

  "GET /api/validation": atUnit(read, (orgUnit) => ({ url: `/api/validation?period=2026-01&within=${orgUnit}` })),
  "GET /api/validation/choices": everybodys("/api/validation/choices"),
  "POST /api/validation/answers": atUnit(["enter-values"], (orgUnit) => ({
    url: "/api/validation/answers",
    body: { code: "x", reason: "đúng", cells: [{ element: "hfmd.cases", optionCombo: "", orgUnit, period: "2026-01", value: "1" }] },
  })),
  "PUT /api/validation/settings": ofProvince(keepCatalogue, "/api/validation/settings", {}),
  "GET /api/validation/rules": everybodys("/api/validation/rules"),
  "POST /api/validation/rules/check": everybodys("/api/validation/rules/check", { left: { expression: "1" }, right: { expression: "1" } }),
  "PUT /api/validation/rules/:id": ofProvince(keepCatalogue, "/api/validation/rules/tried", { key: "tried", name: words, left: { expression: "1" }, operator: "equal_to", right: { expression: "1" }, explanation: words, reason: "x" }),
  "GET /api/validation/rules/:id/versions": everybodys("/api/validation/rules/none/versions"),
  "DELETE /api/validation/rules/:id": ofProvince(keepCatalogue, "/api/validation/rules/none?reason=x"),
  "GET /api/validation/limits": everybodys("/api/validation/limits"),
  "PUT /api/validation/limits": ofProvince(keepCatalogue, "/api/validation/limits", { limits: [{ element: "hfmd.cases", periodType: "month", most: "100000" }] }),
  "POST /api/validation/limits/propose": ofProvince(keepCatalogue, "/api/validation/limits/propose", { items: ["hfmd.cases"], period: "2026-01" }),
  "DELETE /api/validation/limits": ofProvince(keepCatalogue, "/api/validation/limits?element=hfmd.cases&periodType=year"),

  "GET /api/data-sets": everybodys("/api/data-sets"),
  "GET /api/data-sets/:id": everybodys("/api/data-sets/tiem-chung-xa"),
  "POST /api/data-sets": ofProvince(keepCatalogue, "/api/data-sets", knownDataSet()),
  "POST /api/data-sets/preview": ofProvince(keepCatalogue, "/api/data-sets/preview", knownDataSet()),
  "GET /api/form-elements": everybodys("/api/form-elements"),
  "GET /api/forms/:dataSet/:period/:orgUnit": atStation(read, (orgUnit) => ({ url: `/api/forms/${form(orgUnit)}` })),
  "GET /api/forms/:dataSet/:period/:orgUnit.xlsx": atStation(read, (orgUnit) => ({ url: `/api/forms/${form(orgUnit)}.xlsx` })),
  "POST /api/forms/:dataSet/:period/:orgUnit/workbook": atStation(["enter-values"], (orgUnit) => ({ url: `/api/forms/${form(orgUnit)}/workbook`, body: "x", headers: bytes })),
  "POST /api/forms/:dataSet/:period/:orgUnit/workbook/annotated": atStation(["enter-values"], (orgUnit) => ({ url: `/api/forms/${form(orgUnit)}/workbook/annotated`, body: "x", headers: bytes })),
  "POST /api/forms/:dataSet/:period/:orgUnit/values": atStation(["enter-values"], (orgUnit) => ({ url: `/api/forms/${form(orgUnit)}/values`, body: { id: uuid, values: {}, baseVersion: 99 } })),
  "POST /api/workbooks": { may: ["enter-values"], at: "anywhere", ask: () => ({ url: "/api/workbooks", body: "x", headers: bytes }) },
  "GET /api/submissions": inScope(read, "/api/submissions?period=2026-01"),
  "GET /api/submissions/:dataSet/:period/:orgUnit": atStation(read, (orgUnit) => ({ url: `/api/submissions/${form(orgUnit)}` })),
  "GET /api/submissions/:dataSet/:period/:orgUnit/comparison": atStation(read, (orgUnit) => ({ url: `/api/submissions/${form(orgUnit)}/comparison` })),
  "POST /api/submissions/:dataSet/:period/:orgUnit/draft": atStation(["enter-values"], (orgUnit) => ({ url: `/api/submissions/${form(orgUnit)}/draft`, body: { ...device, ops: [{ cell: "epi.mr_18m", value: "1", seen: 0 }] } })),
  "POST /api/submissions/:dataSet/:period/:orgUnit/hand-in": atStation(["enter-values"], (orgUnit) => ({ url: `/api/submissions/${form(orgUnit)}/hand-in`, body: { id: uuid, baseVersion: 99, values: {}, explanations: {}, ...device } })),
  "POST /api/submissions/:dataSet/:period/:orgUnit/set-aside": { may: "signed-in", at: "anywhere", ask: () => ({ url: `/api/submissions/${form(own)}/set-aside`, body: { id: uuid, values: {}, ...device } }) },
  "POST /api/submissions/:dataSet/:period/:orgUnit/set-aside/:id/settle": atStation(["enter-values"], (orgUnit) => ({ url: `/api/submissions/${form(orgUnit)}/set-aside/${uuid}/settle` })),
  "POST /api/submissions/:dataSet/:period/:orgUnit/return": atStation(["approve-values"], (orgUnit) => ({ url: `/api/submissions/${form(orgUnit)}/return`, body: { version: 1, reason: "x" } })),
  "POST /api/submissions/:dataSet/:period/:orgUnit/reopen": atStation(["approve-values"], (orgUnit) => ({ url: `/api/submissions/${form(orgUnit)}/reopen`, body: { version: 1, reason: "x" } })),
  // of many items each is answered for itself: approved, or left and why
  "POST /api/submissions/approvals": { may: "signed-in", at: "anywhere", ask: () => ({ url: "/api/submissions/approvals", body: { id: randomUUID(), items: [{ dataSet: "tiem-chung-xa", period: "2026-01", orgUnit: other, version: 1 }] } }) },
  "POST /api/submissions/approvals/:id/withdrawal": everybodys(`/api/submissions/approvals/${uuid}/withdrawal`),
  "GET /api/completeness": inScope(read, `/api/completeness?from=2026-01&to=2026-01&within=${other}&by=org-unit`),
  "GET /api/reminders": atUnit(read, (orgUnit) => ({ url: `/api/reminders?orgUnit=${orgUnit}` })),
  "POST /api/reminders": atUnit(["send-reminders"], (orgUnit) => ({ url: "/api/reminders", body: { period: "2026-01", orgUnits: [orgUnit] } })),
  "GET /api/todo": atUnit(read, (orgUnit) => ({ url: `/api/todo?orgUnit=${orgUnit}` })),
  // a fact's task without a lead: the office's alone, and to units it is not there
  "GET /api/conferences": inScope(read, "/api/conferences"),
  "POST /api/conferences": ofProvince(giveDirectives, "/api/conferences", { title: "x", period: "2026-S1", heldOn: "2026-07-01" }),
  "GET /api/conferences/:id": { ...ofProvince(read, `/api/conferences/${conference}`), hides: "unknown-conference" },
  "PUT /api/conferences/:id": ofProvince(giveDirectives, `/api/conferences/${conference}`, { title: "x", period: "2020-S1", heldOn: "2020-07-08", revision: 99 }),
  "POST /api/conferences/:id/directives": ofProvince(giveDirectives, `/api/conferences/${conference}/directives`, { revision: 99, directives: [{ kind: "task", number: "1", text: "x" }] }),
  "POST /api/conferences/:id/issue": ofProvince(giveDirectives, `/api/conferences/${conference}/issue`, { revision: 99 }),
  "GET /api/conferences/:id/notice.docx": ofProvince(read, `/api/conferences/${conference}/notice.docx`),
  "GET /api/conferences/:id/notice.pdf": ofProvince(read, `/api/conferences/${conference}/notice.pdf`),
  "GET /api/conferences/:id/notice.html": ofProvince(read, `/api/conferences/${conference}/notice.html`),
  "POST /api/directives/proposals": ofProvince(giveDirectives, "/api/directives/proposals", { text: "x" }),
  "POST /api/directives/proposals/file": ofProvince(giveDirectives, "/api/directives/proposals/file?name=a.txt", "x", bytes),
  "POST /api/directives/:id/tasks": ofProvince(giveDirectives, `/api/directives/${uuid}/tasks`, { number: "1", work: "x" }),
  "POST /api/directives/:id/carry": ofProvince(giveDirectives, `/api/directives/${uuid}/carry`, { into: uuid }),
  "POST /api/directives/:id/outcomes": ofProvince(giveDirectives, `/api/directives/${uuid}/outcomes`, { state: "open", note: "x" }),
  "GET /api/tasks": inScope(read, "/api/tasks"),
  "GET /api/tasks.csv": inScope(read, "/api/tasks.csv"),
  "GET /api/tasks.xlsx": inScope(read, "/api/tasks.xlsx"),
  "GET /api/tasks/:id": { ...ofProvince(read, `/api/tasks/${task}`), hides: "unknown-task" },
  "PUT /api/tasks/:id": { ...ofProvince(giveDirectives, `/api/tasks/${task}`, { revision: 99 }), hides: "unknown-task" },
  "POST /api/tasks/:id/events": { ...ofProvince(giveDirectives, `/api/tasks/${task}/events`, { kind: "confirmed" }), hides: "unknown-task" },
  "POST /api/tasks/:id/files": { ...ofProvince(giveDirectives, `/api/tasks/${task}/files?name=a.txt`, "x", bytes), hides: "unknown-task" },
  "GET /api/tasks/:id/files/:file": { ...ofProvince(read, `/api/tasks/${task}/files/${uuid}`), hides: "unknown-task" },
  "POST /api/tasks/:id/sub-tasks": { ...ofProvince([], `/api/tasks/${task}/sub-tasks`, { work: "x", lead: "cdc-tinh" }), hides: "unknown-task" },
  "GET /api/letters/:kind": ofProvince(giveDirectives, "/api/letters/assignment"),
  "GET /api/letters/:kind/:orgUnit.docx": ofProvince(giveDirectives, "/api/letters/assignment/cdc-tinh.docx"),
  "GET /api/letters/:kind/:orgUnit.pdf": ofProvince(giveDirectives, "/api/letters/assignment/cdc-tinh.pdf"),
  "GET /api/letters/:kind/:orgUnit.html": ofProvince(giveDirectives, "/api/letters/assignment/cdc-tinh.html"),
  "GET /api/overview": ofProvince(read, "/api/overview?period=2023-S1"),
}; // prettier-ignore
