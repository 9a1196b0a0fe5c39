import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { catalogueFiles, parseCatalogue, type Catalogue } from "#contract/catalogue.ts";
import { parseDirectives } from "#contract/catalogue-directives.ts";
import { parseReportContent, parseReportTemplate } from "#contract/report-template.ts";
import { illustrateValues } from "#domain/illustrative-values.ts";
import { Refusal } from "#domain/refusal.ts";
import type { ValidationRule } from "#domain/validation-rule.ts";
import { findCatalogueLoad, saveCatalogueLoad } from "#store/catalogue-loads.ts";
import { saveDataElements } from "#store/data-elements.ts";
import { saveCalendarDays, saveDataSet } from "#store/data-sets.ts";
import { saveDataValues, type Change } from "#store/data-values.ts";
import type { Database, Transaction } from "#store/database.ts";
import { saveOrgUnits, saveSuccessions } from "#store/org-units.ts";
import { saveReportContent } from "#store/report-contents.ts";
import { saveReportTemplate } from "#store/report-templates.ts";
import { saveSourceDocuments } from "#store/source-documents.ts";
import { saveStatements } from "#store/statements.ts";
import { saveTargets } from "#store/targets.ts";
import { saveCatalogueDirectives } from "./load-directives.ts";
import { parseValidationRules } from "./load-validation-rules.ts";

/**
 * Brings the catalogue in the folder into the database, if it is not there yet in just this version; answers with the
 * province. Metadata follows the folder; values, targets and written content that people changed since stay theirs.
 */
export async function loadCatalogue(
  db: Database,
  folder: string,
  log: (line: string) => void,
): Promise<string> {
  const files = await readFiles(folder);
  const { province } = readHeader(files);
  const version = hashOf(files);
  if ((await findCatalogueLoad(db, province))?.version === version) return province;
  log("Đang nạp danh mục và số liệu của tỉnh…");
  const catalogue = parseCatalogue(
    Object.fromEntries(catalogueFiles.map((name) => [name, parseJson(files, name)])),
  );
  const under = (start: string) => [...files.keys()].filter((name) => name.startsWith(start)).map((name) => parseJson(files, name)); // prettier-ignore
  const templates = under("report-templates/").map(parseReportTemplate);
  const contents = under("report-contents/").map(parseReportContent);
  const rules = parseValidationRules(files.get("validation-rules.json"));
  const directives = files.has("directives.json") && parseDirectives(parseJson(files, "directives.json"), catalogue); // prettier-ignore
  await db.transaction(async (tx) => {
    await saveMetadata(tx, catalogue);
    const change = { by: "catalogue", reason: `catalogue ${catalogue.version}` };
    await saveDataValues(tx, province, catalogue.values, { ...change, onlyNew: true });
    await saveIllustrativeValues(tx, catalogue, rules, change);
    await saveTargets(tx, province, catalogue.targets, { onlyNew: true });
    for (const template of templates) await saveReportTemplate(tx, province, template);
    for (const content of contents) await saveReportContent(tx, province, content, { onlyNew: true });
    if (directives) await saveCatalogueDirectives(tx, province, directives);
    await saveCatalogueLoad(tx, province, { catalogue: catalogue.id, version });
  });
  return province;
}

async function saveMetadata(tx: Transaction, catalogue: Catalogue): Promise<void> {
  const { province } = catalogue;
  await saveOrgUnits(tx, province, catalogue.orgUnits);
  await saveSuccessions(tx, province, catalogue.successions);
  await saveDataElements(tx, province, catalogue.elements);
  await saveSourceDocuments(tx, province, catalogue.documents);
  await saveStatements(tx, province, catalogue.statements);
  await saveCalendarDays(tx, province, catalogue.calendar);
  for (const dataSet of catalogue.dataSets) await saveDataSet(tx, province, dataSet, { origin: "catalogue", by: "catalogue" }); // prettier-ignore
}

/** Commune values to try the product with; made anew with the facts they are made from. */
async function saveIllustrativeValues(
  tx: Transaction,
  catalogue: Catalogue,
  rules: readonly ValidationRule[],
  change: Change,
): Promise<void> {
  const { elements, values, populations, province } = catalogue;
  const illustrated = illustrateValues({ elements, values, populations, province, rules, seed: 1 });
  await saveDataValues(tx, province, illustrated, change);
}

/** All JSON files of the folder and of its folders for templates and contents, by relative name in a fixed order. */
async function readFiles(folder: string): Promise<Map<string, string>> {
  const names = (await listNames(folder)).filter((name) => name.endsWith(".json")).toSorted();
  if (names.length === 0) throw new Refusal("catalogue-missing", { folder });
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return new Map(names.map((name, index) => [name.replaceAll("\\", "/"), texts[index] ?? ""]));
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch (cause) {
    throw new Refusal("catalogue-missing", { folder, cause: String(cause) });
  }
}

function readHeader(files: ReadonlyMap<string, string>): { province: string } {
  const header = parseJson(files, "catalogue.json");
  if (typeof header === "object" && header && "province" in header && typeof header.province === "string") {
    return { province: header.province };
  }
  throw new Refusal("catalogue-invalid", { file: "catalogue.json", entry: "province", problem: "missing" });
}

function parseJson(files: ReadonlyMap<string, string>, name: string): unknown {
  try {
    return JSON.parse(files.get(name) ?? "null");
  } catch (cause) {
    throw new Refusal("catalogue-invalid", { file: name, entry: "", problem: String(cause) });
  }
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const [name, text] of files) hash.update(`${name}\n${text}\n`);
  return hash.digest("hex");
}
