import { useCallback, useEffect, useMemo } from "react";
import { describeRestatements } from "../../figures/restatement.ts";
import { pictureData } from "../../figures/picture-data.ts";
import { buildPivot, type Pivot } from "../../figures/pivot.ts";
import { tableRequest } from "../../figures/table-request.ts";
import { noUnits, type Dimension, type Picture } from "../../figures/view-choice.ts";
import { useTexts } from "../../language.tsx";
import { ErrorNotice } from "../error-notice.tsx";
import { PageHelp } from "../help/page-help.tsx";
import { CellPanel } from "./cell-panel.tsx";
import { FiguresActions } from "./figures-actions.tsx";
import { NothingChosen, NoValues } from "./figures-empty.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { FiguresLinks } from "./figures-links.tsx";
import { ItemChooser } from "./item-chooser.tsx";
import { PeriodChooser } from "./period-chooser.tsx";
import { PictureCard } from "./picture-card.tsx";
import { useSourceLine } from "./picture-foot.tsx";
import { PivotCard } from "./pivot-card.tsx";
import { tableId } from "./pivot-table.tsx";
import { RoleChooser } from "./role-chooser.tsx";
import { TrendCard } from "./trend-card.tsx";
import { SourceSwitch, TreeSwitch } from "./tree-switch.tsx";
import { UnitChooser, useUnitWords } from "./unit-chooser.tsx";
import { useFigureTable } from "./use-figure-table.ts";
import { useNames } from "./use-names.ts";

/** The page once it knows what there is: choices, table, pictures, and the number that is open. */
export function FiguresView() {
  const texts = useFiguresTexts();
  const view = useFiguresView();
  const { choice, change, tree, items, periods } = view;
  const expanded = useMemo(() => ({ ...choice, items }), [choice, items]);
  const request = tableRequest(expanded, periods);
  const answer = useFigureTable(request);
  const wholes = useFigureTable(tableRequest(expanded, periods, wholeUnits(view)));
  const { table } = answer;
  const names = useNames(table);
  const { title, where } = useTitle(names.item, table?.orgUnits.length);
  const totals = wholeUnits(view).uids.length > 0 ? wholes.table : undefined;
  const { rows, columns, sort, isComplete } = choice;
  const pivot = useMemo(
    () => table && buildPivot(table, { rows, columns, sort, isComplete }, totals, names.of),
    [table, totals, rows, columns, sort, isComplete, names],
  );
  const restatements = useMemo(
    () =>
      describeRestatements(
        table ?? { restatements: [], names: {} },
        (uid) => tree.find(uid)?.parent ?? undefined,
      ),
    [table, tree],
  );
  const kinds = useMemo(() => picturesOf(pivot, table?.orgUnits.length ?? 0, table?.periods.length ?? 0), [pivot, table]); // prettier-ignore
  const kind = choice.picture !== undefined && kinds.has(choice.picture) ? choice.picture : kinds.has("map") ? "map" : "bar"; // prettier-ignore
  const drawn = useMemo(() => {
    const side: Dimension = kind === "map" ? "orgUnit" : kind === "line" ? "period" : rows;
    return table && buildPivot(table, { rows: side, isComplete: isComplete && side === rows, ...(side === rows && { columns, sort }) }, undefined, names.of); // prettier-ignore
  }, [table, kind, rows, columns, sort, isComplete, names]);
  const picture = drawn && pictureData(drawn, choice.shown, sort?.column);
  const tableColumn = pivot && pictureData(pivot, choice.shown, sort?.column);
  const isEmpty = table !== undefined && answer.left === 0 && table.cells.every(({ value, state }) => value === null && state !== "impossible"); // prettier-ignore

  useTableKey();
  const close = useCallback(() => {
    change({ open: undefined });
    focusTable();
  }, [change]);
  useEscape(choice.open !== undefined, close);

  const trendItem = choice.open?.item ?? trendOf(drawn, picture?.column.members.find(({ dimension }) => dimension === "item")?.id); // prettier-ignore
  const trendUnit = choice.open?.orgUnit ?? choice.pinned ?? tree.root?.uid;
  return (
    <div className="figures" data-panel={choice.open ? "open" : undefined}>
      {choice.isIllustrative && (
        <p className="illustrative-band">
          <b>{texts.illustrativeBand}</b> {texts.illustrativeHint}
        </p>
      )}
      <header className="figures-head">
        <div>
          <h1>{title}</h1>
          <PageHelp page="figures" />
          <SourceLine />
        </div>
        <FiguresActions request={request} pivot={pivot} title={title} />
      </header>
      <fieldset className="figures-bar" aria-label={texts.bar.label}>
        <ItemChooser />
        <PeriodChooser />
        <UnitChooser />
        <RoleChooser />
        <TreeSwitch />
        <SourceSwitch />
      </fieldset>
      {request === undefined && <NothingChosen />}
      {answer.error && <ErrorNotice isSmall error={answer.error} onRetry={answer.retry} />}
      {request && !table && !answer.error && <p className="figures-wait">{texts.loading}</p>}
      {isEmpty && table && <NoValues table={table} names={names} />}
      {table && pivot && drawn && (
        <div className="figures-columns" data-stale={answer.isStale || undefined}>
          <PivotCard
            pivot={pivot}
            names={names}
            title={title}
            answer={answer}
            restatements={restatements}
            picture={tableColumn}
          />
          {!isEmpty && (
            <div className="figures-pictures">
              <PictureCard
                kind={kind}
                kinds={kinds}
                pivot={drawn}
                picture={picture}
                names={names}
                title={title}
                where={where}
                restatements={restatements}
                isStale={answer.isStale}
              />
              {trendItem !== undefined && trendUnit !== undefined && kind !== "line" && (
                <TrendCard item={trendItem} unit={trendUnit} />
              )}
            </div>
          )}
        </div>
      )}
      <FiguresLinks />
      {choice.open && <CellPanel name={choice.open} onClose={close} />}
    </div>
  );
}

function SourceLine() {
  const line = useSourceLine();
  return <p className="figures-source">{line}</p>;
}

/** What, where and when, in as few words as hold for all of the table. */
function useTitle(
  nameOf: (item: string) => string,
  units: number | undefined,
): { readonly title: string; readonly where: string } {
  const texts = useFiguresTexts();
  const common = useTexts();
  const { choice, items, periods } = useFiguresView();
  const words = useUnitWords();
  const isList = choice.units.uids.length === 0 && units !== undefined && units > 1;
  const where = isList ? `${units} ${lowerFirst(words)}` : words;
  const isChange = choice.roles.some((role) => role.startsWith("growth_")) && items.length > 1;
  const what = items.length === 1 ? nameOf(items[0]!) : isChange ? texts.changes : items.length === 0 ? texts.title : texts.manyItems(items.length); // prettier-ignore
  const when = periods.length > 2 ? texts.manyPeriods(periods.length) : periods.map((period) => common.period(period)).join(", "); // prettier-ignore
  return { title: texts.titleOf(what, lowerFirst(where), when), where: lowerFirst(where) };
}

function lowerFirst(text: string): string {
  return /^(Toàn|Xã|Huyện,|Whole|Districts|Communes|Phường|Trạm)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text; // prettier-ignore
}

/** The units above those of a table: what they are within, or the province. */
function wholeUnits({ choice, tree }: ReturnType<typeof useFiguresView>) {
  const { level, type, within, uids } = choice.units;
  const isBelow = (level !== undefined && level > 1) || (type !== undefined && type !== "tinh");
  if (uids.length > 0 || !isBelow || !tree.root) return noUnits;
  return { ...noUnits, uids: within.length > 0 ? within : [tree.root.uid] };
}

/** A map needs several units, a line several periods. */
function picturesOf(pivot: Pivot | undefined, units: number, periods: number): ReadonlySet<Picture> {
  if (!pivot) return new Set();
  return new Set<Picture>(["bar", ...(units > 1 ? ["map" as const] : []), ...(periods > 1 ? ["line" as const] : [])]); // prettier-ignore
}

/** Of a table of many indicators, the one in its first row. */
function trendOf(drawn: Pivot | undefined, inColumn: string | undefined): string | undefined {
  if (inColumn !== undefined || !drawn) return inColumn;
  if (drawn.rowDimension === "item") return drawn.rows[0]?.id;
  return drawn.fixed.find(({ dimension }) => dimension === "item")?.id;
}

function focusTable(): void {
  document.querySelector<HTMLElement>(`#${tableId} [tabindex="0"]`)?.focus();
}

/** `T` leads to the table from anywhere but a box that is written in. */
function useTableKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isWriting =
        event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key.toLowerCase() !== "t" || event.ctrlKey || event.metaKey || event.altKey || isWriting)
        return;
      event.preventDefault();
      focusTable();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function useEscape(isActive: boolean, onEscape: () => void): void {
  useEffect(() => {
    if (!isActive) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onEscape();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isActive, onEscape]);
}
