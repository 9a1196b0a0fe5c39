import type { Queryable } from "./database.ts";

/** Evidence of a task; its bytes are fetched only to be handed out. */
export interface KeptFile {
  readonly task: string;
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedOn: string;
}

const columns = `task, id, name, media_type as "mediaType", octet_length(bytes) as size, sha256, added_by as "addedBy",
  added_on as "addedOn"`;

/** Keeps a file; the same content is kept once for a task, under the name it came with first. */
export async function addTaskFile(
  db: Queryable,
  province: string,
  { task, id, name, mediaType, sha256, addedBy, addedOn }: Omit<KeptFile, "size">,
  bytes: Uint8Array,
): Promise<void> {
  await db.query(
    `insert into task_file (province, task, id, name, media_type, sha256, bytes, added_by, added_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (province, task, sha256) do nothing`,
    [province, task, id, name, mediaType, sha256, bytes, addedBy, addedOn],
  );
}

/** The files of a task, the oldest first. */
export async function listTaskFiles(db: Queryable, province: string, task: string): Promise<KeptFile[]> {
  return db.query<KeptFile>(
    `select ${columns} from task_file where province = $1 and task = $2 order by added_on, name, id`,
    [province, task],
  );
}

export async function findTaskFile(
  db: Queryable,
  province: string,
  task: string,
  id: string,
): Promise<(KeptFile & { readonly bytes: Uint8Array }) | undefined> {
  const [file] = await db.query<KeptFile & { readonly bytes: Uint8Array }>(
    `select ${columns}, bytes from task_file where province = $1 and task = $2 and id = $3`,
    [province, task, id],
  );
  return file;
}
