import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AuditEntries } from "#contract/audit.ts";
import { auditQuery } from "../accounts/accounts-api.ts";
import { useLanguage } from "../language.tsx";
import { TextField } from "../components/accounts/text-field.tsx";
import { useAccountsTexts } from "../components/accounts/use-accounts-texts.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import "../styles/accounts.css";

const pageLength = 100;

/** Nhật ký: who did what, the latest first. */
export function AuditPage() {
  const { texts: common } = useLanguage();
  const texts = useAccountsTexts();
  const [account, setAccount] = useState("");
  const [before, setBefore] = useState<number>();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...auditQuery(account.trim().toLowerCase(), before),
    placeholderData: (previous) => previous,
  });
  useEffect(() => {
    document.title = `${texts.audit.title} · ${common.product}`;
  }, [texts, common]);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const entries = data?.entries ?? [];
  const last = entries.at(-1);
  return (
    <div className="accounts">
      <h1>{texts.audit.title}</h1>
      <p>{texts.audit.lead}</p>
      <TextField
        label={texts.audit.account}
        type="search"
        value={account}
        autoCapitalize="none"
        onChange={({ target }) => {
          setAccount(target.value);
          setBefore(undefined);
        }}
      />
      {data && entries.length === 0 && <output>{texts.audit.none}</output>}
      <AuditTable entries={entries} isBusy={isPlaceholderData} />
      {last && entries.length === pageLength && (
        <button type="button" className="button" onClick={() => setBefore(last.id)}>
          {texts.audit.more}
        </button>
      )}
    </div>
  );
}

function AuditTable({ entries, isBusy }: AuditEntries & { readonly isBusy: boolean }) {
  const { texts: common } = useLanguage();
  const { audit } = useAccountsTexts();
  return (
    <table className="accounts-table" aria-busy={isBusy}>
      <thead>
        <tr>
          <th scope="col">{audit.at}</th>
          <th scope="col">{audit.who}</th>
          <th scope="col">{audit.what}</th>
          <th scope="col">{audit.subject}</th>
          <th scope="col">{audit.unit}</th>
          <th scope="col">{audit.address}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, account, action, subject, orgUnitName, address, facts }) => (
          <tr key={id}>
            <th scope="row">{common.moment(at)}</th>
            <td data-label={audit.who}>{account}</td>
            <td data-label={audit.what}>
              {audit.action(action)}
              <FactWords facts={facts} />
            </td>
            <td data-label={audit.subject}>{subject}</td>
            <td data-label={audit.unit}>{orgUnitName}</td>
            <td data-label={audit.address}>{address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function FactWords({ facts }: Pick<AuditEntries["entries"][number], "facts">) {
  const words = Object.values(facts).flatMap((fact) => (typeof fact === "object" ? fact : [String(fact)]));
  return words.length === 0 ? null : <span className="quiet"> · {words.join(", ")}</span>;
}
