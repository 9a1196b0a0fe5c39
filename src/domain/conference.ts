import type { Citation } from "./data-value.ts";
import type { FigureRole, FigureState } from "./figure.ts";
import type { Task } from "./task.ts";

/** A conference at which a report was presented, or a report of which no conference is known. */
export interface Conference {
  readonly id: string;
  readonly title: string;
  /** The period whose report was presented. */
  readonly period: string;
  readonly heldOn?: string;
  readonly form?: string;
  readonly rooms: readonly string[];
  readonly attending: readonly string[];
  readonly notice: NoticeContent;
  /** The document that a fact was read from. */
  readonly sourceDocument?: string;
  /** The text that the places of directives point into, in NFC. */
  readonly sourceText?: string;
  readonly origin: "catalogue" | "people";
  readonly issuedOn?: string;
  readonly revision: number;
}

/** What the notice says beside challenges and conclusions; sentences hold figures as report templates do. */
export interface NoticeContent {
  readonly summary: readonly NoticeParagraph[];
  readonly closing?: string | undefined;
  readonly recipients?: readonly string[] | undefined;
  readonly signer?:
    | { readonly authority?: string | undefined; readonly title: string; readonly name?: string | undefined }
    | undefined;
}

export interface NoticeParagraph {
  readonly style: "body" | "dash" | "plus";
  readonly sentences: readonly string[];
}

/** A sentence that says what is to be done, stands in the way, or is asked of others. */
export interface Directive {
  readonly id: string;
  readonly conference: string;
  /** Its place among all of the conference, from 1. */
  readonly position: number;
  readonly kind: "task" | "challenge" | "recommendation";
  readonly section: string;
  readonly number: string;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  readonly origin: "conclusion" | "section" | "embedded" | "lead-in" | "closing" | "people";
  readonly saidOn?: string;
  readonly addressee?: string;
  /** Units that the words name, as printed. */
  readonly named: readonly string[];
  readonly readTerm?: { readonly text: string; readonly to: string; readonly basis: "explicit" | "implied" };
  readonly indicators: readonly string[];
  /** Of a fact: the document, its section and its very words. */
  readonly citation?: Citation;
  /** The same, said at an earlier conference. */
  readonly carriedFrom?: string;
}

/** What became of a challenge or recommendation, as somebody noted it. */
export interface DirectiveOutcome {
  readonly directive: string;
  readonly state: "open" | "partly" | "met" | "not-met";
  readonly note: string;
  readonly on: string;
  readonly by: string;
}

/** A task with its place, and the figures of its indicators when the notice went out. */
export interface GivenTask extends Task {
  readonly conference: string;
  readonly position: number;
  /** The unit that gave it: the province's own, or the lead of the task of which this is a part. */
  readonly givenBy: string;
  readonly parent?: string;
  readonly baseline: readonly FrozenFigure[];
  readonly start?: number;
  readonly end?: number;
  readonly revision: number;
}

/** A figure as it was printed on a day; it never changes again. */
export interface FrozenFigure {
  readonly key: string;
  readonly role: FigureRole;
  readonly period: string;
  readonly orgUnit: string;
  readonly breakdown: Record<string, string>;
  readonly value: string | null;
  readonly unit: string;
  readonly text: string;
  readonly state: FigureState;
  readonly asOf: string;
}

/** A directive that only opens or closes the list of the others: nothing is to be done by it. */
export function isFrame({ origin }: Pick<Directive, "origin">): boolean {
  return origin === "lead-in" || origin === "closing";
}

/** How often a directive has been said, back to the first time, and where that was. */
export function repetitionOf(
  directive: Directive,
  find: (id: string) => Directive | undefined,
): { readonly times: number; readonly first: Directive } {
  const seen = new Set<string>();
  let first = directive;
  for (let next: Directive | undefined = directive; next && !seen.has(next.id);) {
    seen.add(next.id);
    first = next;
    next = next.carriedFrom === undefined ? undefined : find(next.carriedFrom);
  }
  return { times: seen.size, first };
}
