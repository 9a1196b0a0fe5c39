import { existsSync } from "node:fs";
import swagger from "@fastify/swagger";
import staticFiles from "@fastify/static";
import fastify, { type FastifyInstance } from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { Refusal } from "#domain/refusal.ts";
import type { Context } from "#operations/context.ts";
import type { ReminderSettings } from "#operations/reminder-settings.ts";
import { keepFolding } from "#operations/query-figures-upkeep.ts";
import { compressAnswers } from "./compress-answers.ts";
import { answerError } from "./errors.ts";
import { accountRoutes } from "./routes/accounts.ts";
import { analyticsFileRoutes } from "./routes/analytics-files.ts";
import { analyticsRoutes } from "./routes/analytics.ts";
import { auditRoutes } from "./routes/audit.ts";
import { completenessRoutes } from "./routes/completeness.ts";
import { conferenceRoutes } from "./routes/conferences.ts";
import { dataSetRoutes } from "./routes/data-sets.ts";
import { dataValueRoutes } from "./routes/data-values.ts";
import { figureRoutes } from "./routes/figures.ts";
import { formWorkbookRoutes } from "./routes/form-workbooks.ts";
import { indicatorRoutes } from "./routes/indicators.ts";
import { metadataRoutes } from "./routes/metadata.ts";
import { orgUnitRoutes } from "./routes/org-units.ts";
import { outlineRoutes } from "./routes/outlines.ts";
import { oidcRoutes } from "./routes/oidc.ts";
import { reminderRoutes } from "./routes/reminders.ts";
import { overviewRoutes } from "./routes/overview.ts";
import { reportRoutes } from "./routes/reports.ts";
import { sensitiveElementRoutes } from "./routes/sensitive-elements.ts";
import { sessionRoutes } from "./routes/session.ts";
import { submissionRoutes } from "./routes/submissions.ts";
import { taskRoutes } from "./routes/tasks.ts";
import { todoRoutes } from "./routes/todo.ts";
import { validationRoutes } from "./routes/validation.ts";
import { viewRoutes } from "./routes/views.ts";
import { fixedSessions, registerSessions, type SessionOptions } from "./sessions.ts";

export interface ServerOptions {
  /** The installation, as the machine itself uses it. */
  readonly context: Context;
  /** People sign in and each asks as themselves; without it, every request is made by the context's own user. */
  readonly sessions?: SessionOptions;
  /** How units are reminded day by day; without it, only when somebody asks. */
  readonly reminders?: ReminderSettings;
  /** The built web application; without it the server answers the API alone. */
  readonly webDirectory?: string;
}

/** The HTTP door: the API described by OpenAPI at `/api/openapi.json`, and the web application. */
export async function buildServer({
  context,
  sessions,
  reminders,
  webDirectory,
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: { level: "warn" },
    bodyLimit: 1_000_000,
    forceCloseConnections: true,
    trustProxy: sessions?.trustProxy ?? false,
  });
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler(answerError);
  server.addHook("onSend", async (_request, reply) => {
    reply.headers(safetyHeaders);
  });
  compressAnswers(server);
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
  const setup = sessions
    ? await registerSessions(server, context, sessions)
    : await fixedSessions(server, context);
  await server.register(sessionRoutes, { setup });
  if (setup.oidc) await server.register(oidcRoutes, { setup, oidc: setup.oidc });
  await server.register(accountRoutes, { idle: setup.idle });
  await server.register(auditRoutes);
  await server.register(reportRoutes);
  await server.register(figureRoutes);
  await server.register(analyticsRoutes);
  await server.register(indicatorRoutes);
  await server.register(metadataRoutes);
  await server.register(orgUnitRoutes);
  await server.register(dataValueRoutes);
  await server.register(viewRoutes);
  await server.register(validationRoutes);
  await server.register(outlineRoutes);
  await server.register(analyticsFileRoutes);
  await server.register(sensitiveElementRoutes);
  await server.register(dataSetRoutes);
  await server.register(submissionRoutes);
  await server.register(formWorkbookRoutes);
  await server.register(completenessRoutes);
  await server.register(todoRoutes);
  await server.register(conferenceRoutes);
  await server.register(taskRoutes);
  await server.register(overviewRoutes);
  await server.register(reminderRoutes, { context, settings: reminders });
  foldWhileServing(server, context);
  server.get("/api/openapi.json", { schema: { hide: true }, config: { access: "public" } }, () =>
    server.swagger(),
  );
  if (webDirectory !== undefined && existsSync(webDirectory)) await serveWeb(server, webDirectory);
  return server;
}

/** Readers see what is not folded yet all the same; folding keeps them fast. */
function foldWhileServing(server: FastifyInstance, machine: Context): void {
  let stop: (() => Promise<void>) | undefined;
  server.addHook("onReady", (ready) => {
    stop = keepFolding(machine, (error) => server.log.error(error));
    ready();
  });
  server.addHook("onClose", async () => {
    await stop?.();
  });
}

/** Pages have addresses of their own; each is answered with the application, which reads the address. */
async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  await server.register(staticFiles, {
    root,
    maxAge: "1y",
    immutable: true,
    index: false,
    wildcard: false,
    preCompressed: true,
  });
  // Files with a name of their own content never change; these few keep their names.
  server.addHook("onSend", async (request, reply) => {
    if (/^\/(?:service-worker\.js|[\w-]+\.(?:webmanifest|svg))$/u.test(request.url))
      reply.header("cache-control", "no-cache");
  });
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
