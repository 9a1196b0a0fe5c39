import { useEffect } from "react";
import type { CheckReader } from "./check-context.ts";

/** F8 and Shift F8 from finding to finding, 1–9 copy a correction, X dismiss, V show what agrees, Esc close. */
export function useCheckKeys(reader: CheckReader): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key !== "F8" && event.key !== "Escape" && isInField(event.target)) return;
      if (answerKey(reader, event)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [reader]);
}

function answerKey(reader: CheckReader, { key, shiftKey }: KeyboardEvent): boolean {
  const { selected } = reader;
  if (key === "F8") reader.walk(shiftKey ? -1 : 1);
  else if (key === "Escape") return close(reader);
  else if (key.toLowerCase() === "v") reader.showAgreed(!reader.isAgreedShown);
  else if (key.toLowerCase() === "x" && selected) reader.setDismissing(true);
  else {
    const proposal = /^[1-9]$/.test(key) ? selected?.claim.proposals[Number(key) - 1] : undefined;
    if (!proposal) return false;
    reader.copy(proposal.replacement);
  }
  return true;
}

/** One thing at a time, the innermost first. */
function close(reader: CheckReader): boolean {
  if (reader.picking) reader.pick(undefined);
  else if (reader.isDismissing) reader.setDismissing(false);
  else if (reader.selected) reader.select(undefined, "keys");
  else return false;
  return true;
}

/** In a field the same keys are letters. */
function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("select, input, textarea") !== null;
}
