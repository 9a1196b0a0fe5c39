// Keeps the application itself on this machine, so that it opens without a line. Figures are never kept here: what a
// station needs of them is in the local database, dated and per person.

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

/** What a service worker sees as `self`; the types of pages and of workers exclude each other. */
interface WorkerScope {
  readonly location: Location;
  readonly registration: { readonly active: unknown };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    type: "fetch",
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}
const worker = self as unknown as WorkerScope; // see above

/** Filled in when the application is built: its files, and a name that changes with any of them. */
const files: { readonly version: string; readonly paths: readonly string[] } = JSON.parse("__APPLICATION_FILES__") as never; // prettier-ignore
const cacheName = `tuyen-${files.version}`;
const page = "/index.html";

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      await cache.addAll(files.paths.map((path) => new Request(path, { cache: "reload" })));
      // The first one takes the page at once. A newer one waits: the code of an open form is not changed under it.
      if (worker.registration.active === null) await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("tuyen-") && name !== cacheName) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("message", (event) => {
  if (event.data === "take-over") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (
    request.method !== "GET" ||
    address.origin !== worker.location.origin ||
    address.pathname.startsWith("/api/")
  )
    return;
  event.respondWith(request.mode === "navigate" ? answerPage(request) : answerFile(request));
});

/** The application as it is kept: every page of ours has the same file. */
async function answerPage(request: Request): Promise<Response> {
  const kept = await caches.match(page, { cacheName });
  return kept ?? fetch(request);
}

async function answerFile(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName, ignoreSearch: true });
  return kept ?? fetch(request);
}
