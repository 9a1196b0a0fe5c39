import { Link, Outlet } from "@tanstack/react-router";
import { useTexts } from "../language.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Logo } from "./logo.tsx";

/** The bar that stands over every page, and the page under it. */
export function Shell() {
  const texts = useTexts();
  return (
    <>
      <a className="skip-link" href="#noi-dung">
        {texts.skipToContent}
      </a>
      <header className="bar">
        <Link className="brand" to="/">
          <Logo />
          {texts.product}
        </Link>
        <nav className="bar-pages" aria-label={texts.mainNavigation}>
          <Link to="/bao-cao" activeProps={{ "aria-current": "page" }}>
            {texts.pages.report}
          </Link>
          <Link to="/kiem-tra" activeProps={{ "aria-current": "page" }}>
            {texts.pages.check}
          </Link>
        </nav>
        <LanguageSwitch />
      </header>
      <main id="noi-dung" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
