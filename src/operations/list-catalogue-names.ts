import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Refusal } from "#domain/refusal.ts";

const names = z.array(z.object({ key: z.string(), name: z.object({ vi: z.string() }) }));

/** Keys and names of the elements of a catalogue folder, without a database. Refuses with `catalogue-missing`. */
export async function listCatalogueNames(folder: string): Promise<{ key: string; name: string }[]> {
  const text = await readFile(join(folder, "data-elements.json"), "utf8").catch((cause: unknown) => {
    throw new Refusal("catalogue-missing", { folder, cause: String(cause) });
  });
  return names.parse(JSON.parse(text)).map(({ key, name }) => ({ key, name: name.vi }));
}
