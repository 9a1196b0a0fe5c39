import { useEffect, useRef } from "react";
import { useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

const shownFor = 10_000;

/** What was just done, said once, with the way back; and what is being asked for while a number is picked. */
export function DecisionNotice() {
  const { dismiss, reading } = useCheckTexts();
  const { decision, picking, pick, undo, closeDecision } = useCheckReader();
  const entry = decision?.entry;
  const notice = useRef<HTMLOutputElement>(null);
  useEffect(() => {
    if (!decision) return;
    // It stays while somebody is at it; afterwards the same way back stands in the list of what is remembered.
    const timer = setInterval(() => {
      if (!notice.current?.matches(":hover, :focus-within")) closeDecision();
    }, shownFor);
    return () => clearInterval(timer);
  }, [decision, closeDecision]);
  return (
    <output ref={notice} className="decision-notice" data-empty={(!decision && !picking) || undefined}>
      {picking ? (
        <>
          <span>{reading.picking(picking.claim.operands[picking.operand]!.text)}</span>{" "}
          <button type="button" className="button" onClick={() => pick(undefined)}>
            {reading.cancel} <kbd>Esc</kbd>
          </button>
        </>
      ) : (
        decision && (
          <>
            <span>{decision.words}</span>{" "}
            {entry && (
              <button type="button" className="button" onClick={() => undo(entry)}>
                {dismiss.undo}
              </button>
            )}
          </>
        )
      )}
    </output>
  );
}
