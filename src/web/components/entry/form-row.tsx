import { memo } from "react";
import type { Form } from "#contract/form.ts";
import type { Finding } from "#domain/finding.ts";
import { earlierValue, reachedShare, sinceJanuary } from "../../entry/beside-a-box.ts";
import { shown } from "../../entry/form-state.ts";
import { useLanguage } from "../../language.tsx";
import { Box } from "./box.tsx";
import { CellMessages } from "./cell-messages.tsx";
import { useBox, useFormView, useTotal } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

type Row = Form["sections"][number]["rows"][number];

export interface Notices {
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly returned: ReadonlyMap<string, string>;
  /** Boxes that another device has something else in. */
  readonly unsettled: ReadonlySet<string>;
}

interface FormRowProps {
  readonly row: Row;
  /** A section with one column has room for what can be held against each box. */
  readonly isWide: boolean;
  readonly columns: number;
  readonly notices: Notices;
}

/** One indicator: its name, its boxes, and what was reported before beside each. */
export const FormRow = memo(function FormRow({ row, isWide, columns, notices }: FormRowProps) {
  const { language } = useLanguage();
  const texts = useEntryTexts();
  const cells = row.cells.filter((cell) => cell !== null);
  const concerned = cells.filter(
    (cell) => notices.findings.has(cell) || notices.returned.has(cell) || notices.unsettled.has(cell),
  );
  const isComputed = useIsComputed(cells[0]);
  return (
    <>
      <tr className={isComputed ? "is-computed" : undefined}>
        <th scope="row" style={{ paddingInlineStart: 12 + 16 * row.indent }}>
          {row.name[language]}
          {isComputed && <small> {texts.table.computed}</small>}
          {row.help && <small> · {row.help[language]}</small>}
        </th>
        {isWide && cells[0] !== undefined && <WideCells cell={cells[0]} row={row} notices={notices} />}
        {!isWide &&
          row.cells.map((cell, index) => (
            <td key={index}>{cell !== null && <NarrowCell cell={cell} notices={notices} />}</td>
          ))}
      </tr>
      {concerned.length > 0 && (
        <tr className="row-messages">
          <td colSpan={1 + columns}>
            {concerned.map((cell) => (
              <CellMessages
                key={cell}
                cell={cell}
                findings={notices.findings.get(cell) ?? []}
                returned={notices.returned.get(cell)}
              />
            ))}
          </td>
        </tr>
      )}
    </>
  );
});

function useIsComputed(cell: string | undefined): boolean {
  const { cellsByName } = useFormView();
  return cell !== undefined && cellsByName.get(cell)?.kind === "computed";
}

interface CellProps {
  readonly cell: string;
  readonly notices: Notices;
}

function WideCells({ cell, row, notices }: CellProps & { readonly row: Row }) {
  const { state } = useFormView();
  const texts = useEntryTexts();
  const { earlier } = state.form;
  const value = useCurrentValue(cell);
  const before = earlierValue(state.form, earlier.lastPeriod.values, cell);
  const lastYear = earlierValue(state.form, earlier.lastYear.values, cell);
  const since = sinceJanuary(state.form, cell, value);
  const share = reachedShare(since, row.denominator);
  return (
    <>
      <td className="past" data-label={texts.shortPeriod(earlier.lastPeriod.period)}>
        {written(before)}
      </td>
      <td className="past" data-label={texts.shortPeriod(earlier.lastYear.period)}>
        {written(lastYear)}
      </td>
      <td className="now">
        <BoxOrTotal cell={cell} notices={notices} />
      </td>
      <td className="past" data-label={texts.table.sinceJanuary}>
        {written(since)}
      </td>
      <td className="past" data-label={texts.table.denominator}>
        {written(row.denominator)}
      </td>
      <td className="past" data-label={texts.table.reached}>
        {share ?? "–"}
      </td>
    </>
  );
}

function NarrowCell({ cell, notices }: CellProps) {
  const { state } = useFormView();
  const { earlier } = state.form;
  const texts = useEntryTexts();
  const before = earlierValue(state.form, earlier.lastPeriod.values, cell);
  const lastYear = earlierValue(state.form, earlier.lastYear.values, cell);
  return (
    <>
      <BoxOrTotal cell={cell} notices={notices} />
      <span className="beside">
        {texts.table.lastPeriod(texts.shortPeriod(earlier.lastPeriod.period), written(before))}{" "}
        {texts.table.lastYear(written(lastYear))}
      </span>
    </>
  );
}

function BoxOrTotal({ cell, notices }: CellProps) {
  const { cellsByName } = useFormView();
  const total = useTotal(cell);
  if (cellsByName.get(cell)?.kind === "computed")
    return <output className="total">{total === undefined ? "–" : shown(total)}</output>;
  const blocking = notices.findings.get(cell)?.some(({ severity }) => severity === "blocking");
  const look = notices.returned.has(cell) ? "returned" : blocking || notices.unsettled.has(cell) ? "blocking" : notices.findings.has(cell) ? "warning" : undefined; // prettier-ignore
  return <Box cell={cell} look={look} describedBy={`notes-${cell}`} />;
}

function useCurrentValue(cell: string): string | undefined {
  const { cellsByName } = useFormView();
  const total = useTotal(cell);
  const box = useBox(cell);
  if (cellsByName.get(cell)?.kind === "computed") return total;
  return box.typed.kind === "value" ? box.typed.value : undefined;
}

function written(value: string | undefined): string {
  return value === undefined ? "–" : shown(value);
}
