import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fastify from "fastify";
import { expect, test } from "vitest";
import { compressAnswers } from "./compress-answers.ts";

const form = {
  cells: Array.from({ length: 200 }, (_, index) => ({ cell: `o-${index}`, name: "Trẻ tiêm đủ" })),
};

async function ask(encoding?: string, url = "/form") {
  const server = fastify();
  compressAnswers(server);
  server.get("/form", () => form);
  server.get("/small", () => ({ done: true }));
  return server.inject({ url, headers: encoding === undefined ? {} : { "accept-encoding": encoding } });
}

test("a form crosses the line in fewer bytes and is the same", async () => {
  const brotli = await ask("gzip, deflate, br");
  expect(brotli.headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding" });
  expect(JSON.parse(brotliDecompressSync(brotli.rawPayload).toString())).toEqual(form);
  const gzip = await ask("gzip");
  expect(JSON.parse(gunzipSync(gzip.rawPayload).toString())).toEqual(form);
  expect(gzip.rawPayload.length).toBeLessThan(JSON.stringify(form).length / 10);
});

test("whoever does not say so, and what is small anyway, is answered as it is", async () => {
  expect((await ask()).json()).toEqual(form);
  expect((await ask("br", "/small")).headers["content-encoding"]).toBeUndefined();
});
