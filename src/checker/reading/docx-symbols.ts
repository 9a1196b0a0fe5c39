/** The signs of the fonts "Symbol" and "Wingdings" that carry meaning; the rest are ornaments. */
const symbols: Readonly<Record<number, string>> = {
  0x20: " ", 0x25: "%", 0x28: "(", 0x29: ")", 0x2b: "+", 0x2c: ",", 0x2d: "-", 0x2e: ".", 0x2f: "/", 0x3c: "<", 0x3d: "=", 0x3e: ">",
  0xa3: "≤", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xae: "→", 0xac: "←", 0xad: "↑", 0xaf: "↓",
}; // prettier-ignore

/** What a character of a picture font says in words or signs; a bullet where it only adorns. */
export function symbolText(code: number, font: string | undefined): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const isDigit = place >= 0x30 && place <= 0x39;
  if (!/^symbol$/i.test(font ?? "")) return "•";
  return symbols[place] ?? (isDigit ? String.fromCharCode(place) : "•");
}

/** Digits raised behind a digit mark a note; on the line they would become part of the number. */
export function raisedDigits(text: string): string {
  return text.replaceAll(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? digit);
}
