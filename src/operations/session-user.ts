import { accessOf, type Access } from "#domain/access.ts";
import type { Account, Grant } from "#domain/account.ts";
import { findReach, type Reach } from "#domain/reach.ts";
import type { Queryable } from "#store/database.ts";
import { listOrgUnits, listSuccessions } from "#store/org-units.ts";
import { findSession, touchSession } from "#store/sessions.ts";
import { rowScopeOf } from "./access.ts";
import type { Context, User } from "./context.ts";
import { hashSecret } from "./secrets.ts";

/** How long a session lasts. */
export interface SessionSettings {
  /** Seconds without use after which it ends. */
  readonly idle: number;
  /** Seconds after which it ends in any case. */
  readonly longest: number;
}

/** Somebody who is signed in. */
export interface SignedIn {
  /** The context of everything this person asks for: its database shows and takes what the grants reach. */
  readonly context: Context;
  readonly account: Pick<Account, "id" | "fullName" | "orgUnit" | "mustChangePassword" | "isDemo" | "grants">;
}

/** The last use of a session is noted to the minute. */
const fresh = 60;

/** Who stands behind a token, or `undefined` when it is not, or no longer, anybody's. */
export async function findSignedIn(
  machine: Context,
  token: string,
  settings: SessionSettings,
  address: string,
): Promise<SignedIn | undefined> {
  const { db, province, today } = machine;
  const session = await findSession(db, province, hashSecret(token), settings.idle);
  if (!session) return undefined;
  if (session.idle > fresh) await touchSession(db, province, session.id);
  const { account } = session;
  const access = await accessFor(db, { province, today, revision: session.treeRevision }, account.grants);
  const user: User = { id: account.id, name: account.fullName, access, session: session.id, address };
  return { account, context: contextOf(machine, user) };
}

/** The context of somebody's requests: the same installation, within the rows that the user's grants reach. */
export function contextOf(machine: Context, user: User): Context {
  return { ...machine, user, db: machine.db.asOwner().within(rowScopeOf(user)) };
}

interface TreeName {
  readonly province: string;
  readonly today: string;
  readonly revision: number;
}

/** What grants come to on the tree of this revision. */
export async function accessFor(owner: Queryable, tree: TreeName, grants: readonly Grant[]): Promise<Access> {
  if (grants.every(({ orgUnit }) => orgUnit === tree.province))
    return accessOf(grants, tree.province, nowhere);
  const reach = await reachOn(owner, tree);
  return accessOf(grants, tree.province, reach);
}

const nowhere = (): Reach => ({ acts: new Set(), looks: new Set() });

interface KnownTree extends TreeName {
  readonly reach: (root: string) => Reach;
}
let known: KnownTree | undefined;

/** Remembered until the tree or the day changes: it is asked with every request. */
async function reachOn(owner: Queryable, tree: TreeName): Promise<(root: string) => Reach> {
  const { province, today, revision } = tree;
  if (known?.province === province && known.today === today && known.revision === revision)
    return known.reach;
  const [units, successions] = await Promise.all([
    listOrgUnits(owner, province),
    listSuccessions(owner, province),
  ]);
  const find = findReach(units, successions, today);
  const found = new Map<string, Reach>();
  const reach = (root: string) => {
    const reached = found.get(root) ?? find(root);
    found.set(root, reached);
    return reached;
  };
  known = { ...tree, reach };
  return reach;
}
