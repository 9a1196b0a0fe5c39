import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OrgUnit } from "#domain/org-unit.ts";
import { listOrgUnits, listSuccessions, saveOrgUnits, saveSuccessions } from "./org-units.ts";
import { buildOrgUnit, province } from "./test-builders.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const lives: readonly OrgUnit[] = [
  buildOrgUnit({ uid: "VN12", code: "12", type: "tinh", placements: [{ level: 1 }] }),
  buildOrgUnit({
    uid: "VN12.105",
    code: "105",
    type: "thanh-pho",
    closedOn: "2025-06-30",
    aliases: ["thị xã Lai Châu"],
    placements: [{ parent: "VN12", level: 2, to: "2025-06-30" }],
  }),
  buildOrgUnit({
    uid: "VN12.03386",
    name: "Đoàn Kết",
    fullName: "Phường Đoàn Kết",
    type: "phuong",
    generated: true,
    note: "mã dùng lại",
    placements: [
      { parent: "VN12.105", level: 3, to: "2025-06-30" },
      { parent: "VN12", level: 2, from: "2025-07-01" },
    ],
  }),
];

const save = (units: readonly OrgUnit[]) => db.transaction((tx) => saveOrgUnits(tx, province, units));

describe("org units", () => {
  test("come back with their whole life, whatever the order they were saved in", async () => {
    await save(lives.toReversed());
    expect(await listOrgUnits(db, province)).toStrictEqual(
      lives.toSorted((a, b) => (a.uid < b.uid ? -1 : 1)),
    );
  });

  test("saved again replace their placements and leave the others alone", async () => {
    await save(lives);
    const moved = { ...buildOrgUnit({ uid: "VN12.03386" }), placements: [{ parent: "VN12", level: 2 }] };
    await save([moved]);
    const units = await listOrgUnits(db, province);
    expect(units).toHaveLength(3);
    expect(units.find(({ uid }) => uid === moved.uid)).toStrictEqual(moved);
  });

  test("of one province are not those of another", async () => {
    await save(lives);
    await db.transaction((tx) =>
      saveOrgUnits(tx, "VN11", [{ ...buildOrgUnit({ uid: "VN12" }), placements: [] }]),
    );
    expect((await listOrgUnits(db, "VN11")).map(({ placements }) => placements)).toEqual([[]]);
  });

  test("cannot stand in two places on one day, nor below a unit that is nowhere", async () => {
    const twice = [{ level: 3, to: "2025-07-01" }, { level: 3, from: "2025-07-01" }]; // prettier-ignore
    await expect(save([buildOrgUnit({ placements: twice })])).rejects.toMatchObject({
      code: "placements-overlap",
      facts: { orgUnit: "VN12.03393" },
    });
    const lost = [{ parent: "VN99", level: 3 }];
    await expect(save([buildOrgUnit({ placements: lost })])).rejects.toMatchObject({
      code: "unknown-org-unit",
      facts: { orgUnit: "VN99" },
    });
  });

  test("keep what they became", async () => {
    await save(lives);
    const succession = {
      predecessor: "VN12.105",
      successor: "VN12.03386",
      on: "2025-07-01",
      share: 0.25,
      decree: "1670/NQ-UBTVQH15",
    };
    const saveOne = (share: number) =>
      db.transaction((tx) => saveSuccessions(tx, province, [{ ...succession, share }]));
    await saveOne(1);
    await saveOne(0.25);
    expect(await listSuccessions(db, province)).toStrictEqual([succession]);
    await expect(saveOne(1.5)).rejects.toThrow("check constraint");
  });
});
