import type { CheckedValuesAnswer, PublishedFinding } from "#contract/check-values.ts";
import { parsePeriod } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";
import { publishFindings } from "#operations/check-values-publish.ts";
import { periodName } from "#wording/period.ts";
import { progress, withInstallation } from "../with-installation.ts";
import { readArgs, UsageError } from "../usage.ts";

const help = `npx tuyen validate --period KỲ[,KỲ…] [--within ĐƠN-VỊ] [--items MÃ,…] [--kinds LOẠI,…]
                   [--format table|json|csv] [--all] [--illustrative]

  Kiểm tra số liệu đã báo cáo: quy tắc, cộng các phần, giới hạn, số lạ so với các kỳ trước.
  Các loại: rule, partition, subset, limit, cumulative, repetition, digits, change, outlier.
  Phát hiện đã có người trả lời không in ra, trừ khi thêm --all. Mã thoát 1 khi có phát hiện.
`;

const formats: Readonly<Record<string, (answer: CheckedValuesAnswer) => string>> = {
  json: (answer) => `${JSON.stringify(answer, null, 2)}\n`,
  csv: printCsv,
  table: printList,
};

/** `tuyen validate`: what is wrong or strange in reported values. */
export async function validate(args: string[]): Promise<number> {
  const options = {
    period: { type: "string" },
    within: { type: "string" },
    items: { type: "string" },
    kinds: { type: "string" },
    format: { type: "string" },
    all: { type: "boolean" },
    illustrative: { type: "boolean" },
  } as const;
  const { values } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const period = readPeriods(values.period);
  const print = formats[values.format ?? "table"];
  if (!print) throw new UsageError(`Không có dạng “${values.format}”. Các dạng: ${Object.keys(formats).join(", ")}.`); // prettier-ignore
  const answer = await withInstallation((context) =>
    publishFindings(context, {
      period,
      ...(values.within !== undefined && { within: values.within.split(",") }),
      ...(values.items !== undefined && { items: values.items.split(",") }),
      ...(values.kinds !== undefined && { kinds: values.kinds.split(",") }),
      state: values.all ? "all" : "open",
      illustrative: values.illustrative ?? false,
      offset: 0,
      limit: 1000,
    }),
  );
  process.stdout.write(print(answer));
  tell(answer);
  return answer.page.total > 0 ? 1 : 0;
}

function readPeriods(text: string | undefined): string[] {
  if (text === undefined) throw new UsageError(`Thiếu --period, ví dụ --period 2023-06.\n\n${help}`);
  return text.split(",").map((one) => {
    const period = parsePeriod(one);
    if (!period) throw new Refusal("unknown-period", { period: one });
    return period;
  });
}

/** What does not belong to the result but should not be missed. */
function tell({ checked, page, skippedRules }: CheckedValuesAnswer): void {
  progress(`Đã kiểm ${checked} giá trị, ${page.total} phát hiện${page.next === null ? "" : `; chỉ in ${page.count} phát hiện nặng nhất`}.`); // prettier-ignore
  for (const { rule, item } of skippedRules) progress(`Chưa chạy được quy tắc ${rule}: ${item}`);
}

function printList({ findings }: CheckedValuesAnswer): string {
  const lines = findings.map(
    (finding) => `${severityWords[finding.severity]}  ${finding.orgUnitName}, ${periodName(finding.period)}. ${finding.text.vi}${answerOf(finding)}\n`, // prettier-ignore
  );
  return lines.length === 0 ? "Không có phát hiện nào.\n" : lines.join("");
}

const severityWords = { blocking: "SAI     ", warning: "XEM LẠI " };

function answerOf({ answer }: PublishedFinding): string {
  return answer ? ` [${answer.by}: ${answer.reason}]` : "";
}

function printCsv({ findings }: CheckedValuesAnswer): string {
  const head = ["severity", "gravity", "code", "orgUnit", "orgUnitName", "period", "key", "breakdown", "value", "text"]; // prettier-ignore
  const rows = findings.map(({ severity, gravity, code, orgUnit, orgUnitName, period, cells, text }) => [
    severity,
    String(gravity),
    code,
    orgUnit,
    orgUnitName,
    period,
    cells[0]?.key ?? "",
    cells[0]?.optionCombo ?? "",
    cells[0]?.value ?? "",
    text.vi,
  ]);
  return [head, ...rows].map((row) => `${row.map(quoted).join(",")}\n`).join("");
}

/** Quoted where needed; what a spreadsheet would take for a formula is made text. */
function quoted(text: string): string {
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
