/**
 * Keys that two printed numbers share when one keystroke makes the one of the other: every digit left open in turn,
 * and every pair of neighbours in rising order. With them slips are looked up instead of comparing all with all.
 */
export function slipKeys(printed: string): readonly string[] {
  if (printed.replace(/\D/g, "").length < fewestDigits) return [];
  const keys: string[] = [];
  for (let at = 0; at < printed.length; at += 1) {
    if (!isDigit(printed[at])) continue;
    keys.push(`${printed.slice(0, at)}?${printed.slice(at + 1)}`);
    const next = isDigit(printed[at + 1]) ? at + 1 : at + 2;
    const [a, b] = [printed[at]!, printed[next]];
    if (!isDigit(b) || a === b) continue;
    const between = printed.slice(at + 1, next);
    const [low, high] = a < b ? [a, b] : [b, a];
    keys.push(`~${printed.slice(0, at)}${low}${between}${high}${printed.slice(next + 1)}${at}`);
  }
  return keys;
}

const fewestDigits = 2;

function isDigit(letter: string | undefined): letter is string {
  return letter !== undefined && letter >= "0" && letter <= "9";
}

/** Two different numbers, written alike but for one digit, or for two neighbours that changed places. */
export function isSwapOrSlip(a: string, b: string): boolean {
  return a !== b && slipKeys(a).some((key) => slipKeys(b).includes(key));
}
