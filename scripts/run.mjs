import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** Runs a command in the foreground and ends this process with its exit code when it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Installs the dependencies when there are none or when the lock file is newer than what is installed. */
export function installDependencies() {
  const mark = "node_modules/.package-lock.json";
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync("package-lock.json").mtimeMs) return;
  console.error("Đang cài các gói cần thiết (npm ci)…");
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { stdio: ["ignore", 2, "inherit"] });
}
