import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { AccountShape, Accounts } from "#contract/account.ts";
import { roleNames } from "#wording/permissions.ts";
import { accountsQuery } from "../accounts/accounts-api.ts";
import { foldText } from "../accounts/fold-text.ts";
import { useLanguage, type Language } from "../language.tsx";
import { AccountRow } from "../components/accounts/account-row.tsx";
import { CreateAccountDialog } from "../components/accounts/create-account-dialog.tsx";
import { FirstPasswords, type HandedOver } from "../components/accounts/first-passwords.tsx";
import { GrantDialog } from "../components/accounts/grant-dialog.tsx";
import { ImportDialog } from "../components/accounts/import-dialog.tsx";
import { TextField } from "../components/accounts/text-field.tsx";
import { useAccountsTexts } from "../components/accounts/use-accounts-texts.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import "../styles/accounts.css";

type Sheet =
  | { readonly kind: "create" | "import" }
  | { readonly kind: "grant"; readonly account: AccountShape }
  | { readonly kind: "passwords"; readonly created: readonly HandedOver[] };

/** Quản trị: who may sign in, and what for. */
export function AccountsPage() {
  const { language, texts: common } = useLanguage();
  const texts = useAccountsTexts();
  const { data: accounts, error, refetch } = useQuery(accountsQuery);
  const [wanted, setWanted] = useState("");
  const [sheet, setSheet] = useState<Sheet>();
  useEffect(() => {
    document.title = `${texts.accounts.title} · ${common.product}`;
  }, [texts, common]);
  if (!accounts)
    return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <div aria-busy="true" />;

  const names = new Map(accounts.orgUnits.map(({ uid, fullName }) => [uid, fullName]));
  const unitName = (uid: string) => names.get(uid) ?? uid;
  const found = accounts.accounts.filter((account) =>
    wordsOf(account, unitName, language).includes(foldText(wanted)),
  );
  const close = () => setSheet(undefined);
  const changed = () => void refetch();
  const handOver = (...created: readonly HandedOver[]) => {
    changed();
    setSheet({ kind: "passwords", created });
  };
  return (
    <div className="accounts">
      <div className="accounts-head">
        <h1>{texts.accounts.title}</h1>
        {accounts.mayCreate && (
          <div className="form-buttons">
            <button type="button" className="button is-primary" onClick={() => setSheet({ kind: "create" })}>
              {texts.accounts.create}
            </button>
            <button type="button" className="button" onClick={() => setSheet({ kind: "import" })}>
              {texts.accounts.fromList}
            </button>
          </div>
        )}
      </div>
      <TextField
        label={texts.accounts.find}
        type="search"
        value={wanted}
        onChange={({ target }) => setWanted(target.value)}
      />
      <output className="quiet">
        {found.length === 0
          ? texts.accounts.none
          : texts.accounts.count(found.length, accounts.accounts.length)}
      </output>
      <AccountsTable>
        {found.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            unitName={unitName}
            onChanged={changed}
            onAddRole={() => setSheet({ kind: "grant", account })}
            onReset={handOver}
          />
        ))}
      </AccountsTable>
      {sheet && (
        <OpenSheet
          sheet={sheet}
          accounts={accounts}
          onClose={close}
          onChanged={changed}
          onCreated={handOver}
        />
      )}
    </div>
  );
}

function AccountsTable({ children }: { readonly children: React.ReactNode }) {
  const texts = useAccountsTexts();
  return (
    <table className="accounts-table">
      <thead>
        <tr>
          <th scope="col">{texts.accounts.account}</th>
          <th scope="col">{texts.accounts.unit}</th>
          <th scope="col">{texts.accounts.roles}</th>
          <th scope="col">{texts.accounts.state}</th>
          <th scope="col">{texts.accounts.actions}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface OpenSheetProps {
  readonly sheet: Sheet;
  readonly accounts: Accounts;
  readonly onClose: () => void;
  readonly onChanged: () => void;
  readonly onCreated: (...created: readonly HandedOver[]) => void;
}

function OpenSheet({ sheet, accounts, onClose, onChanged, onCreated }: OpenSheetProps) {
  switch (sheet.kind) {
    case "create":
      return <CreateAccountDialog accounts={accounts} onClose={onClose} onCreated={onCreated} />;
    case "import":
      return <ImportDialog onClose={onClose} onCreated={(created) => onCreated(...created)} />;
    case "grant": {
      const done = () => {
        onChanged();
        onClose();
      };
      return <GrantDialog account={sheet.account} accounts={accounts} onClose={onClose} onDone={done} />;
    }
    case "passwords":
      return <FirstPasswords created={sheet.created} onClose={onClose} />;
  }
}

function wordsOf(
  { id, fullName, orgUnit, grants }: AccountShape,
  unitName: (uid: string) => string,
  language: Language,
): string {
  const roles = grants.flatMap((grant) => [roleNames[grant.role][language], unitName(grant.orgUnit)]);
  return foldText([id, fullName, unitName(orgUnit), ...roles].join(" "));
}
