/** So many wrong passwords in a row are slips of the hand. */
const free = 5;
const firstDelay = 30;
/** Long enough that guessing is hopeless, short enough that the owner is not kept out for a morning. */
const longestDelay = 15 * 60;

/** Seconds that an account must wait after so many failures in a row: 0 for the first five, then 30, 60, … 900. */
export function signInDelay(failures: number): number {
  return failures < free ? 0 : Math.min(firstDelay * 2 ** (failures - free), longestDelay);
}
