// npm run bench:checker -- FILE…: plants one-digit errors in any document and tells how many are found, by kind.
import { installDependencies, run } from "./run.mjs";

installDependencies();
run("node", ["scripts/build.mjs", "--if-stale"]);
const { runnerImport } = await import("vite");
const { module } = await runnerImport("./bench/checker.ts", { configFile: false });
await module.main(process.argv.slice(2));
