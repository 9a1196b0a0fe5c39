/** How often something may happen: so many at once, and so many more with every second. */
export interface Allowance {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** More keys than this are not remembered: the ones longest at rest are full again anyway. */
const mostKeys = 10_000;

/** Counts requests by key (a session, an address) in this process and says when there were too many. */
export class RequestLimits {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(allowance: Allowance, now: () => number = () => performance.now() / 1000) {
    this.#allowance = allowance;
    this.#now = now;
  }

  /** Takes one; answers 0, or the seconds until there is one again. */
  take(key: string): number {
    const { burst, perSecond } = this.#allowance;
    const now = this.#now();
    const known = this.#buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + (now - known.at) * perSecond);
    this.#buckets.delete(key); // to the end: the first keys are those longest at rest
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    this.#forget();
    return left >= 1 ? 0 : Math.ceil((1 - left) / perSecond);
  }

  #forget(): void {
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= mostKeys) return;
      this.#buckets.delete(key);
    }
  }
}
