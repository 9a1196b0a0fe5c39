import { escapeMarkup } from "#charts/markup.ts";
import type { ChartBlock, Report, Span, Table } from "#domain/report.ts";
import {
  layOutReport,
  type BodyBlock,
  type HeadingBlock,
  type OfficialDocument,
  type ParagraphBlock,
  type PrintedAnnex,
  type PrintedAnnexBlock,
} from "./official-document.ts";
import { reportStyle } from "./report-html-style.ts";

/**
 * The report as one HTML page that needs nothing else: decree layout on screen and on paper, headings that can be
 * walked through, every word escaped. Figures carry `data-figure="f0"`… as in Word.
 */
export function printReportHtml(report: Report): string {
  const document = layOutReport(report);
  const main = [
    noticeLine(document),
    letterhead(document),
    title(document),
    addressees(document),
    ...document.body.map(bodyBlock),
    signature(document),
  ];
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(document.title)}</title>
<style>${reportStyle(document.notice !== undefined)}</style>
</head>
<body>
<article class="sheet">
${main.filter((part) => part !== "").join("\n")}
</article>
${document.annexes.map((annex) => annexSheet(annex, document)).join("\n")}
</body>
</html>
`;
}

/** On screen; on paper the notice stands in the margin of every page. */
function noticeLine({ notice }: OfficialDocument): string {
  return notice === undefined ? "" : paragraph("notice", escapeMarkup(notice));
}

function letterhead({ letterhead: head }: OfficialDocument): string {
  const agency = `<span class="short-rule">${escapeMarkup(head.agency)}</span>`;
  const parent = head.parentAgency === "" ? "" : paragraph("parent-agency", escapeMarkup(head.parentAgency));
  return `<header class="letterhead">
<div>${parent}${paragraph("agency", agency)}</div>
<div>${paragraph("national-name", escapeMarkup(head.nationalName))}${paragraph("motto", `<span>${escapeMarkup(head.motto)}</span>`)}</div>
${paragraph("number blank", escapeMarkup(head.number))}
${paragraph("place-date blank", escapeMarkup(head.placeDate))}
</header>`;
}

function title({ kind, subject }: OfficialDocument): string {
  const lines = subject.map((line) => `<span>${escapeMarkup(line)}</span>`).join(" ");
  return `<h1><span>${escapeMarkup(kind)}</span> <span class="short-rule">${lines}</span></h1>`;
}

/** Several names stand under the colon, one a line. */
function addressees({ addressees: names }: OfficialDocument): string {
  const [only, ...others] = names;
  if (only === undefined) return "";
  if (others.length === 0) return `<div class="addressees"><p>Kính gửi: ${escapeMarkup(only)}</p></div>`;
  const lines = names.map((name) => `<p>${escapeMarkup(name)}</p>`).join("");
  return `<div class="addressees"><p>Kính gửi</p><div><p>:</p>${lines}</div></div>`;
}

function bodyBlock(block: BodyBlock): string {
  return block.kind === "heading" ? heading(block) : textParagraph(block);
}

/** The document's title is the first level, so a part is the second; HTML has no seventh. */
function heading({ level, lines }: HeadingBlock): string {
  const words = lines.map((line) => `<span>${escapeMarkup(line)}</span>`).join(" ");
  if (level > 5) return `<p class="titled" role="heading" aria-level="7">${words}</p>`;
  return `<h${level + 1}>${words}</h${level + 1}>`;
}

function textParagraph({ style, spans }: ParagraphBlock): string {
  return paragraph(style === "empty" ? "text empty" : "text", spanMarkup(spans));
}

function spanMarkup(spans: readonly Span[]): string {
  return spans
    .map(({ text, figure, emphasis }) => {
      const words = escapeMarkup(text);
      const marked = figure === undefined ? words : `<span data-figure="f${figure}">${words}</span>`;
      if (emphasis === undefined) return marked;
      return emphasis === "bold" ? `<strong>${marked}</strong>` : `<em>${marked}</em>`;
    })
    .join("");
}

function signature({ recipients, signer }: OfficialDocument): string {
  const lines = recipients.map((line) => paragraph("recipients", escapeMarkup(line))).join("");
  const post = signer.post.map((line) => `<p>${escapeMarkup(line)}</p>`).join("");
  return `<footer class="signature">
<div>${paragraph("recipients-title", "Nơi nhận:")}${lines}</div>
<div class="signer">${post}${paragraph("name", escapeMarkup(signer.name))}</div>
</footer>`;
}

function annexSheet(annex: PrintedAnnex, document: OfficialDocument): string {
  const classes = annex.orientation === "landscape" ? "sheet landscape" : "sheet";
  const name = `<span>${escapeMarkup(annex.label)}</span> <span>${escapeMarkup(annex.title)}</span>`;
  return `<article class="${classes}">
${noticeLine(document)}
<h2 class="annex-title">${name}</h2>
${paragraph("annex-reference blank", escapeMarkup(annex.reference))}
${annex.blocks.map(annexBlock).join("\n")}
</article>`;
}

function annexBlock(block: PrintedAnnexBlock): string {
  if (block.kind === "paragraph") return textParagraph(block);
  return block.kind === "table" ? tableMarkup(block.table) : chartMarkup(block.chart);
}

function tableMarkup({ caption = "", columns, rows, notes }: Table): string {
  const widths = columns
    .map(({ width }) => `<col style="width: ${Math.round(width * 10000) / 100}%">`)
    .join("");
  const head = columns.map((column) => `<th scope="col">${escapeMarkup(column.title)}</th>`).join("");
  const lines = rows.map((row) => {
    if (row.heading)
      return `<tr><th scope="rowgroup" colspan="${columns.length}">${spanMarkup(row.cells)}</th></tr>`;
    const cells = row.cells.map(
      (cell, index) => `<td class="${columns[index]?.align ?? "left"}">${spanMarkup([cell])}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="table"><table>
${caption === "" ? "" : `<caption>${escapeMarkup(caption)}</caption>`}
<colgroup>${widths}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table></div>
${notes.map((note) => paragraph("note", escapeMarkup(note))).join("")}`;
}

/** As an image, so that nothing in the drawing can act on the page. */
function chartMarkup({ title: name, svg, width, height, description, source }: ChartBlock): string {
  const drawing = Buffer.from(svg, "utf8").toString("base64");
  const image = `<img src="data:image/svg+xml;base64,${drawing}" width="${width}" height="${height}" alt="${escapeMarkup(`${name}. ${description}`)}">`;
  return `<figure>${image}<figcaption>${paragraph("source", escapeMarkup(source))}</figcaption></figure>`;
}

/** Empty paragraphs are not printed. */
function paragraph(classes: string, markup: string): string {
  if (markup === "") return "";
  return classes === "" ? `<p>${markup}</p>` : `<p class="${classes}">${markup}</p>`;
}
