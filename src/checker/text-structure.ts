/** A parenthesis that closes; unmatched ones are no structure. Offsets include the brackets. */
export interface Parenthesis {
  readonly start: number;
  readonly end: number;
  /** Index of the enclosing parenthesis in the same list, or −1. */
  readonly parent: number;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** "(+)", "(-)", "(1)" and other brackets without any content of their own stay plain text. */
const atom = /\((?:\+|-|\+\/-|\d|[a-zđ]|i{1,3}|iv|vi{0,3})\)/y;

/** The bracket tree of one paragraph. */
export function findParentheses(folded: string, start: number, end: number): readonly Parenthesis[] {
  const found: { start: number; end: number; parent: number }[] = [];
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    const letter = folded[at];
    if (letter === "(") {
      atom.lastIndex = at;
      if (atom.test(folded) && !/\d\)$/.test(folded.slice(at, atom.lastIndex))) {
        at = atom.lastIndex - 1;
        continue;
      }
      found.push({ start: at, end: -1, parent: open.at(-1) ?? -1 });
      open.push(found.length - 1);
    } else if (letter === ")") {
      const last = open.pop();
      if (last !== undefined) found[last]!.end = at + 1;
    }
  }
  return dropUnclosed(found);
}

function dropUnclosed(
  found: readonly { start: number; end: number; parent: number }[],
): readonly Parenthesis[] {
  const position = new Map<number, number>();
  const closed: { start: number; end: number; parent: number }[] = [];
  for (const [index, each] of found.entries()) {
    const parent = position.get(each.parent) ?? -1;
    if (each.end < 0) position.set(index, parent);
    else {
      position.set(index, closed.length);
      closed.push({ ...each, parent });
    }
  }
  return closed;
}

/** Position of the first bracket that starts at `offset` or later. */
export function firstBracketFrom(brackets: readonly Parenthesis[], offset: number): number {
  let low = 0;
  let high = brackets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (brackets[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The innermost bracket around `offset`, or −1. */
export function bracketAround(brackets: readonly Parenthesis[], offset: number): number {
  let found = firstBracketFrom(brackets, offset) - 1;
  while (found >= 0 && brackets[found]!.end <= offset) found = brackets[found]!.parent;
  return found;
}

/** Whether a bracket is opened or closed without its partner. */
export function unbalancedAt(folded: string, start: number, end: number): number {
  const open: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (folded[at] === "(") open.push(at);
    else if (folded[at] === ")" && open.pop() === undefined && !isListMark(folded, start, at)) return at;
  }
  return open[0] ?? -1;
}

/** "a)", "1)", "iv)" before an item. */
function isListMark(folded: string, start: number, at: number): boolean {
  return /(?:^|[\s;.,:])(?:\d{1,2}|[a-zđ]|[ivx]{1,4})$/.test(folded.slice(Math.max(start, at - 6), at));
}

const abbreviation =
  /(?:^|[\s(,;-])(?:tp|p|q|tx|tt|bs|ths|ts|pgs|gs|cn|ds|đc|kts|ks|st|vd|tr|ck1|ck2|bscki|bsckii|no|v\.v)$/;

/** Sentences of one paragraph: they end at a full stop outside brackets that a capital, a digit or the end follows. */
export function findSentences(
  text: string,
  folded: string,
  start: number,
  end: number,
  parentheses: readonly Parenthesis[],
): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  let next = 0;
  for (let at = start; at < end; at += 1) {
    while (next < parentheses.length && parentheses[next]!.start < at) next += 1;
    const bracket = parentheses[next];
    if (bracket?.start === at) {
      at = bracket.end - 1;
      continue;
    }
    if (isSentenceEnd(text, folded, at, end)) {
      sentences.push({ start: from, end: at + 1 });
      from = at + 1;
    }
  }
  if (from < end && text.slice(from, end).trim() !== "") sentences.push({ start: from, end });
  return sentences;
}

function isSentenceEnd(text: string, folded: string, at: number, end: number): boolean {
  const letter = text[at];
  if (letter !== "." && letter !== "!" && letter !== "?" && letter !== "…") return false;
  if (at + 1 >= end) return true;
  if (!/\s/.test(text[at + 1]!)) return false;
  const behind = text.slice(at + 1, at + 8).trimStart();
  if (behind !== "" && !/^[\p{Lu}\d"“«(+*•-]/u.test(behind)) return false;
  return (
    !abbreviation.test(folded.slice(Math.max(0, at - 8), at)) ||
    /\d{2}$/.test(folded.slice(Math.max(0, at - 2), at))
  );
}
