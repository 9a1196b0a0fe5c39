import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { AnswerFinding, CheckChoices, CheckedValuesAnswer } from "#contract/check-values.ts";
import { getJson, sendJson } from "../api.ts";
import type { FindingsChoice } from "./findings-choice.ts";

export const choicesQuery = queryOptions({
  queryKey: ["validation", "choices"],
  queryFn: ({ signal }) => getJson<CheckChoices>("/api/validation/choices", signal),
});

const pageSize = 50;

/** What was noticed about the values of a choice, the gravest first; without a period it asks for nothing. */
export const findingsQuery = (choice: FindingsChoice) =>
  infiniteQueryOptions({
    queryKey: ["validation", "findings", choice],
    enabled: choice.period !== undefined,
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }) =>
      getJson<CheckedValuesAnswer>(`/api/validation?${questionOf(choice, pageParam)}`, signal),
    getNextPageParam: ({ page }) => page.next,
  });

function questionOf(choice: FindingsChoice, offset: number): URLSearchParams {
  const { period = "", within, kind, state, isIllustrative } = choice;
  return new URLSearchParams({
    period,
    state,
    illustrative: String(isIllustrative),
    offset: String(offset),
    limit: String(pageSize),
    ...(within !== undefined && { within }),
    ...(kind !== undefined && { kinds: kind }),
  });
}

export function answerFinding(answer: AnswerFinding): Promise<unknown> {
  return sendJson("POST", "/api/validation/answers", answer);
}
