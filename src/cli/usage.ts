import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { parsePeriod, type Period } from "#domain/period.ts";
import { Refusal } from "#domain/refusal.ts";

/** The command was called with words it does not know; the message says which it does. */
export class UsageError extends Error {}

/** Reads options strictly; an unknown one is refused with the command's help. */
export function readArgs<O extends ParseArgsOptionsConfig>(args: string[], options: O, help: string) {
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: "boolean", short: "h" } } as const,
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
}

/** The period that `--period` names. */
export function readPeriod(text: string | boolean | undefined, help: string): Period {
  if (typeof text !== "string") throw new UsageError(`Thiếu --period, ví dụ --period 2023-S1.\n\n${help}`);
  const period = parsePeriod(text);
  if (!period) throw new Refusal("unknown-period", { period: text });
  return period;
}
