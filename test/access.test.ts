import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FastifyInstance } from "fastify";
import { buildServer } from "#api/server.ts";
import { isLooking, permissionsOf, roles, type Role } from "#domain/permission.ts";
import type { Context } from "#operations/context.ts";
import { addAccount, saveGrant } from "#store/accounts.ts";
import { saveDataValues } from "#store/data-values.ts";
import { addSession } from "#store/sessions.ts";
import { buildDataValue } from "#store/test-builders.ts";
import { hashSecret } from "#operations/secrets.ts";
import { accessTable, own, other, province, type Ask, type RouteAccess } from "./access-table.ts";
import { openTestContext } from "./context.ts";

/** Every route × every role × inside and outside the scope, through the API as it is served. */

/** Values that stand nowhere else: whoever reads one of them in an answer has seen the unit's figures. */
const ownMark = 71_717;
const otherMark = 82_828;

let context: Context;
let close: () => Promise<void>;
let server: FastifyInstance;

beforeAll(async () => {
  ({ context, close } = await openTestContext("2026-03-02"));
  const { db } = context;
  const mark = (orgUnit: string, value: number) =>
    buildDataValue({ element: "hfmd.cases", period: "2026-01", orgUnit, value });
  await saveDataValues(db, province, [mark(own, ownMark), mark(other, otherMark)], { by: "machine" });
  for (const role of roles) {
    for (const [place, orgUnit] of [
      ["own", own],
      ["province", province],
    ] as const) {
      // prettier-ignore
      await settle(`${role}.${place}`, role, orgUnit);
    }
  }
  await settle("somebody.own", "nhap-lieu", own);
  await settle("somebody.other", "nhap-lieu", other);
  await settle("somebody.all", "nhap-lieu", province);
  server = await buildServer({
    context,
    sessions: { clock: () => context.today, idle: 3600, longest: 3600 },
  });
  await server.ready();
});
afterAll(async () => {
  await server.close();
  await close();
});

/** An account with a password of its own and a session, whose token is made of its name. */
async function settle(id: string, role: Role, orgUnit: string): Promise<void> {
  const { db } = context;
  await addAccount(
    db,
    province,
    { id, fullName: id, orgUnit, passwordHash: "-", mustChangePassword: false },
    "machine",
  );
  await saveGrant(db, province, id, { role, orgUnit }, "machine");
  await enter(id);
}

async function enter(account: string): Promise<void> {
  const session = { account, kind: "token", device: "test", address: "", seconds: 3600 } as const;
  await addSession(context.db, province, { ...session, tokenHash: hashSecret(tokenOf(account)) });
}

const tokenOf = (id: string) => `token-of-${id.replace(".", "-")}`.padEnd(30, "-");

async function ask(
  route: string,
  { url, body, headers = {} }: Ask,
  id?: string,
): Promise<{ status: number; text: string; code: string | undefined }> {
  const [method = ""] = route.split(" ");
  const answer = await server.inject({
    method: method as "GET",
    url,
    headers: { ...headers, ...(id && { authorization: `Bearer ${tokenOf(id)}` }), "x-tuyen": "1" },
    ...(body !== undefined && { payload: body }),
  });
  const isJson = answer.headers["content-type"]?.includes("json") ?? false;
  return {
    status: answer.statusCode,
    text: answer.body,
    code: isJson ? answer.json<{ error?: { code: string } }>().error?.code : undefined,
  };
}

/** The routes that the server has, as `GET /api/…`, in the order in which it prints them. */
function listRoutes(): string[] {
  const path: string[] = [];
  return server
    .printRoutes({ commonPrefix: false })
    .split("\n")
    .flatMap((line) => {
      const [, indent = "", part = "", methods = ""] = /^([│ ├└─]*)(\S+) \((.+)\)/.exec(line) ?? [];
      if (part === "") return [];
      const depth = indent.length / 4;
      path.splice(depth - 1, Infinity, part);
      return methods
        .split(", ")
        .filter((method) => method !== "HEAD")
        .map((method) => `${method} ${path.join("")}`);
    });
}

test("every route of the server has a row in the table, and every row a route", () => {
  expect(listRoutes().toSorted()).toEqual(Object.keys(accessTable).toSorted());
});

describe.each(Object.entries(accessTable))("%s", (route, access) => {
  test("is refused without a session, unless it is open to all", async () => {
    const { status, code } = await ask(route, access.ask(own));
    const isRefusedAsStranger = status === 401 && code === "not-signed-in";
    expect(isRefusedAsStranger).toBe(access.may !== "anybody");
  });

  if (access.may !== "anybody") {
    test.each(roles)("%s inside and outside the scope", async (role) => {
      const refused: Record<string, boolean> = {};
      const expected: Record<string, boolean> = {};
      for (const target of targetsOf(access)) {
        refused[`at the own unit, ${target}`] = await isRefused(route, access, role, "own", target);
        expected[`at the own unit, ${target}`] = !isExpected(access, role, "own", target);
        refused[`at the province, ${target}`] = await isRefused(route, access, role, "province", target);
        expected[`at the province, ${target}`] = !isExpected(access, role, "province", target);
      }
      expect(refused).toEqual(expected);
    });

    test("tells a unit nothing of another unit's figures", async () => {
      for (const role of roles) {
        for (const target of targetsOf(access)) {
          const { text } = await ask(route, access.ask(target), `${role}.own`);
          if (access.leaves) await enter(`${role}.own`);
          expect(text).not.toMatch(new RegExp(`${otherMark}|82[.,]828|${ownMark + otherMark}`));
        }
      }
    });
  }
});

function targetsOf(access: RouteAccess): string[] {
  if (access.at === "station") return [own, other];
  return access.at === "unit" ? [own, other, province] : [province];
}

function holds({ may }: RouteAccess, role: Role): boolean {
  return (
    may === "anybody" ||
    may === "signed-in" ||
    may.some((permission) => permissionsOf[role].includes(permission))
  );
}

/** What somebody with a role at a place may do at a target. */
function isExpected(access: RouteAccess, role: Role, place: "own" | "province", target: string): boolean {
  if (access.isGranted) return access.isGranted(role, place, target);
  const isReached = place === "province" || access.at === "anywhere" || target === own;
  return holds(access, role) && isReached;
}

async function isRefused(
  route: string,
  access: RouteAccess,
  role: Role,
  place: string,
  target: string,
): Promise<boolean> {
  const id = `${role}.${place}`;
  const { status, code } = await ask(route, access.ask(target), id);
  if (access.leaves) await enter(id);
  expect({ id, target, status, isAnswered: code !== "not-signed-in" && status < 500 }).toMatchObject({
    isAnswered: true,
  });
  return status === 403 || (access.hides !== undefined && code === access.hides);
}

test("a permission that only looks is given with every role", () => {
  expect(roles.filter((role) => !permissionsOf[role].some(isLooking))).toEqual([]);
});
