import type { FormEvent } from "react";

export interface FormWords {
  /** What stands in a field; nothing stands for a field that is not there. */
  readonly word: (name: string) => string;
  /** All that is chosen in a list. */
  readonly words: (name: string) => string[];
}

/** What stands in a form's fields, as it is sent; the page is not left. */
export function formWords(event: FormEvent<HTMLFormElement>): FormWords {
  event.preventDefault();
  const data = new FormData(event.currentTarget);
  const words = (name: string) => data.getAll(name).filter((value) => typeof value === "string");
  return { words, word: (name) => words(name)[0] ?? "" };
}
