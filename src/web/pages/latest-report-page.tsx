import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { reportPeriodsQuery, type ReportPeriod } from "../api.ts";
import { EmptyPeriod } from "../components/empty-period.tsx";
import { ErrorNotice } from "../components/error-notice.tsx";
import { ReportSkeleton } from "../components/report-skeleton.tsx";

/** The way in: the newest report that somebody wrote, else the newest that has figures. */
export function LatestReportPage() {
  const { data, error, refetch } = useQuery(reportPeriodsQuery);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <ReportSkeleton />;
  const latest = findLatest(data.periods);
  if (!latest) return <EmptyPeriod periods={[]} />;
  return (
    <Navigate
      replace
      to="/bao-cao/$period"
      params={{ period: latest.period }}
      search={latest.illustrative ? { "minh-hoa": "1" } : {}}
    />
  );
}

/** Reported values go before illustrative ones; the server lists the newest first. */
function findLatest(periods: readonly ReportPeriod[]): ReportPeriod | undefined {
  const reported = periods.filter(({ illustrative }) => !illustrative);
  return reported.find(({ hasContent }) => hasContent) ?? reported[0] ?? periods[0];
}
