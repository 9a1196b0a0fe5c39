import { checkText, type Claim } from "#checker/index.ts";
import type { Label, LabelledText } from "./corpus.ts";

/** How well accusations meet the labels. */
export interface Score {
  /** Labelled arithmetic errors, and those that were raised as wrong or suspect. */
  readonly errors: number;
  readonly found: number;
  /** Claims called wrong, and those of them that touch a labelled error or doubt. */
  readonly wrong: number;
  readonly wrongAndTrue: number;
  readonly suspect: number;
  readonly suspectAndTrue: number;
  readonly traps: number;
  /** Traps in which something was raised. */
  readonly trapped: readonly string[];
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
}

/** Checks every text and holds the accusations against the labels. */
export function score(texts: readonly LabelledText[]): Score {
  const all = texts.map(scoreText);
  const sum = (count: (one: Score) => number) => all.reduce((total, one) => total + count(one), 0);
  const list = (of: (one: Score) => readonly string[]) => all.flatMap(of);
  return {
    errors: sum((one) => one.errors),
    found: sum((one) => one.found),
    wrong: sum((one) => one.wrong),
    wrongAndTrue: sum((one) => one.wrongAndTrue),
    suspect: sum((one) => one.suspect),
    suspectAndTrue: sum((one) => one.suspectAndTrue),
    traps: sum((one) => one.traps),
    trapped: list((one) => one.trapped),
    missed: list((one) => one.missed),
    falseAlarms: list((one) => one.falseAlarms),
  };
}

function scoreText({ id, text: received, claims: labels, trap }: LabelledText): Score {
  const { claims, text } = checkText(received);
  const raised = claims.filter(({ verdict }) => verdict === "wrong" || verdict === "suspect");
  const errors = labels.filter(({ verdict }) => verdict === "wrong");
  const flawed = labels.filter(
    ({ verdict }) => verdict === "wrong" || verdict === "doubtful" || verdict === "note",
  );
  const found = errors.filter((label) => raised.some((claim) => touches(claim, label, text)));
  const isTrue = (claim: Claim) => flawed.some((label) => touches(claim, label, text));
  const wrong = raised.filter(({ verdict }) => verdict === "wrong");
  const suspect = raised.filter(({ verdict }) => verdict === "suspect");
  const say = (claim: Claim) =>
    `${id}: [${claim.verdict} ${claim.kind}] «${claim.quote.trim()}» ${claim.message.vi}`;
  return {
    errors: errors.length,
    found: found.length,
    wrong: wrong.length,
    wrongAndTrue: wrong.filter(isTrue).length,
    suspect: suspect.length,
    suspectAndTrue: suspect.filter(isTrue).length,
    traps: trap === undefined ? 0 : 1,
    trapped: trap !== undefined && raised.length > 0 ? [id] : [],
    missed: errors
      .filter((label) => !found.includes(label))
      .map(({ kind, quote }) => `${id}: [${kind}] «${quote}»`),
    falseAlarms: raised.filter((claim) => !isTrue(claim)).map(say),
  };
}

/** Whether a claim is about the labelled number, as its result or as one of its operands. */
function touches(claim: Claim, label: Label, text: string): boolean {
  const quote = label.quote.normalize("NFC");
  const start = text.indexOf(quote) + Math.max(0, quote.indexOf(label.printed.normalize("NFC")));
  const end = start + label.printed.length;
  const spans = [...claim.operands, ...(claim.printed ? [claim.printed] : [claim])];
  return spans.some((span) => span.start < end && start < span.end);
}
