/**
 * A number from 0 up to 1 that depends on nothing but the text: the same on every machine and in every year, where
 * `Math.random` would invent other values each time. FNV-1a, then the finishing mix of MurmurHash3 to spread near texts.
 */
export function seededFraction(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
