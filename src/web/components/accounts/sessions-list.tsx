import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ListedSession } from "#contract/session.ts";
import { endSession } from "../../accounts/accounts-api.ts";
import { useTexts } from "../../language.tsx";
import { FormError } from "./form-error.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

/** Where one is signed in, each to be ended. */
export function SessionsList({ sessions }: { readonly sessions: readonly ListedSession[] }) {
  const common = useTexts();
  const texts = useAccountsTexts();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: endSession,
    onSettled: () => queries.invalidateQueries({ queryKey: ["own-sessions"] }),
  });
  return (
    <section aria-labelledby="phien">
      <h2 id="phien">{texts.own.sessions}</h2>
      <p className="quiet">{texts.own.sessionsHint}</p>
      <FormError error={ending.error} />
      <ul className="session-list">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <b>{session.device}</b>
              {session.isCurrent && <span className="quiet"> · {texts.own.current}</span>}
              {session.kind === "token" && <span className="quiet"> · {texts.own.token}</span>}
              <p className="quiet">
                {session.address} · {common.moment(session.lastUsedAt)}
              </p>
            </div>
            {!session.isCurrent && (
              <button
                type="button"
                className="button"
                aria-label={texts.own.endOf(session.device)}
                disabled={ending.isPending}
                onClick={() => ending.mutate(session.id)}
              >
                {texts.own.end}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
