import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Conference } from "#contract/conference.ts";
import type { TaskStatus } from "#domain/task.ts";
import { AskInTurn } from "../components/directives/ask-in-turn.tsx";
import { GiveOut } from "../components/directives/give-out.tsx";
import { NoticeActs } from "../components/directives/notice-acts.tsx";
import { ReadNotice } from "../components/directives/read-notice.tsx";
import { CarriedOver, SaidList } from "../components/directives/said-list.tsx";
import { StatusBar } from "../components/directives/status-bar.tsx";
import { TaskPanel } from "../components/directives/task-panel.tsx";
import { TaskTable } from "../components/directives/task-table.tsx";
import { useDirectivesTexts } from "../components/directives/use-directives-texts.ts";
import { useToday } from "../components/directives/use-today.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { useMediaQuery } from "../components/use-media-query.ts";
import { conferenceQuery, refreshDirectives } from "../directives/directives-api.ts";
import { groupByStatus } from "../directives/status-groups.ts";
import "../styles/directives.css";

/** One conference: how its conclusions stand, what is missing, and each task. */
export function ConferencePage() {
  const { conference: id } = useParams({ from: "/chi-dao/$conference" });
  const texts = useDirectivesTexts();
  const { data, error, refetch } = useQuery(conferenceQuery(id));
  useEffect(() => {
    document.title = `${data?.title ?? texts.pageTitle} – Tuyến`;
  }, [data, texts]);
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="panel-note">{texts.loading}</p>;
  return (
    <div className="directives-page">
      <Board key={data.id} conference={data} />
    </div>
  );
}

function Board({ conference }: { readonly conference: Conference }) {
  const texts = useDirectivesTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const { viec } = useSearch({ from: "/chi-dao/$conference" });
  const hasRoom = useMediaQuery("(min-width: 1100px)");
  const [shown, setShown] = useState<TaskStatus>();
  const [isReading, setReading] = useState(false);
  const [said, setSaid] = useState("");
  const tasks = useMemo(() => conference.directives.flatMap((directive) => directive.tasks), [conference]);
  const changed = useCallback(() => refreshDirectives(queries), [queries]);
  const choose = useCallback(
    (task: string | undefined) =>
      void navigate({
        to: "/chi-dao/$conference",
        params: { conference: conference.id },
        search: task === undefined ? {} : { viec: task },
        replace: true,
      }),
    [navigate, conference.id],
  );
  useEffect(() => {
    const onKey = ({ key, target }: KeyboardEvent) => {
      if (target instanceof HTMLElement && target.closest("input, textarea, select")) return;
      if (key === "Escape") choose(undefined);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [choose]);
  const ofKind = (kind: "challenge" | "recommendation") => conference.directives.filter((each) => each.kind === kind); // prettier-ignore
  const notGiven = conference.directives.filter(({ kind, tasks: own, origin }) => kind === "task" && own.length === 0 && origin !== "lead-in" && origin !== "closing");
  const isOpen = hasRoom && viec !== undefined && tasks.some(({ id }) => id === viec);
  return (
    <>
      <Head conference={conference} isReading={isReading} onRead={() => setReading(true)} />
      <output className="said">{said}</output>
      {isReading && (
        <ReadNotice
          conference={conference}
          today={today}
          onClose={() => setReading(false)}
          onSaved={(count) => {
            setReading(false);
            setSaid(texts.read.saved(count));
            changed();
          }}
        />
      )}
      {!isReading && <CarriedOver conference={conference} onChanged={changed} />}
      {conference.directives.length === 0 && !isReading && (
        <div className="notice-small">
          <p>{texts.table.empty}</p>
          {conference.mayChange && <p className="quiet">{texts.table.emptyHint}</p>}
        </div>
      )}
      {tasks.length > 0 && (
        <>
          <StatusBar groups={groupByStatus(tasks)} chosen={shown} onChoose={setShown} />
          <AskInTurn
            tasks={tasks}
            needsReason={conference.state === "issued"}
            mayAnswer={conference.mayChange}
            onChanged={changed}
          />
          <div className={isOpen ? "task-columns" : "task-columns is-wide"}>
            <div className="card-part">
              <TaskTable
                tasks={tasks.filter(({ status }) => shown === undefined || status === shown)}
                chosen={isOpen ? viec : undefined}
                onChoose={hasRoom ? choose : undefined}
              />
            </div>
            {isOpen && <TaskPanel key={viec} task={viec} onClose={() => choose(undefined)} />}
          </div>
        </>
      )}
      <GiveOut directives={notGiven} mayChange={conference.mayChange} onChanged={changed} />
      <SaidList title={texts.said.challenges} directives={ofKind("challenge")} conference={conference} onChanged={changed} />
      <SaidList title={texts.said.recommendations} directives={ofKind("recommendation")} conference={conference} onChanged={changed} />
      <NoticeActs conference={conference} onChanged={changed} />
    </>
  );
} // prettier-ignore

interface HeadProps {
  readonly conference: Conference;
  readonly isReading: boolean;
  readonly onRead: () => void;
}

function Head({ conference, isReading, onRead }: HeadProps) {
  const texts = useDirectivesTexts();
  const { title, heldOn, periodName, form, conclusions, counts, attending, document, mayChange, state, origin } = conference;
  return (
    <header className="form-head">
      <div>
        <p>
          <Link to="/chi-dao">{texts.back}</Link>
        </p>
        <h1>{title}</h1>
        <p className="facts">
          {[
            heldOn === undefined ? periodName : texts.day(heldOn),
            ...(form === undefined ? [] : [form]),
            texts.list.conclusions(conclusions),
            texts.list.tasks(counts.total),
            ...(origin === "people" ? [state === "draft" ? texts.list.draft : texts.list.issued] : []),
            ...(document ? [texts.list.source(document.title)] : []),
          ].join(" · ")}
        </p>
        {attending.length > 0 && <p className="quiet">{texts.list.attended(attending.join("; "))}</p>}
      </div>
      {mayChange && state === "draft" && !isReading && (
        <button type="button" className="button" onClick={onRead}>
          {texts.read.open}
        </button>
      )}
    </header>
  );
} // prettier-ignore
