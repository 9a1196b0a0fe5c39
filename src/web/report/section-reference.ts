/**
 * The number under which a reader finds a section of a source document. Ids go on in plain words where the document
 * has no number any more: `2.1.b.iodine` is found under 2.1.b.
 */
export function sectionReference(id: string): string {
  const steps = id.split(".");
  const end = steps.findLastIndex((step) => !/^[a-z][a-z0-9_-]+$/.test(step));
  return end < 0 ? id : steps.slice(0, end + 1).join(".");
}
