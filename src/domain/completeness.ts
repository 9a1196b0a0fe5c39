/** One form that a unit was to report, and what came of it. */
export interface ExpectedReport {
  readonly dataSet: string;
  readonly orgUnit: string;
  readonly period: string;
  readonly dueOn: string;
  /** The day of the first hand-in. */
  readonly firstReceivedOn?: string;
  readonly isApproved: boolean;
}

/** Received and received in time, of what was to be reported. */
export interface CompletenessCount {
  readonly expected: number;
  readonly received: number;
  readonly timely: number;
  readonly approved: number;
  /** Of the expected, those whose due day has passed. */
  readonly due: number;
}

export function countCompleteness(reports: readonly ExpectedReport[], today: string): CompletenessCount {
  const count = (holds: (report: ExpectedReport) => boolean) => reports.filter(holds).length;
  return {
    expected: reports.length,
    received: count(({ firstReceivedOn }) => firstReceivedOn !== undefined),
    timely: count(isTimely),
    approved: count(({ isApproved }) => isApproved),
    due: count(({ dueOn }) => dueOn < today),
  };
}

/** The first hand-in decides: a late correction does not make a timely report late. */
export function isTimely({
  dueOn,
  firstReceivedOn,
}: Pick<ExpectedReport, "dueOn" | "firstReceivedOn">): boolean {
  return firstReceivedOn !== undefined && firstReceivedOn <= dueOn;
}

/** Received after the due day, or still not received when it has passed. */
export function isLate(report: Pick<ExpectedReport, "dueOn" | "firstReceivedOn">, today: string): boolean {
  return (report.firstReceivedOn ?? today) > report.dueOn;
}

/** The reports put together by what `nameOf` says, in the order in which the names first appear. */
export function groupReports(
  reports: readonly ExpectedReport[],
  nameOf: (report: ExpectedReport) => string,
): Map<string, ExpectedReport[]> {
  const groups = new Map<string, ExpectedReport[]>();
  for (const report of reports) {
    const group = groups.get(nameOf(report));
    if (group) group.push(report);
    else groups.set(nameOf(report), [report]);
  }
  return groups;
}
