import { useEffect } from "react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { ErrorNotice } from "../components/error-notice.tsx";
import { IndicatorAbout } from "../components/indicators/indicator-about.tsx";
import { IndicatorForm } from "../components/indicators/indicator-form.tsx";
import { useIndicatorTexts } from "../components/indicators/use-indicator-texts.ts";
import { draftOf, emptyDraft } from "../indicators/indicator-draft.ts";
import { indicatorQuery } from "../indicators/indicators-api.ts";
import { useLanguage } from "../language.tsx";
import "../styles/indicators.css";

/** One indicator: its formula is checked and computed while it is written. */
export function IndicatorPage() {
  const { key = "" } = useParams({ strict: false });
  const { language } = useLanguage();
  const texts = useIndicatorTexts();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(indicatorQuery(key));
  const title = data?.name[language] ?? key;
  useTitle(title);
  return (
    <div className="indicators">
      <PageHead title={title} />
      {data && (
        <p className="indicators-links">
          <code>{data.key}</code>
          <Link to="/so-lieu" search={{ "chi-tieu": data.key }}>
            {texts.show}
          </Link>
        </p>
      )}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} isSmall />}
      {data && (
        <>
          <IndicatorForm key={key} start={draftOf(data)} onSaved={() => void refetch()} />
          <IndicatorAbout indicator={data} onDeleted={() => void navigate({ to: "/so-lieu/chi-tieu" })} />
        </>
      )}
    </div>
  );
}

/** An indicator that is not there yet. */
export function NewIndicatorPage() {
  const texts = useIndicatorTexts();
  const navigate = useNavigate();
  useTitle(texts.newTitle);
  return (
    <div className="indicators">
      <PageHead title={texts.newTitle} />
      <IndicatorForm
        start={emptyDraft}
        onSaved={({ key }) => void navigate({ to: "/so-lieu/chi-tieu/$key", params: { key } })}
      />
    </div>
  );
}

function PageHead({ title }: { readonly title: string }) {
  const texts = useIndicatorTexts();
  return (
    <header className="indicators-head">
      <p>
        <Link to="/so-lieu/chi-tieu">← {texts.back}</Link>
      </p>
      <h1>{title}</h1>
    </header>
  );
}

function useTitle(title: string): void {
  const { texts } = useLanguage();
  useEffect(() => {
    document.title = `${title} · ${texts.product}`;
  }, [title, texts]);
}
