import pg from "pg";

/** What one person's statements may touch; PostgreSQL's policies (migration 006) read it in every transaction. */
export interface RowScope {
  readonly account: string;
  /** Units whose figures may be read. */
  readonly reads: "all" | ReadonlySet<string>;
  /** Units whose values and plans may be changed. */
  readonly writes: "all" | ReadonlySet<string>;
  /** Units whose reports, directives and tasks may be changed. */
  readonly composes: "all" | ReadonlySet<string>;
  /** Units whose accounts and audit may be looked at and kept. */
  readonly manages: "all" | ReadonlySet<string>;
  /** Whether the catalogue of the province may be changed. */
  readonly configures: boolean;
}

/** The role in which the statements of people run: it owns nothing, and policies hold for it. */
export const applicationRole = "tuyen_application";

/**
 * The statements that put the transaction just begun under a scope. They are settings, not queries, so that the
 * transaction may still choose how it is isolated; and they end with it, so that a connection shared through a pool
 * never carries one person's scope into another's statements.
 */
export function enterScope(scope: RowScope): string {
  const { account, configures } = scope;
  const settings = {
    account,
    configures,
    reads: listed(scope.reads),
    writes: listed(scope.writes),
    composes: listed(scope.composes),
    manages: listed(scope.manages),
  };
  return `set local role ${applicationRole}; set local tuyen.scope to ${pg.escapeLiteral(JSON.stringify(settings))}`;
}

/** The statement that goes back to the owner of the tables until `enterScope` comes again. */
export const leaveScope = "set local role none";

function listed(units: "all" | ReadonlySet<string>): "all" | readonly string[] {
  return units === "all" ? units : [...units];
}
