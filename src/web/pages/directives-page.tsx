import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ConferenceSummary } from "#contract/conference.ts";
import { may, sessionQuery } from "../accounts/accounts-api.ts";
import { ConferenceForm } from "../components/directives/conference-form.tsx";
import { useDirectivesTexts } from "../components/directives/use-directives-texts.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { conferencesQuery, refreshDirectives } from "../directives/directives-api.ts";
import { statusOrder } from "../directives/status-groups.ts";
import "../styles/directives.css";

/** All conferences, the newest first, and how their conclusions stand. */
export function DirectivesPage() {
  const texts = useDirectivesTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const mayDirect = may(useQuery(sessionQuery).data?.user, "give-directives");
  const { data, error, refetch } = useQuery(conferencesQuery);
  const [isAdding, setAdding] = useState(false);
  useEffect(() => {
    document.title = `${texts.pageTitle} – Tuyến`;
  }, [texts]);
  return (
    <div className="directives-page">
      <header className="form-head">
        <div>
          <h1>{texts.list.title}</h1>
          <p className="facts">{texts.list.intro}</p>
        </div>
        {mayDirect && (
          <div className="task-act-buttons">
            <Link className="button" to="/lanh-dao" search={{}}>
              {texts.list.overview}
            </Link>
            {!isAdding && (
              <button type="button" className="button is-primary" onClick={() => setAdding(true)}>
                {texts.list.add}
              </button>
            )}
          </div>
        )}
      </header>
      {isAdding && data && (
        <ConferenceForm
          today={data.today}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => {
            refreshDirectives(queries);
            void navigate({ to: "/chi-dao/$conference", params: { conference: id }, search: {} });
          }}
        />
      )}
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} isSmall />}
      {data?.conferences.length === 0 && (
        <div className="notice-small">
          <p>{texts.list.empty}</p>
          <p className="quiet">{mayDirect ? texts.list.emptyHint : texts.list.emptyReader}</p>
        </div>
      )}
      <ul className="conference-list">
        {data?.conferences.map((conference) => (
          <li key={conference.id}>
            <ConferenceRow conference={conference} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function ConferenceRow({ conference }: { readonly conference: ConferenceSummary }) {
  const texts = useDirectivesTexts();
  const { id, title, heldOn, periodName, conclusions, challenges, recommendations, counts, state, origin, document } = conference; // prettier-ignore
  return (
    <>
      <h2>
        <Link to="/chi-dao/$conference" params={{ conference: id }} search={{}}>
          {title}
        </Link>
      </h2>
      <p className="facts">
        {[
          heldOn === undefined ? periodName : texts.day(heldOn),
          texts.list.conclusions(conclusions),
          texts.list.tasks(counts.total),
          ...(challenges > 0 ? [texts.list.challenges(challenges)] : []),
          ...(recommendations > 0 ? [texts.list.recommendations(recommendations)] : []),
          ...(origin === "people" ? [state === "draft" ? texts.list.draft : texts.list.issued] : []),
          ...(document ? [texts.list.source(document.title)] : []),
        ].join(" · ")}
      </p>
      <p className="task-standing">
        {statusOrder
          .filter((status) => counts[status] > 0)
          .map((status) => (
            <span key={status} className={`task-status is-${status}`}>
              {texts.bar.segment(counts[status], status)}
            </span>
          ))}
      </p>
    </>
  );
}
