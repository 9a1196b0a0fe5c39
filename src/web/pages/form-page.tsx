import { useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { sessionQuery } from "../accounts/accounts-api.ts";
import { FormFiller } from "../components/entry/form-filler.tsx";
import { useEntryTexts } from "../components/entry/use-entry-texts.ts";
import { useForm } from "../components/entry/use-form.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { useLanguage } from "../language.tsx";
import "../styles/entry.css";

const address = "/nhap-lieu/$dataSet/$period/$orgUnit";

/** One form of a unit and period, to be filled in with or without a line. */
export function FormPage() {
  const { data: session } = useQuery(sessionQuery);
  const texts = useEntryTexts();
  if (!session) return <p className="form-page quiet">{texts.loading}</p>;
  return <FormOf account={session.user?.id ?? ""} />;
}

function FormOf({ account }: { readonly account: string }) {
  const { dataSet, period, orgUnit } = useParams({ from: address });
  const { o: startAt } = useSearch({ from: address });
  const opened = useForm({ dataSet, period, orgUnit }, account);
  const texts = useEntryTexts();
  const { language } = useLanguage();
  const { state, error } = opened;
  useEffect(() => {
    if (state) document.title = `${texts.formTitle(state.form.dataSet.name[language], period)} – Tuyến`;
  }, [state, texts, language, period]);
  if (error) return <ErrorNotice error={error} onRetry={opened.reload} />;
  if (!state)
    return (
      <p className="form-page quiet" aria-busy="true">
        {texts.loading}
      </p>
    );
  return <FormFiller key={`${state.id} ${state.form.stand.version}`} opened={{ ...opened, state }} account={account} startAt={startAt} />; // prettier-ignore
}
