import { descendants, type ParagraphElement } from "./paragraph-tree.ts";

/** A complex field that begins and ends in one paragraph: the runs with its first and last mark. */
export interface FieldExtent {
  readonly first: ParagraphElement;
  readonly last: ParagraphElement;
}

/** The outermost fields of a paragraph; those that run over several paragraphs are left out. */
export function fieldsOf(paragraph: ParagraphElement): readonly FieldExtent[] {
  const fields: FieldExtent[] = [];
  const open: ParagraphElement[] = [];
  for (const element of descendants(paragraph)) {
    if (element.name !== "fldChar" || !element.parent) continue;
    const [, type] = Object.entries(element.attributes).find(([name]) => name.endsWith("fldCharType")) ?? [];
    if (type === "begin") open.push(element.parent);
    const first = type === "end" ? open.pop() : undefined;
    if (first) fields.push({ first, last: element.parent });
  }
  return fields.filter(
    (field) =>
      !fields.some(
        (other) =>
          other !== field &&
          other.first.start <= field.first.start &&
          other.last.end >= field.last.end &&
          isWider(other, field),
      ),
  );
}

function isWider(other: FieldExtent, field: FieldExtent): boolean {
  return other.last.end - other.first.start > field.last.end - field.first.start;
}
