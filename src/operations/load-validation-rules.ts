import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ValidationRuleRecord } from "#contract/validation-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import type { Database } from "#store/database.ts";
import { listRuleHands, saveValidationRules } from "#store/validation-rules.ts";
import { readRule } from "./publish-validation-rules.ts";

/**
 * Brings the rules that come with a catalogue into the database, where nobody changed or deleted them since. Answers how
 * many were new or said something new. Refuses `catalogue-invalid`.
 */
export async function loadValidationRules(db: Database, province: string, folder: string): Promise<number> {
  const text = await readFile(join(folder, file), "utf8").catch(() => "[]"); // a catalogue need not have rules
  const rules = parseValidationRules(text);
  return db.transaction(async (tx) => {
    const hands = await listRuleHands(tx, province);
    const ours = rules.filter(({ id }) => (hands.get(id) ?? by) === by);
    return saveValidationRules(tx, province, ours, { by });
  });
}

/** The rules in the text of a catalogue's `validation-rules.json`; a catalogue need not have any. Refuses `catalogue-invalid`. */
export function parseValidationRules(text = "[]"): ValidationRule[] {
  const parsed = z.array(ValidationRuleRecord).safeParse(parseJson(text));
  if (parsed.success) return parsed.data.map(({ id, ...rule }) => readRule(id, rule));
  const [issue] = parsed.error.issues;
  throw invalid(issue?.path.join(".") ?? "", issue?.message ?? "");
}

const file = "validation-rules.json";
const by = "catalogue";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid("", String(cause));
  }
}

function invalid(entry: string, problem: string): Refusal {
  return new Refusal("catalogue-invalid", { file, entry, problem });
}
