import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Report } from "#domain/report.ts";
import { layOutReport, type PrintedAnnex, type PrintedAnnexBlock } from "./official-document.ts";
import { pageFormat, printedSize, singleLine } from "./page-format.ts";
import { ruleLengths } from "./rule-lengths.ts";
import { fontFiles } from "./tinos.ts";

/** Beside this file, as source and as built. */
const layoutFile = fileURLToPath(new URL("report.typ", import.meta.url));

let typesetter: { readonly compiler: NodeCompiler; readonly layout: string } | undefined;

/**
 * The report as a tagged PDF with selectable text in Tinos, in the layout of Nghị định 30/2020/NĐ-CP.
 * The same report gives the same bytes.
 */
export async function printReportPdf(report: Report): Promise<Uint8Array> {
  const document = layOutReport(report);
  const data = {
    format: pageFormat,
    singleLine,
    rules: ruleLengths(document),
    document: { ...document, annexes: document.annexes.map(sizeCharts) },
  };
  const { compiler, layout } = startTypesetter();
  // The words travel as JSON: nothing in them is read as source.
  const result = compiler.compile({ mainFileContent: layout, inputs: { data: JSON.stringify(data) } });
  if (result.result === null)
    throw new Error("The report could not be typeset.", { cause: diagnose(compiler, result) });
  const created = Date.UTC(document.year, document.month - 1, 1) / 1000;
  const pdf = compiler.pdf(result.result, { creationTimestamp: created, pdfTags: true });
  compiler.evictCache(0); // one report is not like the next; keeping their parts would only fill the memory
  return new Uint8Array(pdf);
}

function startTypesetter() {
  typesetter ??= {
    compiler: NodeCompiler.create({ workspace: dirname(layoutFile), fontArgs: [{ fontBlobs: fontFiles() }] }),
    layout: readFileSync(layoutFile, "utf8"),
  };
  return typesetter;
}

function diagnose(compiler: NodeCompiler, result: ReturnType<NodeCompiler["compile"]>): unknown {
  const error = result.takeError();
  return error === null ? undefined : compiler.fetchDiagnostics(error);
}

function sizeCharts(annex: PrintedAnnex) {
  const size = (block: PrintedAnnexBlock) =>
    block.kind === "chart"
      ? { ...block, chart: { ...block.chart, printed: printedSize(block.chart, annex.orientation) } }
      : block;
  return { ...annex, blocks: annex.blocks.map(size) };
}
