import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { SavedViews, type SaveView } from "#contract/saved-view.ts";
import { buildServer } from "#api/server.ts";
import type { Context } from "#operations/context.ts";
import { openTestContext } from "./context.ts";

let context: Context;
let close: () => Promise<void>;
let mine: FastifyInstance;
let hers: FastifyInstance;
beforeAll(async () => {
  ({ context, close } = await openTestContext());
  mine = await buildServer({ context });
  hers = await buildServer({ context: { ...context, user: { ...context.user, id: "lan" } } });
});
beforeEach(() => context.db.query("truncate saved_view"));
afterAll(async () => {
  await mine.close();
  await hers.close();
  await close();
});

function save(server: FastifyInstance, view: Partial<SaveView>) {
  const payload = { name: "Tiêm chủng 6 tháng", address: "/so-lieu?items=epi.fully_immunized_u1", ...view };
  return server.inject({ method: "POST", url: "/api/views", payload });
}

async function list(server: FastifyInstance): Promise<SavedViews["views"]> {
  return SavedViews.parse((await server.inject({ url: "/api/views" })).json()).views;
}

describe("a saved view", () => {
  test("is its owner's alone until it is shared", async () => {
    await save(mine, { name: "Riêng" });
    await save(mine, { name: "Chung", isShared: true });
    expect((await list(mine)).map(({ name, isMine }) => [name, isMine])).toEqual([
      ["Chung", true],
      ["Riêng", true],
    ]);
    expect(await list(hers)).toMatchObject([{ name: "Chung", isMine: false, by: "Máy chủ" }]);
  });

  test("takes the place of one's own of the same name only when told to", async () => {
    await save(mine, {});
    const again = await save(mine, { address: "/so-lieu?items=hfmd.cases" });
    expect([again.statusCode, again.json()]).toMatchObject([409, { error: { code: "view-name-taken" } }]);
    expect((await save(hers, {})).statusCode).toBe(200);
    expect((await save(mine, { address: "/so-lieu?items=hfmd.cases", replace: true })).statusCode).toBe(200);
    expect(await list(mine)).toMatchObject([{ address: "/so-lieu?items=hfmd.cases" }]);
  });

  test("is deleted by its owner and nobody else", async () => {
    await save(mine, { isShared: true });
    const [view] = await list(mine);
    const remove = (server: FastifyInstance) => server.inject({ method: "DELETE", url: `/api/views/${view?.id}` }); // prettier-ignore
    expect((await remove(hers)).statusCode).toBe(404);
    expect((await remove(mine)).statusCode).toBe(200);
    expect((await remove(mine)).statusCode).toBe(404);
    expect(await list(mine)).toEqual([]);
  });

  test("written with combining accents has the same name", async () => {
    await save(mine, { name: "Tiêm chủng" });
    expect((await save(mine, { name: "Tiêm chủng".normalize("NFD") })).statusCode).toBe(409);
  });

  test.each<[string, Record<string, unknown>]>([
    ["another site", { address: "https://example.org/" }],
    ["another site without a scheme", { address: "//example.org/" }],
    ["another site, as browsers read it", { address: "/\\example.org/" }],
    ["a script", { address: "javascript:alert(1)" }],
    ["line ends", { address: "/so-lieu\r\nset-cookie: a=b" }],
    ["an address without end", { address: `/${"a".repeat(9_000)}` }],
    ["no name", { name: "  " }],
    ["a name without end", { name: "a".repeat(121) }],
    ["a name that is no text", { name: {} }],
  ])("is refused with %s", async (_name, wrong) => {
    expect((await save(mine, wrong)).statusCode).toBe(400);
    expect(await list(mine)).toEqual([]);
  });

  test("of no such id is refused", async () => {
    expect((await mine.inject({ method: "DELETE", url: "/api/views/1" })).statusCode).toBe(400);
  });

  test("beyond the five hundredth is refused and not kept", async () => {
    await context.db.query("insert into saved_view (province, owner, name, address) select 'VN12', 'machine', 'v' || n, '/so-lieu' from generate_series(1, 500) n"); // prettier-ignore
    expect((await save(mine, {})).json()).toMatchObject({ error: { code: "too-many-views" } });
    expect(await list(mine)).toHaveLength(500);
    expect((await save(mine, { name: "v7", replace: true })).statusCode).toBe(200);
  });
});
