import { useNavigate } from "@tanstack/react-router";
import { periodEnd } from "#domain/period.ts";
import type { ReportPeriod } from "../api.ts";
import { useTexts } from "../language.tsx";
import { DownloadMenu } from "./download-menu.tsx";
import { useReader } from "./reader-context.ts";

/** Which report this is, as of when, and what can be done with the whole of it. */
export function ReportHead({ periods }: { readonly periods: readonly ReportPeriod[] }) {
  const texts = useTexts();
  const { view } = useReader();
  const subject = view.furniture.subject.join(" ");
  return (
    <div className="report-head">
      <div className="report-name">
        <h1>{texts.report.title(texts.period(view.period))}</h1>
        <p className="facts">
          <span>{view.orgUnitName}</span>
          <span>{texts.report.asOf(texts.day(periodEnd(view.period)))}</span>
          <span>{texts.report.sectionCount(view.sections.length, view.annexes.length)}</span>
        </p>
        {subject !== "" && (
          <p className="facts is-quiet" lang="vi">
            {subject}
          </p>
        )}
      </div>
      <div className="report-actions">
        <PeriodSelect periods={periods} />
        <DownloadMenu report={view} />
      </div>
    </div>
  );
}

/** A period by the value of its option: with illustrative values it is another one. */
function nameOf(period: string, illustrative: boolean): string {
  return `${period}${illustrative ? " minh-hoa" : ""}`;
}

/** Another period, once there is more than one to read. */
function PeriodSelect({ periods }: { readonly periods: readonly ReportPeriod[] }) {
  const texts = useTexts();
  const { view } = useReader();
  const navigate = useNavigate();
  const isListed = periods.some(
    ({ period, illustrative = false }) => period === view.period && illustrative === view.illustrative,
  );
  const options = isListed ? periods : [view, ...periods];
  if (options.length < 2) return null;
  return (
    <select
      className="button"
      aria-label={texts.report.period}
      value={nameOf(view.period, view.illustrative)}
      onChange={(event) => {
        const [period = "", illustrative] = event.target.value.split(" ");
        void navigate({
          to: "/bao-cao/$period",
          params: { period },
          search: illustrative === undefined ? {} : { "minh-hoa": "1" },
        });
      }}
    >
      {options.map(({ period, illustrative = false }) => (
        <option key={nameOf(period, illustrative)} value={nameOf(period, illustrative)}>
          {texts.report.periodOption(texts.period(period), illustrative)}
        </option>
      ))}
    </select>
  );
}
