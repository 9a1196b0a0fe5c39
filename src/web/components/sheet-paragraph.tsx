import { Fragment } from "react";
import type { Paragraph } from "#domain/report.ts";
import { paragraphMarks } from "../report/sheet-words.ts";
import { SheetSpan } from "./sheet-span.tsx";

interface SheetParagraphProps {
  readonly paragraph: Paragraph;
  readonly label?: string;
  /** The text of a document ends with "./.". */
  readonly isEnd?: boolean;
  readonly selected: number | undefined;
}

export function SheetParagraph({ paragraph, label = "", isEnd = false, selected }: SheetParagraphProps) {
  const { style, sentences } = paragraph;
  return (
    <p className="paragraph" data-style={style}>
      {label !== "" && `${label} `}
      {paragraphMarks[style]}
      {sentences.map(({ spans }, sentence) => (
        <Fragment key={sentence}>
          {sentence > 0 && " "}
          {spans.map((span, at) => (
            <SheetSpan key={at} span={span} selected={selected} />
          ))}
        </Fragment>
      ))}
      {isEnd && (endsWithStop(paragraph) ? "/." : "./.")}
    </p>
  );
}

function endsWithStop({ sentences }: Paragraph): boolean {
  return sentences.at(-1)?.spans.at(-1)?.text.trimEnd().endsWith(".") ?? false;
}
