import type { OfficialDocument } from "./official-document.ts";
import { pageFormat, textArea } from "./page-format.ts";
import { longestLine, textWidth } from "./text-width.ts";

const pointsPerMillimetre = 72 / 25.4;

/**
 * Lengths in points of the three drawn rules: as long as the tiêu ngữ (khoản 1b), and one third to one half of the
 * agency's name (khoản 2b) and of the trích yếu (khoản 5a), taking the longest line of each.
 */
export function ruleLengths({ letterhead, subject }: OfficialDocument): {
  readonly motto: number;
  readonly agency: number;
  readonly subject: number;
} {
  const { sizes, ruleShare, letterheadColumns } = pageFormat;
  const textWidthInPoints = textArea("portrait").width * pointsPerMillimetre;
  const lines = subject.map((line) => longestLine(line, sizes.subject, "bold", textWidthInPoints));
  return {
    motto: textWidth(letterhead.motto, sizes.motto, "bold"),
    agency: longestLine(letterhead.agency, sizes.agency, "bold", letterheadColumns[0] / 20) * ruleShare,
    subject: Math.max(0, ...lines) * ruleShare,
  };
}
