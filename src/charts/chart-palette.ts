/** Colours of a picture: one set for paper and light screens, one for dark screens. */
export interface ChartPalette {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly grid: string;
  readonly edge: string;
  readonly land: string;
  /** From low to high, even in lightness: readable in grey and by colour-blind eyes. */
  readonly classes: readonly [string, string, string, string, string];
  /** What is written on each class. */
  readonly onClasses: readonly [string, string, string, string, string];
  /** From much less to much more, with the unchanged in the middle. */
  readonly diverging: readonly [string, string, string, string, string];
  readonly onDiverging: readonly [string, string, string, string, string];
  /** At most three lines in one picture. */
  readonly series: readonly [string, string, string];
  readonly circle: string;
}

export const lightPalette: ChartPalette = {
  ground: "#FFFFFF",
  ink: "#20242C",
  quiet: "#4B515C",
  grid: "#E8E4DA",
  edge: "#857F72",
  land: "#EAE6DB",
  classes: ["#F5F1DE", "#B9D3B4", "#79AFAE", "#3F779F", "#243C78"],
  onClasses: ["#20242C", "#20242C", "#20242C", "#FFFFFF", "#FFFFFF"],
  diverging: ["#8F4A00", "#D69C55", "#F3EFE6", "#8BABD6", "#284B93"],
  onDiverging: ["#FFFFFF", "#20242C", "#20242C", "#20242C", "#FFFFFF"],
  series: ["#284B93", "#B4530A", "#6E695E"],
  circle: "#284B93",
};

export const darkPalette: ChartPalette = {
  ground: "#1D2025",
  ink: "#EDEAE3",
  quiet: "#BDBCB8",
  grid: "#2A2D33",
  edge: "#7C7F86",
  land: "#2D3139",
  classes: ["#243049", "#33568A", "#4C86AE", "#83BDB9", "#D9E6C4"],
  onClasses: ["#EDEAE3", "#FFFFFF", "#15171B", "#15171B", "#15171B"],
  diverging: ["#E9A05F", "#8A5A2B", "#2D3139", "#46649C", "#A3BCF5"],
  onDiverging: ["#15171B", "#FFFFFF", "#EDEAE3", "#FFFFFF", "#15171B"],
  series: ["#A3BCF5", "#E9A05F", "#BDBCB8"],
  circle: "#A3BCF5",
};

/** The shades for so many classes, spread over the whole range: two classes are the palest and the darkest but one. */
export function shadesFor(count: number): readonly number[] {
  const chosen = [[], [2], [1, 3], [0, 2, 4], [0, 1, 3, 4], [0, 1, 2, 3, 4]];
  return chosen[Math.min(count, 5)] ?? [];
}
