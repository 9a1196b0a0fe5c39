import type { DataSet } from "#contract/data-set.ts";
import type { Context } from "#operations/context.ts";
import { defineDataSet } from "#operations/define-data-set.ts";
import { listDataElements, saveDataElements } from "#store/data-elements.ts";

const rows = 100;
const ages = ["0-4", "5-14", "15-49", "50-69", "70+"];

/** A form of 500 boxes, five columns to a row: the size of the largest statistical forms of a district. */
export async function defineLargeForm(context: Context): Promise<string> {
  const { db, province } = context;
  const [model] = await listDataElements(db, province, ["epi.mr_18m"]);
  if (!model) throw new Error("the catalogue has no element to copy");
  const numbers = Array.from({ length: rows }, (_, index) => index + 1);
  const elements = numbers.map((number) => ({
    ...model,
    id: `bench.row_${number}`,
    key: `bench.row_${number}`,
    name: { vi: `Bệnh số ${number}`, en: `Disease ${number}` },
    breakdowns: [{ dimensions: ["age"], relation: "partition" as const }],
  }));
  await saveDataElements(db, province, elements);
  const words = { vi: "Biểu lớn", en: "Large form" };
  const dataSet: DataSet = {
    id: "bieu-lon",
    validFrom: "2020-01-01",
    name: words,
    shortName: words,
    programme: model.programme,
    periodType: "month",
    periodRule: "calendar",
    assignment: { types: ["health-station"], orgUnits: [], within: [], except: [] },
    deadline: { days: 5, counting: "working-days" },
    approvals: [],
    sections: [
      {
        title: words,
        columns: ages.map((age) => ({ name: { vi: `${age} tuổi`, en: `${age} years` }, breakdown: { age } })),
        rows: elements.map(({ id }) => ({ element: id })),
      },
    ],
    allowsNothingToReport: true,
  };
  await defineDataSet(context, dataSet);
  return dataSet.id;
}
