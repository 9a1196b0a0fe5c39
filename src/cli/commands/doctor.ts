import { checkInstallation, type Check } from "#operations/check-installation.ts";
import { readConfig } from "#operations/config.ts";
import { readArgs } from "../usage.ts";
import { progress } from "../with-installation.ts";

const help = `npx tuyen doctor [--format text|json]

  Kiểm tra cài đặt: Node.js, bản dựng, thư mục dữ liệu, cơ sở dữ liệu, danh mục, số liệu, in ấn.
`;

const marks = { ok: "✓", warning: "!", problem: "✗" };

/** `tuyen doctor`: what is wrong with an installation and how to mend it; exit 1 when something is. */
export async function doctor(args: string[]): Promise<number> {
  const { values } = readArgs(args, { format: { type: "string" } } as const, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const checks = await checkInstallation(readConfig(), progress);
  process.stdout.write(
    values.format === "json" ? `${JSON.stringify(checks, null, 2)}\n` : checks.map(printCheck).join(""),
  );
  return checks.some(({ state }) => state === "problem") ? 1 : 0;
}

function printCheck({ name, state, found, remedy }: Check): string {
  return `${marks[state]} ${name}: ${found}\n${remedy === undefined ? "" : `    → ${remedy}\n`}`;
}
