import type { DirectiveGap, DirectiveKind, ReadDirective, ReadTerm, Words } from "./directive.ts";
import { indicatorMatcher, type NamedIndicator } from "./indicator-matching.ts";
import { readListedItems } from "./listed-items.ts";
import { isHeading, readNoticeLines, type NoticeLine } from "./notice-lines.ts";
import { closesMatter, kindOfHeading, opensConclusions } from "./notice-sections.ts";
import { readImpliedTerm, readTerm } from "./term-reading.ts";
import { isUnitName, readUnits } from "./unit-reading.ts";
import { readProduct, readRhythm } from "./work-reading.ts";

export type * from "./directive.ts";

/** What a reading noticed about the document as a whole; codes with the words concerned. */
export interface NoticeRemark {
  readonly code: "not-numbered" | "number-jumps" | "nothing-found";
  readonly facts: Readonly<Record<string, string | number>>;
}

export interface ReadNotice {
  readonly directives: readonly ReadDirective[];
  readonly remarks: readonly NoticeRemark[];
}

/** An entry before it is understood: its words and where it stands. */
interface Entry extends Words {
  readonly number: string;
  readonly section: string;
  readonly kind: DirectiveKind;
  readonly isNumbered: boolean;
  readonly sub: Words[];
  readonly addressee: Words | undefined;
  readonly implied: ReadTerm | undefined;
}

/**
 * Reads the tasks, challenges and recommendations of a notice or report out of its NFC text. Every finding points at
 * its words; what is not written is a gap, never a guess. Time grows with the length of the text.
 */
export function readDirectives(text: string, indicators: readonly NamedIndicator[] = []): ReadNotice {
  const lines = readNoticeLines(text);
  const document = datesOf(text);
  const match = indicatorMatcher(indicators);
  const entries = collectEntries(text, lines);
  const directives = entries.map((entry) => understand(text, entry, document, match));
  return { directives, remarks: listRemarks(entries) };
}

/** Goes through the lines, section by section. */
function collectEntries(text: string, lines: readonly NoticeLine[]): Entry[] {
  const entries: Entry[] = [];
  let kind: DirectiveKind | undefined;
  let section = "";
  let implied: ReadTerm | undefined;
  let group: { label: string; words: Words; count: number } | undefined;
  let counted = 0;
  let partTerm: ReadTerm | undefined;

  const begin = (heading: NoticeLine, announced: DirectiveKind | "results") => {
    kind = announced === "results" ? undefined : announced;
    implied = readImpliedTerm(heading) ?? partTerm;
    group = undefined;
    counted = 0;
  };
  const add = (line: Words, number: string, isNumbered: boolean) => {
    if (kind === undefined) return;
    const addressee = group?.words;
    entries.push({ text: line.text, start: line.start, end: line.end, number, section, kind, isNumbered, sub: [], addressee, implied }); // prettier-ignore
  };

  for (const [index, line] of lines.entries()) {
    const { marker } = line;
    if (closesMatter(line.text)) {
      if (kind !== undefined && entries.length > 0) break;
      continue;
    }
    if (
      marker.kind === "part" ||
      (marker.kind === "section" && isHeading(line)) ||
      (marker.kind === "plain" && isHeading(line))
    ) {
      // prettier-ignore
      const announced = kindOfHeading(line.text);
      if (marker.kind === "section") section = marker.label;
      if (marker.kind === "plain") partTerm = readImpliedTerm(line) ?? partTerm;
      if (announced !== undefined) begin(line, announced);
      else if (marker.kind !== "plain") kind = undefined;
      continue;
    }
    if (opensConclusions(line.text) && marker.kind === "plain") {
      kind = "task";
      implied = readImpliedTerm(line) ?? implied;
      group = undefined;
      counted = 0;
      continue;
    }
    if (kind === undefined) continue;
    if (marker.kind === "number" || marker.kind === "section") {
      counted += 1;
      if (isGroup(line, lines[index + 1])) {
        group = { label: marker.label, words: line, count: 0 };
        continue;
      }
      group = undefined;
      add(line, marker.label, true);
      continue;
    }
    const last = entries.at(-1);
    if (group) {
      group.count += 1;
      add(line, `${group.label}.${group.count}`, false);
    } else if (last?.isNumbered && last.section === section && last.kind === kind) {
      last.sub.push(line);
    } else if (!isLeadIn(line, lines[index + 1])) {
      counted += 1;
      add(line, String(counted), false);
    }
  }
  return entries.map((entry) => closeEntry(text, entry));
}

/** A numbered line that names a unit, with what concerns it in the lines below: "1. Bộ Y tế". */
function isGroup(line: NoticeLine, next: NoticeLine | undefined): boolean {
  return (
    isUnitName(line.text) &&
    next !== undefined &&
    (next.marker.kind === "plain" || next.marker.kind === "sub")
  );
}

/** A paragraph that only opens the list below it. */
function isLeadIn(line: NoticeLine, next: NoticeLine | undefined): boolean {
  const isBeforeList = next !== undefined && (next.marker.kind === "number" || next.marker.kind === "sub");
  return isBeforeList && line.marker.kind === "plain" && /:\s*$|sau\s*[.:]?\s*$/u.test(line.text);
}

/** With what stands below it, an entry reaches to the end of its last line. */
function closeEntry(text: string, entry: Entry): Entry {
  const end = entry.sub.at(-1)?.end ?? entry.end;
  return { ...entry, end, text: text.slice(entry.start, end) };
}

interface DocumentDates {
  readonly year?: number;
  readonly date?: string;
}

function understand(
  text: string,
  entry: Entry,
  document: DocumentDates,
  match: (text: string) => readonly string[],
): ReadDirective {
  const { number, section, kind, start, end, addressee } = entry;
  const words = { text: text.slice(start, end), start, end };
  const isTask = kind === "task";
  const { term, problem } = kind === "challenge" ? {} : readTerm(words, document);
  const units = isTask ? readUnits(words) : { leads: [], cooperating: [] };
  const leads = isTask && units.leads.length === 0 && addressee ? [addressee] : units.leads;
  const found = {
    items: kind === "challenge" ? [] : itemsOf(entry),
    leads,
    cooperating: units.cooperating,
    addressee: isTask ? undefined : addressee,
    term: term ?? (isTask && !problem ? entry.implied : undefined),
    termProblem: problem,
    rhythm: isTask ? readRhythm(words) : undefined,
    product: isTask ? readProduct(words) : undefined,
  };
  return { ...words, number, section, kind, ...found, gaps: isTask ? gapsOf(found) : [], indicators: match(words.text) }; // prettier-ignore
}

function itemsOf(entry: Entry): Words[] {
  if (entry.sub.length >= 2) return entry.sub.map(({ text, start, end }) => ({ text, start, end }));
  return readListedItems(entry);
}

function gapsOf(found: Pick<ReadDirective, "leads" | "term" | "product">): DirectiveGap[] {
  return [
    ...(found.leads.length === 0 ? (["lead"] as const) : []),
    ...(found.leads.length > 1 ? (["several_leads"] as const) : []),
    ...(found.term?.basis === "explicit" ? [] : (["term"] as const)),
    ...(found.product ? [] : (["product"] as const)),
  ];
}

/** When the document was written, as far as it says: the first full date, and the year it speaks of most at its head. */
function datesOf(text: string): DocumentDates {
  const head = text.slice(0, 3000);
  const full = /ngày\s+(\d{1,2})(?:\/|\s+tháng\s+)(\d{1,2})(?:\/|\s+năm\s+)(\d{4})/iu.exec(head);
  const year = full?.[3] ?? /(?:năm|tháng\s+\d{1,2}[/.-])\s*(\d{4})/iu.exec(head)?.[1];
  if (!full) return year === undefined ? {} : { year: Number(year) };
  const date = `${full[3]}-${full[2]!.padStart(2, "0")}-${full[1]!.padStart(2, "0")}`;
  return { year: Number(full[3]), date };
}

function listRemarks(entries: readonly Entry[]): NoticeRemark[] {
  if (entries.length === 0) return [{ code: "nothing-found", facts: {} }];
  const remarks: NoticeRemark[] = [];
  if (
    entries.some(({ kind }) => kind === "task") &&
    entries.every((each) => each.kind !== "task" || !each.isNumbered)
  )
    // prettier-ignore
    remarks.push({ code: "not-numbered", facts: { entries: entries.length } });
  let before: Entry | undefined;
  for (const entry of entries) {
    const number = Number(entry.number);
    if (
      entry.isNumbered &&
      before?.isNumbered &&
      before.section === entry.section &&
      before.kind === entry.kind
    ) {
      // prettier-ignore
      const last = Number(before.number);
      if (number !== last + 1 && Number.isInteger(number) && Number.isInteger(last))
        remarks.push({ code: "number-jumps", facts: { after: before.number, found: entry.number } });
    }
    before = entry;
  }
  return remarks;
}
