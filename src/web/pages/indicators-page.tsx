import { useDeferredValue, useEffect, useId, useState } from "react";
import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import type { IndicatorView } from "#contract/indicator.ts";
import { decimal } from "#domain/decimal.ts";
import { isFound } from "#domain/indicator-names.ts";
import { formatNumber } from "#wording/number.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { useIndicatorTexts } from "../components/indicators/use-indicator-texts.ts";
import { indicatorsQuery } from "../indicators/indicators-api.ts";
import { useLanguage } from "../language.tsx";
import "../styles/indicators.css";

/** Chỉ số: all indicators, found by name without diacritics. */
export function IndicatorsPage() {
  const { texts: common } = useLanguage();
  const texts = useIndicatorTexts();
  const { data, error, refetch } = useQuery(indicatorsQuery);
  useEffect(() => {
    document.title = `${texts.title} · ${common.product}`;
  }, [texts, common]);
  return (
    <div className="indicators">
      <header className="indicators-head">
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
        <p className="indicators-links">
          <Link className="button is-primary" to="/so-lieu/chi-tieu-moi">
            {texts.add}
          </Link>
          <Link to="/so-lieu" search={{}}>
            {texts.toFigures}
          </Link>
        </p>
      </header>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} isSmall />}
      {data && (data.indicators.length === 0 ? <p>{texts.none}</p> : <Found indicators={data.indicators} />)}
    </div>
  );
}

function Found({ indicators }: { readonly indicators: readonly IndicatorView[] }) {
  const texts = useIndicatorTexts();
  const { language } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState("");
  const wanted = useDeferredValue(typed);
  const found = indicators.filter(({ name, key, programme }) => isFound(wanted, `${name.vi} ${name.en} ${key} ${programme ?? ""}`)); // prettier-ignore
  return (
    <>
      <div className="indicator-field is-wide">
        <label htmlFor={id}>{texts.search}</label>
        <input id={id} type="search" value={typed} aria-describedby={`${id}-hint`} onChange={(event) => setTyped(event.target.value)} />
        <output id={`${id}-hint`} className="quiet">
          {found.length === 0 ? texts.notFound(wanted) : `${texts.found(formatNumber(decimal(found.length), 0))} · ${texts.searchHint}`}
        </output>
      </div>
      <ul className="indicator-list">
        {found.map((indicator) => (
          <li key={indicator.key}>
            <Link to="/so-lieu/chi-tieu/$key" params={{ key: indicator.key }}>
              {indicator.name[language]}
            </Link>{" "}
            {indicator.unit !== "" && <span className="indicator-unit">{indicator.unit}</span>}
            <p className="quiet">{indicator.words[language]}</p>
          </li>
        ))}
      </ul>
    </>
  );
} // prettier-ignore
