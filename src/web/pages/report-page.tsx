import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { isPeriod } from "#domain/period.ts";
import { ApiError, reportPeriodsQuery, reportQuery } from "../api.ts";
import { EmptyPeriod } from "../components/empty-period.tsx";
import { ErrorNotice } from "../components/error-notice.tsx";
import { ReportReader } from "../components/report-reader.tsx";
import { ReportSkeleton } from "../components/report-skeleton.tsx";
import { NotFoundPage } from "./not-found-page.tsx";

const route = getRouteApi("/bao-cao/$period");

/** The report of a period: waiting, refused, empty, or there to be read. */
export function ReportPage() {
  const { period } = route.useParams();
  const illustrative = route.useSearch()["minh-hoa"] === "1";
  const known = useQuery(reportPeriodsQuery).data?.periods;
  const periods = known ?? [];
  const {
    data: view,
    error,
    refetch,
  } = useQuery({
    ...reportQuery({ period, illustrative }),
    enabled: isPeriod(period),
  });
  if (!isPeriod(period)) return <NotFoundPage />;
  if (error instanceof ApiError && error.code === "no-values") {
    return <EmptyPeriod period={period} periods={periods} />;
  }
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!view) return <ReportSkeleton />;
  // Some figures (how many communes there are) stand in the catalogue alone; they make no report.
  const isEmpty = !illustrative && known?.every((other) => other.period !== period);
  if (isEmpty || view.figures.every(({ value }) => value === null))
    return <EmptyPeriod period={period} periods={periods} />;
  // A report of its own: what was open in another is not open here.
  return <ReportReader key={`${period} ${illustrative}`} view={view} periods={periods} />;
}
