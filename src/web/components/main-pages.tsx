import { Link, useLocation, type LinkProps } from "@tanstack/react-router";
import type { SignedInUser } from "#contract/session.ts";
import { may } from "../accounts/accounts-api.ts";
import { useTexts } from "../language.tsx";
import type { Texts } from "../texts/vi.ts";
import { useTodo } from "./entry/use-todo.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { PageIcon, type PageIconName } from "./page-icon.tsx";
import { useMediaQuery } from "./use-media-query.ts";

interface MainPage {
  readonly to: NonNullable<LinkProps["to"]>;
  readonly name: keyof Texts["pages"];
  readonly icon: PageIconName;
  readonly isFor: (user: SignedInUser | undefined) => boolean;
}

/** The words of the bar, in the order of a number's journey; each only for who may do something there. */
const mainPages: readonly MainPage[] = [
  { to: "/viec-can-lam", name: "todo", icon: "todo", isFor: (user) => may(user, "enter-values") },
  { to: "/theo-doi", name: "monitor", icon: "monitor", isFor: (user) => may(user, "approve-values") },
  { to: "/so-lieu", name: "figures", icon: "figures", isFor: () => true },
  { to: "/bao-cao", name: "report", icon: "report", isFor: () => true },
  { to: "/kiem-tra", name: "check", icon: "check", isFor: () => true },
  { to: "/chi-dao", name: "directives", icon: "directives", isFor: (user) => may(user, "update-tasks") },
  {
    to: "/lanh-dao",
    name: "overview",
    icon: "overview",
    isFor: (user) => may(user, "give-directives") && !may(user, "enter-values"),
  },
];

/** How many pages a phone shows at its foot beside "Thêm". */
const atTheFoot = 4;

/** The pages: words in the bar; on a phone four drawings at the foot, the rest under "Thêm". */
export function MainPages({ user }: { readonly user: SignedInUser | undefined }) {
  const texts = useTexts();
  const isPhone = useMediaQuery("(max-width: 759px)");
  const pages = mainPages.filter(({ isFor }) => isFor(user));
  const shown = isPhone ? pages.slice(0, atTheFoot) : pages;
  return (
    <nav className="bar-pages" aria-label={texts.mainNavigation}>
      {shown.map((page) => (
        <PageLink key={page.to} page={page} user={user} hasIcon={isPhone} />
      ))}
      {isPhone && <More pages={pages.slice(atTheFoot)} />}
    </nav>
  );
}

function PageLink({
  page: { to, name, icon },
  user,
  hasIcon,
}: {
  readonly page: MainPage;
  readonly user: SignedInUser | undefined;
  readonly hasIcon: boolean;
}) {
  const texts = useTexts();
  const isForm = useLocation().pathname.startsWith("/nhap-lieu/");
  return (
    <Link
      to={to}
      className={name === "todo" && isForm ? "is-here" : undefined}
      search={{}}
      activeOptions={{ includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
    >
      {hasIcon && <PageIcon name={icon} />}
      <span>{hasIcon ? texts.shortPages[name] : texts.pages[name]}</span>
      {name === "todo" && user && <OpenTasks orgUnit={user.orgUnit} />}
    </Link>
  );
}

/** How many forms ask for something, as the page itself counts them. */
function OpenTasks({ orgUnit }: { readonly orgUnit: string }) {
  const texts = useTexts();
  const { data } = useTodo(orgUnit);
  const open = data?.todo.items.filter(({ kind }) => kind !== "waiting" && kind !== "done").length ?? 0;
  if (open === 0) return null;
  return (
    <span className="open-tasks">
      {open} <span className="visually-hidden">{texts.openTasks}</span>
    </span>
  );
}

function More({ pages }: { readonly pages: readonly MainPage[] }) {
  const texts = useTexts();
  const { pathname } = useLocation(); // another page: another menu, closed
  return (
    <details className="more-pages" key={pathname}>
      <summary>
        <PageIcon name="more" />
        <span>{texts.more}</span>
      </summary>
      <div>
        {pages.map(({ to, name, icon }) => (
          <Link key={to} to={to} search={{}} activeProps={{ "aria-current": "page" }}>
            <PageIcon name={icon} />
            {texts.pages[name]}
          </Link>
        ))}
        <LanguageSwitch />
      </div>
    </details>
  );
}
