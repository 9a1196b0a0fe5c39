import type { Table, TableColumn, TableRow } from "#domain/report.ts";
import { useTexts } from "../language.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { SheetSpan } from "./sheet-span.tsx";

interface SheetTableProps {
  readonly table: Table;
  /** What the table is called where it is only heard. */
  readonly title: string;
  readonly selected: number | undefined;
}

/** A table of an annex; where it is wider than the screen it scrolls by itself, with the keyboard too. */
export function SheetTable({ table, title, selected }: SheetTableProps) {
  const { annex } = useTexts();
  const { caption, columns, rows, notes } = table;
  return (
    <div className="table-block">
      <ScrollRegion className="table-scroll" label={annex.table(title)}>
        <table>
          {caption !== undefined && <caption>{caption}</caption>}
          <colgroup>
            {columns.map(({ width }, at) => (
              <col key={at} style={{ width: `${width * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={at} scope="col">
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <SheetRow key={at} row={row} columns={columns} selected={selected} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {notes.map((note) => (
        <p key={note} className="table-note">
          {note}
        </p>
      ))}
    </div>
  );
}

interface SheetRowProps {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  readonly selected: number | undefined;
}

function SheetRow({ row, columns, selected }: SheetRowProps) {
  if (row.heading) {
    return (
      <tr>
        <th className="row-heading" scope="rowgroup" colSpan={columns.length}>
          {row.cells.map((span, at) => (
            <SheetSpan key={at} span={span} selected={selected} />
          ))}
        </th>
      </tr>
    );
  }
  const named = columns.findIndex(({ align }) => align === "left");
  return (
    <tr>
      {columns.map(({ align }, at) => {
        const span = row.cells[at] ?? { text: "" };
        const content = <SheetSpan span={span} selected={selected} />;
        return at === named ? (
          <th key={at} scope="row" data-align={align}>
            {content}
          </th>
        ) : (
          <td key={at} data-align={align}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}
