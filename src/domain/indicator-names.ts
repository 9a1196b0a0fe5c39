/** The text as it is searched for: without diacritics, case and punctuation. */
export function searchText(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether every word typed begins a word of the text, whatever its diacritics. */
export function isFound(typed: string, text: string): boolean {
  const words = ` ${searchText(text)}`;
  return searchText(typed)
    .split(" ")
    .every((word) => words.includes(` ${word}`));
}

const mostDifferences = 0.4;

/** The names that somebody may have meant, the nearest first; at most three. */
export function nearNames(written: string, known: Iterable<string>): string[] {
  const wanted = searchText(written);
  if (wanted === "") return [];
  return [...new Set(known)]
    .map((name) => ({ name, distance: distanceBetween(wanted, searchText(name)) }))
    .filter(({ distance }) => distance <= mostDifferences)
    .toSorted(
      (a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1),
    )
    .slice(0, 3)
    .map(({ name }) => name);
}

/** 0 for the same, 1 for nothing in common; what begins with the other is near. */
function distanceBetween(wanted: string, name: string): number {
  const longest = Math.max(wanted.length, name.length);
  if (longest > 200 || longest === 0) return 1;
  if (wanted.length > 2 && name.startsWith(wanted)) return 0.1;
  if (Math.abs(wanted.length - name.length) / longest > mostDifferences) return 1;
  return editsBetween(wanted, name) / longest;
}

/** How many letters have to be added, taken away or changed. */
function editsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let at = 1; at <= from.length; at += 1) {
    const next = [at];
    for (let other = 1; other <= to.length; other += 1) {
      const changed = row[other - 1]! + (from[at - 1] === to[other - 1] ? 0 : 1);
      next.push(Math.min(changed, row[other]! + 1, next[other - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
