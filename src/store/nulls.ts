/** What a row becomes when columns that hold nothing are left out. */
export type WithoutNulls<Row> = { [Key in keyof Row as null extends Row[Key] ? never : Key]: Row[Key] } & {
  [Key in keyof Row as null extends Row[Key] ? Key : never]?: Exclude<Row[Key], null>;
};

/** Leaves out the columns that are null: our types say absent, never null. */
export function withoutNulls<Row extends object>(row: Row): WithoutNulls<Row> {
  const present: Partial<Row> = {};
  for (const key in row) if (row[key] !== null) present[key] = row[key];
  return present as Row & WithoutNulls<Row>; // the loop does to the values just what the type says of them
}
