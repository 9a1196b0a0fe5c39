import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { ErrorNotice } from "../components/error-notice.tsx";
import { FiguresContext, useFiguresTexts, type FiguresView } from "../components/figures/figures-context.ts";
import { FiguresView as FiguresBody } from "../components/figures/figures-view.tsx";
import { dimensionsQuery, orgUnitsQuery } from "../figures/figures-api.ts";
import { expandItems } from "../figures/item-choice.ts";
import { createLitUnit } from "../figures/lit-unit.ts";
import { expandPeriods, latestValuesDay } from "../figures/period-choice.ts";
import { isUnchosen, startingChoice } from "../figures/starting-choice.ts";
import { treeDay } from "../figures/table-request.ts";
import { buildUnitTree } from "../figures/unit-tree.ts";
import { readChoice, writeChoice, type ViewChoice } from "../figures/view-choice.ts";
import { useTexts } from "../language.tsx";
import "../styles/figures.css";
import "../styles/figures-table.css";
import "../styles/figures-pictures.css";
import "../styles/figures-print.css";

/** Số liệu: any numbers, of any units and periods, on the map of any time; the address keeps every choice. */
export function FiguresPage() {
  const texts = useFiguresTexts();
  const common = useTexts();
  const search = useSearch({ from: "/so-lieu" });
  const navigate = useNavigate();
  const { data: dimensions, error, refetch } = useQuery(dimensionsQuery);
  const [lit] = useState(createLitUnit);
  const [today] = useState(() => new Date().toISOString().slice(0, 10));

  const choice = useMemo(() => {
    const read = readChoice(search);
    if (!dimensions || !isUnchosen(read)) return read;
    const { pinned, open, isIllustrative } = read;
    return { ...startingChoice(dimensions), pinned, open, isIllustrative };
  }, [search, dimensions]);
  const latestDay = useMemo(() => latestValuesDay(dimensions?.periods ?? [], today), [dimensions, today]);
  const periods = useMemo(() => expandPeriods(choice.periods, latestDay), [choice.periods, latestDay]);
  const items = useMemo(() => expandItems(choice.items, dimensions?.items ?? []), [choice.items, dimensions]);
  const day = treeDay(choice.tree, periods, today);
  const units = useQuery({ ...orgUnitsQuery(day), placeholderData: (before) => before });
  const tree = useMemo(() => buildUnitTree(units.data?.orgUnits ?? []), [units.data]);

  const change = useCallback(
    (changes: Partial<ViewChoice>) => {
      const isLook = Object.keys(changes).every((name) => name === "pinned" || name === "open");
      void navigate({
        to: "/so-lieu",
        search: writeChoice({ ...choice, ...changes }),
        replace: isLook,
        resetScroll: false,
      });
    },
    [navigate, choice],
  );
  useEffect(() => {
    document.title = `${texts.title} · ${common.product}`;
  }, [texts, common]);

  const view = useMemo(
    (): FiguresView | undefined =>
      dimensions && { choice, change, dimensions, tree, items, periods, day, latestDay, lit },
    [dimensions, choice, change, tree, items, periods, day, latestDay, lit],
  );
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (units.error) return <ErrorNotice error={units.error} onRetry={() => void units.refetch()} />;
  if (!view || !units.data) return <FiguresSkeleton />;
  return (
    <FiguresContext value={view}>
      <FiguresBody />
    </FiguresContext>
  );
}

function FiguresSkeleton() {
  const texts = useFiguresTexts();
  return (
    <div className="figures skeleton" aria-busy="true">
      <h1 className="visually-hidden">{texts.loading}</h1>
      <div className="skeleton-line is-title" />
      <div className="skeleton-line is-short" />
      <div className="skeleton-sheet">
        {Array.from({ length: 12 }, (_, line) => (
          <div key={line} className="skeleton-line" />
        ))}
      </div>
    </div>
  );
}
