import { memo, type KeyboardEvent, type ReactNode } from "react";
import { listNumbers } from "#checker/memory.ts";
import type { NumberedFinding } from "../../check/check-findings.ts";
import type { TextLine } from "../../check/text-lines.ts";
import { cutLine, type Box, type LineMarks, type Segment } from "../../check/text-marks.ts";
import { markId, useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

interface MarkedLineProps {
  readonly text: string;
  readonly line: TextLine;
  readonly marks: LineMarks;
  readonly boxes: readonly Box[];
  readonly selected: number | undefined;
  readonly isAgreedShown: boolean;
  readonly isPicking: boolean;
}

/** One line of the document, the numbers of its findings on the margin. */
export const MarkedLine = memo(function MarkedLine(props: MarkedLineProps) {
  const { text, line, marks, boxes, isAgreedShown, isPicking } = props;
  if (isPicking) return <PickableLine text={text} line={line} />;
  const drawn = isAgreedShown ? marks : { ...marks, agreed: [] };
  const segments = cutLine(line, drawn, boxes);
  const begun = new Set<number>();
  return (
    <p className="text-line">
      <Margin marks={marks} selected={props.selected} />
      {segments.map((segment) => {
        const number = segment.finding?.number;
        const isFirst = number !== undefined && !begun.has(number);
        if (number !== undefined) begun.add(number);
        return <MarkedSegment key={segment.start} text={text} segment={segment} isFirst={isFirst} />;
      })}
    </p>
  );
});

/** The same numbers as in the list; the marks in the text are what opens them. */
function Margin({ marks: { marks }, selected }: { marks: LineMarks; selected: number | undefined }) {
  const findings = new Map(marks.filter(({ finding }) => finding.claim.kind !== "format").map(({ finding }) => [finding.number, finding])); // prettier-ignore
  if (findings.size === 0) return null;
  return (
    <span className="text-margin" aria-hidden="true">
      {Array.from(findings.values(), ({ number, claim }) => (
        <span
          key={number}
          className="finding-number"
          data-verdict={claim.verdict}
          data-selected={number === selected || undefined}
        >
          {number}
        </span>
      ))}
    </span>
  );
}

function MarkedSegment({ text, segment, isFirst }: { text: string; segment: Segment; isFirst: boolean }) {
  const { text: words } = useCheckTexts();
  const { finding, box, isAgreed } = segment;
  let drawn: ReactNode = text.slice(segment.start, segment.end);
  if (box) drawn = <span className="number-box" data-role={box}>{drawn}</span>; // prettier-ignore
  if (finding) drawn = <FindingMark finding={finding} isFirst={isFirst}>{drawn}</FindingMark>; // prettier-ignore
  return (
    <>
      {drawn}
      {isAgreed && (
        <svg className="agreed-tick" viewBox="0 0 16 16" width="14" height="14" role="img" aria-label={words.agreed}>
          <path d="M3 8.6l3.4 3.4L13 4.6" />
        </svg>
      )}
    </>
  ); // prettier-ignore
}

interface FindingMarkProps {
  readonly finding: NumberedFinding;
  readonly isFirst: boolean;
  readonly children: ReactNode;
}

/** A span, because a button element is a box and cannot break over two lines of a paragraph. */
function FindingMark({ finding, isFirst, children }: FindingMarkProps) {
  const { finding: words, verdicts } = useCheckTexts();
  const { select } = useCheckReader();
  const { number, claim } = finding;
  const open = () => select(finding, "text");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
  return (
    <span
      id={isFirst ? markId(number) : undefined}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- see above
      role="button"
      tabIndex={0}
      className="text-mark"
      data-verdict={claim.verdict}
      onClick={open}
      onKeyDown={onKeyDown}
    >
      {children}
      <span className="visually-hidden">
        {" "}
        ({words.position(number, verdicts[claim.verdict])})
      </span>
    </span>
  ); // prettier-ignore
}

/** While a number is being picked, every number of the line is a button and nothing else is drawn. */
function PickableLine({ text, line }: { readonly text: string; readonly line: TextLine }) {
  const { reading } = useCheckTexts();
  const { replaceOperand } = useCheckReader();
  const numbers = listNumbers(text.slice(line.start, line.end)).map((number) => ({
    ...number,
    start: number.start + line.start,
    end: number.end + line.start,
  }));
  const startOfGap = (index: number) => numbers[index - 1]?.end ?? line.start;
  return (
    <p className="text-line">
      {numbers.map((number, index) => (
        <span key={number.start}>
          {text.slice(startOfGap(index), number.start)}
          <button type="button" className="number-pick"
            data-number={number.start} aria-label={reading.pick(number.text)} onClick={() => replaceOperand(number)}>
            {number.text}
          </button>
        </span>
      ))}
      {text.slice(startOfGap(numbers.length), line.end)}
    </p>
  );
} // prettier-ignore
