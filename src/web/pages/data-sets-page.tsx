import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { DataSetSummary } from "#contract/data-set.ts";
import { TextField } from "../components/accounts/text-field.tsx";
import { useDataSetTexts } from "../components/data-sets/use-data-set-texts.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { dataSetsQuery, unitsQuery } from "../data-sets/data-sets-api.ts";
import { matchesWords } from "../figures/fold-words.ts";
import { useLanguage } from "../language.tsx";
import type { DataSetTexts } from "../texts/data-sets-vi.ts";
import "../styles/accounts.css";
import "../styles/data-sets.css";

/** Quản trị: what is reported together, by whom, due when. */
export function DataSetsPage() {
  const texts = useDataSetTexts();
  const { language, texts: common } = useLanguage();
  const { data: dataSets, error, refetch } = useQuery(dataSetsQuery);
  const { data: units = [] } = useQuery(unitsQuery);
  const [wanted, setWanted] = useState("");
  useEffect(() => {
    document.title = `${texts.title} · ${common.product}`;
  }, [texts, common]);
  if (!dataSets)
    return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <div aria-busy="true" />;
  const names = new Map(units.map(({ uid, fullName }) => [uid, fullName]));
  const who = (dataSet: DataSetSummary) => reporters(dataSet, names, texts);
  const found = dataSets.filter((each) => matchesWords(`${each.name[language]} ${each.shortName[language]} ${each.programme} ${who(each)}`, wanted)); // prettier-ignore
  return (
    <div className="data-set-page">
      <div className="accounts-head">
        <h1>{texts.title}</h1>
        <Link className="button is-primary" to="/quan-tri/bieu-mau-moi">
          {texts.create}
        </Link>
      </div>
      <p className="data-set-lead">{texts.lead}</p>
      <TextField
        label={texts.find}
        type="search"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <output className="quiet">{found.length === 0 ? texts.none : texts.count(found.length)}</output>
      <ul className="data-set-list">
        {found.map((each) => (
          <li key={each.id}>
            <Link to="/quan-tri/bieu-mau/$id" params={{ id: each.id }}>
              {each.name[language]}
            </Link>
            <span>
              {texts.periods[each.periodType]} · {texts.cells(each.cells)}
              {each.illustrative && ` · ${texts.illustrative}`}
            </span>
            <span>{who(each)}</span>
            <span>
              {texts.due}: {texts.dueWords(each.deadline.days, each.deadline.counting === "working-days", each.deadline.from === "start")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
} // prettier-ignore

function reporters(
  { assignment: { types, orgUnits } }: DataSetSummary,
  names: ReadonlyMap<string, string>,
  texts: DataSetTexts,
): string {
  const kinds: Readonly<Partial<Record<string, string>>> = texts.types;
  const units = orgUnits.slice(0, 3).map((uid) => names.get(uid) ?? uid);
  const more = orgUnits.length > 3 ? [`+${orgUnits.length - 3}`] : [];
  return [...types.map((type) => kinds[type] ?? type), ...units, ...more].join(", ");
}
