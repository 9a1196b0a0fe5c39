import type { ReactNode } from "react";
import type { FigureOrigin, Source } from "#contract/figure.ts";
import { useTexts } from "../language.tsx";
import { sectionReference } from "../report/section-reference.ts";
import type { Texts } from "../texts/vi.ts";

type Reported = Extract<FigureOrigin, { kind: "reported" }>;

/** Where one value comes from, in words: who reported it, in which document, section and sentence. */
export function OriginWords({ origin }: { readonly origin: FigureOrigin }) {
  const { origin: words, day } = useTexts();
  switch (origin.kind) {
    case "reported":
      return <ReportedWords origin={origin} />;
    case "target":
      return <Told title={words.target(origin.setBy)} {...origin} />;
    case "stated":
      return <Told title={words.stated} {...origin} />;
    case "computed":
      return <p className="origin-how">{words.computed[origin.operation]}</p>;
    case "parts":
      return <p className="origin-how">{partsInWords(origin, words)}</p>;
    case "org-unit-count":
      return <p className="origin-how">{words.orgUnitCount(day(origin.on))}</p>;
    case "missing":
      return <p className="origin-how">{missingInWords(origin.reason, words)}</p>;
  }
}

function ReportedWords({ origin }: { readonly origin: Reported }) {
  const { origin: words, moment } = useTexts();
  const { reportedBy, basis, estimate, awaits, enteredBy, enteredAt } = origin;
  const entered = [
    ...(enteredBy === undefined ? [] : [words.enteredBy(enteredBy)]),
    ...(enteredAt === undefined ? [] : [words.enteredAt(moment(enteredAt))]),
  ].join(" ");
  return (
    <Told title={reportedBy === undefined ? words.reported : words.reportedBy(reportedBy)} {...origin}>
      {basis && <p className="quiet">{words.basis[basis]}</p>}
      {estimate && <p className="quiet">{awaits ? words.awaits[awaits] : words.estimate}</p>}
      {entered !== "" && <p className="quiet">{entered}</p>}
    </Told>
  );
}

interface ToldProps {
  readonly title: string;
  readonly derived?: boolean;
  readonly note?: string | undefined;
  readonly source?: Source | undefined;
  readonly children?: ReactNode;
}

/** Something a document tells: who says it, how far to trust it, and the words themselves. */
function Told({ title, derived = false, note, source, children }: ToldProps) {
  const { origin: words } = useTexts();
  return (
    <div className="told">
      <p className="told-title">{title}</p>
      {children}
      {derived && <p className="quiet">{words.derived}</p>}
      {note !== undefined && (
        <p className="quiet" lang="vi">
          {note}
        </p>
      )}
      {source && <SourceQuote source={source} />}
    </div>
  );
}

/** The words of the document, and where in it they stand. */
export function SourceQuote({ source }: { readonly source: Source }) {
  const { origin: words } = useTexts();
  return (
    <blockquote className="quote">
      <p lang="vi">“{source.quote}”</p>
      <footer>{words.section(source.title, sectionReference(source.section))}</footer>
    </blockquote>
  );
}

function partsInWords(origin: Extract<FigureOrigin, { kind: "parts" }>, words: Texts["origin"]): string {
  const { over, expected, operands } = origin;
  return over === "periods"
    ? words.parts.periods(operands.length, expected ?? operands.length)
    : words.parts[over](operands.length);
}

/** The server may learn reasons before this page does. */
function missingInWords(reason: string, words: Texts["origin"]): string {
  const known: Readonly<Partial<Record<string, string>>> = words.missing;
  return known[reason] ?? words.missingOther;
}
