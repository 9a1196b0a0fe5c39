/** The named characters of HTML from U+00A0 to U+00FF, in order. */
const latin =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml".split(
    " ",
  );

const others: readonly (readonly [string, string])[] = [
  ["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"], ["ndash", "–"], ["mdash", "—"], ["hellip", "…"],
  ["lsquo", "‘"], ["rsquo", "’"], ["ldquo", "“"], ["rdquo", "”"], ["bull", "•"], ["permil", "‰"], ["minus", "−"], ["le", "≤"],
  ["ge", "≥"], ["ne", "≠"], ["asymp", "≈"], ["rarr", "→"], ["larr", "←"], ["uarr", "↑"], ["darr", "↓"], ["ensp", " "],
  ["emsp", " "], ["thinsp", "\u2009"], ["zwnj", ""], ["zwj", ""], ["euro", "€"], ["trade", "™"],
]; // prettier-ignore

const named = new Map([
  ...latin.map((name, index) => [name, String.fromCharCode(160 + index)] as const),
  ...others,
]);

/** Text of an HTML file with its entities resolved; unknown ones stay as they are written. */
export function resolveEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][\da-zA-Z]{1,8}));?/g, (whole, dec?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named.get(name) ?? whole;
    const code = dec === undefined ? Number.parseInt(hex ?? "", 16) : Number(dec);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  }); // prettier-ignore
}
