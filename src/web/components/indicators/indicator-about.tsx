import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { IndicatorDetail } from "#contract/indicator.ts";
import { useTexts } from "../../language.tsx";
import { deleteIndicator, indicatorHistoryQuery } from "../../indicators/indicators-api.ts";
import { TextField } from "./indicator-fields.tsx";
import { SaidError } from "./said-error.tsx";
import { useIndicatorTexts } from "./use-indicator-texts.ts";

interface IndicatorAboutProps {
  readonly indicator: IndicatorDetail;
  readonly onDeleted: () => void;
}

/** Who uses an indicator, what happened to it, and how to delete it. */
export function IndicatorAbout({ indicator, onDeleted }: IndicatorAboutProps) {
  const texts = useIndicatorTexts();
  return (
    <div className="indicator-about">
      {indicator.users.length > 0 && (
        <section>
          <h2>{texts.users}</h2>
          <ul className="indicator-users">
            {indicator.users.map((user) => (
              <li key={user}>
                <Link to="/so-lieu/chi-tieu/$key" params={{ key: user }}>
                  {user}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <IndicatorVersions name={indicator.key} />
      {indicator.users.length === 0 && <DeleteForm indicator={indicator} onDeleted={onDeleted} />}
    </div>
  );
}

function IndicatorVersions({ name }: { readonly name: string }) {
  const texts = useIndicatorTexts();
  const common = useTexts();
  const { data } = useQuery(indicatorHistoryQuery(name));
  return (
    <details className="indicator-history">
      <summary>{texts.history}</summary>
      <ol>
        {data?.versions.map(({ version, changedBy, changedAt, reason, indicator }) => (
          <li key={version}>
            <b>{texts.version(version)}</b> · {changedBy} · {common.day(changedAt.slice(0, 10))}
            {reason !== undefined && ` · ${reason}`}
            <br />
            {indicator ? (
              <code>
                ({indicator.numerator}) / ({indicator.denominator}) × {indicator.factor}
              </code>
            ) : (
              texts.deletedVersion
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function DeleteForm({ indicator, onDeleted }: IndicatorAboutProps) {
  const texts = useIndicatorTexts();
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const remove = useMutation({
    mutationFn: () => deleteIndicator(indicator.key, indicator.version, reason.trim()),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ["indicators", indicator.key] });
      void queries.invalidateQueries({ queryKey: ["indicators"], exact: true });
      onDeleted();
    },
  });
  return (
    <details className="indicator-remove">
      <summary>{texts.remove}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== "") remove.mutate();
        }}
      >
        <TextField label={texts.removeReason} isWide value={reason} onChange={setReason} />
        <button type="submit" className="button" disabled={reason.trim() === "" || remove.isPending}>
          {texts.confirmRemove}
        </button>
        {remove.error && <SaidError error={remove.error} />}
      </form>
    </details>
  );
}
