import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ValidationRuleRecord } from "#contract/validation-rule.ts";
import { Refusal } from "#domain/refusal.ts";
import type { Database } from "#store/database.ts";
import { listRuleHands, saveValidationRules } from "#store/validation-rules.ts";
import { readRule } from "./publish-validation-rules.ts";

/**
 * Brings the rules that come with a catalogue into the database, where nobody changed or deleted them since. Answers how
 * many were new or said something new. Refuses `catalogue-invalid`.
 */
export async function loadValidationRules(db: Database, province: string, folder: string): Promise<number> {
  const text = await readFile(join(folder, file), "utf8").catch(() => "[]"); // a catalogue need not have rules
  const parsed = z.array(ValidationRuleRecord).safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw invalid(issue?.path.join(".") ?? "", issue?.message ?? "");
  }
  return db.transaction(async (tx) => {
    const hands = await listRuleHands(tx, province);
    const ours = parsed.data.filter(({ id }) => (hands.get(id) ?? by) === by);
    return saveValidationRules(tx, province, ours.map(({ id, ...rule }) => readRule(id, rule)), { by }); // prettier-ignore
  });
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
