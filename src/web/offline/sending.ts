import { forgetHandedIn, listUnsentCells, markSent } from "./local-cells.ts";
import { deviceName, formKey, type FormId, type LocalCell, type LocalHandIn } from "./local-database.ts";
import { keepForm } from "./local-forms.ts";
import { keepAnswer, listWaiting } from "./outbox.ts";
import { Unreachable, type EntryServer } from "./entry-server.ts";

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
 * often. One sender for all tabs (Web Locks). Everything may be sent twice; the server takes it once.
 */
export class Sender {
  readonly #server: EntryServer;
  readonly #listeners = new Set<Listener>();
  #state: SendingState = unknownSending;
  #running: Promise<void> | undefined;
  #again = false;

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
    this.#running = navigator.locks
      .request("tuyen-sender", () => this.#sendAll())
      .finally(() => {
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
      await this.#server.ping();
      this.#set({ line: "up", isSignedOut: false });
      for (const handIn of await listWaiting()) await this.#sendHandIn(handIn);
      for (const [form, cells] of byForm(await listUnsentCells())) await this.#sendDraft(form, cells);
      this.#set({ lastSentAt: new Date().toISOString() });
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      this.#set(error.isSignedOut ? { line: "up", isSignedOut: true } : { line: "down" });
    } finally {
      await this.#count();
    }
  }

  async #sendHandIn(handIn: LocalHandIn): Promise<void> {
    const answer = await this.#server.handIn(formKey(handIn.form), handIn.body);
    await keepAnswer(handIn, answer);
    if (answer.outcome !== "accepted") return;
    await forgetHandedIn(handIn.form, handIn.madeAt);
    const form = await this.#server.form(formKey(handIn.form));
    if (form) await keepForm(form);
  }

  async #sendDraft(form: FormId, cells: readonly LocalCell[]): Promise<void> {
    const ops = cells.map(({ cell, value, seen }) => ({ cell, value, seen }));
    const body = { device: await deviceName(), deviceTime: new Date().toISOString(), ops };
    const answer = await this.#server.saveDraft(formKey(form), body);
    if (answer) await markSent(form, cells, answer.saved);
  }

  async #count(): Promise<void> {
    const [cells, handIns] = await Promise.all([listUnsentCells(), listWaiting()]);
    this.#set({ unsentCells: cells.length, waitingHandIns: handIns.length });
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

function byForm(cells: readonly LocalCell[]): Map<FormId, LocalCell[]> {
  const forms = new Map<FormId, LocalCell[]>();
  for (const cell of cells) {
    const known = forms.get(cell.form);
    if (known) known.push(cell);
    else forms.set(cell.form, [cell]);
  }
  return forms;
}
