import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Overview } from "#contract/overview.ts";
import {
  conferencesQuery,
  fetchConference,
  keepDirectives,
  refreshDirectives,
} from "../../directives/directives-api.ts";
import { compareNumbers } from "../../directives/status-groups.ts";
import { ActError } from "../directives/act-error.tsx";
import { useOverviewTexts } from "./use-overview-texts.ts";

interface DirectIndicatorProps {
  readonly plan: Overview["plans"][number];
  readonly period: string;
  readonly onClose: () => void;
}

/** From a figure that is behind to a conclusion of a conference that is being drafted; words are the person's. */
export function DirectIndicator({ plan, period, onClose }: DirectIndicatorProps) {
  const { direct: texts } = useOverviewTexts();
  const queries = useQueryClient();
  const { data } = useQuery(conferencesQuery);
  const drafts = (data?.conferences ?? []).filter(({ state, origin }) => state === "draft" && origin === "people");
  const [chosen, setChosen] = useState("");
  const [work, setWork] = useState(() => texts.draft(plan.name, plan.percent.text));
  const own = drafts.find((draft) => draft.period === period) ?? drafts[0];
  const into = chosen === "" ? own?.id : chosen;
  const saving = useMutation({
    mutationFn: async () => {
      if (into === undefined) return;
      const { revision, directives } = await fetchConference(into);
      const number = nextNumber(directives.filter(({ kind }) => kind === "task").map((each) => each.number));
      const text = work.trim();
      const task = { number, work: text, cooperating: [], indicators: [plan.key] };
      await keepDirectives(into, {
        revision,
        directives: [{ kind: "task", section: "", number, text, named: [], indicators: [plan.key], tasks: [task] }],
      });
    },
    onSuccess: () => refreshDirectives(queries),
  });
  if (saving.isSuccess && into !== undefined)
    return (
      <p className="plan-form">
        {texts.saved}{" "}
        <Link to="/chi-dao/$conference" params={{ conference: into }} search={{}}>
          {texts.open}
        </Link>
      </p>
    );
  if (data && drafts.length === 0)
    return (
      <p className="plan-form">
        {texts.none} <Link to="/chi-dao">{texts.add}</Link>
      </p>
    );
  return (
    <form
      className="act-form plan-form"
      aria-label={texts.title(plan.name)}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <label>
        {texts.work}
        <textarea required value={work} maxLength={8000} onChange={(event) => setWork(event.target.value)} />
      </label>
      <label>
        {texts.into}
        <select value={into} onChange={(event) => setChosen(event.target.value)}>
          {drafts.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <ActError error={saving.error} />
      <div className="task-act-buttons">
        <button type="submit" className="button is-primary" disabled={work.trim() === "" || into === undefined || saving.isPending}>
          {texts.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
} // prettier-ignore

/** After the last conclusion that has a number. */
function nextNumber(numbers: readonly string[]): string {
  const last = numbers.toSorted(compareNumbers).at(-1) ?? "0";
  return String((Number.parseInt(last, 10) || numbers.length) + 1);
}
