import type { Form } from "#contract/form.ts";
import type {
  HandIn,
  HandInAnswer,
  SaveDraft,
  SaveDraftAnswer,
  SetAsideValues,
  SubmissionKey,
} from "#contract/submission.ts";
import type { SessionState } from "#contract/session.ts";
import type { Todo } from "#contract/todo.ts";
import { ApiError, getJson, sendJson } from "../api.ts";
import type { LocalHandIn } from "./local-database.ts";

/** The server cannot take anything now: no line, a server that is down, or a session that has ended. */
export class Unreachable extends Error {
  readonly isSignedOut: boolean;

  constructor(isSignedOut: boolean) {
    super(isSignedOut ? "signed out" : "unreachable");
    this.name = "Unreachable";
    this.isSignedOut = isSignedOut;
  }
}

/** What the entry of forms asks of the server. */
export interface EntryServer {
  /** Whether it answers at all, and as whom it knows us. */
  ping(): Promise<string | undefined>;
  todo(orgUnit: string): Promise<Todo>;
  /** `undefined`: there is no such form for the unit. */
  form(key: SubmissionKey): Promise<Form | undefined>;
  handIn(key: SubmissionKey, body: HandIn): Promise<NonNullable<LocalHandIn["answer"]>>;
  /** With a code the server does not take it, as when the period is closed; the boxes stay here. */
  saveDraft(key: SubmissionKey, body: SaveDraft): Promise<SaveDraftAnswer | { readonly refused: string }>;
  /** Leaves the values of a person who may no longer hand in to whoever takes over. `false`: not taken. */
  setAside(key: SubmissionKey, body: SetAsideValues): Promise<boolean>;
}

/** The server that this page came from. */
export const entryServer: EntryServer = {
  async ping() {
    const { user } = await reach(getJson<SessionState>("/api/session", AbortSignal.timeout(longest)));
    return user?.id;
  },
  todo(orgUnit) {
    return reach(getJson<Todo>(`/api/todo?orgUnit=${encodeURIComponent(orgUnit)}`, AbortSignal.timeout(longest))); // prettier-ignore
  },
  async form(key) {
    return withoutRefusal(getJson<Form>(formAddress(key), AbortSignal.timeout(longest)));
  },
  async handIn(key, body) {
    try {
      return await sendJson<HandInAnswer>("POST", `${address(key)}/hand-in`, body, AbortSignal.timeout(longest)); // prettier-ignore
    } catch (error) {
      const refusal = refusalIn(error);
      return { outcome: "refused", code: refusal.code, words: refusal.words?.vi ?? refusal.code };
    }
  },
  async saveDraft(key, body) {
    try {
      return await sendJson<SaveDraftAnswer>("POST", `${address(key)}/draft`, body, AbortSignal.timeout(longest)); // prettier-ignore
    } catch (error) {
      return { refused: refusalIn(error).code };
    }
  },
  async setAside(key, body) {
    const sent = sendJson<object>("POST", `${address(key)}/set-aside`, body, AbortSignal.timeout(longest));
    return (await withoutRefusal(sent)) !== undefined;
  },
};

/** A 2G line needs its time; a server that is silent for so long is not there. */
const longest = 60_000;

/** Where a blank or begun form is. */
function formAddress({ dataSet, orgUnit, period }: SubmissionKey): string {
  return `/api/forms/${[dataSet, period, orgUnit].map(encodeURIComponent).join("/")}`;
}

export function address({ dataSet, orgUnit, period }: SubmissionKey): string {
  return `/api/submissions/${[dataSet, period, orgUnit].map(encodeURIComponent).join("/")}`;
}

async function reach<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw refusalIn(error);
  }
}

async function withoutRefusal<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    refusalIn(error);
    return undefined;
  }
}

/** The refusal in an error; what is no refusal of the matter itself is thrown on as `Unreachable`. */
function refusalIn(error: unknown): ApiError {
  if (!(error instanceof ApiError)) throw new Unreachable(false); // the time ran out
  if (error.status === 401) throw new Unreachable(true);
  if (error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500)
    throw new Unreachable(false);
  return error;
}
