import type { CheckedDocument, Claim, Message } from "#checker/contract.ts";
import type { Note } from "./annotate-docx.ts";

type Language = keyof Message;

const words = {
  vi: { wrong: "Sai", suspect: "Nghi vấn", note: "Lưu ý", style: "Cách viết" },
  en: { wrong: "Wrong", suspect: "Doubtful", note: "Note", style: "Style" },
} as const;

const mostStyleNotes = 60;

/**
 * One comment for every finding, on its own words: the arithmetic, then what would mend it. Remarks on how things are
 * written share one comment on the first line, so that they do not drown the rest.
 */
export function notesOf(document: CheckedDocument, language: Language): readonly Note[] {
  const { claims, text } = document;
  const findings = claims.flatMap(({ verdict, kind, ...claim }) =>
    kind === "format" || verdict === "unchecked" || verdict === "consistent"
      ? []
      : [
          {
            start: claim.start,
            end: claim.end,
            text: `${words[language][verdict]}. ${said(claim, language)}`,
          },
        ],
  );
  const style = claims.filter(({ verdict, kind }) => kind === "format" && verdict === "note");
  return style.length === 0 ? findings : [styleComment(text, style, language), ...findings];
}

function said({ message, proposals }: Pick<Claim, "message" | "proposals">, language: Language): string {
  return [message[language], ...proposals.map((each) => `${each.message[language]}.`)].join(" ");
}

function styleComment(text: string, claims: readonly Claim[], language: Language): Note {
  const start = Math.max(0, text.search(/\S/u));
  const lineEnd = text.indexOf("\n", start);
  const lines = [...new Set(claims.map((claim) => said(claim, language)))].slice(0, mostStyleNotes);
  return {
    start,
    end: lineEnd < 0 ? text.length : lineEnd,
    text: [`${words[language].style} (${claims.length}):`, ...lines].join("\n"),
  };
}
