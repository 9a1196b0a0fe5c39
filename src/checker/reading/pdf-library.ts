import type * as PdfLibrary from "pdfjs-dist";

/** What the library looks for when it is loaded; only drawing, which never happens here, would use them. */
const drawing = ["DOMMatrix", "ImageData", "Path2D"] as const;

function unusable(): void {}

/**
 * Loads the PDF library so that it works on this thread: no worker script to be fetched, hence the same in Node,
 * in the browser and in a worker of the application, under a policy that allows nothing from elsewhere.
 */
export async function loadPdfLibrary(): Promise<Pick<typeof PdfLibrary, "getDocument" | "OPS">> {
  const scope = globalThis as Record<string, unknown>; // names that are declared in the browser only
  for (const name of drawing) scope[name] ??= unusable;
  // A worker without a window would be taken over by the library for messages of its own.
  const isWorker = scope["window"] === undefined && typeof scope["postMessage"] === "function";
  if (isWorker) scope["window"] = scope;
  const { warn } = console;
  console.warn = () => undefined; // without the optional drawing package, each load would complain
  try {
    // @ts-expect-error -- the package declares no types for it; loading it makes it known to the library
    await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    console.warn = warn;
    if (isWorker) delete scope["window"];
  }
}
