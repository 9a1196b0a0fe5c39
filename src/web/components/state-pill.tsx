import type { PublishedFigure } from "#contract/figure.ts";
import { useTexts } from "../language.tsx";
import { Icon } from "./icon.tsx";

/** Icon, word and colour together. */
export function StatePill({ state }: Pick<PublishedFigure, "state">) {
  const { states } = useTexts();
  return (
    <span className="pill" data-state={state}>
      <Icon name={state} />
      {states[state]}
    </span>
  );
}
