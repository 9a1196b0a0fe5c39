import { useCallback, useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PublishedFinding } from "#contract/check-values.ts";
import { answerFinding } from "../../findings/findings-api.ts";

/** What was done last, so that it can be undone. */
export interface LastAnswer {
  readonly finding: PublishedFinding;
  readonly reason: string | null;
}

/** Keeps answers to findings and takes them back; the list is asked for again afterwards. */
export function useAnswers(isIllustrative: boolean) {
  const queries = useQueryClient();
  const [last, setLast] = useState<LastAnswer>();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ finding, reason }: LastAnswer) => {
      const { code, rule, cells } = finding;
      return answerFinding({
        code,
        ...(rule !== undefined && { rule }),
        cells: cells.map(({ element, optionCombo, orgUnit, period, value }) => ({ element, optionCombo, orgUnit, period, value })),
        reason,
        illustrative: isIllustrative,
      });
    },
    onSuccess: async (_answer, done) => {
      setLast(done);
      await queries.invalidateQueries({ queryKey: ["validation", "findings"] });
    },
  }); // prettier-ignore
  const answer = useCallback(
    (finding: PublishedFinding, reason: string | null, onDone?: () => void) =>
      mutate({ finding, reason }, onDone && { onSuccess: onDone }),
    [mutate],
  );
  return { answer, isPending, error, reset, last, forgetLast: () => setLast(undefined) };
}
