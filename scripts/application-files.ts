import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Files that somebody needs only once in a while and then with a line; they are not kept on every machine. */
const onlyWithLine = /pdf|xlsx|docx|\.map$/iu;

/**
 * Builds the service worker beside the application and writes into it the list of files that the application consists
 * of, with a name that changes whenever one of them does.
 */
export function applicationFiles(publicDirectory: string): Plugin {
  return {
    name: "application-files",
    apply: "build",
    enforce: "post",
    buildStart() {
      this.emitFile({ type: "chunk", id: "/offline/service-worker.ts", fileName: "service-worker.js" });
    },
    generateBundle(_options, bundle) {
      const worker = bundle["service-worker.js"];
      if (worker?.type !== "chunk") throw new Error("the service worker was not built");
      const built = Object.values(bundle).filter(({ fileName }) => fileName !== "service-worker.js" && !onlyWithLine.test(fileName)); // prettier-ignore
      const hash = createHash("sha256");
      for (const file of built.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1)))
        hash.update(file.fileName).update(file.type === "chunk" ? file.code : file.source);
      const fixed = readdirSync(publicDirectory);
      for (const name of fixed) hash.update(readFileSync(join(publicDirectory, name)));
      const paths = [...built.map(({ fileName }) => fileName), ...fixed].map((name) => `/${name}`).toSorted();
      const list = JSON.stringify({ version: hash.digest("hex").slice(0, 16), paths });
      worker.code = worker.code.replace(/(["'`])__APPLICATION_FILES__\1/u, () => JSON.stringify(list));
    },
  };
}
