import { useQuery } from "@tanstack/react-query";
import { conferencesQuery } from "../../directives/directives-api.ts";

/** By the clock of this machine, when the application was opened. */
const machineDay = new Date().toISOString().slice(0, 10);

/** The day by the server, by which terms count; by this machine until it has answered. */
export function useToday(): string {
  return useQuery(conferencesQuery).data?.today ?? machineDay;
}
