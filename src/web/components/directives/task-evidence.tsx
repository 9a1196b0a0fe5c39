import { useMemo } from "react";
import type { TaskView } from "#contract/task.ts";
import { indicatorLine } from "../../directives/indicator-line.ts";
import { LinePicture } from "../figures/line-picture.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

type Evidence = TaskView["evidence"][number];

interface TaskEvidenceProps {
  readonly task: TaskView;
  readonly heading: "h2" | "h3";
}

/** The figures of a task: when it was given, now, and the line between. */
export function TaskEvidence({ task, heading: Heading }: TaskEvidenceProps) {
  const { task: texts } = useDirectivesTexts();
  if (task.evidence.length === 0) return null;
  return (
    <section className="task-part">
      <Heading>{texts.indicator}</Heading>
      {task.evidence.map((evidence) => (
        <EvidenceLine key={evidence.key} evidence={evidence} assignedOn={task.assignedOn} />
      ))}
    </section>
  );
}

function EvidenceLine({ evidence, assignedOn }: { readonly evidence: Evidence; readonly assignedOn: string }) {
  const { task: texts, day, shortPeriod } = useDirectivesTexts();
  const chart = useMemo(
    () => indicatorLine(evidence.line, { title: evidence.name, missing: texts.noFigure, periodName: shortPeriod }),
    [evidence, texts, shortPeriod],
  );
  const { atAssignment, now } = evidence;
  return (
    <figure className="task-evidence">
      <figcaption>{evidence.name}</figcaption>
      {chart && <LinePicture chart={chart} />}
      {atAssignment || now ? (
        <p>
          <span className="quiet">{texts.indicatorSince(day(assignedOn))}:</span> {atAssignment?.text ?? texts.noFigure}
          {" → "}
          <span className="quiet">{texts.now}:</span> <b>{now?.text ?? texts.noFigure}</b>
        </p>
      ) : (
        <p className="quiet">{texts.noFigures}</p>
      )}
    </figure>
  );
} // prettier-ignore
