import { expect, test } from "vitest";
import { readDocument } from "./read-document.ts";

async function textOf(html: string): Promise<string> {
  return (await readDocument("a.html", new TextEncoder().encode(html))).text;
}

test("blocks are lines, spaces collapse, entities are resolved", async () => {
  const html =
    "<!DOCTYPE html><html><head><title>x</title></head><body><h1>BÁO&nbsp;C&Aacute;O</h1><p>Có\n  <b>12</b>.345 ca &lt; 5&#37;<br>D&ograve;ng &#x111;&oacute; &khong;</p>đuôi</body></html>";
  expect(await textOf(html)).toBe("BÁO\u00a0CÁO\nCó 12.345 ca < 5%\nDòng đó &khong;\nđuôi");
});

test("what is not shown is not read", async () => {
  expect(
    await textOf(
      "<p>A<script>if (a<b) '</p>'</script><style>p{}</style><!-- 5 --> B<span style='display: none'>C<span>D</span></span><del>cũ</del><ins>mới</ins>",
    ),
  ).toBe("A B mới".replace(" mới", "mới"));
});

test("tables with merged cells and cells that nobody closed", async () => {
  expect(
    await textOf("<table><tr><th rowspan=2>Xã<th colspan=2>Năm<tr><td>KH<td>TH<tr><td>An<td>1<td>2</table>"),
  ).toBe("Xã\tNăm\t\n\tKH\tTH\nAn\t1\t2");
});

test("lists have their numbers", async () => {
  expect(await textOf("<ol start=3><li>ba<ul><li>con</ul><li>bốn</ol>")).toBe("3. ba\n- con\n4. bốn");
});

test("a raised sign behind a number stays apart from it", async () => {
  expect(await textOf("<p>150<sup>1</sup> ca, 5 m<sup>2</sup>")).toBe("150¹ ca, 5 m2");
});

test("whatever is not markup is text, and broken markup hides nothing but itself", async () => {
  expect(await textOf("<p>5 < 7 & 8 > 3<p class=it's>tiếp</p></p></div>hết")).toBe(
    "5 < 7 & 8 > 3\ntiếp\nhết",
  );
});

test.each([["<a b=\"".repeat(200_000)], ["<".repeat(500_000)], ["<p ".repeat(300_000)], ["<!--".repeat(200_000)], ["<table><tr><td>".repeat(40_000)], ["&#".repeat(500_000)]])(
  "hostile markup takes no longer than its length: %.20s…",
  async (html) => {
    const start = performance.now();
    await textOf(`x ${html}`).catch(() => undefined);
    expect(performance.now() - start).toBeLessThan(3000);
  },
); // prettier-ignore
