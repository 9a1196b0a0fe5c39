/** The request may not go ahead. Doors decide by `code`; the sentence comes from `wording/refusals.ts`. */
export class Refusal extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: string, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = "Refusal";
    this.code = code;
    this.facts = facts;
  }
}
