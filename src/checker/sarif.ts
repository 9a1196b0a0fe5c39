import { claimKinds, type CheckedDocument, type Claim, type Verdict } from "./contract.ts";
import { sha256 } from "./sha256.ts";

/** Findings in SARIF 2.1.0, for pipelines that collect such logs. Claims that agree or cannot be checked are left out. */
export function sarifLog(documents: readonly CheckedDocument[]): object {
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Tuyến", rules: claimKinds.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: documents.flatMap((document) =>
          document.claims.flatMap((claim) => {
            const level = levels[claim.verdict];
            return level === undefined ? [] : [result(document, claim, level)];
          }),
        ),
      },
    ],
  };
}

const levels: Partial<Record<Verdict, "error" | "warning" | "note">> = {
  wrong: "error",
  suspect: "warning",
  note: "note",
};

function result({ document, text }: CheckedDocument, claim: Claim, level: string): object {
  const { line, column } = lineAt(text, claim.start);
  return {
    ruleId: claim.kind,
    level,
    message: { text: claim.message.vi },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(document.name) },
          region: {
            startLine: line,
            startColumn: column,
            charOffset: claim.start,
            charLength: claim.end - claim.start,
            snippet: { text: claim.quote },
          },
        },
      },
    ],
    // The place moves from draft to draft; the kind and the words stay.
    partialFingerprints: { "claim/v1": sha256(`${claim.kind}|${claim.quote.replace(/\s+/g, " ")}`) },
  };
}

/** Line and column, both from 1. */
function lineAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}
