/** Lets the application open without a line from now on, and tells when a newer one is ready to take over. */
export async function keepApplication(onNewer: (takeOver: () => void) => void): Promise<void> {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  const registration = await navigator.serviceWorker.register("/service-worker.js").catch(() => undefined);
  if (!registration) return; // private windows of some browsers; everything else works
  const offer = (worker: ServiceWorker) =>
    onNewer(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take-over", { transfer: [] });
    });
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed" && registration.active) offer(worker);
    });
  });
}

/** Asks the browser not to clear what is kept here when the disk runs low; `false` when it does not promise. */
export async function askToKeepStorage(): Promise<boolean> {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist());
  } catch {
    return false;
  }
}
