import { Link } from "@tanstack/react-router";
import type { TaskRow } from "#contract/task.ts";
import { StatusMark } from "./status-mark.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface TaskTableProps {
  readonly tasks: readonly TaskRow[];
  readonly chosen: string | undefined;
  /** Opens a task beside the table; where there is no room beside it, the link leads to its page. */
  readonly onChoose: ((task: string) => void) | undefined;
}

/** Conclusions as rows: number, work, lead, term, its figure now, status. What is missing is written in its cell. */
export function TaskTable({ tasks, chosen, onChoose }: TaskTableProps) {
  const { table: texts } = useDirectivesTexts();
  if (tasks.length === 0) return <p className="panel-note">{texts.none}</p>;
  return (
    <table className="task-table" aria-label={texts.label}>
      <thead>
        <tr>
          <th scope="col">{texts.number}</th>
          <th scope="col">{texts.work}</th>
          <th scope="col">{texts.lead}</th>
          <th scope="col">{texts.term}</th>
          <th scope="col">{texts.indicator}</th>
          <th scope="col">{texts.status}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id} data-chosen={task.id === chosen || undefined} data-part={task.parent !== undefined || undefined}>
            <td className="task-number">{task.number}</td>
            <th scope="row">
              <Link
                to="/chi-dao/viec/$task"
                params={{ task: task.id }}
                aria-current={task.id === chosen || undefined}
                onClick={(event) => {
                  if (!onChoose || event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  onChoose(task.id);
                }}
              >
                {task.work}
              </Link>
            </th>
            <td>
              <LeadCell task={task} />
            </td>
            <td>
              <TermCell task={task} />
            </td>
            <td>{task.now ? <NowCell task={task} /> : <span className="quiet" aria-hidden="true">–</span>}</td>
            <td>
              <StatusCell task={task} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
} // prettier-ignore

/** A gap in words, with what is suggested; never a guess in its place. */
function LeadCell({ task: { lead, suggestions } }: { readonly task: TaskRow }) {
  const { table: texts } = useDirectivesTexts();
  const [first] = suggestions;
  return (
    <>
      {lead?.name ?? <span className="gap-mark">{texts.noLead}</span>}
      {lead?.closedOn !== undefined && <small className="gap-mark">{texts.closed}</small>}
      {first && (!lead || lead.closedOn !== undefined) && <small>{texts.suggested(first.unit.name)}</small>}
    </>
  );
}

function TermCell({ task }: { readonly task: TaskRow }) {
  const { table: texts, day } = useDirectivesTexts();
  const { dueOn, firstDueOn, rhythm, daysLate, nextReviewOn, isReviewDue } = task;
  return (
    <>
      {dueOn !== undefined && day(dueOn)}
      {dueOn === undefined && rhythm && texts.rhythm(rhythm)}
      {dueOn === undefined && !rhythm && <span className="gap-mark">{texts.noTerm}</span>}
      {daysLate !== undefined && <small>{texts.late(daysLate)}</small>}
      {firstDueOn !== undefined && <small>{texts.extended(day(firstDueOn))}</small>}
      {rhythm && nextReviewOn !== undefined && (
        <small className={isReviewDue ? "gap-mark" : undefined}>
          {isReviewDue ? texts.reviewDue(day(nextReviewOn)) : texts.nextReview(day(nextReviewOn))}
        </small>
      )}
    </>
  );
}

function NowCell({ task: { now, nowName } }: { readonly task: TaskRow }) {
  return (
    <>
      <b>{now?.text}</b>
      {nowName !== undefined && <small>{nowName}</small>}
    </>
  );
}

function StatusCell({ task }: { readonly task: TaskRow }) {
  const { table: texts } = useDirectivesTexts();
  return (
    <>
      <StatusMark status={task.status} />
      {task.awaitsConfirmation && <small className="is-asked">{texts.awaitsConfirmation}</small>}
      {task.awaitsExtension && <small className="is-asked">{texts.awaitsExtension}</small>}
    </>
  );
}
