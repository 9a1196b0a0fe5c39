import { constants } from "node:fs";
import { access, mkdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { printReportPdf } from "#documents/report-pdf.ts";
import { Refusal } from "#domain/refusal.ts";
import { refusalText } from "#wording/refusals.ts";
import { buildReport } from "./build-report.ts";
import type { Config } from "./config.ts";
import type { Context } from "./context.ts";
import { listReportPeriods } from "./list-report-periods.ts";
import { openInstallation, type Installation } from "./open-installation.ts";

/** One thing that was looked at: what was found, and what to do where it is not as it should be. */
export interface Check {
  readonly name: string;
  readonly state: "ok" | "warning" | "problem";
  readonly found: string;
  readonly remedy?: string;
}

const gigabyte = 1024 ** 3;

/** Looks at everything an installation rests on, one after the other, and goes on as far as it can. */
export async function checkInstallation(config: Config, log: (line: string) => void): Promise<Check[]> {
  const checks = [checkNode(), await checkBuild(config), ...(await checkDataDirectory(config))];
  const opened = await openSafely(config, log);
  if ("check" in opened) return [...checks, opened.check];
  const { installation } = opened;
  try {
    checks.push({ name: "Cơ sở dữ liệu", state: "ok", found: await describeDatabase(installation.context) });
    checks.push(await checkFigures(installation.context), await checkPrinting(installation.context));
  } finally {
    await installation.close();
  }
  return checks;
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isEnough = major > 20 || (major === 20 && minor >= 19);
  return {
    name: "Node.js",
    state: isEnough ? "ok" : "problem",
    found: `phiên bản ${process.versions.node}`,
    ...(!isEnough && { remedy: "Cài Node.js 20.19 trở lên." }),
  };
}

async function checkBuild({ webDirectory }: Config): Promise<Check> {
  const isBuilt = await isThere(join(webDirectory, "index.html"));
  return {
    name: "Ứng dụng web",
    state: isBuilt ? "ok" : "warning",
    found: isBuilt ? "đã dựng" : "chưa dựng; dòng lệnh vẫn chạy được",
    ...(!isBuilt && { remedy: "Chạy: npm run build." }),
  };
}

/** An own PostgreSQL server keeps its data elsewhere; then there is nothing to look at here. */
async function checkDataDirectory({ databaseUrl, dataDirectory }: Config): Promise<Check[]> {
  if (databaseUrl !== undefined) return [];
  const name = "Thư mục dữ liệu";
  try {
    await mkdir(dataDirectory, { recursive: true });
    await access(dataDirectory, constants.W_OK);
  } catch {
    const remedy = "Cấp quyền ghi cho người chạy chương trình, hoặc đặt TUYEN_DATA sang thư mục khác.";
    return [{ name, state: "problem", found: `không ghi được vào ${dataDirectory}`, remedy }];
  }
  const { bavail, bsize } = await statfs(dataDirectory);
  const free = (bavail * bsize) / gigabyte;
  const found = `${dataDirectory}, còn trống ${free.toFixed(1).replace(".", ",")} GB`;
  return [
    free >= 1
      ? { name, state: "ok", found }
      : { name, state: "warning", found, remedy: "Dọn đĩa: cần ít nhất 1 GB trống." },
  ];
}

async function openSafely(
  config: Config,
  log: (line: string) => void,
): Promise<{ installation: Installation } | { check: Check }> {
  try {
    return { installation: await openInstallation(config, log) };
  } catch (error) {
    const found =
      error instanceof Refusal ? refusalText(error.code, error.facts) : error instanceof Error ? error.message : String(error); // prettier-ignore
    const remedy = config.databaseUrl
      ? "Kiểm tra DATABASE_URL, tài khoản và máy chủ PostgreSQL (từ phiên bản 15)."
      : "Làm theo câu trên; nếu vẫn lỗi, đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.";
    return { check: { name: "Cơ sở dữ liệu", state: "problem", found, remedy } };
  }
}

async function describeDatabase({ db, province }: Context): Promise<string> {
  const [row] = await db.query<{ version: string }>("select current_setting('server_version') as version");
  return `PostgreSQL ${row?.version ?? ""}, danh mục của tỉnh ${province} đã nạp`;
}

async function checkFigures(context: Context): Promise<Check> {
  const [newest] = await listReportPeriods(context);
  const name = "Số liệu báo cáo";
  if (!newest) {
    return {
      name,
      state: "warning",
      found: "chưa có kỳ nào có số liệu",
      remedy: "Nhập số liệu: npx tuyen import TỆP.",
    };
  }
  const { figures } = await buildReport(context, { period: newest.period });
  const missing = figures.filter(({ state }) => state === "missing").length;
  const stated = figures.filter((figure) => figure.stated !== undefined).length;
  return {
    name,
    state: missing > 0 ? "warning" : "ok",
    found: `${newest.name}: ${figures.length} số, thiếu ${missing}, lệch với văn bản nguồn ${stated}`,
    ...(missing > 0 && { remedy: `Xem số còn thiếu: npx tuyen figures --period ${newest.period}.` }),
  };
}

async function checkPrinting(context: Context): Promise<Check> {
  const [newest] = await listReportPeriods(context);
  const name = "In PDF";
  if (!newest) return { name, state: "ok", found: "chưa có kỳ để in thử" };
  try {
    const bytes = await printReportPdf(await buildReport(context, { period: newest.period }));
    return { name, state: "ok", found: `in thử ${newest.name}: ${Math.ceil(bytes.length / 1024)} KB` };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { name, state: "problem", found, remedy: "Cài lại các gói: npm ci." };
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
