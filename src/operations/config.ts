import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** How this installation is set up. The only place that reads the environment. */
export interface Config {
  /** A PostgreSQL server of the department; none: the embedded one in `dataDirectory`. */
  readonly databaseUrl?: string;
  readonly dataDirectory: string;
  readonly catalogueDirectory: string;
  readonly webDirectory: string;
  readonly host: string;
  readonly port: number;
}

/** The folder that holds package.json, whether run from `src/` or from `dist/`. */
export const packageRoot = fileURLToPath(new URL("../../", import.meta.url));

export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { DATABASE_URL, TUYEN_DATA, TUYEN_CATALOGUE, HOST, PORT } = environment;
  return {
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    dataDirectory: TUYEN_DATA ? resolve(TUYEN_DATA) : join(packageRoot, "data"),
    catalogueDirectory: catalogueDirectory(TUYEN_CATALOGUE),
    webDirectory: join(packageRoot, "dist", "web"),
    host: HOST || "127.0.0.1",
    port: Number(PORT) || 8080,
  };
}

/** A name such as `lai-chau` means the catalogue that comes with the product. */
function catalogueDirectory(nameOrPath = "lai-chau"): string {
  return isAbsolute(nameOrPath) || nameOrPath.includes("/")
    ? resolve(nameOrPath)
    : join(packageRoot, "catalogues", nameOrPath);
}
