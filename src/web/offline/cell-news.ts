import type { FormId } from "./local-database.ts";

type Listener = () => void;

const here = new Map<FormId, Set<Listener>>();
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("tuyen-cells") : undefined;
channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (typeof data === "string") tellHere(data);
});

/** The boxes of a form on this machine changed by something other than typing here: every tab that shows it looks again. */
export function tellCells(form: FormId): void {
  tellHere(form);
  channel?.postMessage(form); // oxlint-disable-line unicorn/require-post-message-target-origin -- a channel has one origin
}

/** A key was typed here: the other tabs look again, this one knows. */
export function tellOtherTabs(form: FormId): void {
  channel?.postMessage(form); // oxlint-disable-line unicorn/require-post-message-target-origin -- a channel has one origin
}

/** Also when somebody comes back to a tab that slept: messages do not wake it. Answers how to stop. */
export function listenToCells(form: FormId, listener: Listener): () => void {
  const listeners = here.get(form) ?? new Set();
  here.set(form, listeners.add(listener));
  const seen = () => {
    if (document.visibilityState === "visible") listener();
  };
  document.addEventListener("visibilitychange", seen);
  window.addEventListener("focus", listener);
  return () => {
    listeners.delete(listener);
    document.removeEventListener("visibilitychange", seen);
    window.removeEventListener("focus", listener);
  };
}

function tellHere(form: FormId): void {
  for (const listener of here.get(form) ?? []) listener();
}
