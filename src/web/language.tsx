import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { en } from "./texts/en.ts";
import { vi, type Texts } from "./texts/vi.ts";

export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

interface Speech {
  readonly language: Language;
  readonly texts: Texts;
  readonly speak: (language: Language) => void;
}

const catalogues: Readonly<Record<Language, Texts>> = { vi, en };
const storageKey = "tuyen.language";
const SpeechContext = createContext<Speech>({ language: "vi", texts: vi, speak: () => undefined });

/** Speaks Vietnamese until somebody chooses English on this machine, and remembers the choice. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(rememberedLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo(
    () => ({
      language,
      texts: catalogues[language],
      speak: (chosen: Language) => {
        setLanguage(chosen);
        remember(chosen);
      },
    }),
    [language],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

export function useLanguage(): Speech {
  return use(SpeechContext);
}

export function useTexts(): Texts {
  return use(SpeechContext).texts;
}

/** Storage may be closed to us (private windows, strict settings): then nothing is remembered, and all else works. */
function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // see above
  }
}
