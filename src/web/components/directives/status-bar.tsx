import type { TaskStatus } from "#domain/task.ts";
import type { StatusGroup } from "../../directives/status-groups.ts";
import { StatusIcon } from "./status-mark.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface StatusBarProps {
  readonly groups: readonly StatusGroup[];
  readonly chosen: TaskStatus | undefined;
  readonly onChoose: (status: TaskStatus | undefined) => void;
}

/** The four official statuses to scale, and dashed what has no term; a segment or its words filter the list. */
export function StatusBar({ groups, chosen, onChoose }: StatusBarProps) {
  const texts = useDirectivesTexts();
  const toggle = (status: TaskStatus) => onChoose(status === chosen ? undefined : status);
  return (
    <fieldset className="status-bar" aria-label={texts.bar.label}>
      <div className="status-track" aria-hidden="true">
        {groups.map(({ status, count }) => (
          <button
            key={status}
            type="button"
            tabIndex={-1}
            aria-label={texts.bar.segment(count, status)}
            className={`is-${status}`}
            data-faded={(chosen !== undefined && chosen !== status) || undefined}
            style={{ flexGrow: count }}
            onClick={() => toggle(status)}
          />
        ))}
      </div>
      <div className="status-words">
        {groups.map(({ status, count }) => (
          <button
            key={status}
            type="button"
            className={`is-${status}`}
            aria-pressed={chosen === status}
            onClick={() => toggle(status)}
          >
            <StatusIcon status={status} /> <b>{count}</b> {texts.lowered(status)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
