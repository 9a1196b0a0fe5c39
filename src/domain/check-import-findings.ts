import type { Finding, Place } from "./finding.ts";

/** Findings beyond this number are counted, not listed. */
const mostFindings = 1000;

/** Collects the findings about a file; a million mistakes do not fill the memory. */
export class FindingList {
  readonly #listed: Finding[] = [];
  #unlisted = 0;
  #unlistedBlocking = 0;

  add(finding: Finding): void {
    if (this.#listed.length < mostFindings) this.#listed.push(finding);
    else {
      this.#unlisted += 1;
      if (finding.severity === "blocking") this.#unlistedBlocking += 1;
    }
  }

  listed(): readonly Finding[] {
    return this.#listed;
  }

  /** Says how many more there are; blocking when one of them is. */
  more({ file, sheet }: Place): Finding[] {
    if (this.#unlisted === 0) return [];
    const place = { ...(file === undefined ? {} : { file }), ...(sheet === undefined ? {} : { sheet }) };
    const severity = this.#unlistedBlocking > 0 ? "blocking" : "warning";
    return [
      { code: "more-findings", severity, facts: { count: this.#unlisted, listed: mostFindings }, place },
    ];
  }
}
