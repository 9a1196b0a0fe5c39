import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distribute, distributeWithin, type Part } from "./largest-remainder.ts";

const weights = fc
  .uniqueArray(fc.nat(200), { minLength: 1, maxLength: 40 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.nat(50_000).map((people) => ({ orgUnit: `xã-${id}`, amount: BigInt(people) })))),
  ); // prettier-ignore

describe("dividing a count among communes", () => {
  test("the communes add up to the province exactly", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), weights, (total, parts) => {
        expect(totalOf(distribute(total, parts))).toBe(total);
      }),
    );
  });

  test("every commune gets its quota rounded down or up", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), weights, (total, parts) => {
        const people = totalOf(parts);
        fc.pre(people > 0n);
        distribute(total, parts).forEach(({ amount }, index) => {
          const lower = (total * parts[index]!.amount) / people;
          expect(amount === lower || amount === lower + 1n).toBe(true);
        });
      }),
    );
  });

  test("7 cases among 1.000, 1.000 and 500 people are 3, 3 and 1", () => {
    const parts = distribute(7n, [part("a", 1000n), part("b", 1000n), part("c", 500n)]);
    expect(parts.map(({ amount }) => amount)).toEqual([3n, 3n, 1n]);
  });

  test("equal remainders go to the first uid, in whatever order the communes come", () => {
    expect(distribute(1n, [part("b", 1n), part("a", 1n)])).toEqual([part("b", 0n), part("a", 1n)]);
  });

  test("communes without people share equally; without communes there is nothing", () => {
    expect(totalOf(distribute(5n, [part("a", 0n), part("b", 0n)]))).toBe(5n);
    expect(distribute(5n, [])).toEqual([]);
  });
});

describe("dividing a count among communes that each have a most", () => {
  test("no commune gets more than its most and all together get the count", () => {
    fc.assert(
      fc.property(weights, fc.array(fc.nat(300)), fc.nat(100), (parts, mosts, percent) => {
        const caps = new Map(parts.map(({ orgUnit }, index) => [orgUnit, BigInt(mosts[index] ?? 7)]));
        const room = [...caps.values()].reduce((all, most) => all + most, 0n);
        const total = (room * BigInt(percent)) / 100n;
        const given = distributeWithin(total, parts, caps);
        expect(totalOf(given!)).toBe(total);
        expect(given!.every(({ orgUnit, amount }) => amount >= 0n && amount <= caps.get(orgUnit)!)).toBe(
          true,
        );
        expect(distributeWithin(room + 1n, parts, caps)).toBeUndefined();
      }),
    );
  });

  test("where no most is reached the shares are those of the weights", () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), weights, (total, parts) => {
        const caps = new Map(parts.map(({ orgUnit }) => [orgUnit, total]));
        expect(distributeWithin(total, parts, caps)).toEqual(distribute(total, parts));
      }),
    );
  });

  test("10 among three alike, one of which takes 2 at most, are 2, 4 and 4", () => {
    const parts = [part("a", 1n), part("b", 1n), part("c", 1n)];
    const given = distributeWithin(10n, parts, new Map([["a", 2n]]));
    expect(given?.map(({ amount }) => amount)).toEqual([2n, 4n, 4n]);
  });
});

function part(orgUnit: string, amount: bigint): Part {
  return { orgUnit, amount };
}

function totalOf(parts: readonly Part[]): bigint {
  return parts.reduce((total, { amount }) => total + amount, 0n);
}
