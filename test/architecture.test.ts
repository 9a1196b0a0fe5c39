import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";

/** Which other layers each layer may import. Itself is always allowed. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  wording: ["domain"],
  charts: ["domain", "wording"],
  checker: ["domain", "wording"],
  contract: ["domain"],
  store: ["domain"],
  documents: ["domain", "wording", "charts"],
  exchange: ["domain"],
  operations: ["domain", "wording", "charts", "checker", "contract", "store", "documents", "exchange"],
  api: ["domain", "wording", "contract", "operations"],
  cli: ["domain", "wording", "contract", "operations", "api"],
  web: ["domain", "wording", "charts", "checker", "contract"],
};

test("every folder of src has a row", () => {
  expect(readdirSync("src").toSorted()).toEqual(Object.keys(mayImport).toSorted());
});

test.each(Object.entries(mayImport))("%s imports only from %j", (layer, others) => {
  const strays = sourceFiles(layer).flatMap((file) =>
    importedLayers(file)
      .filter((imported) => imported !== layer && !others.includes(imported))
      .map((imported) => `${file} imports ${imported}`),
  );
  expect(strays).toEqual([]);
});

test("only config.ts reads the environment", () => {
  const readers = Object.keys(mayImport)
    .flatMap(sourceFiles)
    .filter((file) => !file.endsWith(".test.ts") && /process\.env\b/.test(readFileSync(file, "utf8")));
  expect(readers).toEqual(["src/operations/config.ts"]);
});

function sourceFiles(layer: string): string[] {
  return readdirSync(`src/${layer}`, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `src/${layer}/${name.replaceAll("\\", "/")}`);
}

/** The layer of every import, whether written `#layer/…` or as a relative path. */
function importedLayers(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*"(#|\.)([^"]+)"/g)].map(([, kind, rest]) =>
    kind === "#" ? rest!.split("/")[0]! : join(dirname(file), `.${rest}`).split("/")[1]!,
  );
}
