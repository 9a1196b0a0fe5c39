import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A claim that a person labelled before the rules that read it were written. */
export interface Label {
  readonly kind: string;
  readonly verdict: "consistent" | "wrong" | "doubtful" | "note" | "undecidable";
  readonly printed: string;
  readonly quote: string;
}

export interface LabelledText {
  readonly id: string;
  readonly text: string;
  readonly claims: readonly Label[];
  /** Looks like an error and is none. */
  readonly trap?: string;
}

/** The passages and documents of one part of the corpus. */
export function readCorpus(part: "tuned" | "kept-aside" | "kept-aside-2"): LabelledText[] {
  const folder = join("test/checker-corpus", part);
  const passages = readLines(join(folder, "passages.jsonl"));
  const documents = readdirSync(folder)
    .filter((name) => name.endsWith(".txt") && existsSync(join(folder, name.replace(".txt", ".labels.json"))))
    .map((name) => {
      const labels = JSON.parse(
        readFileSync(join(folder, name.replace(".txt", ".labels.json")), "utf8"),
      ) as LabelledText;
      return { ...labels, id: name, text: readFileSync(join(folder, name), "utf8") };
    });
  return [...passages, ...documents];
}

/** One batch of sentences and short documents, each once as it should be and once for every planted error. */
export function readPhrasings(batch: number): LabelledText[] {
  return readLines(join("test/checker-corpus/phrasings", `batch-${batch}.jsonl`));
}

function readLines(file: string): LabelledText[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as LabelledText);
}
