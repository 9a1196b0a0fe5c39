import { useState } from "react";
import type { ValueDetail, ValueVersion } from "#contract/data-value.ts";
import { useTexts } from "../../language.tsx";
import { printValue } from "../../figures/cell-text.ts";
import { CorrectForm } from "./correct-form.tsx";
import { useFiguresTexts } from "./figures-context.ts";

interface ReportedHereProps {
  readonly detail: ValueDetail;
  readonly isIllustrative: boolean;
}

/** What was reported for just this unit and period, everything it ever was, and the way to correct it. */
export function ReportedHere({ detail, isIllustrative }: ReportedHereProps) {
  const { panel: texts } = useFiguresTexts();
  const [isOpen, setOpen] = useState(false);
  const { current, history, cell, correctable } = detail;
  const barrier = isIllustrative ? "illustrative" : correctable;
  return (
    <section>
      <h3>{texts.here}</h3>
      {current ? (
        <p className="reported-value">
          <b>{current.value === null ? texts.deleted : printValue(current.value, cell.unit)}</b>{" "}
          <span lang="vi">{cell.unit}</span>
          <VersionFacts version={current} />
        </p>
      ) : (
        <p className="quiet">{texts.notHere}</p>
      )}
      {barrier !== "yes" && <p className="quiet">{texts.notCorrectable[barrier]}</p>}
      {barrier === "yes" && !isOpen && (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {current ? texts.correct : texts.type}
        </button>
      )}
      {barrier === "yes" && isOpen && <CorrectForm detail={detail} onClose={() => setOpen(false)} />}
      {history.length > 1 && (
        <>
          <h3 className="history-head">{texts.history}</h3>
          <ol className="history">
            {history.map((version) => (
              <li key={version.at}>
                <b>{version.value === null ? texts.deleted : printValue(version.value, cell.unit)}</b>
                <VersionFacts version={version} />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function VersionFacts({ version }: { readonly version: ValueVersion }) {
  const { panel: texts } = useFiguresTexts();
  const { moment } = useTexts();
  const { by, at, reportedBy, reason, batch, source, note } = version;
  return (
    <span className="quiet version-facts">
      {texts.entered(moment(at), by)}
      {reportedBy !== undefined && `; ${texts.reportedBy(reportedBy)}`}
      {batch && `; ${texts.file(batch.fileName)}`}
      {reason !== undefined && <span>{texts.reason(reason)}</span>}
      {source && (
        <span lang="vi">
          {texts.inDocument(source.title)}
          {source.quote !== "" && `: “${source.quote}”`}
        </span>
      )}
      {note !== undefined && <span lang="vi">{note}</span>}
    </span>
  );
}
