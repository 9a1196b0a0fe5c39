import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Claim, Operand } from "#checker/contract.ts";
import {
  applyMemory, forget, formulaOf, memoryKey, placeOf, remember, type MemoryEntry, type NumberPlace,
} from "#checker/memory.ts"; // prettier-ignore
import { arrangeFindings, type NumberedFinding } from "../../check/check-findings.ts";
import { listHeadings } from "../../check/finding-words.ts";
import { changeMemory, getMemory, subscribeToMemory } from "../../check/memory-store.ts";
import type { CheckReader, Decision, Picking, Via } from "./check-context.ts";
import { focusNumber, returnFocus, revealFinding } from "./reveal-finding.ts";
import type { FinishedCheck } from "./use-check-run.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** Everything that can be done with a checked document, and what is chosen in it now. */
export function useCheckReaderState(check: FinishedCheck): CheckReader {
  const texts = useCheckTexts();
  const memory = useSyncExternalStore(subscribeToMemory, getMemory);
  const { checked } = check;
  const remembered = useMemo(() => applyMemory(checked, memory), [checked, memory]);
  const view = useMemo(() => arrangeFindings(remembered), [remembered]);
  const headings = useMemo(() => listHeadings(checked.text), [checked]);
  const [opening] = useState(view.findings[0]);
  const [selectedId, setSelectedId] = useState(opening?.claim.id);
  const [isDismissing, setDismissing] = useState(false);
  const [isAgreedShown, showAgreed] = useState(false);
  const [picking, pick] = useState<Picking>();
  const [decision, setDecision] = useState<Decision>();

  const all = useMemo(() => [...view.findings, ...view.style], [view]);
  const selected = all.find(({ claim }) => claim.id === selectedId);

  const select = useCallback((finding: NumberedFinding | undefined, via: Via) => {
    setSelectedId(finding?.claim.id);
    setDismissing(false);
    pick(undefined);
    if (finding) revealFinding(finding, via);
  }, []);

  // Once, when the document opens: the first finding in sight on both sides, the focus left alone.
  useEffect(() => {
    if (opening) revealFinding(opening, "list");
  }, [opening]);

  const walk = (step: 1 | -1) => {
    const { findings } = view;
    if (findings.length === 0) return;
    const at = findings.findIndex(({ claim }) => claim.id === selectedId);
    const next =
      at < 0 ? (step > 0 ? 0 : findings.length - 1) : (at + step + findings.length) % findings.length;
    select(findings[next], "keys");
  };

  const decide = (entry: MemoryEntry, words: string) => {
    changeMemory((known) => remember(known, entry));
    setDecision({ entry, words });
    setDismissing(false);
    pick(undefined);
  };
  const nameOf = (claim: Claim) => ({
    key: memoryKey(claim, checked.text), kind: claim.kind, quote: claim.quote, at: new Date().toISOString(),
  }); // prettier-ignore
  /** Sets all places of a finding aside; the next one takes its turn. */
  const setAside = (finding: NumberedFinding, entryOf: (claim: Claim) => MemoryEntry) => {
    const at = all.indexOf(finding);
    const following = all[at + 1] ?? all[at - 1];
    for (const claim of finding.alike) changeMemory((known) => remember(known, entryOf(claim)));
    decide(entryOf(finding.claim), texts.dismiss.done(finding.number));
    setSelectedId(following?.claim.id);
    if (following) revealFinding(following, "keys");
  };

  return {
    check, remembered, view, headings, selected, isDismissing, isAgreedShown, picking, decision,
    select, walk, showAgreed,
    setDismissing(isOpen) {
      setDismissing(isOpen);
      if (!isOpen) returnFocus(selected);
    },
    pick(next) {
      pick(next);
      if (next) focusNumber(next.claim.operands[next.operand]!.start);
      else returnFocus(selected);
    },
    closeDecision: useCallback(() => setDecision(undefined), []),
    dismiss: (finding, reason) => setAside(finding, (claim) => ({ ...nameOf(claim), action: "dismiss", reason })),
    disclaim: (finding) => setAside(finding, (claim) => ({ ...nameOf(claim), action: "not-a-claim" })),
    replaceOperand(number: Operand) {
      if (!picking) return;
      const { claim, operand } = picking;
      const formula = formulaOf(claim);
      const operands = placesOf(checked.text, claim.operands.with(operand, number));
      if (!formula || !operands) return setDecision({ words: texts.reading.failed });
      decide({ ...nameOf(claim), action: "reading", formula, operands }, texts.reading.done);
      returnFocus(selected);
    },
    undo(entry) {
      changeMemory((known) => forget(known, entry.key));
      setDecision({ words: texts.dismiss.undone });
    },
    copy(text) {
      // Outside HTTPS and localhost there is no clipboard at all.
      const clipboard: Clipboard | undefined = navigator.clipboard;
      const refused = () => setDecision({ words: texts.finding.notCopied });
      if (!clipboard) return refused();
      clipboard.writeText(text).then(() => setDecision({ words: texts.finding.copied(text) }), refused);
    },
  }; // prettier-ignore
}

function placesOf(text: string, operands: readonly Operand[]): readonly NumberPlace[] | undefined {
  const places = operands.map(({ start }) => placeOf(text, start));
  return places.every((place) => place !== undefined) ? places : undefined;
}
