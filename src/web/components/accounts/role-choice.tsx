import { useId, useState } from "react";
import { isRole, roles, type Role } from "#domain/permission.ts";
import { roleNames } from "#wording/permissions.ts";
import { useLanguage } from "../../language.tsx";
import { useAccountsTexts } from "./use-accounts-texts.ts";

/** A role with what it is for, and programmes for who acts in some only. */
export function RoleChoice({
  programmes,
  isOptional,
}: {
  readonly programmes: readonly string[];
  readonly isOptional: boolean;
}) {
  const { language } = useLanguage();
  const texts = useAccountsTexts();
  const id = useId();
  const [role, setRole] = useState<Role | undefined>(isOptional ? undefined : "nhap-lieu");
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{texts.create.role}</label>
        {role && (
          <p className="field-hint" id={`${id}-hint`}>
            {texts.roleHints[role]}
          </p>
        )}
        <select
          id={id}
          name="role"
          aria-describedby={role && `${id}-hint`}
          value={role ?? ""}
          onChange={({ target }) => setRole(isRole(target.value) ? target.value : undefined)}
        >
          {isOptional && <option value="">{texts.create.noRole}</option>}
          {roles.map((each) => (
            <option key={each} value={each}>
              {roleNames[each][language]}
            </option>
          ))}
        </select>
      </div>
      {role === "chuong-trinh" && (
        <div className="field">
          <label htmlFor={`${id}-programmes`}>{texts.grant.programmes}</label>
          <p className="field-hint" id={`${id}-programmes-hint`}>
            {texts.grant.programmesHint}
          </p>
          <select
            id={`${id}-programmes`}
            name="programmes"
            multiple
            size={6}
            aria-describedby={`${id}-programmes-hint`}
          >
            {programmes.map((programme) => (
              <option key={programme}>{programme}</option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
