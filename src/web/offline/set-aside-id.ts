/** The id of a bundle of values: the same for the same content, so that sent twice it is kept once. */
export async function setAsideId(form: string, values: Readonly<Record<string, string>>): Promise<string> {
  const content = JSON.stringify([form, Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  // The version and variant bits of a UUID "made in its own way" (RFC 9562, 8).
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-"); // prettier-ignore
}
