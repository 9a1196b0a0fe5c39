import { describe, expect, test } from "vitest";
import type { OrgUnitTree, PublishedOrgUnit } from "#contract/org-unit.ts";
import type { SignedInUser } from "#contract/session.ts";
import { permissionsOf, type Role } from "#domain/permission.ts";
import { searchEn } from "../texts/search-en.ts";
import { searchVi } from "../texts/search-vi.ts";
import { findEntries, indexEntries } from "./find-entries.ts";
import { listItemEntries, listReportEntries } from "./item-entries.ts";
import { listPageEntries } from "./page-entries.ts";
import type { SearchEntry } from "./search-entry.ts";
import { listUnitEntries } from "./unit-entries.ts";

function unit(
  uid: string,
  fullName: string,
  parent: string | null,
  rest: Partial<PublishedOrgUnit> = {},
): PublishedOrgUnit {
  return {
    uid, fullName, name: fullName.replace(/^(Xã|Huyện|Tỉnh|Trạm Y tế xã) /, ""), type: "xa", kind: "area", aliases: [], parent, level: 3, isThere: true, ...rest,
  };
} // prettier-ignore

/** Pa Vệ Sử (once written Sủ) went into Bum Tở with its station; Tà Tổng stayed. */
const tree: OrgUnitTree = {
  on: "2026-07-01",
  orgUnits: [
    unit("tinh", "Tỉnh Lai Châu", null, { level: 1 }),
    unit("bum-to", "Xã Bum Tở", "tinh", { openedOn: "2025-07-01" }),
    unit("ta-tong", "Xã Tà Tổng", "tinh"),
    unit("pa-ve-su", "Xã Pa Vệ Sử", "tinh", {
      aliases: ["Pa Vệ Sủ"],
      closedOn: "2025-06-30",
      isThere: false,
    }),
    unit("tyt-ta-tong", "Trạm Y tế xã Tà Tổng", "ta-tong", { kind: "facility", level: 4 }),
    unit("tyt-pa-ve-su", "Trạm Y tế xã Pa Vệ Sử", "pa-ve-su", { kind: "facility", level: 4, isThere: false }),
  ],
  successions: [{ predecessor: "pa-ve-su", successor: "bum-to", on: "2025-07-01", share: 1 }],
};
const dimensions = {
  periods: [
    { period: "2023-S1", values: 90 },
    { period: "2022-S1", values: 20 },
  ],
  trees: ["2020-02-01", "2025-07-01"],
};

function user(role: Role, orgUnit: string): SignedInUser {
  const grants = [{ role, orgUnit, orgUnitName: orgUnit }];
  return {
    id: "a", fullName: "A", orgUnit, orgUnitName: orgUnit, mustChangePassword: false, isDemo: false, permissions: [...permissionsOf[role]], grants,
  };
} // prettier-ignore

function findUnits(typed: string, who: SignedInUser): SearchEntry[] {
  return findEntries(indexEntries(listUnitEntries({ tree, user: who, dimensions }, searchVi)), typed);
}

describe("looking for a unit", () => {
  test("a commune that was merged is found by its old spelling and says where it went", () => {
    const [old, now] = findUnits("pa ve su", user("lanh-dao", "tinh"));
    expect(old?.name).toBe("Xã Pa Vệ Sử");
    expect(old?.hint).toBe("Số liệu · Tỉnh Lai Châu · đến 30/6/2025 · nay thuộc Xã Bum Tở");
    expect(now?.name).toBe("Xã Bum Tở");
    expect(findUnits("pa vệ sủ", user("lanh-dao", "tinh"))[0]?.name).toBe("Xã Pa Vệ Sử");
  });

  test("a station is led to its own work, and to nobody else's", () => {
    const own = findUnits("tram y te ta tong", user("nhap-lieu", "tyt-ta-tong"));
    expect(own.map(({ address }) => address.split("?")[0])).toEqual(["/viec-can-lam", "/so-lieu"]);
    expect(findUnits("bum to", user("nhap-lieu", "tyt-ta-tong")).every(({ address }) => address.startsWith("/so-lieu?"))).toBe(true); // prettier-ignore
  });

  test("who approves below the province is led to Theo dõi of the commune; who only looks, to its figures", () => {
    expect(findUnits("xã tà tổng", user("duyet", "tinh"))[0]?.address).toBe("/theo-doi?trong=ta-tong");
    expect(findUnits("xã tà tổng", user("lanh-dao", "tinh")).every(({ address }) => address.startsWith("/so-lieu?"))).toBe(true); // prettier-ignore
  });

  test("figures of a commune younger than the values are asked for on the newest map", () => {
    const of = (typed: string) => new URLSearchParams(findUnits(typed, user("lanh-dao", "tinh"))[0]?.address.split("?")[1]); // prettier-ignore
    expect([of("bum tở").get("don-vi"), of("bum tở").get("ky"), of("bum tở").get("cay")]).toEqual(["bum-to", "2023-S1", "2025-07-01"]); // prettier-ignore
    expect([of("pa vệ sử").get("don-vi"), of("pa vệ sử").get("cay")]).toEqual(["pa-ve-su", null]);
  });

  test("a station that ended is not offered: nobody reports there any more", () => {
    expect(findUnits("trạm y tế xã pa vệ sử", user("quan-tri", "tinh"))).toEqual([]);
  });
});

test("an indicator is found in both languages and by its key, and leads to its figure", () => {
  const items = [
    {
      key: "epi.mr_18m", name: { vi: "Trẻ tiêm sởi-rubella 18 tháng", en: "MR at 18 months" }, unit: "trẻ", timeNature: "flow" as const, programme: "Tiêm chủng", isComputed: false,
    },
  ]; // prettier-ignore
  const index = indexEntries(listItemEntries({ items, periods: dimensions.periods }, "vi", searchVi));
  for (const typed of ["soi rubella", "mr at 18", "epi.mr_18m", "tiem chung"])
    expect(findEntries(index, typed)[0]?.address, typed).toContain("chi-tieu=epi.mr_18m");
});

test("a report is found by the words of its period, its illustrative twin apart", () => {
  const reports = listReportEntries(
    [
      { period: "2023-S1", name: "6 tháng đầu năm 2023", hasContent: true },
      { period: "2023-S1", name: "6 tháng đầu năm 2023", hasContent: true, illustrative: true },
    ],
    searchVi,
  );
  const found = findEntries(indexEntries(reports), "bao cao 6 thang 2023").map(({ address }) => address);
  expect(found).toEqual(["/bao-cao/2023-S1", "/bao-cao/2023-S1?minh-hoa=1"]);
});

test("pages are offered to those who may do something there", () => {
  const pages = (role: Role) => listPageEntries(user(role, "tinh"), searchVi).map(({ address }) => address);
  expect(pages("nhap-lieu")).toContain("/viec-can-lam");
  expect(pages("nhap-lieu")).not.toContain("/theo-doi");
  expect(pages("nhap-lieu")).not.toContain("/quan-tri/tai-khoan");
  expect(pages("quan-tri")).toContain("/quan-tri/tai-khoan");
  expect(pages("quan-tri")).not.toContain("/viec-can-lam");
});

test("Vietnamese words are written in NFC, and both languages name every page", () => {
  const words = JSON.stringify(searchVi);
  expect(words).toBe(words.normalize("NFC"));
  expect(Object.keys(searchEn.placesToo)).toEqual(Object.keys(searchVi.places));
});
