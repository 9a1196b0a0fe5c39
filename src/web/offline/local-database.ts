import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Form } from "#contract/form.ts";
import type { HandIn, HandInAnswer, SubmissionKey } from "#contract/submission.ts";
import type { Todo } from "#contract/todo.ts";

/** A form of this machine: `dataSet|period|orgUnit`. */
export type FormId = string;

export function formId({ dataSet, period, orgUnit }: SubmissionKey): FormId {
  return [dataSet, period, orgUnit].join("|");
}

export function formKey(id: FormId): SubmissionKey {
  const [dataSet = "", period = "", orgUnit = ""] = id.split("|");
  return { dataSet, period, orgUnit };
}

/** A form as the server last gave it. */
export interface LocalForm {
  readonly id: FormId;
  readonly form: Form;
  readonly fetchedAt: string;
}

/** What another device has put into a box that was changed here too. */
export interface OtherVersion {
  readonly value: string | null;
  /** Of the server's draft; to insist on the own value, name it as `seen`. */
  readonly revision: number;
  readonly by: string;
  readonly at: string;
}

/**
 * What was typed into one box here: the text itself, readable or not. One record for each box and person, one write for
 * each key: whoever types next at this machine overwrites nothing of the one before.
 */
export interface LocalCell {
  readonly form: FormId;
  readonly cell: string;
  /** As typed. Empty: made blank. */
  readonly text: string;
  /** What it means: an exact decimal, `null` blank or unreadable. */
  readonly value: string | null;
  /** Grows with every change on this machine. */
  readonly revision: number;
  /** The revision here that the server has; lower than `revision`: not sent. */
  readonly sent: number;
  /** The server's draft revision of the cell that this machine has seen. */
  readonly seen: number;
  readonly at: string;
  readonly account: string;
  readonly explanation?: string;
  /** Both versions stay until a person has chosen. */
  readonly theirs?: OtherVersion;
}

/** A hand-in on its way. It stays until the server has answered, and is sent again as it is. */
export interface LocalHandIn {
  readonly id: string;
  readonly form: FormId;
  readonly account: string;
  readonly body: HandIn;
  readonly madeAt: string;
  readonly answer?:
    HandInAnswer | { readonly outcome: "refused"; readonly code: string; readonly words: string };
}

interface LocalSchema extends DBSchema {
  forms: { key: FormId; value: LocalForm };
  cells: { key: [FormId, string, string]; value: LocalCell; indexes: { form: FormId } };
  handIns: { key: string; value: LocalHandIn; indexes: { form: FormId } };
  todos: {
    key: string;
    value: { readonly orgUnit: string; readonly todo: Todo; readonly fetchedAt: string };
  };
  notes: { key: string; value: string };
}

export type LocalDatabase = IDBPDatabase<LocalSchema>;

let opened: Promise<LocalDatabase> | undefined;

/** The copy of this browser profile. Rejects where the browser keeps nothing (private windows of some, storage full). */
export function openLocalDatabase(): Promise<LocalDatabase> {
  opened ??= openDB<LocalSchema>("tuyen", 2, {
    upgrade(db, from) {
      if (from === 1) for (const store of db.objectStoreNames) db.deleteObjectStore(store); // a trial version
      db.createObjectStore("forms", { keyPath: "id" });
      db.createObjectStore("cells", { keyPath: ["form", "account", "cell"] }).createIndex("form", "form");
      db.createObjectStore("handIns", { keyPath: "id" }).createIndex("form", "form");
      db.createObjectStore("todos", { keyPath: "orgUnit" });
      db.createObjectStore("notes");
    },
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close(); // another tab has a newer version of this page
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** The name of this browser profile among the devices of a person. */
export async function deviceName(): Promise<string> {
  const db = await openLocalDatabase();
  const known = await db.get("notes", "device");
  if (known !== undefined) return known;
  const tx = db.transaction("notes", "readwrite");
  const other = await tx.store.get("device"); // another tab may have been faster
  const name = other ?? crypto.randomUUID();
  if (other === undefined) await tx.store.put(name, "device");
  await tx.done;
  return name;
}
