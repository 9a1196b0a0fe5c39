// npm run check: types, format, lint, tests.
import { run } from "./run.mjs";

run("node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.json"]);
run("node", ["node_modules/typescript/bin/tsc", "-p", "tsconfig.web.json"]);
run("node", [
  "node_modules/prettier/bin/prettier.cjs",
  "--check",
  "--log-level",
  "warn",
  "src",
  "test",
  "bench",
  "scripts",
  "*.ts",
]);
run("node", ["node_modules/oxlint/bin/oxlint", "--type-aware", "--quiet"]);
run("node", ["scripts/test.mjs"]);
