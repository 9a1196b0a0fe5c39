import { existsSync } from "node:fs";
import swagger from "@fastify/swagger";
import staticFiles from "@fastify/static";
import fastify, { type FastifyInstance } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { Refusal } from "#domain/refusal.ts";
import type { Context } from "#operations/context.ts";
import { answerError } from "./errors.ts";
import { analyticsRoutes } from "./routes/analytics.ts";
import { figureRoutes } from "./routes/figures.ts";
import { reportRoutes } from "./routes/reports.ts";

export interface ServerOptions {
  readonly context: Context;
  /** The built web application; without it the server answers the API alone. */
  readonly webDirectory?: string;
}

/** The HTTP door: the API described by OpenAPI at `/api/openapi.json`, and the web application. */
export async function buildServer({ context, webDirectory }: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({ logger: { level: "warn" }, bodyLimit: 1_000_000, forceCloseConnections: true });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerError);
  server.addHook("onSend", async (_request, reply) => {
    reply.headers(safetyHeaders);
  });
  await server.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Tuyến",
        description: "Figures and reports of a provincial Department of Health",
        version: "0.1.0",
      },
    },
    transform: jsonSchemaTransform,
  });
  await server.register(reportRoutes, { context });
  await server.register(figureRoutes, { context });
  await server.register(analyticsRoutes, { context });
  server.get("/api/openapi.json", { schema: { hide: true } }, () => server.swagger());
  if (webDirectory !== undefined && existsSync(webDirectory)) await serveWeb(server, webDirectory);
  return server;
}

/** Pages have addresses of their own; each is answered with the application, which reads the address. */
async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  await server.register(staticFiles, { root, maxAge: "1y", immutable: true, index: false, wildcard: false });
  const application = { cacheControl: false, maxAge: 0, immutable: false };
  server.get("/", { schema: { hide: true } }, (_request, reply) => reply.sendFile("index.html", application));
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      !/\.\w+$/.test(request.url.split("?")[0] ?? "");
    if (!isPage) {
      answerError(new Refusal("unknown-page", { address: request.url }), request, reply);
      return;
    }
    void reply.sendFile("index.html", application);
  });
}

/** Nothing from elsewhere runs in the page, and no other page may frame it. */
const safetyHeaders = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};
