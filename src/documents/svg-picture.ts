import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { fontFiles } from "./tinos.ts";

/** 144 dots to the inch: a fallback that reads well on paper and is drawn in a twentieth of a second. */
const density = 1.5;
const widestPicture = 4096;

let renderer: Promise<void> | undefined;

/** The picture as PNG on white, for readers that cannot show SVG; lettered in Tinos. Throws when it is no SVG. */
export async function drawPng(svg: string, width: number): Promise<Uint8Array> {
  renderer ??= startRenderer();
  await renderer;
  const drawing = new Resvg(svg, {
    background: "white",
    fitTo: { mode: "width", value: Math.min(widestPicture, Math.max(1, Math.round(width * density))) },
    font: {
      fontBuffers: fontFiles(),
      defaultFontFamily: "Tinos",
      serifFamily: "Tinos",
      sansSerifFamily: "Tinos",
    },
  });
  try {
    return drawing.render().asPng();
  } finally {
    drawing.free();
  }
}

async function startRenderer(): Promise<void> {
  const module = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await initWasm(await readFile(module));
}
