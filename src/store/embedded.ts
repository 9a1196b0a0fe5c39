import { chmod, mkdir } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import pg from "pg";
import { Refusal } from "#domain/refusal.ts";
import { findHomeDirectory, prepareHome, type Home } from "./embedded-account.ts";
import { prepareBinaries } from "./embedded-binaries.ts";
import { findAccess, initialise, requireMajor, superuser, type Access } from "./embedded-cluster.ts";
import { launch, shutDown, type ServerSettings } from "./embedded-launch.ts";
import { removePidFile, settledPostmaster, standing } from "./embedded-postmaster.ts";
import { isCode, withStartLock } from "./start-lock.ts";

export const databaseName = "tuyen";

export interface EmbeddedOptions {
  /** Created when missing; the database lives in its folder `postgresql`. */
  readonly dataDirectory: string;
  /** Told what takes time or is worth knowing, one line each. */
  readonly log?: (line: string) => void;
  readonly settings?: ServerSettings;
}

/** A share in the embedded server, held by one open connection. */
export interface EmbeddedServer {
  /** Connections made with this address are recognised as ours when we leave. */
  readonly url: string;
  /** Where the server keeps its files: `postgresql` in the data directory, or where root had to put it. */
  readonly directory: string;
  /** Lets go of the server and stops it when nobody else is connected. Close your own connections first. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data directory, or joins the one that runs there already.
 * The last to leave stops it; after a crash of any party the next one puts things right. Refuses with
 * `database-…` codes. While it is held, a server that was killed is started again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const share = new Share({ ...options, dataDirectory: resolve(options.dataDirectory) });
  await share.join();
  return share;
}

interface Reached {
  readonly home: Home;
  readonly access: Access;
  readonly keeper: Keeper;
}

class Share implements EmbeddedServer {
  readonly #dataDirectory: string;
  readonly #log: (line: string) => void;
  readonly #settings: ServerSettings;
  readonly #name = `tuyen-${randomBytes(5).toString("hex")}`;
  #reached: Reached | undefined;
  #rejoining: Promise<void> | undefined;
  #isStopping = false;

  constructor({ dataDirectory, log, settings }: EmbeddedOptions) {
    this.#dataDirectory = dataDirectory;
    this.#log = log ?? (() => undefined);
    this.#settings = settings ?? {};
  }

  get url(): string {
    return address(this.#current().access, databaseName, this.#name);
  }

  get directory(): string {
    return this.#current().home.directory;
  }

  async join(): Promise<void> {
    await makeDataDirectory(this.#dataDirectory);
    const reached = await refusingFaults(this.#dataDirectory, () =>
      withStartLock(this.#dataDirectory, async () => {
        const found = (await this.#adopt()) ?? (await this.#start());
        await createDatabase(found.keeper);
        return found;
      }),
    );
    reached.keeper.once("end", () => this.#rejoin());
    reached.keeper.unref(); // an idle share does not keep our process alive
    this.#reached = reached;
  }

  async stop(): Promise<void> {
    if (this.#isStopping) return;
    this.#isStopping = true;
    await this.#rejoining;
    const { home, keeper } = this.#current();
    keeper.ref();
    await withStartLock(this.#dataDirectory, async () => {
      const isShared = await hasOthers(keeper, this.#name).catch(() => true); // lost and not ours to stop
      await keeper.end().catch(() => undefined);
      if (!isShared) await shutDown(home, () => prepareBinaries(home.directory, home.account));
    });
  }

  #current(): Reached {
    if (this.#reached === undefined) throw new Error("the embedded server was not joined");
    return this.#reached;
  }

  /** Joins a server that runs already: proved by its knowing our password (SCRAM proves both sides). */
  async #adopt(): Promise<Reached | undefined> {
    const directory = await findHomeDirectory(this.#dataDirectory);
    const access = await findAccess(directory);
    const postmaster = access && (await settledPostmaster(directory));
    if (access === undefined || postmaster === undefined) return undefined;
    const running = { ...access, port: postmaster.port };
    try {
      const keeper = await connectKeeper(running, this.#name);
      return { home: await prepareHome(this.#dataDirectory, this.#log), access: running, keeper };
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if ((await standing(directory, postmaster.pid)) === "here") {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Refusal("database-not-answering", { directory, pid: postmaster.pid, reason });
      }
      await removePidFile(directory);
      return undefined;
    }
  }

  async #start(): Promise<Reached> {
    const home = await prepareHome(this.#dataDirectory, this.#log);
    const binaries = await prepareBinaries(home.directory, home.account);
    const found = await findAccess(home.directory);
    if (found === undefined) this.#log(`Đang tạo cơ sở dữ liệu mới tại ${home.directory}…`);
    const access = found ?? (await initialise(home, binaries));
    await requireMajor(home.directory, binaries);
    if ((await settledPostmaster(home.directory)) === undefined) await removePidFile(home.directory);
    const running = await launch(home, binaries, access, this.#settings);
    const keeper = await connectKeeper(running, this.#name);
    return { home, access: running, keeper };
  }

  #rejoin(): void {
    if (this.#isStopping) return;
    this.#log("Mất kết nối với PostgreSQL nhúng; đang khởi động lại…");
    this.#rejoining = this.join().catch((error: unknown) => this.#log(String(error)));
  }
}

/** The connection that shows the server is in use. The library has these two methods, its types do not. */
type Keeper = pg.Client & { ref(): void; unref(): void };

async function connectKeeper(access: Access, name: string): Promise<Keeper> {
  const keeper = new pg.Client({
    connectionString: address(access, "postgres", name),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  keeper.on("error", () => undefined); // "end" follows, which starts the server again
  await keeper.connect();
  return keeper as Keeper;
}

async function hasOthers(keeper: pg.Client, name: string): Promise<boolean> {
  const { rows } = await keeper.query(
    `select 1 from pg_stat_activity where backend_type = 'client backend' and application_name <> $1 limit 1`,
    [name],
  );
  return rows.length > 0;
}

async function createDatabase(keeper: pg.Client): Promise<void> {
  const { rows } = await keeper.query("select 1 from pg_database where datname = $1", [databaseName]);
  if (rows.length === 0) await keeper.query(`create database ${databaseName}`);
}

function address({ password, port }: Access, database: string, name: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${database}?application_name=${name}`;
}

async function makeDataDirectory(directory: string): Promise<void> {
  await refusingFaults(directory, async () => {
    // As root, the server's account must be able to pass through it, not to look around.
    const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
    const made = await mkdir(directory, { recursive: true, mode }).catch((error: unknown) => {
      // On a read-only disk, Node says of a recursive mkdir that there is no such folder.
      if (!isCode(error, "ENOENT")) throw error;
      throw new Refusal("database-directory-not-writable", { directory, reason: String(error) });
    });
    if (made !== undefined) await chmod(directory, mode);
  });
}

/** What the file system says of a directory that cannot be used, as a refusal. */
async function refusingFaults<T>(directory: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isCode(error, "EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST")) {
      throw new Refusal("database-directory-not-writable", { directory, reason: String(error) });
    }
    if (isCode(error, "ENOSPC", "EDQUOT")) throw new Refusal("database-disk-full", { directory });
    throw error;
  }
}
