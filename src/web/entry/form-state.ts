import type { Form } from "#contract/form.ts";
import type { CellValues } from "#domain/form-cell.ts";
import { sumOfCells } from "#domain/form-values.ts";
import type { Finding } from "#domain/finding.ts";
import { formatNumber } from "#wording/number.ts";
import { decimal } from "#domain/decimal.ts";
import { formId, type FormId, type LocalCell, type OtherVersion } from "../offline/local-database.ts";
import { readTyped, type TypedNumber } from "./typed-number.ts";

/** Where typed boxes are kept. The browser's own database; tests keep them elsewhere. */
export interface CellKeeper {
  keep(cells: readonly LocalCell[]): Promise<void>;
}

/** What a box shows. The object stays the same until something in it changes. */
export interface BoxState {
  readonly text: string;
  readonly typed: TypedNumber;
  /** Typed here and not yet at the server. */
  readonly isUnsent: boolean;
  readonly explanation: string | undefined;
  /** Another device has something else: both are shown until a person has chosen. */
  readonly theirs?: OtherVersion | undefined;
}

/** What the form as a whole shows. */
export interface FormSummary {
  readonly findings: readonly Finding[];
  readonly filled: number;
  readonly refused: number;
  readonly canUndo: boolean;
  /** Typed boxes could not be kept on this machine: storage is full or closed. */
  readonly isUnkept: boolean;
  readonly keptAt: string | undefined;
  /** Boxes that another device has something else in. */
  readonly unsettled: readonly string[];
}

interface Step {
  readonly before: readonly { readonly cell: string; readonly text: string }[];
  readonly after: readonly { readonly cell: string; readonly text: string }[];
}

type Listener = () => void;
const blank: TypedNumber = { kind: "blank" };

/**
 * One open form: what is in every box, who wants to know, and the way back. Every change is kept on this machine
 * before anything else happens with it. Listeners are told by box, so that a key redraws one box and its totals.
 */
export class FormState {
  readonly form: Form;
  readonly id: FormId;
  readonly #keeper: CellKeeper;
  readonly #account: string;
  readonly #boxes = new Map<string, BoxState>();
  readonly #kept = new Map<string, LocalCell>();
  readonly #valueTypes: ReadonlyMap<string, Form["cells"][number]["valueType"]>;
  readonly #totalsOf: ReadonlyMap<string, readonly string[]>;
  readonly #sums: ReadonlyMap<string, readonly string[]>;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #whole = new Set<Listener>();
  #check: ((values: CellValues) => readonly Finding[]) | undefined;
  readonly #steps: Step[] = [];
  #undone: Step[] = [];
  #findings: readonly Finding[] = [];
  #unsettled: readonly string[] = [];
  #checkTimer: ReturnType<typeof setTimeout> | undefined;
  #summary: FormSummary | undefined;
  #isUnkept = false;
  #keptAt: string | undefined;

  constructor({
    form,
    cells,
    account,
    keeper,
  }: {
    readonly form: Form;
    readonly cells: readonly LocalCell[];
    readonly account: string;
    readonly keeper: CellKeeper;
  }) {
    // prettier-ignore
    this.form = form;
    this.id = formId(form.key);
    this.#keeper = keeper;
    this.#account = account;
    void this.#loadChecks();
    const entries = form.cells.filter(({ kind }) => kind === "entry");
    this.#valueTypes = new Map(entries.map(({ cell, valueType }) => [cell, valueType]));
    this.#sums = new Map(form.cells.flatMap(({ cell, sumOf }) => (sumOf ? [[cell, sumOf] as const] : [])));
    this.#totalsOf = invert(this.#sums);
    for (const { cell } of entries) this.#boxes.set(cell, this.#startOf(cell));
    for (const cell of cells) this.#takeLocal(cell);
  }

  /** What a box shows. */
  box(cell: string): BoxState {
    return this.#boxes.get(cell) ?? emptyBox;
  }

  /** What a computed cell shows: an exact decimal, or `undefined` while all its parts are blank. */
  total(cell: string): string | undefined {
    return sumOfCells(this.values(), this.#sums.get(cell) ?? [])?.toFixed();
  }

  /** All readable values; blank and unreadable boxes are absent. */
  values(): CellValues {
    const values: Record<string, string> = {};
    for (const [cell, { typed }] of this.#boxes) if (typed.kind === "value") values[cell] = typed.value;
    return values;
  }

  explanations(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const [cell, { explanation }] of this.#boxes)
      if (explanation !== undefined && explanation !== "") found[cell] = explanation;
    return found;
  }

  summary(): FormSummary {
    this.#summary ??= {
      findings: this.#findings,
      filled: [...this.#boxes.values()].filter(({ typed }) => typed.kind === "value").length,
      refused: [...this.#boxes.values()].filter(({ typed }) => typed.kind === "refused").length,
      canUndo: this.#steps.length > 0,
      isUnkept: this.#isUnkept,
      keptAt: this.#keptAt,
      unsettled: (this.#unsettled = sameOr(this.#unsettled, this.unsettled())),
    };
    return this.#summary;
  }

  /** Boxes that nothing was written into. */
  blanks(): string[] {
    return [...this.#boxes].filter(([, { typed }]) => typed.kind === "blank").map(([cell]) => cell);
  }

  subscribe(cell: string, listener: Listener): () => void {
    const known = this.#listeners.get(cell) ?? new Set();
    this.#listeners.set(cell, known.add(listener));
    return () => known.delete(listener);
  }

  subscribeWhole(listener: Listener): () => void {
    this.#whole.add(listener);
    return () => this.#whole.delete(listener);
  }

  /** Writes into one box. Keys of the same box one after the other are one step back. */
  type(cell: string, text: string): void {
    const last = this.#steps.at(-1);
    const before = this.box(cell).text;
    if (text === before) return;
    const isSameBox = last?.after.length === 1 && last.after[0]!.cell === cell && this.#undone.length === 0;
    if (isSameBox) this.#steps.pop();
    const from = isSameBox ? last.before[0]!.text : before;
    this.#do({ before: [{ cell, text: from }], after: [{ cell, text }] });
  }

  /** Writes many boxes at once: a pasted block, or zeros into the blanks. One step back undoes all of it. */
  fill(cells: readonly { readonly cell: string; readonly text: string }[]): void {
    const known = cells.filter(({ cell }) => this.#boxes.has(cell));
    if (known.length === 0) return;
    this.#do({ before: known.map(({ cell }) => ({ cell, text: this.box(cell).text })), after: known });
  }

  undo(): readonly string[] {
    const step = this.#steps.pop();
    if (!step) return [];
    this.#undone.push(step);
    this.#write(step.before);
    return step.before.map(({ cell }) => cell);
  }

  redo(): readonly string[] {
    const step = this.#undone.pop();
    if (!step) return [];
    this.#steps.push(step);
    this.#write(step.after);
    return step.after.map(({ cell }) => cell);
  }

  /** Says why an unusual value is right; kept and handed in with it. */
  explain(cell: string, explanation: string): void {
    this.#boxes.set(cell, { ...this.box(cell), explanation });
    this.#keep([cell]);
    this.#tell([cell]);
  }

  /**
   * Takes in what this machine keeps now: what has been sent, what another device has instead, what was typed in
   * another tab. What was typed here since is newer and stays.
   */
  takeIn(cells: readonly LocalCell[]): void {
    const changed: string[] = [];
    for (const local of cells) {
      const { cell, revision, sent, seen, theirs, text } = local;
      const own = this.#kept.get(cell);
      if (local.account !== this.#account || !this.#boxes.has(cell)) continue;
      if (own && own.revision > revision) {
        // Only what the server said is news: it is kept with the next key.
        const told = { ...own, sent: Math.max(own.sent, sent), seen: Math.max(own.seen, seen) };
        this.#kept.set(cell, theirs && theirs.revision > told.seen ? { ...told, theirs } : told);
        continue;
      }
      const isNews = own?.text !== text || own.sent !== sent || own.theirs?.revision !== theirs?.revision;
      this.#kept.set(cell, local);
      if (!isNews) continue;
      const typed = readTyped(text, this.#valueTypes.get(cell) ?? "integer");
      const explanation = local.explanation ?? this.box(cell).explanation;
      this.#boxes.set(cell, { text, typed, isUnsent: this.#isUnsent(cell), explanation, theirs });
      changed.push(cell);
    }
    if (changed.length === 0) return;
    this.#tell(changed);
    this.#checkSoon();
  }

  /** A person has chosen between the own version of a box and the other device's. */
  settle(cell: string, choice: "mine" | "theirs"): void {
    const kept = this.#kept.get(cell);
    const theirs = kept?.theirs;
    if (!kept || !theirs) return;
    const { theirs: _, ...settled } = kept;
    this.#kept.set(cell, { ...settled, seen: Math.max(kept.seen, theirs.revision) });
    const text = choice === "mine" ? this.box(cell).text : theirs.value === null ? "" : shown(theirs.value);
    this.#do({ before: [{ cell, text: this.box(cell).text }], after: [{ cell, text }] });
  }

  /** Boxes with two versions. */
  unsettled(): string[] {
    return [...this.#boxes].filter(([, { theirs }]) => theirs !== undefined).map(([cell]) => cell);
  }

  /** The checks come after the boxes: over a poor line nobody waits for them before the first number. */
  async #loadChecks(): Promise<void> {
    const checks = await import("./check-on-device.ts").catch(() => undefined);
    if (!checks) return; // the line broke just now; the server checks what is handed in
    const toCheck = checks.formToCheck(this.form);
    this.#check = (values) => checks.checkOnDevice(toCheck, values);
    this.checkNow();
  }

  /** What the checks say to the boxes as they stand. While one types they wait for a pause: the key is shown first. */
  checkNow(): readonly Finding[] {
    clearTimeout(this.#checkTimer);
    this.#checkTimer = undefined;
    const findings = sameOr(this.#findings, this.#check?.(this.values()) ?? []);
    if (findings === this.#findings) return findings;
    this.#findings = findings;
    this.#tellWhole();
    return findings;
  }

  #checkSoon(): void {
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => this.checkNow(), pause);
  }

  #tellWhole(): void {
    this.#summary = undefined;
    for (const listener of this.#whole) listener();
  }

  #do(step: Step): void {
    this.#steps.push(step);
    this.#undone = [];
    this.#write(step.after);
  }

  #write(cells: Step["after"]): void {
    for (const { cell, text } of cells) {
      const { explanation } = this.box(cell);
      const typed = readTyped(text, this.#valueTypes.get(cell) ?? "integer");
      const theirs = this.#kept.get(cell)?.theirs;
      this.#boxes.set(cell, { text, typed, isUnsent: true, explanation, theirs });
    }
    this.#keep(cells.map(({ cell }) => cell));
    this.#tell(cells.map(({ cell }) => cell));
    this.#checkSoon();
  }

  #keep(cells: readonly string[]): void {
    const at = new Date().toISOString();
    const records = cells.map((cell): LocalCell => {
      const { text, typed, explanation } = this.box(cell);
      const before = this.#kept.get(cell);
      const record = {
        form: this.id,
        cell,
        text,
        value: typed.kind === "value" ? typed.value : null,
        revision: (before?.revision ?? 0) + 1,
        sent: before?.sent ?? 0,
        seen: before?.seen ?? this.#draftRevision(cell),
        at,
        account: this.#account,
        ...(explanation !== undefined && { explanation }),
        ...(before?.theirs && { theirs: before.theirs }),
      };
      this.#kept.set(cell, record);
      return record;
    });
    this.#keeper.keep(records).then(
      () => this.#noteKept(at, false),
      () => this.#noteKept(at, true),
    );
  }

  #noteKept(at: string, isUnkept: boolean): void {
    if (!isUnkept) this.#keptAt = at;
    if (this.#isUnkept === isUnkept) return; // nothing that anybody sees
    this.#isUnkept = isUnkept;
    this.#tellWhole();
  }

  #tell(cells: readonly string[]): void {
    this.#summary = undefined;
    const touched = new Set(cells.flatMap((cell) => [cell, ...(this.#totalsOf.get(cell) ?? [])]));
    for (const cell of touched) for (const listener of this.#listeners.get(cell) ?? []) listener();
    for (const listener of this.#whole) listener();
  }

  /** What the server knows of a box: the draft that is newer than the last hand-in, else that, else what is in force. */
  #startOf(cell: string): BoxState {
    const { draft, values, inForce, stand, explanations } = this.form;
    const drafted = draft.cells.find((each) => each.cell === cell);
    const known = stand.version > 0 ? values : inForce;
    const value = drafted ? drafted.value : (known[cell] ?? null);
    return {
      text: value === null ? "" : shown(value),
      typed: value === null ? blank : { kind: "value", value },
      isUnsent: false,
      explanation: explanations[cell],
    };
  }

  #takeLocal(local: LocalCell): void {
    if (!this.#boxes.has(local.cell)) return;
    this.#kept.set(local.cell, local);
    const isOlder = local.sent >= local.revision && this.#draftRevision(local.cell) > local.seen;
    if (isOlder) return; // another device went on since
    const typed = readTyped(local.text, this.#valueTypes.get(local.cell) ?? "integer");
    const explanation = local.explanation ?? this.box(local.cell).explanation;
    const { text, theirs } = local;
    this.#boxes.set(local.cell, { text, typed, isUnsent: this.#isUnsent(local.cell), explanation, theirs });
  }

  #isUnsent(cell: string): boolean {
    const kept = this.#kept.get(cell);
    return kept !== undefined && kept.sent < kept.revision;
  }

  #draftRevision(cell: string): number {
    return this.form.draft.cells.find((each) => each.cell === cell)?.revision ?? 0;
  }
}

/** Longer than between two keys of somebody who types fast. */
const pause = 400;

/** The first where both say the same, so that nothing is drawn again for it. */
function sameOr<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

const emptyBox: BoxState = { text: "", typed: blank, isUnsent: false, explanation: undefined };

/** An exact decimal as Vietnamese people write it, with all its digits. */
export function shown(value: string): string {
  const [, part = ""] = value.split(".");
  return formatNumber(decimal(value), part.length);
}

function invert(sums: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const totals = new Map<string, string[]>();
  for (const [total, parts] of sums)
    for (const part of parts) totals.set(part, [...(totals.get(part) ?? []), total]);
  return totals;
}
