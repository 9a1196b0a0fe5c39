import type { AnalyticsDimensions } from "#contract/analytics.ts";
import { matchesWords } from "./fold-words.ts";

type Item = AnalyticsDimensions["items"][number];

/** In place of a list: every indicator there is. */
export const allItems = "tat-ca";
/** Every indicator but rates, whose changes are told in points and not in per cent. */
export const allCounts = "moi-so-dem";
const programmeMark = "nhom:";

/** In place of its list: every indicator of a programme. */
export function programmeToken(programme: string): string {
  return `${programmeMark}${programme}`;
}

/** The keys that are meant; a key that the catalogue does not know stays, so that the server can say so. */
export function expandItems(chosen: readonly string[], items: readonly Item[]): string[] {
  const keys = chosen.flatMap((text) => {
    if (text === allItems) return items.map(({ key }) => key);
    if (text === allCounts) return items.filter(({ timeNature }) => timeNature !== "rate").map(({ key }) => key); // prettier-ignore
    if (!text.startsWith(programmeMark)) return text;
    const programme = text.slice(programmeMark.length);
    return items.filter((item) => item.programme === programme).map(({ key }) => key);
  });
  return [...new Set(keys)];
}

/** The indicators that answer what was typed, by programme, in the order of the catalogue. */
export function findItems(items: readonly Item[], typed: string): { programme: string; items: Item[] }[] {
  const found = items.filter(({ name, key, programme }) =>
    [`${name.vi} ${programme}`, name.en, key].some((text) => matchesWords(text, typed)),
  );
  const groups = new Map<string, Item[]>();
  for (const item of found) groups.set(item.programme, [...(groups.get(item.programme) ?? []), item]);
  return [...groups].map(([programme, members]) => ({ programme, items: members }));
}

/** What the choice becomes when one indicator is ticked or unticked. */
export function toggleItem(chosen: readonly string[], key: string, items: readonly Item[]): string[] {
  if (chosen.includes(key)) return chosen.filter((other) => other !== key);
  const expanded = expandItems(chosen, items);
  return expanded.includes(key) ? expanded.filter((other) => other !== key) : [...chosen, key];
}
