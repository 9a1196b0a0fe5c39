// npm run bench [-- NAME …]: times what we promise, one file of bench/ after the other. Not part of the tests.
import { readdirSync } from "node:fs";
import { installDependencies, run } from "./run.mjs";

installDependencies();
run("node", ["scripts/build.mjs", "--if-stale"]);

const { runnerImport } = await import("vite");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const benches = readdirSync("bench")
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));

for (const name of benches) {
  console.log(`\n# ${name.replace(".bench.ts", "")}`);
  const { module } = await runnerImport(`./bench/${name}`, {
    configFile: false,
    resolve: { conditions: ["source"] },
  });
  await module.default();
}
