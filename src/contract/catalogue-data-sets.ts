import { z } from "zod";
import { isDay } from "#domain/calendar.ts";
import type { DataSet as DomainDataSet } from "#domain/data-set.ts";
import { listDataSetProblems } from "#domain/data-set-problems.ts";
import type { Catalogue } from "./catalogue.ts";
import { listRepeated, type BrokenReference } from "./catalogue-problem.ts";
import { DataSet } from "./data-set.ts";

const calendarDay = z.strictObject({
  day: z.string().refine(isDay, "not a day (YYYY-MM-DD)"),
  works: z.boolean(),
  name: z.string().normalize("NFC").min(1),
});

/** A day off, or one worked in exchange. */
export type CalendarDay = Readonly<z.infer<typeof calendarDay>>;

/** `data-sets.json`. */
export const dataSetsSchema = z
  .strictObject({
    notes: z.array(z.string()).default([]),
    calendar: z.array(calendarDay).default([]),
    dataSets: z.array(DataSet).default([]),
  })
  // What JSON leaves out is absent, never undefined: just what our own types say.
  .transform(({ calendar, dataSets }) => ({ calendar, dataSets: dataSets as DomainDataSet[] }));

/** What is wrong among the data sets: written twice, or of no use beside the elements and units there are. */
export function* listDataSetEntryProblems({
  dataSets,
  elements,
  orgUnits,
}: Catalogue): Generator<BrokenReference> {
  const file = "data-sets.json";
  yield* listRepeated(
    file,
    dataSets.map(({ id, validFrom }) => `${id} ${validFrom}`),
  );
  const world = {
    elements: new Map(elements.map((element) => [element.id, element])),
    orgUnits: new Set(orgUnits.map(({ uid }) => uid)),
    others: dataSets,
  };
  for (const dataSet of dataSets) {
    const [problem] = listDataSetProblems(dataSet, world);
    if (problem !== undefined) yield { file, entry: `${dataSet.id} ${dataSet.validFrom}`, problem };
  }
}
