import type { FastifyReply } from "fastify";

/** Answers with a file to be saved. Old programs read the plain name, new ones the one with its accents. */
export function sendFile(
  reply: FastifyReply,
  file: { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string },
): FastifyReply {
  const plain = file.fileName.normalize("NFD").replace(/[^\x20-\x7e]|["\\]/gu, "");
  const encoded = encodeURIComponent(file.fileName).replace(/['()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`); // prettier-ignore
  return reply
    .type(file.mediaType)
    .header("content-disposition", `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .send(Buffer.from(file.bytes));
}
