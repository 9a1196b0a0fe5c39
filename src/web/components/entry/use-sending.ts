import { useSyncExternalStore } from "react";
import { sender } from "../../entry/sender.ts";
import type { SendingState } from "../../offline/sending.ts";

const subscribe = (listener: () => void) => sender.subscribe(listener);
const read = () => sender.state;

/** Whether everything has left this machine. */
export function useSending(): SendingState {
  return useSyncExternalStore(subscribe, read);
}
