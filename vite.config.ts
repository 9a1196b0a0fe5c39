import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { applicationFiles } from "./scripts/application-files.ts";
import { compressedFiles } from "./scripts/compressed-files.ts";

/** The web application: `src/web` → `dist/web`, which the server hands out under "/". */
export default defineConfig({
  root: "src/web",
  // Addresses have depth (/bao-cao/2023-S1), so files must be named from the root.
  base: "/",
  plugins: [react(), applicationFiles("src/web/public"), compressedFiles()],
  resolve: { conditions: ["source", ...defaultClientConditions] },
  build: { outDir: "../../dist/web", emptyOutDir: true },
  // Modules, so that what reads a PDF loads when the first PDF comes, not with every document checked.
  worker: { format: "es" },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
