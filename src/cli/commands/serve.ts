import { once } from "node:events";
import { buildServer } from "#api/server.ts";
import { Refusal } from "#domain/refusal.ts";
import { readConfig } from "#operations/config.ts";
import { openInstallation } from "#operations/open-installation.ts";
import { readArgs } from "../usage.ts";
import { progress } from "../with-installation.ts";

const help = `npx tuyen serve [--port CỔNG] [--host ĐỊA CHỈ]

  Mở ứng dụng web; mặc định chỉ máy này truy cập được (127.0.0.1:8080).
`;

/** `tuyen serve`: the web application and the API, until the process is told to stop. */
export async function serve(args: string[]): Promise<number> {
  const { values } = readArgs(args, { port: { type: "string" }, host: { type: "string" } } as const, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const config = readConfig();
  const port = values.port === undefined ? config.port : Number(values.port);
  const host = values.host ?? config.host;
  const stopped = stopSignal();
  const installation = await openInstallation(config, progress);
  try {
    const server = await buildServer({ context: installation.context, webDirectory: config.webDirectory });
    const address = await server.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === "EADDRINUSE" ? new Refusal("port-taken", { port }) : error;
    });
    process.stdout.write(`Tuyến đang chạy tại ${address}\n`);
    progress("Nhấn Ctrl+C để dừng.");
    await stopped;
    progress("Đang dừng…");
    await server.close();
  } finally {
    await installation.close();
  }
  return 0;
}

function stopSignal(): Promise<unknown> {
  return Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), once(process, "SIGHUP")]);
}
