import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Todo } from "#contract/todo.ts";
import { listTodo } from "#operations/list-todo.ts";

/** `/api/todo`: what a unit has to do today. */
export const todoRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/todo",
    {
      schema: {
        summary: "Forms of a unit: returned, overdue, due, waiting, done",
        tags: ["submission"],
        querystring: z.object({ orgUnit: z.string().min(1) }),
        response: { 200: Todo },
      },
    },
    ({ context, query }) => listTodo(context, query),
  );
  done();
};
