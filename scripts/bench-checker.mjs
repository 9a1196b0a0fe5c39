// npm run bench:checker -- FILE…: plants one-digit errors in any document and tells how many are found, by kind.
import { installDependencies } from "./run.mjs";

installDependencies();
const { runnerImport } = await import("vite");
const { module } = await runnerImport("./bench/checker.ts", {
  configFile: false,
  resolve: { conditions: ["source"] },
});
await module.main(process.argv.slice(2));
