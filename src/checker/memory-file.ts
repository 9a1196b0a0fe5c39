import { Refusal } from "#domain/refusal.ts";
import { claimKinds } from "./contract.ts";
import { type Memory, type MemoryEntry, type NumberPlace } from "./memory.ts";
import { formulaNames, takes } from "./memory-readings.ts";

/** Reads a memory file; refuses with `memory-unreadable` and the entry that is wrong (0 for the file itself). */
export function parseMemory(json: string): Memory {
  const parsed = parseJson(json);
  if (!isRecord(parsed) || parsed["version"] !== 1 || !Array.isArray(parsed["entries"])) {
    throw new Refusal("memory-unreadable", { entry: 0 });
  }
  const entries = parsed["entries"].map((entry: unknown, index) => {
    if (!isEntry(entry)) throw new Refusal("memory-unreadable", { entry: index + 1 });
    return entry;
  });
  return { version: 1, entries };
}

/** The memory as a file that people can read and compare line by line. */
export function formatMemory(memory: Memory): string {
  return `${JSON.stringify(memory, undefined, 2)}\n`;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is MemoryEntry {
  if (!isRecord(value)) return false;
  const { action, key, kind, quote, at, reason, formula, operands } = value;
  const isNamed = [key, quote, at].every((each) => typeof each === "string");
  if (!isNamed || !claimKinds.some((each) => each === kind)) return false;
  if (action === "dismiss") return typeof reason === "string";
  if (action === "not-a-claim") return true;
  return (
    action === "reading" &&
    formulaNames.some((each) => each === formula) &&
    Array.isArray(operands) &&
    operands.every(isPlace) &&
    takes(
      formulaNames.find((each) => each === formula)!,
      operands.length,
    )
  );
}

function isPlace(value: unknown): value is NumberPlace {
  return isRecord(value) && typeof value["sentence"] === "string" && Number.isInteger(value["ordinal"]);
}
