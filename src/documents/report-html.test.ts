import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildParagraph, buildReport, buildReportSaying, buildSection } from "./report-builder.ts";
import { printReportHtml } from "./report-html.ts";

/** Names of all tags in order of opening, and the text between them. */
function readMarkup(html: string): { readonly tags: string[]; readonly text: string } {
  const body = html.slice(html.indexOf("<body>"));
  return {
    tags: [...body.matchAll(/<([a-z]+\d?)[ >]/g)].map(([, name]) => name ?? ""),
    text: body.replace(/<[^>]*>/g, "").replace(/\s+/g, " "),
  };
}

describe("the page", () => {
  test("has one title and headings that go down level by level as the report does", () => {
    const { tags } = readMarkup(printReportHtml(buildReport()));
    const headings = tags.filter((name) => /^h\d$/.test(name));
    expect(headings).toEqual(["h1", "h2", "h3", "h4", "h5", "h6", "h2", "h2", "h2"]);
  });

  test("prints on A4 with the decree's margins, numbers from page 2, in Times New Roman", () => {
    const html = printReportHtml(buildReport());
    expect(html).toContain("size: A4 portrait; margin: 20mm 15mm 20mm 30mm");
    expect(html).toContain("@page :first { @top-center { content: none; } }");
    expect(html).toContain('"Times New Roman"');
    expect(html).toContain("text-indent: 10mm");
  });

  test("needs nothing from anywhere else", () => {
    const html = printReportHtml(buildReport());
    expect(html).not.toMatch(/<(?:script|link|iframe|object)\b/);
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(html).not.toContain("url(");
  });

  test("marks each figure, so that a page can show where it comes from", () => {
    expect(printReportHtml(buildReport())).toContain('<span data-figure="f0">2.807</span>');
  });

  test("says so when the values are illustrative, on screen and in the margin of each printed page", () => {
    const html = printReportHtml(buildReport({ illustrative: true }));
    expect(html.split("SỐ LIỆU MINH HỌA")).toHaveLength(5); // the page margin, the text and two annexes
    expect(printReportHtml(buildReport())).not.toContain("MINH HỌA");
  });

  test("shows emphasis without losing words", () => {
    const sentences = [{ spans: [{ text: "Đạt " }, { text: "52%", emphasis: "bold" as const }] }];
    const sections = [
      buildSection("untitled", {
        paragraphs: [{ style: "body", sentences }, buildParagraph("body", "Hết.")],
      }),
    ];
    expect(printReportHtml(buildReport({ sections }))).toContain(
      '<p class="text">Đạt <strong>52%</strong></p>',
    );
  });

  test("holds no tag but its own, whatever people write", () => {
    const { tags } = readMarkup(printReportHtml(buildReportSaying("từ")));
    const hostile = ["<script>alert(1)</script>", '"><img src=x onerror=y>', "</style><b>", "&lt;", "'"];
    const words = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 30 }));
    fc.assert(
      fc.property(words, (text) => {
        const printed = `từ${text}từ`; // never without words, so that the same elements are there
        expect(readMarkup(printReportHtml(buildReportSaying(printed))).tags).toEqual(tags);
      }),
    );
    expect(readMarkup(printReportHtml(buildReportSaying("a<b>&c"))).text).toContain("a&lt;b&gt;&amp;c");
  });
});
