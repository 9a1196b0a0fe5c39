import type {
  DirectiveGap,
  DirectiveKind,
  ReadDirective,
  Words,
} from "#domain/directive-reading/directive.ts";
import type { KeepDirective, KeepTask } from "#contract/task.ts";
import { nextReview, type Rhythm, type TaskTerm } from "#domain/task-term.ts";
import type { UnitMatch } from "./unit-match.ts";

/** One task that reading proposes, or one challenge or recommendation. It is kept only when a person accepts it. */
export interface Proposal {
  /** Unique within one reading. */
  readonly id: string;
  /** Which of the read entries it comes from. */
  readonly entry: number;
  readonly number: string;
  readonly kind: DirectiveKind;
  /** The words it was read from, and within them those that told who, by when, what. */
  readonly source: Words;
  readonly read: Pick<ReadDirective, "leads" | "cooperating" | "term" | "termProblem" | "rhythm" | "product">;
  readonly work: string;
  readonly lead?: string;
  readonly cooperating: readonly string[];
  readonly term?: TaskTerm;
  readonly rhythm?: Rhythm;
  readonly product?: string;
  readonly indicators: readonly string[];
  readonly decision: "waiting" | "accepted" | "left-out";
}

/**
 * One proposal for each entry, or for each item that it lists. Nothing is added to what was read: a term that only
 * follows from the section is not taken, units whose name fits none or several stay open, and of several named leads
 * none is chosen.
 */
export function proposalsOf(
  directives: readonly ReadDirective[],
  matchUnit: (printed: string) => UnitMatch,
  heldOn: string,
): readonly Proposal[] {
  return directives.flatMap((directive, index) => {
    const isOpen = directive.kind === "task";
    const base = { ...(isOpen ? openFields(directive, matchUnit, heldOn) : { cooperating: [] }), ...commonFields(directive) };
    if (directive.items.length < 2 || !isOpen)
      return [{ ...base, id: `${index}`, entry: index, number: directive.number, source: wordsOf(directive), work: tidy(directive.text) }];
    return directive.items.map((item, at) => ({
      ...base,
      id: `${index}.${at}`,
      entry: index,
      number: `${directive.number}.${at + 1}`,
      source: item,
      work: tidy(item.text),
    }));
  });
} // prettier-ignore

function commonFields({ kind, leads, cooperating, term, termProblem, rhythm, product, indicators }: ReadDirective): Pick<Proposal, "kind" | "read" | "indicators" | "decision"> {
  return { kind, read: { leads, cooperating, term, termProblem, rhythm, product }, indicators, decision: "waiting" };
} // prettier-ignore

function openFields(
  { leads, cooperating, term, rhythm, product }: ReadDirective,
  matchUnit: (printed: string) => UnitMatch,
  heldOn: string,
): Pick<Proposal, "lead" | "cooperating" | "term" | "rhythm" | "product"> {
  const only = leads.length === 1 ? matchUnit(leads[0]!.text) : undefined;
  const helping = cooperating.map(({ text }) => matchUnit(text)).flatMap((match) => (match.kind === "one" ? [match.uid] : [])); // prettier-ignore
  return {
    ...(only?.kind === "one" && { lead: only.uid }),
    cooperating: [...new Set(helping)],
    ...(term?.basis === "explicit" && { term: { kind: "date", on: term.to } }),
    ...(rhythm && term?.basis !== "explicit" && rhythmIn(rhythm.text, heldOn)),
    ...(product && { product: tidy(product.text) }),
  };
}

const rhythms = [
  [/(?:hằng|hàng)\s+tuần/iu, "week"],
  [/(?:hằng|hàng)\s+tháng/iu, "month"],
  [/(?:hằng|hàng)\s+quý/iu, "quarter"],
  [/(?:6|sáu)\s+tháng/iu, "half-year"],
  [/(?:hằng|hàng)\s+năm/iu, "year"],
] as const;

/** "hằng tháng" says how often; "tiếp tục" only that it goes on, and how often stays a question. */
function rhythmIn(text: string, heldOn: string): Pick<Proposal, "rhythm"> {
  const every = rhythms.find(([pattern]) => pattern.test(text))?.[1];
  return every === undefined ? {} : { rhythm: { every, from: nextReview({ every, from: heldOn }, heldOn) } };
}

function wordsOf({ text, start, end }: Words): Words {
  return { text, start, end };
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** What a proposal still lacks of the four questions: one lead, a term or rhythm, a product that can be seen. */
export function gapsOf({ kind, lead, term, rhythm, product, read }: Proposal): readonly DirectiveGap[] {
  if (kind !== "task") return [];
  return [
    ...(lead !== undefined ? [] : ([read.leads.length > 1 ? "several_leads" : "lead"] as const)),
    ...(term === undefined && rhythm === undefined ? (["term"] as const) : []),
    ...(product === undefined || product === "" ? (["product"] as const) : []),
  ];
}

/** Chooses one lead; the others that the document names cooperate. */
export function chooseLead(
  proposal: Proposal,
  lead: string,
  matchUnit: (printed: string) => UnitMatch,
): Proposal {
  const named = proposal.read.leads.flatMap(({ text }) => {
    const match = matchUnit(text);
    return match.kind === "one" ? [match.uid] : [];
  });
  const helping = new Set([...proposal.cooperating, ...named]);
  helping.delete(lead);
  return { ...proposal, lead, cooperating: [...helping] };
}

/** What was accepted, as it is sent: each entry once, with the tasks that people took from it. */
export function keptDirectives(
  directives: readonly ReadDirective[],
  proposals: readonly Proposal[],
): readonly KeepDirective[] {
  return directives.flatMap((directive, index) => {
    const accepted = proposals.filter(({ entry, decision }) => entry === index && decision === "accepted");
    if (accepted.length === 0) return [];
    const { kind, section, number, text, start, end, addressee, leads, cooperating, term, indicators } = directive;
    return [
      {
        kind,
        section: section.slice(0, 20),
        number,
        text,
        start,
        end,
        ...(addressee && { addressee: addressee.text.trim().slice(0, 300) }),
        named: [...leads, ...cooperating].map((words) => tidy(words.text).slice(0, 300)),
        ...(term && { readTerm: { text: term.text, to: term.to, basis: term.basis } }),
        indicators: [...indicators],
        tasks: kind === "task" ? accepted.map(keptTask) : [],
      },
    ];
  });
} // prettier-ignore

function keptTask({ number, work, product, lead, cooperating, term, rhythm, indicators, source }: Proposal): KeepTask {
  return {
    number,
    work,
    ...(product !== undefined && product.trim() !== "" && { product: product.trim() }),
    ...(lead !== undefined && { lead }),
    cooperating: [...cooperating],
    ...(term && { term }),
    ...(rhythm && { rhythm }),
    indicators: [...indicators],
    start: source.start,
    end: source.end,
  };
} // prettier-ignore
