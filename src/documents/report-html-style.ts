import { illustrativeNotice } from "#wording/furniture.ts";
import { pageFormat, singleLine } from "./page-format.ts";

const { sizes, margins, body, letterheadColumns, signatureColumns, ruleShare, ruleThickness } = pageFormat;
const pageMargins = `${margins.top}mm ${margins.right}mm ${margins.bottom}mm ${margins.left}mm`;
const face = '"Times New Roman", Tinos, "Liberation Serif", serif';

/**
 * The decree's measures as a style sheet; on paper each annex starts a page, and numbers show from page 2.
 * Browsers cannot begin page numbers anew (tried in Chromium 147), so annexes are numbered on from the text here;
 * in Word and PDF each is numbered by itself.
 */
export function reportStyle(illustrative: boolean): string {
  return `
* { box-sizing: border-box; }
body { margin: 0; background: #f0ede5; color: #000; font: ${sizes.body}pt/${round(singleLine * body.lines)} ${face}; }
p, h1, h2, h3, h4, h5, h6, table, figure { margin: 0; font-size: inherit; }
.sheet { width: ${pageFormat.paper.width}mm; max-width: 100%; margin: 6mm auto; padding: ${pageMargins}; background: #fff; }
.landscape { width: ${pageFormat.paper.height}mm; }
.blank { white-space: pre-wrap; }
.notice { margin-bottom: 6pt; text-align: right; font-size: 12pt; font-weight: bold; }
.letterhead, .signature { display: grid; line-height: ${round(singleLine)}; }
.letterhead { grid-template-columns: ${letterheadColumns.map((width) => `${width}fr`).join(" ")}; gap: 8pt 0; text-align: center; }
.parent-agency { font-size: ${sizes.parentAgency}pt; }
.agency { font-size: ${sizes.agency}pt; font-weight: bold; }
.national-name { font-size: ${sizes.nationalName}pt; font-weight: bold; }
.motto { font-size: ${sizes.motto}pt; font-weight: bold; }
.motto span { display: inline-block; padding-bottom: 2pt; border-bottom: ${ruleThickness}pt solid; }
.number { font-size: ${sizes.number}pt; }
.place-date { font-size: ${sizes.placeDate}pt; font-style: italic; }
.short-rule { display: inline-block; }
.short-rule::after { content: ""; display: block; width: ${ruleShare * 100}%; margin: 3pt auto 0; border-bottom: ${ruleThickness}pt solid; }
h1 { margin: 18pt 0 6pt; text-align: center; line-height: ${round(singleLine)}; }
h1 > span, .short-rule > span { display: block; }
h1 > .short-rule { display: table; margin: 0 auto; }
.addressees { display: flex; justify-content: center; margin-top: ${body.gap}pt; }
.text, h2, h3, h4, h5, h6, .titled { margin-top: ${body.gap}pt; text-indent: ${body.indent}mm; }
.text { text-align: justify; }
h2, .annex-title { text-align: center; text-indent: 0; }
h2 span, .annex-title span { display: block; }
h2, h3, h4, h5, h6, .titled, caption, .annex-reference { break-after: avoid; }
h6 { font-weight: normal; }
.titled { font-weight: bold; font-style: italic; }
.empty { font-style: italic; }
.text { orphans: 2; widows: 2; }
.signature { grid-template-columns: ${signatureColumns.map((width) => `${width}fr`).join(" ")}; margin-top: 18pt; break-inside: avoid; }
.recipients-title { font-size: ${sizes.recipientsTitle}pt; font-weight: bold; font-style: italic; }
.recipients { font-size: ${sizes.recipients}pt; }
.signer { text-align: center; font-size: ${sizes.signer}pt; font-weight: bold; }
.signer .name { margin-top: ${round(pageFormat.signatureLines * singleLine)}em; }
.annex-title { margin-top: 0; line-height: ${round(singleLine)}; }
.annex-reference { margin-bottom: 12pt; text-align: center; font-size: ${sizes.annexReference}pt; font-style: italic; }
.table { overflow-x: auto; padding: 0 0.5pt; }
table { width: 100%; margin-top: 8pt; border-collapse: collapse; font-size: ${sizes.table}pt; line-height: ${round(singleLine)}; }
caption { padding-bottom: 4pt; font-size: ${sizes.body}pt; font-weight: bold; }
th, td { padding: 2pt 3.5pt; border: 0.5pt solid #000; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody th { text-align: left; break-after: avoid; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
figure { margin-top: 14pt; text-align: center; break-inside: avoid; }
img { max-width: 100%; height: auto; }
figcaption, .note { margin-top: 3pt; text-align: justify; font-size: ${sizes.note}pt; }
.note, .source { font-style: italic; }
@page { size: A4 portrait; margin: ${pageMargins};
  @top-center { content: counter(page); font: ${sizes.pageNumber}pt ${face}; }
  ${illustrative ? `@top-right { content: "${illustrativeNotice}"; font: bold 12pt ${face}; }` : ""} }
@page :first { @top-center { content: none; } }
@page wide { size: A4 landscape; }
@media print {
  body { background: none; }
  .sheet { width: auto; margin: 0; padding: 0; break-before: page; }
  .sheet:first-of-type { break-before: auto; }
  .landscape { page: wide; }
  .notice { display: none; }
  .table { overflow: visible; }
}
@media screen and (max-width: 760px) {
  .sheet { margin: 0; padding: 6mm 4mm; }
  .letterhead, .signature { grid-template-columns: 1fr; }
}
`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
