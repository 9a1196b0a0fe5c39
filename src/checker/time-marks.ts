import { type Quantity } from "./quantities.ts";

/** When a number was counted, as far as the words of its clause tell: before, now, or in a year. */
export type TimeMark =
  { readonly kind: "earlier" | "now" } | { readonly kind: "year"; readonly year: number };

const marks =
  /(?<against>so (?:với )?)?(?:(?<earlier>(?:mức )?(?:cùng kỳ|năm trước|năm ngoái|năm học trước|kỳ trước|tháng trước|quý trước|tuần trước|vụ trước|nhiệm kỳ trước|trước (?:khi|đó|đây)))|(?<now>năm nay|năm học này|kỳ này|tháng này|quý này|tuần này|hiện nay|hiện có|đến nay|sau (?:khi|đó))|năm (?:học )?(?<year>(?:19|20)\d\d)(?!\s?(?:-|đến)\s?(?:19|20)\d\d))(?!\p{L})/gu;

/**
 * The last time that the words between two numbers name for the second of them: "Cùng kỳ năm 2023, bệnh viện thực
 * hiện 2.416 ca". A time that something is compared with ("so với cùng kỳ") is not the number's own.
 */
export function timeMark({ lead }: Quantity): TimeMark | undefined {
  const clause = /[^;]*$/.exec(lead)![0];
  let found: TimeMark | undefined;
  for (const { groups } of clause.matchAll(marks)) {
    if (groups?.["against"]) found = undefined;
    else if (groups?.["earlier"]) found = { kind: "earlier" };
    else if (groups?.["now"]) found = { kind: "now" };
    // "Cùng kỳ năm 2023": the year only says which.
    else if (found?.kind !== "earlier") found = { kind: "year", year: Number(groups?.["year"]) };
  }
  return found;
}

/** Which of two numbers was counted earlier: the first, the second, or neither for all that is said. */
export function earlierOf(first: Quantity, second: Quantity): Quantity | undefined {
  const [a, b] = [timeMark(first), timeMark(second)];
  if (a?.kind === "year" && b?.kind === "year") {
    if (a.year === b.year) return undefined;
    return a.year < b.year ? first : second;
  }
  if (a?.kind === "earlier" && b?.kind !== "earlier") return first;
  if (b?.kind === "earlier" && a?.kind !== "earlier") return second;
  return undefined;
}
