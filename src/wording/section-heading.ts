import type { SectionLayout } from "#domain/report.ts";
import { upperCase } from "./furniture.ts";

const levels: Readonly<Record<SectionLayout, number>> = {
  part: 1,
  roman: 2,
  arabic: 3,
  decimal: 4,
  letter: 5,
  titled: 6,
  untitled: 6,
};

/**
 * Number and title of a section as the decree prints them (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 6):
 * "Phần I" above its title in capitals, "I. TITLE", "1. Title", "1.1. Title", "a) Title".
 */
export function sectionHeading(
  layout: SectionLayout,
  number: string,
  title: string,
): { readonly label: string; readonly title: string; readonly level: number } {
  const bare = number.replace(/[\s.)]+$/, "");
  const capitals = layout === "part" || layout === "roman";
  return {
    label: bare === "" ? "" : sectionLabel(bare, layout),
    title: capitals ? upperCase(title) : title,
    level: levels[layout],
  };
}

function sectionLabel(bare: string, layout: SectionLayout): string {
  if (layout === "part") return `Phần ${bare.replace(/^phần\s+/iu, "")}`;
  return layout === "letter" ? `${bare})` : `${bare}.`;
}
