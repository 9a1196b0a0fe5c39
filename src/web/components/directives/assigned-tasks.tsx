import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { assignedQuery } from "../../directives/directives-api.ts";
import { StatusMark } from "./status-mark.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import "../../styles/directives.css";

/** The open work that conclusions gave to a unit; nothing where there is none. */
export function AssignedTasks({ orgUnit }: { readonly orgUnit: string }) {
  const { assigned: texts, table, day } = useDirectivesTexts();
  const { data } = useQuery(assignedQuery(orgUnit));
  if (!data || data.tasks.length === 0) return null;
  return (
    <section className="assigned-tasks card-part" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <ul>
        {data.tasks.map((task) => (
          <li key={task.id}>
            <Link to="/chi-dao/viec/$task" params={{ task: task.id }}>
              {task.work}
            </Link>
            <p className="task-standing">
              <StatusMark status={task.status} />
              <span className="quiet">
                {task.lead?.uid === orgUnit ? texts.leads : texts.helps}
                {task.dueOn !== undefined && ` · ${texts.due(day(task.dueOn))}`}
                {task.isReviewDue && task.nextReviewOn !== undefined && ` · ${table.reviewDue(day(task.nextReviewOn))}`}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
} // prettier-ignore
