import { readConfig } from "#operations/config.ts";
import { listFormNotices } from "#operations/reminder-forms.ts";
import { remindAll } from "#operations/reminder-upkeep.ts";
import { previewReminders } from "#operations/send-reminders.ts";
import { noticeText } from "#wording/reminder-words.ts";
import { readArgs, UsageError } from "../usage.ts";
import { withInstallation } from "../with-installation.ts";

const help = `npx tuyen remind [--dry-run]

  Nhắc các đơn vị có phiếu sắp đến hạn, quá hạn hoặc bị trả lại; quá hạn lâu thì nhắc cả nơi duyệt. Máy chủ đang chạy
  tự làm việc này mỗi ngày một lần; cùng một việc không nhắc hai lần trong ngày.
  --dry-run   chỉ in ra sẽ nhắc ai việc gì, không gửi
`;

/** `tuyen remind`: the daily round, now. */
export async function remind(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { "dry-run": { type: "boolean" } } as const, help);
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length > 0) throw new UsageError(help);
  const settings = readConfig().reminders;
  await withInstallation(async (context) => {
    if (values["dry-run"]) {
      const units = await previewReminders(context, await listFormNotices(context, settings), settings);
      for (const { unitName, notices } of units) {
        process.stdout.write(`${unitName}\n${notices.map((notice) => `  - ${noticeText(notice, "vi")}\n`).join("")}`); // prettier-ignore
      }
      process.stdout.write(`Sẽ nhắc ${units.length} đơn vị.\n`);
      return;
    }
    const { reminded, already, sent, failed } = await remindAll(context, settings);
    const out = settings.mail ?? settings.webhooks ? ` Gửi ra ngoài: ${sent} được, ${failed} chưa được.` : " Chưa đặt máy chủ thư hay webhook: chỉ nhắc trong ứng dụng."; // prettier-ignore
    process.stdout.write(`Đã nhắc ${reminded.length} đơn vị; ${already.length} đơn vị đã được nhắc trước đó.${out}\n`); // prettier-ignore
  });
  return 0;
}
