import { useLanguage } from "../../language.tsx";
import { accountsEn } from "../../texts/accounts-en.ts";
import { accountsVi, type AccountsTexts } from "../../texts/accounts-vi.ts";

const catalogues = { vi: accountsVi, en: accountsEn };

/** The words of signing in and of the pages about accounts. */
export function useAccountsTexts(): AccountsTexts {
  return catalogues[useLanguage().language];
}
