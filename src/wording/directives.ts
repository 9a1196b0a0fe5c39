import type { DirectiveGap, ReadDirective } from "#domain/directive-reading/directive.ts";
import type { NoticeRemark } from "#domain/directive-reading/read-directives.ts";
import { formatDay } from "./period.ts";
import type { Language } from "./refusals.ts";

const words = {
  vi: {
    kinds: { task: "Việc", challenge: "Khó khăn", recommendation: "Kiến nghị" },
    gaps: { lead: "thiếu đơn vị chủ trì", several_leads: "nhiều đơn vị chủ trì, chọn một", term: "thiếu thời hạn", product: "thiếu sản phẩm" },
    problems: { "no-such-day": "không có ngày này", "before-document": "đã qua trước ngày văn bản" },
    implied: "theo mục, cần xác nhận", lead: "Chủ trì", cooperating: "Phối hợp", addressee: "Gửi", term: "Hạn",
    until: "đến hết", product: "Sản phẩm", rhythm: "Thường xuyên", missing: "Còn thiếu", indicators: "Chỉ tiêu gợi ý",
  },
  en: {
    kinds: { task: "Task", challenge: "Challenge", recommendation: "Recommendation" },
    gaps: { lead: "no lead unit", several_leads: "several lead units, choose one", term: "no term", product: "no product" },
    problems: { "no-such-day": "no such day", "before-document": "past before the document's date" },
    implied: "from the section, to be confirmed", lead: "Lead", cooperating: "With", addressee: "To", term: "Term",
    until: "until", product: "Product", rhythm: "Goes on", missing: "Missing", indicators: "Suggested indicators",
  },
} as const; // prettier-ignore

/** What a directive lacks, in words. */
export function gapText(gap: DirectiveGap, language: Language = "vi"): string {
  return words[language].gaps[gap];
}

/** One entry for people: its words, and below them what was read from them and what is missing. */
export function directiveLines(read: ReadDirective, language: Language): string {
  const said = words[language];
  const { term, termProblem, leads, cooperating, addressee, product, rhythm, items, gaps, indicators } = read;
  const names = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text).join("; ");
  const until = term && `${said.until} ${formatDay(term.to)} (“${term.text}”${term.basis === "implied" ? `, ${said.implied}` : ""})`; // prettier-ignore
  const rows: [string, string | undefined][] = [
    [said.addressee, addressee?.text],
    [said.lead, leads.length > 0 ? names(leads) : undefined],
    [said.cooperating, cooperating.length > 0 ? names(cooperating) : undefined],
    [said.term, until],
    [said.term, termProblem && `“${termProblem.text}”: ${said.problems[termProblem.problem]}`],
    [said.rhythm, rhythm && `“${rhythm.text}”`],
    [said.product, product?.text],
    [said.indicators, indicators.length > 0 ? indicators.join(", ") : undefined],
    [said.missing, gaps.length > 0 ? gaps.map((gap) => said.gaps[gap]).join("; ") : undefined],
  ];
  const place = [read.section, read.number].filter((part) => part !== "").join(".");
  return [
    `${said.kinds[read.kind]} ${place}. ${read.text.replace(/\s+/gu, " ")}`,
    ...items.map(({ text }, index) => `    ${read.number}.${index + 1} ${text}`),
    ...rows.flatMap(([name, value]) => (value === undefined ? [] : [`    ${name}: ${value}`])),
    "",
  ].join("\n");
}

/** What reading noticed about the document. */
export function remarkText({ code, facts }: NoticeRemark, language: Language = "vi"): string {
  const sentences: Record<NoticeRemark["code"], Record<Language, string>> = {
    "not-numbered": {
      vi: `Văn bản không đánh số kết luận; mỗi đoạn được coi là một việc (${facts["entries"]} đoạn). Hãy xem lại.`,
      en: `The conclusions are not numbered; each paragraph was taken as one task (${facts["entries"]}). Please check.`,
    },
    "number-jumps": {
      vi: `Số thứ tự nhảy từ ${facts["after"]} sang ${facts["found"]}; hãy xem có sót kết luận nào không.`,
      en: `Numbers jump from ${facts["after"]} to ${facts["found"]}; see whether a conclusion is missing.`,
    },
    "nothing-found": {
      vi: "Không thấy mục kết luận, nhiệm vụ, khó khăn hay kiến nghị nào trong văn bản.",
      en: "No section of conclusions, tasks, challenges or recommendations was found.",
    },
  };
  return sentences[code][language];
}
