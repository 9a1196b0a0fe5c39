import type { PublishedFigure } from "#contract/figure.ts";
import { optionCombo } from "#domain/breakdown.ts";
import { listFigures } from "#operations/list-figures.ts";
import { printFigureRows } from "#operations/print-figure-rows.ts";
import { readArgs, readPeriod, UsageError } from "../usage.ts";
import { withInstallation } from "../with-installation.ts";

const help = `npx tuyen figures --period KỲ [--format table|json|csv] [--illustrative]

  In mọi số liệu mà báo cáo của kỳ in ra, kể cả trong phụ lục.
  Tệp csv sửa xong có thể nhập lại bằng: npx tuyen import TỆP
`;

const formats: Record<string, (found: PublishedFigure[]) => string> = {
  json: (found) => `${JSON.stringify(found, null, 2)}\n`,
  csv: printFigureRows,
  table: printTable,
};

/** `tuyen figures`: every figure of a report, for people or programs. */
export async function figures(args: string[]): Promise<number> {
  const options = {
    period: { type: "string" },
    format: { type: "string" },
    illustrative: { type: "boolean" },
  } as const;
  const { values } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const period = readPeriod(values.period, help);
  const print = formats[values.format ?? "table"];
  if (!print)
    throw new UsageError(`Không có dạng “${values.format}”. Các dạng: ${Object.keys(formats).join(", ")}.`);
  const found = await withInstallation((context) =>
    listFigures(context, { period, illustrative: values.illustrative ?? false }),
  );
  process.stdout.write(print(found));
  return 0;
}

/** Columns wide enough for what stands in them; numbers to the right. */
function printTable(found: PublishedFigure[]): string {
  const rows = found.map((figure) => [
    [figure.key, optionCombo(figure.breakdown)].filter((text) => text !== "").join(" · "),
    figure.role,
    figure.period,
    figure.orgUnit,
    figure.text,
    figure.unit,
    figure.asOf,
    figure.stated === undefined ? stateWords[figure.state] : `văn bản nguồn in ${figure.stated}`,
  ]);
  const table = [
    ["chỉ tiêu", "vai trò", "kỳ", "đơn vị", "số", "đơn vị tính", "đến ngày", "ghi chú"],
    ...rows,
  ];
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
  const line = (row: string[]) =>
    row.map((text, column) => pad(text, widths[column] ?? 0, column === 4)).join("  ").trimEnd(); // prettier-ignore
  return `${table.map(line).join("\n")}\n`;
}

const stateWords = { confirmed: "", provisional: "tạm tính", missing: "thiếu", overridden: "ghi đè" };

function pad(text: string, width: number, toRight: boolean): string {
  const space = " ".repeat(Math.max(0, width - text.length));
  return toRight ? space + text : text + space;
}
