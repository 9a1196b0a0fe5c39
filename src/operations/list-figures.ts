import { publishFigure, type PublishedFigure } from "#contract/figure.ts";
import { buildReport, type BuildReport } from "./build-report.ts";
import type { Context } from "./context.ts";

/** Every figure that the report of a period prints or annexes, with those of other periods that it cites. */
export async function listFigures(context: Context, input: BuildReport): Promise<PublishedFigure[]> {
  const report = await buildReport(context, { ...input, ownFiguresOnly: true });
  return report.figures.map((figure) => publishFigure(figure, input.period));
}
