import { Link } from "@tanstack/react-router";
import type { Overview } from "#contract/overview.ts";
import { silentUnits } from "../../directives/overview-bars.ts";
import { Icon } from "../icon.tsx";
import { useOverviewTexts } from "./use-overview-texts.ts";

/** So many fit a sheet of paper beside all the rest. */
const mostTasks = 4;
const mostUnits = 8;
const mostForms = 3;

interface PartProps {
  readonly overview: Overview;
}

/** What is overdue and by whom, and what cannot be followed because something is missing. */
export function OverdueTasks({ overview: { tasks } }: PartProps) {
  const { tasks: texts, day } = useOverviewTexts();
  const { counts, overdue } = tasks;
  const rows = overdue.flatMap(({ unit, tasks: own }) => own.map((task) => ({ unit, task })));
  const open = [
    counts.withoutLead > 0 ? texts.withoutLead(counts.withoutLead) : "",
    counts["no-term"] > 0 ? texts.withoutTerm(counts["no-term"]) : "",
    counts.awaitsConfirmation > 0 ? texts.waiting(counts.awaitsConfirmation) : "",
  ].filter((part) => part !== "");
  const title = counts["open-overdue"] > 0 ? texts.overdue(counts["open-overdue"]) : texts.noneOverdue;
  return (
    <section className="overview-card" aria-label={title}>
      <h2 className={counts["open-overdue"] > 0 ? "is-bad" : undefined}>{title}</h2>
      <ul className="overview-list">
        {rows.slice(0, mostTasks).map(({ unit, task }) => (
          <li key={task.id}>
            <Link to="/chi-dao/viec/$task" params={{ task: task.id }} title={task.work}>
              {task.work}
            </Link>
            <p className="quiet">
              {unit === "" ? texts.nobody : unit}
              {task.dueOn !== undefined && (
                <>
                  {" · "}
                  <b className="is-bad">{texts.due(day(task.dueOn))}</b>
                </>
              )}
              {task.now && ` · ${texts.now(task.now.text)}`}
            </p>
          </li>
        ))}
      </ul>
      {rows.length > mostTasks && <p className="quiet">{texts.more(rows.length - mostTasks)}</p>}
      {open.length > 0 && (
        <p className="is-doubtful">
          <Icon name="missing" /> {open.join(" · ")}
        </p>
      )}
      <p className="overview-step">
        <Link to="/chi-dao">{texts.open}</Link>
      </p>
    </section>
  );
}

/** Who has not handed in what was due. */
export function NotReported({ overview: { notReported } }: PartProps) {
  const { reported: texts } = useOverviewTexts();
  const units = silentUnits(notReported);
  const title = units.length === 0 ? texts.all : texts.title(units.length);
  return (
    <section className="overview-card" aria-label={title}>
      <h2 className={units.length > 0 ? "is-bad" : undefined}>{title}</h2>
      {units.length > 0 && (
        <p>
          {units.slice(0, mostUnits).join(", ")}
          {units.length > mostUnits && ` ${texts.more(units.length - mostUnits)}`}
        </p>
      )}
      <ul className="overview-forms">
        {notReported.slice(0, mostForms).map(({ dataSet, name, period, received, expected, dueOn }) => (
          <li key={`${dataSet} ${period}`} className="quiet">
            {texts.form(name, period, received, expected, dueOn)}
          </li>
        ))}
      </ul>
      {notReported.length > mostForms && (
        <p className="quiet">{texts.moreForms(notReported.length - mostForms)}</p>
      )}
      {units.length > 0 && (
        <p className="overview-step">
          <Link to="/theo-doi" search={{ ky: notReported[0]?.period ?? "" }}>
            {texts.open}
          </Link>
        </p>
      )}
    </section>
  );
}

/** Where the report of the period stands. */
export function ReportState({ overview: { report, period } }: PartProps) {
  const { report: texts } = useOverviewTexts();
  if (!report) return null;
  return (
    <section className="overview-card" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p>
        <b>{texts.sections(report.sections - report.empty, report.sections)}</b>
      </p>
      {(report.missing > 0 || report.provisional > 0) && (
        <p className="is-doubtful">
          {[
            report.missing > 0 ? texts.missing(report.missing) : "",
            report.provisional > 0 ? texts.provisional(report.provisional) : "",
          ]
            .filter((part) => part !== "")
            .join(" · ")}
        </p>
      )}
      <p className="overview-step">
        <Link to="/bao-cao/$period" params={{ period }} search={{}}>
          {texts.open}
        </Link>
      </p>
    </section>
  );
}
