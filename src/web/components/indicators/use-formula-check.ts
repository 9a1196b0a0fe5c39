import { useEffect, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { FormulaAnswer } from "#contract/indicator.ts";
import { formulaCheckQuery } from "../../indicators/indicators-api.ts";
import { questionOf, type IndicatorDraft } from "../../indicators/indicator-draft.ts";

/** A pause in typing after which it is worth asking. */
const pause = 200;

interface FormulaCheck {
  /** The answer to what stands there now; absent while it is on its way. */
  readonly answer: FormulaAnswer | undefined;
  /** The last answer there was, so that a number does not vanish at each keystroke. */
  readonly last: FormulaAnswer | undefined;
  readonly error: Error | null;
}

/** Asks what a formula says, what is wrong with it and what it gives, while it is typed. */
export function useFormulaCheck(draft: IndicatorDraft, period: string): FormulaCheck {
  const question = questionOf(draft, period);
  const now = JSON.stringify(question);
  const [asked, setAsked] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pause);
    return () => clearTimeout(timer);
  }, [now]);
  const settled: typeof question = asked === now ? question : (JSON.parse(asked) as typeof question); // what we wrote ourselves
  const { data, error, isPlaceholderData } = useQuery(formulaCheckQuery(settled));
  const isCurrent = asked === now && !isPlaceholderData;
  return { answer: isCurrent ? data : undefined, last: data, error };
}
