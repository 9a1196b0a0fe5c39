import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const worthwhile = /\.(?:js|css|html|svg|webmanifest)$/u;
const smallest = 1_000;

/** Writes each file of the application a second and a third time, compressed: a station's line carries a tenth of ours. */
export function compressedFiles(): Plugin {
  return {
    name: "compressed-files",
    apply: "build",
    enforce: "post",
    writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle)) {
        if (!worthwhile.test(name)) continue;
        const path = join(dir, name);
        const content = readFileSync(path);
        if (content.length < smallest) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })); // prettier-ignore
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
