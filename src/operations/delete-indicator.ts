import { Refusal } from "#domain/refusal.ts";
import { indexReferences } from "#domain/indicator-references.ts";
import { deleteIndicator as removeIndicator, findIndicator, lockIndicators } from "#store/indicators.ts";
import { allow } from "./access.ts";
import { userName, type Context } from "./context.ts";
import { fetchFormulaCatalogue } from "./formula-catalogue.ts";
import { listUsers } from "./list-indicators.ts";

/**
 * Deletes an indicator; its history stays. Refuses while others are made of it (`indicator-in-use`, naming them),
 * without a reason, and when it was changed since it was read.
 */
export async function deleteIndicator(
  context: Context,
  key: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<void> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  await db.transaction(async (tx) => {
    await lockIndicators(tx, province);
    const before = await findIndicator(tx, province, key);
    if (!before) throw new Refusal("unknown-indicator", { key });
    if (before.version !== version) {
      throw new Refusal("indicator-changed-meanwhile", { key, by: userName(before.changedBy), version: before.version }); // prettier-ignore
    }
    const users = await listUsers(
      tx,
      province,
      key,
      indexReferences(await fetchFormulaCatalogue(tx, province)),
    );
    if (users.length > 0) throw new Refusal("indicator-in-use", { key, users: users.join(", ") });
    await removeIndicator(tx, province, key, { by: user.id, reason });
  });
}
