import { afterAll, beforeAll, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { OrgUnitTree } from "#contract/org-unit.ts";
import { buildServer } from "#api/server.ts";
import { openTestContext } from "./context.ts";

let close: () => Promise<void>;
let server: FastifyInstance;
beforeAll(async () => {
  const opened = await openTestContext("2026-07-20");
  close = opened.close;
  server = await buildServer(opened);
});
afterAll(async () => {
  await server.close();
  await close();
});

async function tree(query: Record<string, string>): Promise<OrgUnitTree> {
  const answer = await server.inject({ method: "GET", url: "/api/org-units", query });
  return OrgUnitTree.parse(answer.json());
}

const areas = ({ orgUnits }: OrgUnitTree, level: number) =>
  orgUnits.filter((unit) => unit.kind === "area" && unit.level === level).length;

test("the tree of a day has the districts and communes of that day", async () => {
  const [before, after] = [await tree({ on: "2025-06-30" }), await tree({})];
  expect([areas(before, 2), areas(before, 3)]).toEqual([8, 106]);
  expect([areas(after, 2), areas(after, 3)]).toEqual([0, 38]);
  expect(after.on).toBe("2026-07-20");
  expect(before.orgUnits.every(({ isThere }) => isThere)).toBe(true);
});

test("the level and the parent of a unit are those of the day", async () => {
  const find = async (on: string) => (await tree({ on })).orgUnits.find(({ uid }) => uid === "ttyt-110");
  expect(await find("2025-06-30")).toMatchObject({ parent: "VN12.110", level: 3 });
  expect(await find("2025-07-01")).toMatchObject({ parent: "VN12", level: 2, kind: "facility" });
});

test("all units are listed with where they stood last, and bodies outside the province without a place", async () => {
  const { orgUnits, successions } = await tree({ all: "true" });
  const find = (uid: string) => orgUnits.find((unit) => unit.uid === uid);
  expect(find("VN12.110")).toMatchObject({ parent: "VN12", level: 2, isThere: false, closedOn: "2025-06-30" }); // prettier-ignore
  expect(find("bo-y-te")).toMatchObject({ parent: null, level: null, isThere: false });
  expect(find("tyt-03386")).toMatchObject({ generated: true });
  expect(successions.filter(({ on }) => on === "2025-07-01").length).toBeGreaterThan(100);
});

test.each<Record<string, string>>([{ on: "hôm nay" }, { on: "2025-02-30" }, { all: "có" }])(
  "%j is refused",
  async (query) => {
    const answer = await server.inject({ method: "GET", url: "/api/org-units", query });
    expect(answer.statusCode).toBe(400);
  },
);
