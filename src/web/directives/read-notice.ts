import { documentLimits } from "#checker/reading/document-limits.ts";
import type { NamedIndicator } from "#domain/directive-reading/indicator-matching.ts";
import type { ReadNotice } from "#domain/directive-reading/read-directives.ts";
import { Refusal } from "#domain/refusal.ts";

/** A notice as pasted, or as a file; either is read on this machine and sent nowhere. */
export type NoticeSource = { readonly text: string } | { readonly name: string; readonly bytes: Uint8Array };

export interface NoticeOrder {
  readonly source: NoticeSource;
  readonly indicators: readonly NamedIndicator[];
}

export type NoticeNews =
  | ({ readonly news: "read" } & ReadNoticeText)
  | {
      readonly news: "refused";
      readonly code: string;
      readonly facts: Readonly<Record<string, string | number>>;
    };

export type ReadNoticeText = ReadNotice & { readonly text: string };

/** A chosen file, unless it is larger than any notice. */
export async function noticeFile(file: File): Promise<NoticeSource> {
  const limit = documentLimits.fileBytes;
  if (file.size > limit) throw new Refusal("file-too-large", { file: file.name, limit });
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Reads a notice beside the page, so that the page never stands still. Throws a `Refusal` for what cannot be read. */
export function readNotice(order: NoticeOrder): Promise<ReadNoticeText> {
  const worker = new Worker(new URL("read-notice-worker.ts", import.meta.url), { type: "module" });
  const work = new Promise<ReadNoticeText>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<NoticeNews>) => {
      if (data.news === "read") resolve(data);
      else reject(new Refusal(data.code, data.facts));
    });
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.addEventListener("messageerror", () => reject(new Error("the worker's answer cannot be read")));
  });
  worker.postMessage(order); // oxlint-disable-line unicorn/require-post-message-target-origin -- a worker has none
  return work.finally(() => worker.terminate());
}
