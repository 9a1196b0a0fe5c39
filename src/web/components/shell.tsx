import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { may, sessionQuery } from "../accounts/accounts-api.ts";
import { useTexts } from "../language.tsx";
import { SessionGate } from "./accounts/session-gate.tsx";
import { UserMenu } from "./accounts/user-menu.tsx";
import { SendingMark } from "./entry/sending-mark.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";
import { MainPages } from "./main-pages.tsx";
import { SearchButton } from "./search/search-button.tsx";

/** The one page that needs no account: what it reads stays on the machine. */
const openToAll = "/kiem-tra";

/** The bar that stands over every page, and the page under it. */
export function Shell() {
  const texts = useTexts();
  const isOpen = useLocation().pathname === openToAll;
  const user = useQuery(sessionQuery).data?.user;
  return (
    <>
      <a className="skip-link" href="#noi-dung">
        {texts.skipToContent}
      </a>
      <header className="bar">
        <Link className="brand" to="/">
          <Logo />
          <span className="brand-name">{texts.product}</span>
          {user && <span className="brand-unit">{user.orgUnitName}</span>}
        </Link>
        <MainPages user={user} />
        <SearchButton />
        {may(user, "enter-values") && <SendingMark />}
        <LanguageSwitch />
        <UserMenu />
      </header>
      <main id="noi-dung" tabIndex={-1}>
        <SessionGate isOpen={isOpen}>
          <Outlet />
        </SessionGate>
      </main>
    </>
  );
}
