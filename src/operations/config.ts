import { isAbsolute, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readReminderSettings, type ReminderSettings } from "./reminder-settings.ts";
import type { SessionSettings } from "./session-user.ts";

/** How this installation is set up. The only place that reads the environment. */
export interface Config {
  /** A PostgreSQL server of the department; none: the embedded one in `dataDirectory`. */
  readonly databaseUrl?: string;
  readonly dataDirectory: string;
  readonly catalogueDirectory: string;
  readonly webDirectory: string;
  readonly host: string;
  readonly port: number;
  readonly sessions: SessionSettings;
  /** Addresses of proxies in front of the server whose word about address and encryption is taken. */
  readonly trustProxy?: string;
  readonly oidc?: OidcConfig;
  readonly reminders: ReminderSettings;
}

/** The department's own sign-in service. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** Where people reach this server, e.g. `https://tuyen.syt.laichau.gov.vn`: the service sends them back there. */
  readonly publicAddress: string;
  /** The claim that holds the user name. */
  readonly claim: string;
  /** What stands on the button. */
  readonly label: string;
}

/** The folder that holds package.json, whether run from `src/` or from `dist/`. */
export const packageRoot = fileURLToPath(new URL("../../", import.meta.url));

export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { DATABASE_URL, TUYEN_DATA, TUYEN_CATALOGUE, TUYEN_TRUST_PROXY, HOST, PORT } = environment;
  const oidc = readOidc(environment);
  return {
    ...(DATABASE_URL && { databaseUrl: DATABASE_URL }),
    dataDirectory: TUYEN_DATA ? resolve(TUYEN_DATA) : join(packageRoot, "data"),
    catalogueDirectory: catalogueDirectory(TUYEN_CATALOGUE),
    webDirectory: join(packageRoot, "dist", "web"),
    host: HOST || "127.0.0.1",
    port: Number(PORT) || 8080,
    sessions: {
      // A weekend and a day: who leaves on Friday goes on working on Monday. A month in any case.
      idle: 3600 * (Number(environment["TUYEN_SESSION_HOURS"]) || 72),
      longest: 86_400 * (Number(environment["TUYEN_SESSION_DAYS"]) || 30),
    },
    ...(TUYEN_TRUST_PROXY && { trustProxy: TUYEN_TRUST_PROXY }),
    ...(oidc && { oidc }),
    reminders: readReminderSettings(environment),
  };
}

/** Set up by TUYEN_OIDC_ISSUER, …CLIENT_ID and TUYEN_ADDRESS together; the rest has defaults. */
function readOidc(environment: NodeJS.ProcessEnv): OidcConfig | undefined {
  const { TUYEN_OIDC_ISSUER, TUYEN_OIDC_CLIENT_ID, TUYEN_OIDC_CLIENT_SECRET, TUYEN_ADDRESS } = environment;
  if (!TUYEN_OIDC_ISSUER || !TUYEN_OIDC_CLIENT_ID || !TUYEN_ADDRESS) return undefined;
  return {
    issuer: TUYEN_OIDC_ISSUER,
    clientId: TUYEN_OIDC_CLIENT_ID,
    ...(TUYEN_OIDC_CLIENT_SECRET && { clientSecret: TUYEN_OIDC_CLIENT_SECRET }),
    publicAddress: TUYEN_ADDRESS.replace(/\/+$/, ""),
    claim: environment["TUYEN_OIDC_CLAIM"] || "preferred_username",
    label: environment["TUYEN_OIDC_LABEL"] || new URL(TUYEN_OIDC_ISSUER).host,
  };
}

/** A name such as `lai-chau` means the catalogue that comes with the product. */
function catalogueDirectory(nameOrPath = "lai-chau"): string {
  return isAbsolute(nameOrPath) || nameOrPath.includes("/")
    ? resolve(nameOrPath)
    : join(packageRoot, "catalogues", nameOrPath);
}
