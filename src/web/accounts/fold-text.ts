/** Text for searching: small letters, no accents. */
export function foldText(text: string): string {
  return text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").trim();
}
