import { tellCells } from "./cell-news.ts";
import { forgetCells, forgetHandedIn, listCells, listUnsentCells, markSent } from "./local-cells.ts";
import { deviceName, formKey, type FormId, type LocalCell, type LocalHandIn } from "./local-database.ts";
import { keepForm } from "./local-forms.ts";
import { keepAnswer, listWaiting } from "./outbox.ts";
import { Unreachable, type EntryServer } from "./entry-server.ts";
import { setAsideId } from "./set-aside-id.ts";

/** Whether everything has left this machine. It begins as `checking`: "all sent" must never be said before it is known. */
export interface SendingState {
  readonly line: "checking" | "up" | "down";
  /** Boxes typed into that the server does not have yet. */
  readonly unsentCells: number;
  readonly waitingHandIns: number;
  readonly lastSentAt: string | undefined;
  /** The server does not know us any more: what is here is kept until somebody signs in. */
  readonly isSignedOut: boolean;
}

export const unknownSending: SendingState = {
  line: "checking",
  unsentCells: 0,
  waitingHandIns: 0,
  lastSentAt: undefined,
  isSignedOut: false,
};

type Listener = () => void;

/**
 * Sends what waits on this machine: on start, when the line comes back, when the page is looked at again, and every so
 * often. One sender for all tabs (Web Locks). Everything may be sent twice; the server takes it once. It sends what the
 * person typed who is signed in, and nobody else's: that is offered on the form to whoever sits here now.
 */
export class Sender {
  readonly #server: EntryServer;
  readonly #listeners = new Set<Listener>();
  #state: SendingState = unknownSending;
  #running: Promise<void> | undefined;
  #again = false;
  #account: string | undefined;

  constructor(server: EntryServer) {
    this.#server = server;
  }

  get state(): SendingState {
    return this.#state;
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins to watch the line; answers how to stop. */
  watch(every = 20_000): () => void {
    const go = () => void this.send();
    const seen = () => {
      if (document.visibilityState === "visible") go();
    };
    const lost = () => this.#set({ line: "down" });
    window.addEventListener("online", go);
    window.addEventListener("offline", lost);
    document.addEventListener("visibilitychange", seen);
    const timer = setInterval(go, every);
    go();
    return () => {
      window.removeEventListener("online", go);
      window.removeEventListener("offline", lost);
      document.removeEventListener("visibilitychange", seen);
      clearInterval(timer);
    };
  }

  /** Sends all there is. Asked while it runs, it runs once more afterwards. */
  send(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = alone("tuyen-sender", () => this.#sendAll()).finally(() => {
      this.#running = undefined;
      if (!this.#again) return;
      this.#again = false;
      void this.send();
    });
    return this.#running;
  }

  async #sendAll(): Promise<void> {
    await this.#count();
    try {
      const account = await this.#server.ping();
      this.#account = account;
      this.#set({ line: "up", isSignedOut: account === undefined });
      if (account === undefined) return;
      for (const handIn of await listWaiting())
        if (handIn.account === account) await this.#sendHandIn(handIn);
      const own = (await listUnsentCells()).filter((cell) => cell.account === account && !cell.theirs);
      for (const [form, cells] of byForm(own)) await this.#sendDraft(form, cells);
      this.#set({ lastSentAt: new Date().toISOString() });
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.#set(error.isSignedOut ? { line: "up", isSignedOut: true } : { line: "down" });
    } finally {
      await this.#count();
    }
  }

  async #sendHandIn(handIn: LocalHandIn): Promise<void> {
    const { form: id, account, body } = handIn;
    const answer = await this.#server.handIn(formKey(id), body);
    await keepAnswer(handIn, answer);
    if (answer.outcome === "refused" && answer.code === "not-permitted")
      return this.#leave(id, (await listCells(id)).filter((cell) => cell.account === account), body); // prettier-ignore
    if (answer.outcome !== "accepted") return;
    await forgetHandedIn(id, account, handIn.madeAt);
    tellCells(id);
    const form = await this.#server.form(formKey(handIn.form));
    if (form) await keepForm(form);
  }

  async #sendDraft(form: FormId, cells: readonly LocalCell[]): Promise<void> {
    const ops = cells.map(({ cell, value, seen }) => ({ cell, value, seen }));
    const body = { device: await deviceName(), deviceTime: new Date().toISOString(), ops };
    const answer = await this.#server.saveDraft(formKey(form), body);
    if ("refused" in answer) {
      if (answer.refused === "not-permitted")
        await this.#leave(form, cells, { values: {}, explanations: {} });
      return;
    }
    await markSent(form, cells, answer);
    tellCells(form);
  }

  /** Leaves at the server what somebody typed who may no longer hand in there, for whoever takes over; once. */
  async #leave(
    form: FormId,
    cells: readonly LocalCell[],
    handedIn: Pick<LocalHandIn["body"], "values" | "explanations">,
  ): Promise<void> {
    const values: Record<string, string> = { ...handedIn.values };
    const explanations: Record<string, string> = { ...handedIn.explanations };
    for (const { cell, value, explanation } of cells) {
      if (value !== null) values[cell] = value;
      if (explanation !== undefined && explanation.trim() !== "") explanations[cell] = explanation;
    }
    if (Object.keys(values).length === 0) return;
    const id = await setAsideId(form, values);
    const body = {
      id,
      values,
      explanations,
      device: await deviceName(),
      deviceTime: new Date().toISOString(),
    };
    if (!(await this.#server.setAside(formKey(form), body))) return;
    await forgetCells(cells);
    tellCells(form);
  }

  async #count(): Promise<void> {
    const [cells, handIns] = await Promise.all([listUnsentCells(), listWaiting()]);
    const isOwn = ({ account }: { readonly account: string }) => account === (this.#account ?? account);
    this.#set({ unsentCells: cells.filter(isOwn).length, waitingHandIns: handIns.filter(isOwn).length });
  }

  /** A box was typed into: told at once, counted exactly at the next sending. */
  noteTyped(): void {
    this.#set({ unsentCells: this.#state.unsentCells + 1 });
  }

  #set(change: Partial<SendingState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** In one tab at a time. Without Web Locks (an old browser) tabs may send the same; the server takes it once. */
function alone(name: string, work: () => Promise<void>): Promise<void> {
  return "locks" in navigator ? navigator.locks.request(name, work) : work();
}

function byForm(cells: readonly LocalCell[]): Map<FormId, LocalCell[]> {
  const forms = new Map<FormId, LocalCell[]>();
  for (const cell of cells) {
    const known = forms.get(cell.form);
    if (known) known.push(cell);
    else forms.set(cell.form, [cell]);
  }
  return forms;
}
