import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { SubmissionKey } from "#contract/submission.ts";
import { sessionQuery } from "../accounts/accounts-api.ts";
import { AssignedTasks } from "../components/directives/assigned-tasks.tsx";
import { Receipt, TodoList } from "../components/entry/todo-list.tsx";
import { useEntryTexts } from "../components/entry/use-entry-texts.ts";
import { useLocalWork } from "../components/entry/use-local-work.ts";
import { useSending } from "../components/entry/use-sending.ts";
import { useTodo, type KnownTodo } from "../components/entry/use-todo.ts";
import { UnitPicker } from "../components/entry/unit-picker.tsx";
import { WorkbookUpload } from "../components/entry/workbook-upload.tsx";
import { ErrorNotice } from "../components/error-notice.tsx";
import { PageHelp } from "../components/help/page-help.tsx";
import { formKey, type FormId } from "../offline/local-database.ts";
import { askToKeepStorage } from "../offline/register-service-worker.ts";
import { prepareForms } from "../entry/prepare-forms.ts";
import "../styles/entry.css";

/** What a unit has to do today: returned first, then due, then what only waits. */
export function TodoPage() {
  const { data: session } = useQuery(sessionQuery);
  const { unit } = useSearch({ from: "/viec-can-lam" });
  const navigate = useNavigate();
  const texts = useEntryTexts();
  const orgUnit = unit ?? session?.user?.orgUnit ?? "";
  const { data, error, refetch } = useTodo(orgUnit);
  useEffect(() => {
    document.title = `${texts.todoTitle} – Tuyến`;
  }, [texts]);
  const choose = (uid: string) => void navigate({ to: "/viec-can-lam", search: { unit: uid } });
  return (
    <div className="todo-page">
      <header className="form-head">
        <div>
          <h1>{texts.todoTitle}</h1>
          <PageHelp page="todo" />
          {data && <Summary known={data} />}
        </div>
        {session?.user && (
          <UnitPicker user={session.user} chosen={orgUnit} onChoose={choose} today={data?.todo.today} />
        )}
      </header>
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} isSmall />}
      {data && <Work known={data} account={session?.user?.id ?? ""} onChanged={() => void refetch()} />}
    </div>
  );
}

function Summary({ known: { todo, since } }: { readonly known: KnownTodo }) {
  const texts = useEntryTexts();
  const left = todo.items.filter(({ kind }) => kind !== "waiting" && kind !== "done");
  const today = left.filter(({ daysLeft }) => daysLeft === 0).length;
  return (
    <p className="facts">
      <span>{todo.orgUnit.fullName}</span>
      <span>{texts.day(todo.today)}</span>
      <span>{texts.todo.count(left.length)}</span>
      {today > 0 && <span className="is-due">{texts.todo.dueToday(today)}</span>}
      {since !== undefined && <span>{texts.todo.fromHere(since)}</span>}
    </p>
  );
}

function Work({
  known,
  account,
  onChanged,
}: {
  readonly known: KnownTodo;
  readonly account: string;
  readonly onChanged: () => void;
}) {
  // prettier-ignore
  const { todo } = known;
  const texts = useEntryTexts();
  const [turn, setTurn] = useState(0);
  const local = useLocalWork(account, turn);
  usePreparedForms(known);
  const changed = () => {
    setTurn((now) => now + 1);
    onChanged();
  };
  const isDone = todo.items.length > 0 && todo.items.every(({ kind }) => kind === "done" || kind === "waiting"); // prettier-ignore
  return (
    <div className="todo-columns">
      <div>
        {todo.toReview.waiting > 0 && (
          <div className="todo-card">
            <p>{texts.todo.review(todo.toReview.waiting)}</p>
            <Link className="button is-primary" to="/theo-doi" search={{}}>
              {texts.todo.openReview}
            </Link>
          </div>
        )}
        {todo.items.length === 0 && todo.toReview.waiting === 0 && (
          <div className="notice-small">
            <p>{texts.todo.none}</p>
            <p className="quiet">{texts.todo.noneHint}</p>
          </div>
        )}
        {isDone && <p className="todo-empty">{texts.todo.empty(todo.items.length)}</p>}
        <OthersHere forms={local.others} />
        <AssignedTasks orgUnit={todo.orgUnit.uid} />
        <TodoList items={todo.items} local={local} account={account} onChanged={changed} />
      </div>
      <div>
        <Receipt items={todo.items} local={local} />
        <Machine />
        <section className="card">
          <WorkbookUpload linkTo={formAddress} onSaved={changed} />
        </section>
      </div>
    </div>
  );
}

/** What somebody else typed at this machine and never sent, perhaps because the account was closed. */
function OthersHere({ forms }: { readonly forms: ReadonlyMap<FormId, number> }) {
  const texts = useEntryTexts();
  if (forms.size === 0) return null;
  return (
    <div className="strip">
      <div>
        <p>{texts.todo.othersHere}</p>
        <ul>
          {[...forms].map(([id, cells]) => (
            <li key={id}>
              <Link to="/nhap-lieu/$dataSet/$period/$orgUnit" params={formKey(id)} search={{}}>
                {formKey(id).dataSet}, {texts.period(formKey(id).period)}
              </Link>{" "}
              ({texts.todo.othersCells(cells)})
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** The page of a form. */
function formAddress({ dataSet, period, orgUnit }: SubmissionKey): string {
  return `/nhap-lieu/${[dataSet, period, orgUnit].map(encodeURIComponent).join("/")}`;
}

/** Fetches the forms that are to be filled in, so that they open without a line. */
function usePreparedForms({ todo, since }: KnownTodo): void {
  useEffect(() => {
    if (since !== undefined) return;
    const open = todo.items.filter(({ kind }) => kind !== "done" && kind !== "waiting").map(({ key }) => key);
    void prepareForms(open);
  }, [todo, since]);
}

function Machine() {
  const texts = useEntryTexts();
  const { line } = useSending();
  const [isPromised, setPromised] = useState(true);
  useEffect(() => {
    void askToKeepStorage().then(setPromised);
  }, []);
  return (
    <section className="card">
      <h2>{line === "down" ? texts.todo.machineDown : line === "up" ? texts.todo.machineUp : texts.todo.machine}</h2>
      <p>{texts.todo.machineWords}</p>
      {!isPromised && <p className="quiet">{texts.todo.notPromised}</p>}
    </section>
  );
} // prettier-ignore
