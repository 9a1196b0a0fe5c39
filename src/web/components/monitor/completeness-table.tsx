import { useQuery } from "@tanstack/react-query";
import { previousPeriod } from "#domain/period.ts";
import { completenessQuery } from "../../monitor/monitor-api.ts";
import { useMonitorTexts } from "./use-monitor-texts.ts";

const shownPeriods = 6;

/** Received and received in time of what was expected, for the last periods. */
export function CompletenessTable({
  period,
  within,
}: {
  readonly period: string;
  readonly within: string | undefined;
}) {
  // prettier-ignore
  const texts = useMonitorTexts();
  const from = Array.from({ length: shownPeriods - 1 }).reduce<string>((at) => previousPeriod(at), period);
  const { data } = useQuery(completenessQuery(from, period, within));
  if (!data) return null;
  const share = (part: number, whole: number) => (whole === 0 ? "–" : `${part}/${whole} (${Math.floor((100 * part) / whole)}%)`); // prettier-ignore
  return (
    <section className="completeness">
      <h2>{texts.completeness.title}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.completeness.period}</th>
            <th scope="col">{texts.completeness.expected}</th>
            <th scope="col">{texts.completeness.received}</th>
            <th scope="col">{texts.completeness.timely}</th>
            <th scope="col">{texts.completeness.approved}</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.by}>
              <th scope="row">{texts.periodName(row.by)}</th>
              <td>{row.expected}</td>
              <td>{share(row.received, row.expected)}</td>
              <td>{share(row.timely, row.expected)}</td>
              <td>{share(row.approved, row.expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
