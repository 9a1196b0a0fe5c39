import { readDirectives } from "#domain/directive-reading/read-directives.ts";
import { Refusal } from "#domain/refusal.ts";
import type { NoticeNews, NoticeOrder, NoticeSource } from "./read-notice.ts";

addEventListener("message", ({ data }: MessageEvent<NoticeOrder>) => {
  void answer(data);
});

async function answer({ source, indicators }: NoticeOrder): Promise<void> {
  try {
    const text = await textOf(source);
    tell({ news: "read", text, ...readDirectives(text, indicators) });
  } catch (error) {
    if (error instanceof Refusal) tell({ news: "refused", code: error.code, facts: error.facts });
    else reportError(error); // a fault: it reaches the page as an error of its worker
  }
}

async function textOf(source: NoticeSource): Promise<string> {
  if ("text" in source) return source.text.normalize("NFC");
  const { readDocument } = await import("#checker/reading/read-document.ts");
  return (await readDocument(source.name, source.bytes)).text;
}

function tell(news: NoticeNews): void {
  postMessage(news);
}
