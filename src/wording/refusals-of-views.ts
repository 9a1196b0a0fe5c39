import type { Sentences } from "./refusals.ts";

/** Why a view cannot be saved or deleted. */
export const viewRefusals: Readonly<Record<string, Sentences>> = {
  "view-name-taken": {
    vi: ({ name }) => `Bạn đã có góc nhìn tên “${name}”. Đặt tên khác, hoặc chọn thay thế.`,
    en: ({ name }) => `You already have a view named “${name}”. Choose another name, or replace it.`,
  },
  "too-many-views": {
    vi: ({ limit }) => `Mỗi người lưu nhiều nhất ${limit} góc nhìn. Xóa bớt những góc nhìn không dùng.`,
    en: ({ limit }) => `One person keeps at most ${limit} views. Delete some that are not in use.`,
  },
  "unknown-view": {
    vi: () => "Không có góc nhìn này trong số các góc nhìn của bạn; có thể đã bị xóa.",
    en: () => "There is no such view among yours; it may have been deleted.",
  },
}; // prettier-ignore
