import type { Form } from "#contract/form.ts";
import type { Todo } from "#contract/todo.ts";
import { formId, openLocalDatabase, type FormId, type LocalForm } from "./local-database.ts";

export async function keepForm(form: Form): Promise<void> {
  const db = await openLocalDatabase();
  await db.put("forms", { id: formId(form.key), form, fetchedAt: new Date().toISOString() });
}

export async function findForm(id: FormId): Promise<LocalForm | undefined> {
  const db = await openLocalDatabase();
  return db.get("forms", id);
}

export async function keepTodo(todo: Todo): Promise<void> {
  const db = await openLocalDatabase();
  await db.put("todos", { orgUnit: todo.orgUnit.uid, todo, fetchedAt: new Date().toISOString() });
}

export async function findTodo(
  orgUnit: string,
): Promise<{ readonly todo: Todo; readonly fetchedAt: string } | undefined> {
  const db = await openLocalDatabase();
  return db.get("todos", orgUnit);
}

/** Any list of work on this machine, for whoever opens it without a line and without a name. */
export async function findAnyTodo(): Promise<
  { readonly todo: Todo; readonly fetchedAt: string } | undefined
> {
  const db = await openLocalDatabase();
  const all = await db.getAll("todos");
  return all.toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? 1 : -1))[0];
}
