import { areasOn } from "#domain/org-unit.ts";
import type { Grant } from "#domain/account.ts";
import { findReach } from "#domain/reach.ts";
import { Refusal } from "#domain/refusal.ts";
import { addAccount, findAccount, hasAccounts, markDemo, saveGrant, savePassword } from "#store/accounts.ts";
import { addAuditNote } from "#store/audit.ts";
import { listDataElements } from "#store/data-elements.ts";
import type { Queryable } from "#store/database.ts";
import { listOrgUnits, listSuccessions } from "#store/org-units.ts";
import type { Context } from "./context.ts";
import { hashPassword } from "./password-hash.ts";
import { initialPassword } from "./secrets.ts";

/** What the sign-in page of a demonstration shows: one account for each role, all with one password made just now. */
export interface Demonstration {
  readonly password: string;
  readonly accounts: readonly DemoAccount[];
}

export interface DemoAccount {
  readonly userName: string;
  readonly fullName: string;
  readonly grant: Grant;
}

/**
 * Opens the accounts of a demonstration with a new password, on an installation where nobody real has an account.
 * Refuses with `demo-not-empty`. Without a running demonstration these accounts are shut.
 */
export async function openDemonstration({ db, province, today }: Context): Promise<Demonstration> {
  if (await hasAccounts(db, province, { real: true })) throw new Refusal("demo-not-empty");
  const accounts = listDemoAccounts(province, await choosePlaces(db, province, today));
  const password = initialPassword();
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    for (const { userName: id, fullName, grant } of accounts) {
      const isThere = (await findAccount(tx, province, id)) !== undefined;
      const account = { id, fullName, orgUnit: grant.orgUnit, passwordHash, mustChangePassword: false };
      if (!isThere) {
        await addAccount(tx, province, account, "machine");
        await saveGrant(tx, province, id, grant, "machine");
      }
      await savePassword(tx, province, id, { passwordHash, mustChange: false });
    }
    await markDemo(tx, province, accounts.map(({ userName }) => userName)); // prettier-ignore
    await addAuditNote(tx, province, {
      account: "machine",
      action: "demonstration-opened",
      orgUnit: province,
    });
  });
  return { password, accounts };
}

interface Places {
  /** The health station of a commune, or whatever facility stands there. */
  readonly station: string;
  /** The area above the commune, or that was above it before a reform; the province where there is none. */
  readonly above: string;
  readonly programme: string;
}

async function choosePlaces(db: Queryable, province: string, today: string): Promise<Places> {
  const units = await listOrgUnits(db, province);
  const reach = findReach(units, await listSuccessions(db, province), today);
  const commune = (areasOn(units, 3, today)[0] ?? areasOn(units, 2, today)[0])?.uid ?? province;
  const above = units.find(({ uid, kind, placements }) => kind === "area" && uid !== commune && placements.some(({ level }) => level === 2) && reach(uid).acts.has(commune)); // prettier-ignore
  const station = units.find(({ uid, kind }) => kind === "facility" && reach(commune).acts.has(uid));
  const counts = new Map<string, number>();
  for (const { programme } of await listDataElements(db, province)) counts.set(programme, (counts.get(programme) ?? 0) + 1); // prettier-ignore
  const [largest] = [...counts].toSorted(([, a], [, b]) => b - a);
  return { station: station?.uid ?? commune, above: above?.uid ?? province, programme: largest?.[0] ?? "" };
}

function listDemoAccounts(province: string, { station, above, programme }: Places): DemoAccount[] {
  const one = (userName: string, fullName: string, role: Grant["role"], orgUnit: string): DemoAccount => ({
    userName,
    fullName,
    grant: { role, orgUnit, ...(role === "chuong-trinh" && { programmes: [programme] }) },
  });
  return [
    one("demo.nhaplieu", "Trạm Y tế (dùng thử)", "nhap-lieu", station),
    one("demo.duyet", "Người duyệt tuyến trên (dùng thử)", "duyet", above),
    one("demo.chuongtrinh", "Cán bộ chương trình (dùng thử)", "chuong-trinh", province),
    one("demo.tonghop", "Phòng Kế hoạch (dùng thử)", "tong-hop", province),
    one("demo.lanhdao", "Lãnh đạo Sở (dùng thử)", "lanh-dao", province),
    one("demo.quantri", "Quản trị (dùng thử)", "quan-tri", province),
  ];
}
