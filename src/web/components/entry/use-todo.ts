import { useQuery } from "@tanstack/react-query";
import type { Todo } from "#contract/todo.ts";
import { entryServer, Unreachable } from "../../offline/entry-server.ts";
import { findTodo, keepTodo } from "../../offline/local-forms.ts";
import { ApiError } from "../../api.ts";

export interface KnownTodo {
  readonly todo: Todo;
  /** It is the list kept on this machine, of then. */
  readonly since: string | undefined;
}

/** What a unit has to do: from the server, else as this machine last knew it. */
export function useTodo(orgUnit: string) {
  return useQuery({
    queryKey: ["todo", orgUnit],
    queryFn: () => askServer(orgUnit),
    enabled: orgUnit !== "",
    staleTime: 10_000,
    networkMode: "always",
  });
}

async function askServer(orgUnit: string): Promise<KnownTodo> {
  try {
    const todo = await entryServer.todo(orgUnit);
    await keepTodo(todo).catch(() => undefined);
    return { todo, since: undefined };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const kept = await findTodo(orgUnit).catch(() => undefined);
    if (!kept) throw new ApiError("unreachable", 0);
    return { todo: kept.todo, since: kept.fetchedAt };
  }
}
