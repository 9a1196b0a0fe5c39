import "../../styles/user-menu.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { may, sessionQuery, signOut } from "../../accounts/accounts-api.ts";
import { forgetUser } from "../../accounts/known-user.ts";
import { useAccountsTexts } from "./use-accounts-texts.ts";
import { useArrival } from "./use-arrival.ts";

/** Who is signed in, and what concerns accounts. */
export function UserMenu() {
  const texts = useAccountsTexts();
  const arrive = useArrival();
  const { data: session } = useQuery(sessionQuery);
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const leaving = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      void forgetUser();
      await arrive();
    },
  });
  const user = session?.user;
  if (!user) return null;
  if (session.state === "first-visit")
    return (
      <Link className="button" to="/tai-khoan">
        {texts.firstVisit.visitor}
      </Link>
    );
  const close = () => menu.current?.removeAttribute("open");
  const keepsAccounts = may(user, "manage-accounts") || may(user, "reset-passwords");
  return (
    <details className="user-menu" ref={menu}>
      <summary aria-label={`${texts.menu.label}: ${user.fullName}`}>
        <svg className="icon user-sign" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
          <path d="M8 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM2.8 13.8a5.2 5.2 0 0 1 10.4 0" />
        </svg>
        <span className="user-name">{user.fullName}</span>
        {user.isDemo && <span className="demo-mark">{texts.demo.mark}</span>}
      </summary>
      <div className="user-menu-list">
        <p className="quiet">
          {user.id} · {user.orgUnitName}
        </p>
        <Link to="/tai-khoan" onClick={close}>
          {texts.menu.own}
        </Link>
        {keepsAccounts && (
          <Link to="/quan-tri/tai-khoan" onClick={close}>
            {texts.menu.accounts}
          </Link>
        )}
        {may(user, "manage-catalogue") && (
          <Link to="/quan-tri/bieu-mau" onClick={close}>
            {texts.menu.dataSets}
          </Link>
        )}
        {may(user, "read-audit") && (
          <Link to="/quan-tri/nhat-ky" onClick={close}>
            {texts.menu.audit}
          </Link>
        )}
        <button type="button" className="link" disabled={leaving.isPending} onClick={() => leaving.mutate()}>
          {texts.menu.signOut}
        </button>
      </div>
    </details>
  );
}

/** Escape and a click elsewhere close it. */
function useClosing(menu: { readonly current: HTMLDetailsElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    const onClick = (event: MouseEvent) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target))
        menu.current.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
    };
  }, [menu]);
}
