import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, type ReactNode } from "react";
import type { NamedUnit, TaskView } from "#contract/task.ts";
import { refreshDirectives, taskFileAddress, taskQuery } from "../../directives/directives-api.ts";
import { ErrorNotice } from "../error-notice.tsx";
import { Icon } from "../icon.tsx";
import { StatusMark } from "./status-mark.tsx";
import { TaskActs } from "./task-acts.tsx";
import { TaskEvidence } from "./task-evidence.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface TaskPanelProps {
  readonly task: string;
  /** On a page of its own, its name is the title of the page. */
  readonly isPage?: boolean;
  readonly onClose?: () => void;
}

/** One task: who, by when, what is to be seen; the figure that shows it; what happened; what may be done now. */
export function TaskPanel({ task: id, isPage = false, onClose }: TaskPanelProps) {
  const texts = useDirectivesTexts();
  const queries = useQueryClient();
  const { data: task, error, refetch } = useQuery(taskQuery(id));
  const changed = useCallback(() => refreshDirectives(queries), [queries]);
  if (error && !task) return <ErrorNotice error={error} onRetry={() => void refetch()} isSmall={!isPage} />;
  if (!task) return <p className="panel-note">{texts.loading}</p>;
  const Title = isPage ? "h1" : "h2";
  const Part = isPage ? "h2" : "h3";
  return (
    <article className="task-panel" aria-label={texts.task.heading(task.number)}>
      <header className="task-part">
        <p className="quiet">
          {texts.task.heading(task.number)} ·{" "}
          <Link to="/chi-dao/$conference" params={{ conference: task.conference }} search={{}}>
            {task.conferenceTitle}
          </Link>
        </p>
        <Title>{task.work}</Title>
        <p className="task-standing">
          <StatusMark status={task.status} />
          {task.daysLate !== undefined && <span>{texts.table.late(task.daysLate)}</span>}
          {task.awaitsConfirmation && <span className="is-asked">{texts.table.awaitsConfirmation}</span>}
          {task.awaitsExtension && <span className="is-asked">{texts.table.awaitsExtension}</span>}
        </p>
        {onClose && (
          <button type="button" className="button panel-close" onClick={onClose}>
            {texts.close} <kbd>Esc</kbd>
          </button>
        )}
      </header>
      <WhoAndWhat task={task} />
      <TaskEvidence task={task} heading={Part} />
      <Parts task={task} heading={Part} />
      <Steps task={task} heading={Part} />
      <TaskActs key={`${task.id} ${task.revision} ${task.happened.length}`} task={task} onChanged={changed} />
    </article>
  );
}

function WhoAndWhat({ task }: { readonly task: TaskView }) {
  const { task: texts, table, day } = useDirectivesTexts();
  const missing = <span className="gap-mark">{texts.missing}</span>;
  return (
    <dl className="task-part task-facts">
      <Fact name={texts.lead}>{task.lead ? <UnitName unit={task.lead} /> : missing}</Fact>
      {task.cooperating.length > 0 && (
        <Fact name={texts.cooperating}>{task.cooperating.map(({ name }) => name).join(", ")}</Fact>
      )}
      <Fact name={texts.product}>{task.product ?? missing}</Fact>
      <Fact name={texts.term}>
        {task.dueOn === undefined ? (task.rhythm ? table.rhythm(task.rhythm) : missing) : day(task.dueOn)}
        {task.firstDueOn !== undefined && <s className="quiet"> {day(task.firstDueOn)}</s>}
        {task.nextReviewOn !== undefined && <span className="quiet"> {table.nextReview(day(task.nextReviewOn))}</span>}
      </Fact>
      <Fact name={texts.assigned}>{day(task.assignedOn)}</Fact>
      {task.directiveText !== task.work && (
        <Fact name={texts.words}>
          <q>{task.directiveText}</q>
        </Fact>
      )}
    </dl>
  );
} // prettier-ignore

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A unit that ended says when, and what it became. */
function UnitName({ unit: { name, closedOn, successors } }: { readonly unit: NamedUnit }) {
  const { task: texts, day } = useDirectivesTexts();
  return (
    <>
      <b>{name}</b>
      {closedOn !== undefined && (
        <span className="gap-mark">
          {" "}
          {texts.closed(day(closedOn), (successors ?? []).map((each) => each.name).join(", "))}
        </span>
      )}
    </>
  );
}

/** The parts of it that other units were given. */
function Parts({ task, heading: Heading }: { readonly task: TaskView; readonly heading: "h2" | "h3" }) {
  const { task: texts } = useDirectivesTexts();
  if (task.subTasks.length === 0) return null;
  return (
    <section className="task-part">
      <Heading>{texts.parts}</Heading>
      <ul>
        {task.subTasks.map((part) => (
          <li key={part.id} className="task-standing">
            <Link to="/chi-dao/viec/$task" params={{ task: part.id }}>
              {part.number}. {part.work}
            </Link>
            <span>{part.lead?.name}</span>
            <StatusMark status={part.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Steps({ task, heading: Heading }: { readonly task: TaskView; readonly heading: "h2" | "h3" }) {
  const { task: texts, day } = useDirectivesTexts();
  const fileOf = (id: string) => task.files.find((file) => file.id === id);
  return (
    <section className="task-part">
      <Heading>{texts.steps}</Heading>
      <ol className="task-steps">
        {task.happened.map((step, index) => (
          <li key={`${step.on} ${step.kind} ${task.happened.length - index}`}>
            <time dateTime={step.on}>{day(step.on)}</time>
            <div>
              {step.text}
              {step.files.map((id) => (
                <a key={id} href={taskFileAddress(task.id, id)} download={fileOf(id)?.name}>
                  <Icon name="link" /> {fileOf(id)?.name ?? id}
                </a>
              ))}
            </div>
          </li>
        ))}
        <li>
          <time dateTime={task.assignedOn}>{day(task.assignedOn)}</time>
          <div>{texts.given}</div>
        </li>
      </ol>
    </section>
  );
}
