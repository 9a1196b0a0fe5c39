// Adds to package-lock.json the optional packages for other platforms that `npm install` leaves out
// when the registry lags behind their parent, and that `npm ci` then misses. Run after every `npm install`.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const platforms = {
  darwin: "darwin",
  win32: "win32",
  windows: "win32",
  linux: "linux",
  android: "android",
  freebsd: "freebsd",
  openharmony: "openharmony",
};
const processors = ["arm64", "x64", "ia32", "ppc64", "riscv64", "s390x", "arm"];

const added = [];
for (const [path, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d/.test(version)) continue; // a range is settled by what npm chose
    const place = `node_modules/${name}`;
    if (lock.packages[place] || lock.packages[`${path}/${place}`]) continue;
    const os = Object.keys(platforms).find((word) => name.includes(word));
    const cpu = processors.find((word) => name.includes(word));
    lock.packages[place] = {
      version,
      ...(cpu && { cpu: [cpu] }),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(os && { os: [platforms[os]] }),
      ...(name.includes("musl") && { libc: ["musl"] }),
    };
    added.push(name);
  }
}
const names = Object.keys(lock.packages).toSorted();
lock.packages = Object.fromEntries(names.map((name) => [name, lock.packages[name]]));
writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? "Nothing was missing." : `Added ${added.length}: ${added.join(", ")}`);
