// Compiles the server and the web application into dist/. `--if-stale` does nothing when dist is newer than the sources.
import { cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.mjs";

const mark = "dist/.built";
const sources = [
  "src",
  "scripts/build.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.build.json",
  "vite.config.ts",
];

if (process.argv.includes("--if-stale") && !isStale()) process.exit(0);
console.error("Đang dựng chương trình…");
rmSync("dist", { recursive: true, force: true });
run("node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"]);
copyBesideCompiled("src", /\.(sql|typ)$/);
run("node", ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]);
writeFileSync(mark, "");

function isStale() {
  return !existsSync(mark) || newest(sources) > statSync(mark).mtimeMs;
}

function newest(paths) {
  return Math.max(
    ...paths
      .filter((path) => existsSync(path))
      .map((path) => (statSync(path).isDirectory() ? newest(inside(path)) : statSync(path).mtimeMs)),
    0,
  );
}

function inside(folder) {
  return readdirSync(folder).map((name) => join(folder, name));
}

function copyBesideCompiled(folder, pattern) {
  cpSync(folder, "dist", {
    recursive: true,
    filter: (path) => statSync(path).isDirectory() || pattern.test(path),
  });
}
