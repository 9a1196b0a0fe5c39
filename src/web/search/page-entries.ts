import type { SignedInUser } from "#contract/session.ts";
import { may } from "../accounts/accounts-api.ts";
import type { SearchTexts } from "../texts/search-vi.ts";
import type { SearchEntry } from "./search-entry.ts";

export type PageName = keyof SearchTexts["places"];

interface Page {
  readonly name: PageName;
  readonly address: string;
  readonly isFor: (user: SignedInUser) => boolean;
}

const pages: readonly Page[] = [
  { name: "todo", address: "/viec-can-lam", isFor: (user) => may(user, "enter-values") },
  { name: "monitor", address: "/theo-doi", isFor: (user) => may(user, "approve-values") },
  { name: "figures", address: "/so-lieu", isFor: () => true },
  { name: "findings", address: "/so-lieu/kiem-tra-so-lieu", isFor: () => true },
  { name: "indicators", address: "/so-lieu/chi-tieu", isFor: () => true },
  { name: "report", address: "/bao-cao", isFor: () => true },
  { name: "directives", address: "/chi-dao", isFor: () => true },
  { name: "check", address: "/kiem-tra", isFor: () => true },
  { name: "overview", address: "/lanh-dao", isFor: (user) => may(user, "give-directives") },
  { name: "account", address: "/tai-khoan", isFor: () => true },
  { name: "accounts", address: "/quan-tri/tai-khoan", isFor: (user) => may(user, "manage-accounts") || may(user, "reset-passwords") },
  { name: "audit", address: "/quan-tri/nhat-ky", isFor: (user) => may(user, "read-audit") },
  { name: "dataSets", address: "/quan-tri/bieu-mau", isFor: (user) => may(user, "manage-catalogue") },
]; // prettier-ignore

/** The pages that the user has anything to do on. */
export function listPageEntries(user: SignedInUser, texts: SearchTexts): SearchEntry[] {
  return pages
    .filter(({ isFor }) => isFor(user))
    .map(({ name, address }) => ({
      id: `page ${name}`,
      kind: "page",
      name: texts.places[name],
      hint: "",
      also: [],
      loosely: texts.placesToo[name],
      address,
    }));
}
