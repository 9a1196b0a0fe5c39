import type { CatalogueDirectives } from "#contract/catalogue-directives.ts";
import { addConference } from "#store/conferences.ts";
import type { Transaction } from "#store/database.ts";
import { addDirectives } from "#store/directives.ts";
import { addTasks, type NewTask } from "#store/tasks.ts";

/**
 * Brings in what the province's documents say is to be done. What is there already stays: people have gone on from it.
 * A task is made only of a conclusion whose day is known; nobody is made to lead it, and no term is added.
 */
export async function saveCatalogueDirectives(
  tx: Transaction,
  province: string,
  { conferences, directives }: CatalogueDirectives,
): Promise<void> {
  const by = "catalogue";
  for (const conference of conferences) await addConference(tx, province, conference, by);
  await addDirectives(tx, province, directives);
  const tasks = directives.flatMap(({ id: directive, conference, saidOn, tasks: own }) =>
    own.map(({ number, work, product, term, indicators }, index): NewTask | undefined =>
      saidOn === undefined
        ? undefined
        : {
            id: `${directive}.${index + 1}`,
            conference,
            directive,
            number,
            position: index + 1,
            work,
            ...(product !== undefined && { product }),
            ...(term && { term }),
            cooperating: [],
            givenBy: province,
            assignedOn: saidOn,
            indicators,
          },
    ),
  );
  const ordered = tasks.filter((task) => task !== undefined).map((task, index) => ({ ...task, position: index + 1 })); // prettier-ignore
  await addTasks(tx, province, ordered, by);
}
