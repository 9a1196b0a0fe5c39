import { once } from "node:events";
import { buildServer } from "#api/server.ts";
import type { SessionOptions } from "#api/sessions.ts";
import { Refusal } from "#domain/refusal.ts";
import { readConfig } from "#operations/config.ts";
import type { Context } from "#operations/context.ts";
import { openDemonstration } from "#operations/demo-accounts.ts";
import { prepareFirstVisit } from "#operations/first-visit.ts";
import { openInstallation, today } from "#operations/open-installation.ts";
import { readArgs } from "../usage.ts";
import { progress } from "../with-installation.ts";

const help = `npx tuyen serve [--port CỔNG] [--host ĐỊA CHỈ] [--demo]

  Mở ứng dụng web; mặc định chỉ máy này truy cập được (127.0.0.1:8080).
  --demo   dùng thử trên cài đặt trống: mỗi vai trò một tài khoản, ghi ngay trên trang đăng nhập
`;

/** Addresses that only this machine reaches. */
const ownAddresses = new Set(["127.0.0.1", "::1", "localhost"]);

/** `tuyen serve`: the web application and the API, until the process is told to stop. */
export async function serve(args: string[]): Promise<number> {
  const { values } = readArgs(
    args,
    { port: { type: "string" }, host: { type: "string" }, demo: { type: "boolean" } } as const,
    help,
  );
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const config = readConfig();
  const port = values.port === undefined ? config.port : Number(values.port);
  const host = values.host ?? config.host;
  if (values.demo && !ownAddresses.has(host)) throw new Refusal("demo-not-public", { host });
  const stopped = stopSignal();
  const installation = await openInstallation(config, progress);
  try {
    const waysIn = await prepareWaysIn(installation.context, values.demo ?? false);
    const server = await buildServer({
      context: installation.context,
      webDirectory: config.webDirectory,
      reminders: config.reminders,
      sessions: {
        ...config.sessions,
        ...waysIn,
        isOpenToVisitors: ownAddresses.has(host),
        clock: today,
        ...(config.trustProxy && { trustProxy: config.trustProxy }),
        ...(config.oidc && { oidc: config.oidc }),
      },
    });
    try {
      const address = await server.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
        throw error.code === "EADDRINUSE" ? new Refusal("port-taken", { port }) : error;
      });
      process.stdout.write(`Tuyến đang chạy tại ${address}\n`);
      tellWaysIn(waysIn);
      progress("Nhấn Ctrl+C để dừng.");
      await stopped;
      progress("Đang dừng…");
    } finally {
      await server.close();
    }
  } finally {
    await installation.close();
  }
  return 0;
}

type WaysIn = Pick<SessionOptions, "firstVisit" | "demonstration">;

/** How the first people come in: as those of a demonstration, or with a code that makes the administrator. */
async function prepareWaysIn(context: Context, isDemo: boolean): Promise<WaysIn> {
  if (isDemo) return { demonstration: await openDemonstration(context) };
  const firstVisit = await prepareFirstVisit(context);
  return firstVisit ? { firstVisit } : {};
}

/** Only who started the server sees the code, and only once. */
function tellWaysIn({ firstVisit, demonstration }: WaysIn): void {
  if (firstVisit) {
    progress("Chưa có tài khoản nào: mở địa chỉ trên từ máy này để xem số liệu và báo cáo có sẵn.");
    progress(
      "Để làm việc, chọn “tạo quản trị” trên trang và nhập mã dùng một lần này (hoặc chạy lại với -- --demo):",
    );
    progress(`  ${firstVisit.code}`);
  }
  if (demonstration) {
    progress(`Bản dùng thử: tài khoản và mật khẩu (${demonstration.password}) ghi trên trang đăng nhập.`);
  }
}

function stopSignal(): Promise<unknown> {
  return Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), once(process, "SIGHUP")]);
}
