// npm start: everything a fresh machine needs, then the server, in this very process so that signals reach it.
import { installDependencies, run } from "./run.mjs";

installDependencies();
run("node", ["scripts/build.mjs", "--if-stale"]);
process.argv = [process.execPath, "tuyen", "serve", ...process.argv.slice(2)];
await import("../dist/cli/main.js");
