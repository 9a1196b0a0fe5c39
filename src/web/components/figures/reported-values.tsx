import { useInfiniteQuery } from "@tanstack/react-query";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { useTexts } from "../../language.tsx";
import { printValue } from "../../figures/cell-text.ts";
import { reportedValuesQuery, type ValueRequest } from "../../figures/figures-api.ts";
import type { CellName } from "../../figures/view-choice.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

interface ReportedValuesProps {
  readonly request: ValueRequest & { readonly tree: string };
  readonly name: CellName;
}

const count = (number: number) => formatNumber(decimal(number), 0);

/** The values people reported, which a figure was put together from; each opens with its history. */
export function ReportedValues({ request, name }: ReportedValuesProps) {
  const { panel: texts } = useFiguresTexts();
  const common = useTexts();
  const { change } = useFiguresView();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(reportedValuesQuery(request));
  const values = (data?.pages ?? [])
    .flatMap((page) => page.values)
    .filter(({ orgUnit, period }) => orgUnit !== name.orgUnit || period !== name.period);
  const total = data?.pages[0]?.total ?? 0;
  const loaded = (data?.pages ?? []).reduce((sum, page) => sum + page.values.length, 0);
  const unit = data?.pages[0]?.unit ?? "";
  if (data && values.length === 0) return null;
  return (
    <section>
      <h3>
        {request.illustrative ? texts.illustrativeBehind : texts.reported}{" "}
        {total > 0 && `(${texts.reportedCount(count(total))})`}
      </h3>
      <ul className="below-list">
        {values.map(({ orgUnit, orgUnitName, period, optionCombo, value, isCovered }) => {
          const item = optionCombo === "" ? request.key : `${request.key}[${optionCombo}]`;
          return (
            <li key={`${orgUnit}|${period}|${optionCombo}`}>
              <button
                type="button"
                onClick={() => change({ open: { item, orgUnit, period, role: "actual" } })}
              >
                <span>
                  {orgUnitName}
                  <small>
                    {" "}
                    {common.period(period)}
                    {optionCombo !== "" && `, ${optionCombo}`}
                    {isCovered && `, ${texts.covered}`}
                  </small>
                </span>
                <b>{printValue(value, unit)}</b>
              </button>
            </li>
          );
        })}
      </ul>
      {hasNextPage && (
        <button type="button" className="link" onClick={() => void fetchNextPage()}>
          {texts.moreReported(count(total - loaded))}
        </button>
      )}
    </section>
  );
}
