/** A field of a Word file: its instruction is never shown, its result is. */
interface Field {
  instruction: string;
  isResult: boolean;
  isLeftOut: boolean;
}

/** Page numbers are no part of what the text says. */
const pageNumbers = /^\s*(?:PAGE|PAGEREF|NUMPAGES|SECTIONPAGES)\b/i;

/** Follows the fields that a text passes through, one within the other. */
export function fieldTracker() {
  let fields: Field[] = [];
  return {
    /** Whether text here is shown. */
    isShown: (): boolean => fields.every((field) => field.isResult && !field.isLeftOut),
    begin(): void {
      fields.push({ instruction: "", isResult: false, isLeftOut: false });
    },
    instruct(text: string): void {
      const field = fields.at(-1);
      if (field && !field.isResult && field.instruction.length < 200) field.instruction += text;
    },
    separate(): void {
      const field = fields.at(-1);
      if (field) [field.isResult, field.isLeftOut] = [true, pageNumbers.test(field.instruction)];
    },
    end(): void {
      fields.pop();
    },
    beginSimple(instruction: string): void {
      fields.push({ instruction, isResult: true, isLeftOut: pageNumbers.test(instruction) });
    },
    /** A field that shows no result until its paragraph ends never will; it must not hide the rest of the document. */
    endParagraph(): void {
      fields = fields.filter((field) => field.isResult);
    },
  };
}
