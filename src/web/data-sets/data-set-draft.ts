import { DataSet, type FormRow } from "#contract/data-set.ts";
import type { z } from "zod";

export type Words = DataSet["name"];
export type Section = DataSet["sections"][number];
export type Row = z.infer<typeof FormRow>;
export type Tier = DataSet["approvals"][number];

const noWords: Words = { vi: "", en: "" };

/** A blank form: monthly, due five working days after the month, as Circular 37/2019/TT-BYT has it for stations. */
export function emptyDataSet(today: string): DataSet {
  return {
    id: "",
    validFrom: `${today.slice(0, 7)}-01`,
    name: noWords,
    shortName: noWords,
    programme: "",
    periodType: "month",
    periodRule: "calendar",
    assignment: { types: [], orgUnits: [], within: [], except: [] },
    deadline: { days: 5, counting: "working-days" },
    approvals: [],
    sections: [{ title: noWords, columns: [], rows: [] }],
    allowsNothingToReport: true,
  };
}

/** The latest version as the draft of the next one, which begins with the month after the day. */
export function nextVersion(latest: DataSet, today: string): DataSet {
  const [year = 0, month = 0] = today.split("-").map(Number);
  const first = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  const { validTo: _, ...rest } = latest;
  return { ...rest, validFrom: first > latest.validFrom ? first : latest.validFrom };
}

/**
 * The draft as it would be sent: English words left blank are taken from the Vietnamese ones, a blank id from the short
 * name. `undefined` while something is missing that no form can be without.
 */
export function completed(draft: DataSet): DataSet | undefined {
  const filled = {
    ...draft,
    id: draft.id || idFrom(draft.shortName.vi),
    name: bothWords(draft.name),
    shortName: bothWords(draft.shortName),
    ...(draft.basis && draft.basis.vi !== "" ? { basis: bothWords(draft.basis) } : { basis: undefined }),
    sections: draft.sections.map(completeSection),
    approvals: draft.approvals.map((tier) => ({ ...tier, id: tier.id || idFrom(tier.name.vi), name: bothWords(tier.name) })), // prettier-ignore
  };
  const { data } = DataSet.safeParse(JSON.parse(JSON.stringify(filled)));
  return data;
}

function completeSection(section: Section): Section {
  return {
    ...section,
    title: bothWords(section.title),
    columns: section.columns.map((column) => ({ ...column, name: bothWords(column.name) })),
    rows: section.rows.map((row) => ({
      ...row,
      name: row.name && row.name.vi !== "" ? bothWords(row.name) : undefined,
      help: row.help && row.help.vi !== "" ? bothWords(row.help) : undefined,
    })),
  };
}

function bothWords({ vi, en }: Words): Words {
  return { vi: vi.trim(), en: en.trim() === "" ? vi.trim() : en.trim() };
}

/** "Tiêm chủng mở rộng" → "tiem-chung-mo-rong". */
export function idFrom(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 60);
}

/** The list with one entry in another's place; out of bounds it stays as it is. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

export function replaced<T>(list: readonly T[], at: number, entry: T): T[] {
  return list.map((each, index) => (index === at ? entry : each));
}

export function without<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}
