import type { LoadedOutlines } from "#contract/outline.ts";
import { isDay } from "#domain/calendar.ts";
import { loadOutlines, readOutlineBytes } from "#operations/load-outlines.ts";
import { formatDay } from "#wording/period.ts";
import { readArgs, UsageError } from "../usage.ts";
import { withInstallation } from "../with-installation.ts";

const help = `npx tuyen outlines load TỆP --on 2025-07-01 [--level 3] [--object TÊN] [--source "…"] [--format text|json]

  Nạp ranh giới đơn vị từ GeoJSON hoặc TopoJSON để vẽ bản đồ. Mỗi hình phải có mã hoặc tên đơn vị.
  --on        ngày ranh giới bắt đầu có hiệu lực; đơn vị được tìm trong cây của ngày đó
  --level     chỉ cấp này: 1 tỉnh, 2 huyện, 3 xã
  --object    tên đối tượng, khi tệp TopoJSON có nhiều đối tượng
  --source    nguồn bản đồ, in dưới mỗi bản đồ
`;

/** `tuyen outlines load`: where units lie, from a file. */
export async function outlines(args: string[]): Promise<number> {
  const text = { type: "string" } as const;
  const options = { on: text, level: text, object: text, source: text, format: text };
  const { values, positionals } = readArgs(args, options, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const [verb, path, ...others] = positionals;
  if (verb !== "load" || path === undefined || others.length > 0) throw new UsageError(`Cần: outlines load TỆP.\n\n${help}`); // prettier-ignore
  const { on, object, source } = values;
  if (on === undefined || !isDay(on)) throw new UsageError(`Thiếu ngày, ví dụ --on 2025-07-01.\n\n${help}`);
  const level = readLevel(values.level);
  const bytes = await readOutlineBytes(path);
  const loaded = await withInstallation((context) =>
    loadOutlines(context, bytes, { on, level, object, source }),
  );
  process.stdout.write(values.format === "json" ? `${JSON.stringify(loaded, null, 2)}\n` : inWords(loaded));
  return 0;
}

function readLevel(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]$/.test(text)) throw new UsageError(`--level nhận 1 (tỉnh), 2 (huyện) hoặc 3 (xã).\n\n${help}`);
  return Number(text);
}

function inWords({ on, outlines: count, points, replaced }: LoadedOutlines): string {
  const also = points > 0 ? `, ${points} điểm đặt tên` : "";
  const instead = replaced > 0 ? `; thay cho ${replaced} ranh giới đã có` : "";
  return `Đã nạp ${count} ranh giới${also}, có hiệu lực từ ${formatDay(on)}${instead}.\n`;
}
