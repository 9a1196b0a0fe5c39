// npm start: everything a fresh machine needs, then the server, in this very process so that signals reach it.
import { installDependencies, run } from "./run.mjs";

installDependencies();
run("node", ["scripts/build.mjs", "--if-stale"]);

// npm told to stop ends the shell between us and leaves us behind: then we are to stop as well.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 500).unref();

process.argv = [process.execPath, "tuyen", "serve", ...process.argv.slice(2)];
await import("../dist/cli/main.js");
