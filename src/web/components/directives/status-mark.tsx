import type { TaskStatus } from "#domain/task.ts";
import { useDirectivesTexts } from "./use-directives-texts.ts";

const ring = "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Z";
const drawings: Readonly<Record<TaskStatus, string>> = {
  "open-overdue": "M8 2.2 14.4 13.4H1.6L8 2.2ZM8 6.6v3M8 11.6v.1",
  "open-in-term": ring,
  "done-late": `${ring}M5.2 8.2l2 2 3.7-4`,
  "done-on-time": `${ring}M5.2 8.2l2 2 3.7-4`,
  "no-term": `${ring}M6.3 6.3a1.8 1.8 0 1 1 2.4 1.7c-.5.2-.7.5-.7 1.1M8 11.4v.1`,
  stopped: `${ring}M5.4 8h5.2`,
};

/** The drawing of a status; words stand beside it, so it stays silent. */
export function StatusIcon({ status }: { readonly status: TaskStatus }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={drawings[status]} />
      {status === "open-in-term" && <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4Z" className="icon-filled" />}
    </svg>
  );
}

/** One of the official words with its drawing and colour. */
export function StatusMark({ status }: { readonly status: TaskStatus }) {
  const texts = useDirectivesTexts();
  return (
    <span className={`task-status is-${status}`}>
      <StatusIcon status={status} /> {texts.status(status)}
    </span>
  );
}
