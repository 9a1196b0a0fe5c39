import type { CheckedDocument, Claim, Verdict } from "#operations/check-document.ts";
import type { Language } from "#wording/refusals.ts";

const words = {
  vi: {
    consistent: "phép tính khớp", wrong: "sai", suspect: "nghi vấn", note: "lưu ý", unchecked: "chưa kiểm được",
    style: "lưu ý về cách viết số (xem bằng --format json)",
    reasons: {
      "missing-plan": "thiếu kế hoạch", "missing-previous-period": "thiếu kỳ trước", "missing-population": "thiếu dân số",
      "missing-denominator": "thiếu mẫu số", "missing-part": "thiếu thành phần", estimate: "số ước",
    },
  },
  en: {
    consistent: "claims agree", wrong: "wrong", suspect: "doubtful", note: "notes", unchecked: "not checked",
    style: "notes on how numbers are written (see --format json)",
    reasons: {
      "missing-plan": "no plan", "missing-previous-period": "no previous period", "missing-population": "no population",
      "missing-denominator": "no denominator", "missing-part": "a part is missing", estimate: "estimate",
    },
  },
} as const; // prettier-ignore

const marks: Partial<Record<Verdict, string>> = { wrong: "✗", suspect: "?", note: "·" };

/** A checked document for people: what agrees and what does not, the gravest first; style notes only counted. */
export function printChecked(document: CheckedDocument, language: Language): string {
  const shown = document.claims
    .filter(({ verdict, kind }) => verdict in marks && kind !== "format")
    .toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  const style = document.claims.filter(({ kind, verdict }) => kind === "format" && verdict in marks).length;
  const lines = shown.map((claim) => printClaim(claim, document.text, language));
  const folded = style === 0 ? [] : [`  + ${style} ${words[language].style}\n`];
  return [header(document, language), ...lines, ...folded].join("");
}

const order: readonly Verdict[] = ["wrong", "suspect", "note"];

/** Counts everything, also what could not be checked and why: silence is not approval. */
function header({ document, counts, claims }: CheckedDocument, language: Language): string {
  const { reasons, ...names } = words[language];
  const parts = (["consistent", "wrong", "suspect", "note", "unchecked"] as const).map(
    (verdict) => `${counts[verdict]} ${names[verdict]}`,
  );
  const why = new Map<string, number>();
  for (const { verdict, reason } of claims) {
    if (verdict === "unchecked" && reason) why.set(reasons[reason], (why.get(reasons[reason]) ?? 0) + 1);
  }
  const because = [...why].map(([reason, count]) => `${reason} ${count}`).join(", ");
  return `${document.name}: ${parts.join(" · ")}${because === "" ? "" : ` (${because})`}\n`;
}

function printClaim(claim: Claim, text: string, language: Language): string {
  const line = text.slice(0, claim.start).split("\n").length;
  const proposals = claim.proposals.map(({ message }) => `      → ${message[language]}\n`).join("");
  const quote = claim.quote.replace(/\s+/g, " ").trim();
  return `  ${marks[claim.verdict]} ${language === "vi" ? "dòng" : "line"} ${line}: «${quote}»\n      ${claim.message[language]}\n${proposals}`;
}
