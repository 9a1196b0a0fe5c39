import { cpus, totalmem } from "node:os";

/** What a work of several runs took, in ms. */
export interface Timing {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Runs a work once without counting it, then `runs` times. */
export async function time(runs: number, work: () => Promise<unknown>): Promise<Timing> {
  await work();
  const taken: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    await work();
    taken.push(performance.now() - begin);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]!, max: sorted.at(-1)! };
}

export function printTiming(what: string, { min, median, max }: Timing, aim: string): void {
  const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
  console.log(`${what.padEnd(46)} median ${ms(median).padStart(9)}   (${ms(min)} – ${ms(max)})   aim ${aim}`);
}

/** The machine, so that figures can be compared. */
export function printMachine(): void {
  const [cpu] = cpus();
  console.log(
    `${cpus().length} × ${cpu?.model.trim() ?? "?"}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.version}`,
  );
}

/** Memory that a process and those below it hold right now, in MB; 0 where the system does not say. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 ** 2)} MB`;
}
