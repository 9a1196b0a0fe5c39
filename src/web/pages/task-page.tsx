import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { TaskPanel } from "../components/directives/task-panel.tsx";
import { useDirectivesTexts } from "../components/directives/use-directives-texts.ts";
import "../styles/directives.css";

/** One task on a page of its own: what a reminder and a phone open. */
export function TaskPage() {
  const { task } = useParams({ from: "/chi-dao/viec/$task" });
  const texts = useDirectivesTexts();
  useEffect(() => {
    document.title = `${texts.task.page} – Tuyến`;
  }, [texts]);
  return (
    <div className="directives-page is-narrow">
      <TaskPanel key={task} task={task} isPage />
    </div>
  );
}
