import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { TodoItem } from "#contract/todo.ts";
import { zeroForm } from "../../entry/zero-form.ts";
import { formId } from "../../offline/local-database.ts";
import { useLanguage } from "../../language.tsx";
import { Icon } from "../icon.tsx";
import type { LocalWork } from "./use-local-work.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

interface TodoListProps {
  readonly items: readonly TodoItem[];
  readonly local: LocalWork;
  readonly account: string;
  readonly onChanged: () => void;
}

const pressing = new Set<TodoItem["kind"]>(["correct", "overdue", "due", "open"]);

/** What there is to do, the most pressing first; then what only waits. */
export function TodoList({ items, local, account, onChanged }: TodoListProps) {
  const texts = useEntryTexts();
  const isQueued = (item: TodoItem) => local.queued.has(formId(item.key));
  const work = items.filter((item) => pressing.has(item.kind) && !isQueued(item));
  const waiting = items.filter((item) => item.kind === "waiting" || isQueued(item));
  return (
    <>
      <ul className="todo-list">
        {work.map((item) => (
          <TodoCard key={formId(item.key)} item={item} local={local} account={account} onChanged={onChanged} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <section>
          <h2>
            {texts.todo.waiting} <small>{texts.todo.waitingHint}</small>
          </h2>
          <ul className="todo-waiting">
            {waiting.map((item) => (
              <WaitingRow key={formId(item.key)} item={item} queuedAt={local.queued.get(formId(item.key))} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
} // prettier-ignore

function TodoCard({ item, local, account, onChanged }: Omit<TodoListProps, "items"> & { readonly item: TodoItem }) { // prettier-ignore
  const texts = useEntryTexts();
  const { language } = useLanguage();
  const [isZeroed, setZeroed] = useState(false);
  const unsent = local.unsent.get(formId(item.key)) ?? 0;
  const name = item.name[language];
  const isBegun = item.filled > 0 || unsent > 0;
  const title = item.kind === "correct" ? texts.todo.correct(name) : isBegun ? texts.todo.go(name) : texts.todo.begin(name); // prettier-ignore
  const firstReturned = item.returned?.cells[0]?.cell;
  const canZero = item.allowsNothingToReport && item.wasAllZero && !isBegun && item.kind !== "correct";
  return (
    <li className={item.kind === "correct" ? "todo-card is-returned" : "todo-card"}>
      <div className="todo-words">
        <h2>{title}</h2>
        <p className="facts">
          <span>{texts.period(item.key.period)}</span>
          <DueWords item={item} />
          <span>
            {isBegun ? texts.todo.blanks(Math.max(0, item.cells - Math.max(item.filled, unsent)), item.cells) : texts.todo.untouched}
          </span>
          {item.illustrative && <span>{texts.illustrative}</span>}
        </p>
        {item.returned && (
          <blockquote>
            {[item.returned.reason, ...item.returned.cells.map(({ reason }) => reason)].filter((words) => words !== undefined).map((words) => (
              <p key={words}>“{words}”</p>
            ))}
            <footer>
              {item.returned.by}, {texts.clock(item.returned.at)}
            </footer>
          </blockquote>
        )}
        {unsent > 0 && (
          <p className="quiet">
            <Icon name="received" /> {texts.todo.kept(unsent)}
          </p>
        )}
        {canZero && <p className="quiet">{texts.todo.wasZero}</p>}
        {isZeroed && <output>{texts.todo.nothingDone(name)}</output>}
      </div>
      <div className="todo-acts">
        <Link
          className={isBegun || item.kind === "correct" ? "button is-primary" : "button"}
          to="/nhap-lieu/$dataSet/$period/$orgUnit"
          params={item.key}
          search={firstReturned === undefined ? {} : { o: firstReturned }}
        >
          {item.kind === "correct" ? texts.todo.openCell : isBegun ? texts.todo.openGo : texts.todo.openBegin}
        </Link>
        {canZero && (
          <button
            type="button"
            className="link"
            onClick={() =>
              void zeroForm(item.key, account).then(() => {
                setZeroed(true);
                onChanged();
              })
            }
          >
            {texts.todo.nothing}
          </button>
        )}
      </div>
    </li>
  );
} // prettier-ignore

function DueWords({ item: { kind, daysLeft, dueOn } }: { readonly item: TodoItem }) {
  const texts = useEntryTexts();
  if (kind === "overdue" || daysLeft < 0)
    return <span className="is-late">{texts.todo.overdue(-daysLeft)}</span>;
  if (daysLeft === 0) return <span className="is-due">{texts.todo.today}</span>;
  return (
    <span>
      {texts.dueOn(dueOn)}, {texts.todo.left(daysLeft)}
    </span>
  );
}

function WaitingRow({ item, queuedAt }: { readonly item: TodoItem; readonly queuedAt: string | undefined }) {
  const texts = useEntryTexts();
  const { language } = useLanguage();
  const waits = item.waitingFor?.approver ?? item.waitingFor?.tier[language];
  return (
    <li>
      <Link to="/nhap-lieu/$dataSet/$period/$orgUnit" params={item.key} search={{}}>
        {item.name[language]}
      </Link>
      <span className="quiet">
        {texts.period(item.key.period)} ·{" "}
        {queuedAt === undefined ? waits !== undefined && texts.todo.waitingFor(waits) : texts.todo.queued(queuedAt)}
      </span>
      <StateWord item={item} isQueued={queuedAt !== undefined} />
    </li>
  );
} // prettier-ignore

/** The period that is being reported now: the one whose due day is nearest. */
function periodAtHand(items: readonly TodoItem[]): string | undefined {
  const [nearest] = items.toSorted((a, b) => Math.abs(a.daysLeft) - Math.abs(b.daysLeft));
  return nearest?.key.period;
}

/** The month's receipt: every form with where it is. */
export function Receipt({
  items,
  local,
}: {
  readonly items: readonly TodoItem[];
  readonly local: LocalWork;
}) {
  // prettier-ignore
  const texts = useEntryTexts();
  const { language } = useLanguage();
  const latest = periodAtHand(items);
  if (latest === undefined) return null;
  const own = items.filter(({ key }) => key.period === latest);
  const handed = own.filter(({ stand }) => stand.state === "submitted" || stand.state === "approved").length;
  const { done, all, words } = texts.todo.receipt(handed, own.length, latest);
  return (
    <section className="card receipt">
      <p className="receipt-count">
        <b>{done}</b>
        <span>{all}</span>
        <span>{words}</span>
      </p>
      <ul>
        {own.map((item) => (
          <li key={item.key.dataSet}>
            <Link to="/nhap-lieu/$dataSet/$period/$orgUnit" params={item.key} search={{}}>
              {item.shortName[language]}
            </Link>
            <StateWord item={item} isQueued={local.queued.has(formId(item.key))} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateWord({ item, isQueued }: { readonly item: TodoItem; readonly isQueued: boolean }) {
  const texts = useEntryTexts();
  const state = isQueued ? "sending" : item.stand.state === "draft" && item.filled === 0 ? "none" : item.stand.state; // prettier-ignore
  const icons = { draft: "provisional", submitted: "received", returned: "returned", approved: "confirmed", none: "missing", sending: "sent" } as const; // prettier-ignore
  return (
    <span className={`state-word is-${state}`}>
      <Icon name={icons[state]} /> {texts.todo.states[state]}
    </span>
  );
}
