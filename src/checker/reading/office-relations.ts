import { Refusal } from "#domain/refusal.ts";
import { type OfficePackage } from "./read-package.ts";
import { decodeXml, readXml } from "./read-xml.ts";

/** One line of a list of relations: what a part uses another part for. */
export interface Relation {
  readonly id: string;
  /** The last word of the type's address: "comments". */
  readonly type: string;
  /** Name of the part, from the root of the package. */
  readonly part: string;
}

/** The part that a Word file begins with. */
export function mainPartOf(parts: OfficePackage, file: string): string {
  const main = relationsOf(parts, "", file).find(({ type }) => type === "officeDocument")?.part;
  const name = main !== undefined && parts.names.includes(main) ? main : "word/document.xml";
  if (!parts.names.includes(name)) throw new Refusal("document-damaged", { file });
  return name;
}

/** The name of the part that another uses for this purpose, when it is there. */
export function relatedPart(
  parts: OfficePackage,
  from: string,
  type: string,
  file: string,
): string | undefined {
  const part = relationsOf(parts, from, file).find((relation) => relation.type === type)?.part;
  return part !== undefined && parts.names.includes(part) ? part : undefined;
}

/** The list of relations of a part: `word/document.xml` → `word/_rels/document.xml.rels`. */
export function relationsPart(part: string): string {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** What a part (or, for "", the package) uses other parts for; addresses outside the file are left out. */
export function relationsOf(parts: OfficePackage, from: string, file: string): readonly Relation[] {
  const bytes = parts.read(relationsPart(from));
  const relations: Relation[] = [];
  if (bytes === undefined) return relations;
  readXml(decodeXml(bytes), file, {
    open: ({ name, attributes }) => {
      if (!name.endsWith("Relationship") || attributes["TargetMode"] === "External") return;
      const type = (attributes["Type"] ?? "").split("/").at(-1) ?? "";
      relations.push({ id: attributes["Id"] ?? "", type, part: targetOf(from, attributes["Target"] ?? "") });
    },
  });
  return relations;
}

/** Targets are addresses from the root, or from the folder of the part that uses them. */
function targetOf(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
