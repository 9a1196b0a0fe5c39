import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** After somebody came or went: nothing that was fetched for another is shown, and everything is asked anew. */
export function useArrival(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
    await queries.invalidateQueries({ queryKey: ["session"] });
  }, [queries]);
}
