import type { AnalyticsDimensions } from "#contract/analytics.ts";
import type { DataSetSummary } from "#contract/data-set.ts";
import type { SignedInUser } from "#contract/session.ts";
import type { TodoItem } from "#contract/todo.ts";
import { may } from "../accounts/accounts-api.ts";
import type { ReportPeriod } from "../api.ts";
import { startingChoice } from "../figures/starting-choice.ts";
import { noUnits, writeChoice } from "../figures/view-choice.ts";
import type { Language } from "../language.tsx";
import type { SearchTexts } from "../texts/search-vi.ts";
import { writeAddress, type SearchEntry } from "./search-entry.ts";

/** Everything that is counted or computed; leads to its figure of the province for the period with most values. */
export function listItemEntries(
  { items, periods }: Pick<AnalyticsDimensions, "items" | "periods">,
  language: Language,
  texts: SearchTexts,
): SearchEntry[] {
  const start = startingChoice({ periods });
  return items.map(({ key, name, programme, isComputed }) => ({
    id: `item ${key}`,
    kind: "item",
    name: name[language],
    hint: texts.itemHint(isComputed, programme),
    also: [name.vi, name.en, key],
    address: writeAddress(
      "/so-lieu",
      writeChoice({
        ...start,
        items: [key],
        units: { ...noUnits, level: 1 },
        rows: "orgUnit",
        sort: undefined,
        isComplete: false,
        shown: "actual",
        picture: undefined,
      }),
    ),
  }));
}

/** Reports by period. */
export function listReportEntries(reports: readonly ReportPeriod[], texts: SearchTexts): SearchEntry[] {
  return reports.map(({ period, name, illustrative = false }) => ({
    id: `report ${period} ${illustrative}`,
    kind: "report",
    name: texts.reportName(period),
    hint: illustrative ? texts.illustrative : "",
    also: [name, period],
    address: writeAddress(`/bao-cao/${period}`, illustrative ? { "minh-hoa": "1" } : {}),
  }));
}

interface FormSources {
  readonly dataSets: readonly DataSetSummary[];
  /** What the user's own unit has to fill in now. */
  readonly todo: readonly Pick<TodoItem, "key">[];
  readonly user: SignedInUser;
}

/**
 * Forms, as far as the user has anything to do with them: the one to be filled in now for who enters, the list of
 * who handed it in for who approves, its definition for who keeps the catalogue.
 */
export function listFormEntries(
  { dataSets, todo, user }: FormSources,
  language: Language,
  texts: SearchTexts,
): SearchEntry[] {
  return dataSets.flatMap(({ id, name, shortName, programme }) => {
    const entry = (hint: string, address: string): SearchEntry => ({
      id: `form ${address} ${id}`,
      kind: "form",
      name: name[language],
      hint,
      also: [name.vi, name.en, shortName[language]],
      loosely: [programme],
      address,
    });
    const own = todo.filter(({ key }) => key.dataSet === id).map(({ key: { period, orgUnit } }) =>
      entry(texts.fillIn(period), `/nhap-lieu/${[id, period, orgUnit].map(encodeURIComponent).join("/")}`));
    return [
      ...own,
      ...(own.length === 0 && may(user, "approve-values") ? [entry(texts.places.monitor, "/theo-doi")] : []),
      ...(may(user, "manage-catalogue") ? [entry(texts.places.dataSets, `/quan-tri/bieu-mau/${encodeURIComponent(id)}`)] : []),
    ];
  });
} // prettier-ignore
