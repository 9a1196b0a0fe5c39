import { useMemo } from "react";
import type { AnalyticsTable } from "#contract/analytics.ts";
import { useLanguage } from "../../language.tsx";
import { nameUnits } from "../../figures/unit-name.ts";
import type { Member } from "../../figures/pivot.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

export interface Names {
  readonly of: (member: Member) => string;
  readonly unit: (uid: string) => string;
  readonly item: (id: string) => string;
}

/** How the members of a table are called, in the reader's language. */
export function useNames(table: Pick<AnalyticsTable, "items" | "orgUnits"> | undefined): Names {
  const { language, texts: common } = useLanguage();
  const texts = useFiguresTexts();
  const { tree, dimensions } = useFiguresView();
  return useMemo(() => {
    const units = nameUnits(table?.orgUnits ?? []);
    const items = new Map(
      (table?.items ?? []).map(({ id, name, breakdown }) => [
        id,
        [name[language], Object.values(breakdown).join(", ")].filter(Boolean).join(": "),
      ]),
    );
    const unit = (uid: string) => units.get(uid) ?? tree.find(uid)?.fullName ?? uid;
    const item = (id: string) =>
      items.get(id) ?? dimensions.items.find(({ key }) => key === id)?.name[language] ?? id;
    return {
      unit,
      item,
      of: ({ dimension, id }) => {
        if (dimension === "orgUnit") return unit(id);
        if (dimension === "item") return item(id);
        return dimension === "period" ? common.period(id) : texts.roles[id as keyof typeof texts.roles]; // a role of the answer
      },
    };
  }, [table, language, common, texts, tree, dimensions]);
}
