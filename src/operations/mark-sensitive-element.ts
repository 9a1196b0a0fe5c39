import type { SensitiveElementContent, SensitiveElements } from "#contract/sensitive-element.ts";
import { Refusal } from "#domain/refusal.ts";
import { listDataElements } from "#store/data-elements.ts";
import { listSensitiveElements, removeSensitiveElement, saveSensitiveElement } from "#store/sensitive-elements.ts"; // prettier-ignore
import { allow } from "./access.ts";
import type { Context } from "./context.ts";
import { recordAudit } from "./record-audit.ts";

/** The elements whose small counts are hidden outside their programme, with why. */
export async function listMarkedElements(context: Context): Promise<SensitiveElements> {
  const { db, province } = context;
  allow(context, "read-figures");
  const [marked, elements] = await Promise.all([listSensitiveElements(db, province), listDataElements(db, province)]); // prettier-ignore
  const byId = new Map(elements.map((element) => [element.id, element]));
  return {
    elements: marked.map((one) => ({
      ...one,
      name: { ...(byId.get(one.element)?.name ?? { vi: one.element, en: one.element }) },
      programme: byId.get(one.element)?.programme ?? "",
    })),
  };
}

/** Hides small counts of an element from now on. Refuses with `unknown-data-element`. */
export async function markSensitiveElement(
  context: Context,
  { element, below, reason }: SensitiveElementContent & { readonly element: string },
): Promise<void> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  const known = (await listDataElements(db, province)).some(({ id }) => id === element);
  if (!known) throw new Refusal("unknown-data-element", { element });
  await db.transaction(async (tx) => {
    await saveSensitiveElement(tx, province, { element, below, reason, setBy: user.id });
    await recordAudit(tx, context, { action: "element-hidden", orgUnit: province, subject: element });
  });
}

/** Shows small counts of an element again. Refuses with `not-sensitive`. */
export async function unmarkSensitiveElement(
  context: Context,
  { element }: { readonly element: string },
): Promise<void> {
  // prettier-ignore
  const { db, province } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  await db.transaction(async (tx) => {
    if (!(await removeSensitiveElement(tx, province, element)))
      throw new Refusal("not-sensitive", { element });
    await recordAudit(tx, context, { action: "element-shown", orgUnit: province, subject: element });
  });
}
