const escapes: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r" };

/** The characters that a text in quotation marks stands for. */
export function readText(quoted: string): string {
  return quoted
    .slice(1, -1)
    .replaceAll(/\\(?:u([0-9a-fA-F]{4})|([0-3]?[0-7]{1,2})|(.))/gs, (_whole, hex, octal, other: string) => {
      if (typeof hex === "string") return String.fromCodePoint(Number.parseInt(hex, 16));
      if (typeof octal === "string") return String.fromCodePoint(Number.parseInt(octal, 8));
      return escapes[other] ?? other;
    });
}

/** The spelling of a text in quotation marks; `readText` gives the same characters back. */
export function quoteText(text: string): string {
  const inside = text.replaceAll(/['\\\p{Cc}]/gu, (character) =>
    character === "'" || character === "\\" ? `\\${character}` : `\\u${hexOf(character)}`,
  );
  return `'${inside}'`;
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
}
