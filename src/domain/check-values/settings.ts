import type { PeriodType } from "#domain/period.ts";

/** The thresholds of the checks. */
export interface CheckSettings {
  readonly leastPeriods: number;
  readonly modifiedZ: number;
  readonly plainZ: number;
  readonly spreadShare: number;
  readonly stockSpreadShare: number;
  readonly leastDifference: number;
  readonly seasonTolerance: number;
  readonly sameSeasonOnly: number;
  readonly changeFactor: number;
  readonly stockChangeFactor: number;
  readonly changeMean: number;
  readonly changeFloor: number;
  readonly changeSpreads: number;
  readonly mostChance: number;
  readonly repeatedDigits: number;
  readonly formCells: number;
  readonly formShare: number;
  readonly multipleChance: number;
  readonly transposedSpreads: number;
}

/** Measured with `bench/validation.bench.ts`; `settingReasons` says of each why it is what it is. */
export const defaultCheckSettings: CheckSettings = {
  leastPeriods: 6,
  modifiedZ: 8,
  plainZ: 0,
  spreadShare: 0.1,
  stockSpreadShare: 0.05,
  leastDifference: 10,
  seasonTolerance: 1.3,
  sameSeasonOnly: 0,
  changeFactor: 3,
  stockChangeFactor: 1.5,
  changeMean: 6,
  changeFloor: 20,
  changeSpreads: 3.5,
  mostChance: 0.001,
  repeatedDigits: 3,
  formCells: 5,
  formShare: 0.5,
  multipleChance: 0.005,
  transposedSpreads: 2.5,
};

interface Reason {
  readonly vi: string;
  readonly en: string;
}

/** What each threshold does, and why it is what it is. */
export const settingReasons: Readonly<Record<keyof CheckSettings, Reason>> = {
  leastPeriods: {
    vi: "Số kỳ trước tối thiểu để so; ít hơn thì trung vị chưa nói lên điều gì.",
    en: "Earlier periods needed for a comparison; with fewer a median says nothing.",
  },
  modifiedZ: {
    vi: "Điểm z cải biên (trung vị và MAD) từ đó số bị nêu. Mức 3,5 thường dùng báo nhầm quá nhiều vì số ca bệnh không theo phân phối chuẩn; đo trên số liệu mô phỏng, mức 8 báo nhầm bằng một nửa mức 6 mà chỉ bỏ sót thêm 5% số sai gấp năm.",
    en: "Modified z-score (median and MAD) from which a value is named. The usual 3.5 gives too many false alarms: cases are not normally distributed. Measured on simulated reports, 8 gives half the false alarms of 6 and misses 5% more of the five-fold errors.",
  },
  plainZ: {
    vi: "Điểm z thường (trung bình và độ lệch chuẩn); 0 là tắt: một số sai cũ làm nó mù, nên mặc định chỉ dùng z cải biên.",
    en: "Plain z-score (mean and standard deviation); 0 is off: one old error blinds it, so the modified score alone is the default.",
  },
  spreadShare: {
    vi: "Độ dao động tối thiểu của một số đếm, tính theo phần của mức thường có; để số gần như không đổi không bị nêu vì lệch chút ít.",
    en: "The least spread of a count, as a share of its usual level; a nearly constant number is not named for a small step.",
  },
  stockSpreadShare: {
    vi: "Như trên, cho số hiện có cuối kỳ, vốn thay đổi ít từ kỳ này sang kỳ khác.",
    en: "The same for stocks, which move little from one period to the next.",
  },
  leastDifference: {
    vi: "Chênh lệch nhỏ hơn số này không bao giờ bị nêu: 1 thành 3 ca là chuyện thường.",
    en: "A smaller difference is never named: 1 case becoming 3 is everyday.",
  },
  seasonTolerance: {
    vi: "Số nằm trong khoảng của cùng mùa các năm trước, nới thêm hệ số này, thì không bị nêu: bệnh theo mùa.",
    en: "A value within what the same season of earlier years showed, widened by this factor, is not named: diseases have seasons.",
  },
  sameSeasonOnly: {
    vi: "1: điểm z chỉ so với cùng tháng và hai tháng kề của các năm trước; 0: so với mọi kỳ trước. Mặc định 0, vì hai năm chỉ cho 5 số cùng mùa, ít để đo dao động.",
    en: "1: scores compare with the same month and its neighbours of earlier years alone; 0: with all earlier periods. 0 by default: two years give only 5 such values, few to measure a spread by.",
  },
  changeFactor: {
    vi: "Tăng hoặc giảm từ chừng này lần so với cả trung bình các kỳ trước lẫn cùng kỳ năm trước thì bị nêu.",
    en: "A rise or fall by this factor, against both the mean of the last periods and the same period last year, is named.",
  },
  stockChangeFactor: {
    vi: "Như trên, cho số hiện có cuối kỳ so với kỳ trước.",
    en: "The same for stocks, against the period before.",
  },
  changeMean: { vi: "Số kỳ trước lấy trung bình.", en: "Earlier periods in the mean." },
  changeFloor: {
    vi: "Số nhỏ hơn mức này ở cả hai bên không bị nêu vì tăng giảm nhiều lần.",
    en: "Where both sides are smaller, many times more or less is not named.",
  },
  changeSpreads: {
    vi: "Và phải lệch từ chừng này lần dao động thường có (tính theo tỷ lệ): số vốn lên xuống mạnh thì gấp ba cũng không lạ.",
    en: "And it must be this many usual spreads away (as a ratio): where numbers swing widely, three times is nothing.",
  },
  mostChance: {
    vi: "Lặp lại đúng số cũ chỉ bị nêu khi ngẫu nhiên trùng có xác suất nhỏ hơn mức này.",
    en: "Repeating an old number is named only where chance would do it more rarely than this.",
  },
  repeatedDigits: {
    vi: "Số chữ số tối thiểu để việc lặp lại một lần là đáng ngờ.",
    en: "Digits a number needs for a single repetition to be suspicious.",
  },
  formCells: {
    vi: "Số ô trùng tối thiểu để coi một biểu là chép lại kỳ cũ.",
    en: "Equal cells needed to call a form a copy of an earlier one.",
  },
  formShare: {
    vi: "Phần ô trùng tối thiểu trong các ô so được của biểu.",
    en: "Share of the comparable cells of the form that must be equal.",
  },
  multipleChance: {
    vi: "Lũy kế là bội số đúng của số trong tháng chỉ bị nêu khi tình cờ có xác suất nhỏ hơn mức này: 720 × 7 = 5.040 chỉ 1 trên 720 lần là tình cờ.",
    en: "A cumulative that is an exact multiple of the month is named where chance would do it more rarely than this: 720 × 7 = 5,040 comes about by chance once in 720.",
  },
  transposedSpreads: {
    vi: "Đảo hai chữ số của kỳ trước chỉ bị nêu khi số mới lệch hơn chừng này lần dao động thường có giữa hai kỳ.",
    en: "Two digits of the last period swapped are named only where the step is this many times the usual step.",
  },
};

/** How many earlier periods are looked at, and after how many a season comes round. */
export const historyLengths: Readonly<
  Record<PeriodType, { readonly periods: number; readonly year: number }>
> = {
  week: { periods: 104, year: 52 },
  month: { periods: 24, year: 12 },
  quarter: { periods: 12, year: 4 },
  "half-year": { periods: 8, year: 2 },
  "nine-months": { periods: 5, year: 1 },
  year: { periods: 5, year: 1 },
};
