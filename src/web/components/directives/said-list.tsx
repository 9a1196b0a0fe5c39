import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Conference } from "#contract/conference.ts";
import type { Directive, NoteOutcome } from "#contract/task.ts";
import { carryDirective, conferencesQuery, noteOutcome } from "../../directives/directives-api.ts";
import { ActError } from "./act-error.tsx";
import { StatusMark } from "./status-mark.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface SaidListProps {
  readonly title: string;
  readonly directives: readonly Directive[];
  readonly conference: Conference;
  readonly onChanged: () => void;
}

/** Challenges or recommendations: how often they were said and since when, and what became of them. */
export function SaidList({ title, directives, conference, onChanged }: SaidListProps) {
  if (directives.length === 0) return null;
  return (
    <section className="card-part said-list" aria-label={title}>
      <h2>{title}</h2>
      <ol>
        {directives.map((directive) => (
          <li key={directive.id}>
            <Said directive={directive} mayChange={conference.mayChange} onChanged={onChanged} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SaidProps {
  readonly directive: Directive;
  readonly mayChange: boolean;
  readonly onChanged: () => void;
}

function Said({ directive, mayChange, onChanged }: SaidProps) {
  const { said: texts, day, period } = useDirectivesTexts();
  const [open, setOpen] = useState<"outcome" | "carry">();
  const { number, text, addressee, times, since, outcome } = directive;
  const done = () => {
    setOpen(undefined);
    onChanged();
  };
  return (
    <>
      <p>
        {number}. {text}
      </p>
      <p className="quiet">
        {[
          addressee === undefined ? "" : texts.to(addressee),
          times > 1 ? texts.times(times, since === undefined ? "" : period(since)) : "",
          outcome ? `${texts.outcomes[outcome.state]} (${day(outcome.on)}): ${outcome.note}` : "",
        ]
          .filter((part) => part !== "")
          .join(" · ")}
      </p>
      {mayChange && (
        <div className="task-act-buttons">
          {(["outcome", "carry"] as const).map((act) => (
            <button
              key={act}
              type="button"
              className="link"
              aria-expanded={open === act}
              onClick={() => setOpen(open === act ? undefined : act)}
            >
              {texts[act]}
            </button>
          ))}
        </div>
      )}
      {open === "outcome" && <OutcomeForm directive={directive} onDone={done} />}
      {open === "carry" && <CarryForm directive={directive} onDone={done} />}
    </>
  );
}

interface FormProps {
  readonly directive: Directive;
  readonly onDone: () => void;
}

const states = ["met", "partly", "not-met", "open"] as const satisfies readonly NoteOutcome["state"][];

function OutcomeForm({ directive, onDone }: FormProps) {
  const texts = useDirectivesTexts();
  const [state, setState] = useState<NoteOutcome["state"]>("partly");
  const [note, setNote] = useState("");
  const saving = useMutation({
    mutationFn: () => noteOutcome(directive.id, { state, note: note.trim() }),
    onSuccess: onDone,
  });
  return (
    <form
      className="act-form"
      aria-label={texts.said.outcome}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <label>
        {texts.said.became}
        <select value={state} onChange={(event) => setState(states.find((each) => each === event.target.value) ?? state)}>
          {states.map((each) => (
            <option key={each} value={each}>
              {texts.said.outcomes[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.said.note}
        <textarea value={note} maxLength={4000} onChange={(event) => setNote(event.target.value)} />
      </label>
      <ActError error={saving.error} />
      <div className="task-act-buttons">
        <button type="submit" className="button is-primary" disabled={note.trim() === "" || saving.isPending}>
          {texts.save}
        </button>
      </div>
    </form>
  );
} // prettier-ignore

function CarryForm({ directive, onDone }: FormProps) {
  const { carry: texts } = useDirectivesTexts();
  const { data } = useQuery(conferencesQuery);
  const from = data?.conferences.find(({ id }) => id === directive.conference);
  const later = (data?.conferences ?? []).filter(({ id, state, period }) => id !== directive.conference && state === "draft" && period >= (from?.period ?? "")); // prettier-ignore
  const carrying = useMutation({
    mutationFn: (into: string) => carryDirective(directive.id, { into }),
    onSuccess: onDone,
  });
  if (data && later.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <>
      <ul className="chips">
        {later.map(({ id, title }) => (
          <li key={id}>
            <button type="button" className="chip" disabled={carrying.isPending} onClick={() => carrying.mutate(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
      <ActError error={carrying.error} />
    </>
  );
} // prettier-ignore

interface CarriedOverProps {
  readonly conference: Conference;
  readonly onChanged: () => void;
}

/** The first thing of a conference: what earlier ones left undone, each one press away from being said again. */
export function CarriedOver({ conference, onChanged }: CarriedOverProps) {
  const { said: texts } = useDirectivesTexts();
  const { carriedOver, directives, id, mayChange, state } = conference;
  const tasks = carriedOver.filter(({ kind }) => kind === "task");
  const others = carriedOver.filter(({ kind }) => kind !== "task");
  const carrying = useMutation({
    mutationFn: (directive: string) => carryDirective(directive, { into: id }),
    onSuccess: onChanged,
  });
  if (carriedOver.length === 0) return null;
  const again = (directive: Directive) =>
    mayChange && state === "draft" && !directives.some(({ carriedFrom }) => carriedFrom === directive.id) ? (
      <button
        type="button"
        className="link"
        aria-label={`${texts.again}: ${directive.text.slice(0, 60)}`}
        disabled={carrying.isPending}
        onClick={() => carrying.mutate(directive.id)}
      >
        {texts.again}
      </button>
    ) : null;
  return (
    <section className="card-part said-list" aria-label={texts.carriedOver}>
      <details open={directives.length === 0}>
        <summary>
          <h2>{texts.carriedOver}</h2> <span className="quiet">{texts.carriedCounts(tasks.length, others.length)}</span>
        </summary>
        <ActError error={carrying.error} />
        <ol>
          {[...tasks, ...others].map((directive) => (
            <li key={directive.id}>
              <CarriedWords directive={directive} /> {again(directive)}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
} // prettier-ignore

function CarriedWords({ directive: { number, text, times, tasks } }: { readonly directive: Directive }) {
  const { said: texts } = useDirectivesTexts();
  return (
    <>
      {tasks.length === 0 && (
        <p>
          {number}. {text}
        </p>
      )}
      {tasks.map((task) => (
        <p key={task.id} className="carried-task">
          <Link to="/chi-dao/viec/$task" params={{ task: task.id }}>
            {task.number}. {task.work}
          </Link>{" "}
          <StatusMark status={task.status} /> {task.lead && <span className="quiet">{task.lead.name}</span>}
        </p>
      ))}
      {times > 1 && <p className="quiet">{texts.times(times, "")}</p>}
    </>
  );
}
