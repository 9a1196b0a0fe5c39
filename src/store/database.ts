import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { Refusal } from "#domain/refusal.ts";
import { columnTypes } from "./column-types.ts";
import { inChunks } from "./copy-text.ts";
import { enterScope, leaveScope, type RowScope } from "./row-level-security.ts";

const oldestMajor = 15;

/** Whatever statements can be sent to: the database or a transaction in it. */
export interface Queryable {
  /** The rows of a statement; `Row` is what the statement selects, which nobody can check for us. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** Statements that take effect together or not at all. */
export interface Transaction extends Queryable {
  /** Sends lines in COPY text format (`copy-text.ts`) to `copy … from stdin`; answers the number of rows. */
  copyIn(sql: string, lines: Iterable<string> | AsyncIterable<string>): Promise<number>;
  /** Does a part of the work so that its failure alone can be undone. */
  attempt<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Does a part of the work as the owner of the tables, in this same transaction: upkeep that must see every row,
   * whoever set it off. What the user may change has to be decided before.
   */
  asOwner<T>(work: () => Promise<T>): Promise<T>;
}

export interface Database extends Queryable {
  /** Commits when `work` ends well and undoes everything when it throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  copyIn: Transaction["copyIn"];
  /** The same database, in which every statement sees and changes only rows of the scope (`row-level-security.ts`). */
  within(scope: RowScope): Database;
  /** The same database without a scope: for upkeep, and for asking who somebody is. */
  asOwner(): Database;
  close(): Promise<void>;
}

/**
 * Connects to a PostgreSQL server, version 15 or newer, by its address.
 * Refuses with `database-address-invalid`, `database-unreachable`, `database-too-old` or `database-not-utf8`.
 */
export async function openDatabase(url: string, { connections = 10 } = {}): Promise<Database> {
  requireAddress(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types: columnTypes,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    // A server may be set to other spellings of days and moments than the ones we read.
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it; its types do not say so
    onConnect: async (client) => {
      await client.query("set datestyle to iso; set timezone to 'UTC'; set client_min_messages to warning");
    },
  });
  pool.on("error", () => undefined); // an idle connection was lost; the pool opens another when one is needed
  try {
    await requireVersion(pool, url);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return new PooledDatabase(pool);
}

class PooledDatabase implements Database {
  readonly #pool: pg.Pool;
  readonly #scope: string | undefined;
  #closing: Promise<void> | undefined;

  constructor(pool: pg.Pool, scope?: RowScope) {
    this.#pool = pool;
    this.#scope = scope && enterScope(scope);
  }

  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    if (this.#scope === undefined) return runQuery<Row>(this.#pool, sql, parameters);
    return this.transaction((tx) => tx.query<Row>(sql, parameters)); // the scope ends with the transaction
  }

  copyIn(sql: string, lines: Iterable<string> | AsyncIterable<string>): Promise<number> {
    return this.transaction((tx) => tx.copyIn(sql, lines));
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    // Without a listener, a connection lost between two statements would end the process.
    const onError = (error: Error) => (failure = error);
    client.on("error", onError);
    try {
      await client.query(this.#scope === undefined ? "begin" : `begin; ${this.#scope}`);
      const result = await work(new ClientTransaction(client, this.#scope));
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((lost: Error) => (failure ??= lost));
      throw error;
    } finally {
      client.off("error", onError);
      client.release(failure);
    }
  }

  within(scope: RowScope): Database {
    return new PooledDatabase(this.#pool, scope);
  }

  asOwner(): Database {
    return this.#scope === undefined ? this : new PooledDatabase(this.#pool);
  }

  close(): Promise<void> {
    this.#closing ??= this.#pool.end();
    return this.#closing;
  }
}

class ClientTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  /** The statements that put it under its scope; none, or for the time being none: the owner. */
  #scope: string | undefined;

  constructor(client: pg.PoolClient, scope?: string) {
    this.#client = client;
    this.#scope = scope;
  }

  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> {
    return runQuery<Row>(this.#client, sql, parameters);
  }

  async copyIn(sql: string, lines: Iterable<string> | AsyncIterable<string>): Promise<number> {
    const copy = this.#client.query(copyFrom(sql));
    await pipeline(Readable.from(inChunks(lines), { objectMode: true, highWaterMark: 2 }), copy);
    return copy.rowCount;
  }

  async attempt<T>(work: () => Promise<T>): Promise<T> {
    await this.query("savepoint attempt");
    try {
      const result = await work();
      await this.query("release savepoint attempt");
      return result;
    } catch (error) {
      await this.query("rollback to savepoint attempt");
      throw error;
    }
  }

  async asOwner<T>(work: () => Promise<T>): Promise<T> {
    const scope = this.#scope;
    if (scope === undefined) return work();
    await this.query(leaveScope);
    this.#scope = undefined;
    try {
      const result = await work();
      await this.query(scope);
      return result;
    } catch (error) {
      await this.query(scope).catch(() => undefined); // of a failed statement the transaction is lost anyway
      throw error;
    } finally {
      this.#scope = scope;
    }
  }
}

async function runQuery<Row>(
  target: pg.Pool | pg.PoolClient,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  const { rows } = await target.query(sql, [...parameters]);
  return rows as Row[]; // the caller says what its statement selects
}

/** Whether PostgreSQL rejected a statement with this SQLSTATE, e.g. `21000`. */
export function isSqlState(error: unknown, state: string): boolean {
  return error instanceof pg.DatabaseError && error.code === state;
}

function requireAddress(url: string): void {
  const isPostgres = URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol);
  if (!isPostgres) throw new Refusal("database-address-invalid");
}

async function requireVersion(pool: pg.Pool, url: string): Promise<void> {
  const { rows } = await pool
    .query<{ version: number; text: string; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as text,
              current_setting('server_encoding') as encoding`,
    )
    .catch((error: unknown) => {
      throw unreachable(url, error);
    });
  const server = rows[0];
  if (server === undefined) throw new Error("the server did not tell its version");
  if (server.version < oldestMajor * 10_000) {
    throw new Refusal("database-too-old", { found: server.text, needed: oldestMajor });
  }
  if (server.encoding !== "UTF8") throw new Refusal("database-not-utf8", { found: server.encoding });
}

/** Names the server without the password. */
function unreachable(url: string, error: unknown): Refusal {
  const { hostname, port, pathname } = new URL(url);
  const cause = error instanceof AggregateError ? error.errors[0] : error; // one per address of the host
  const reason = cause instanceof Error ? cause.message : String(cause);
  const facts = { host: hostname, port: port === "" ? 5432 : Number(port), database: pathname.slice(1) };
  return new Refusal("database-unreachable", { ...facts, reason });
}
