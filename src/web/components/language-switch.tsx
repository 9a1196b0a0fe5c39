import { languages, useLanguage } from "../language.tsx";

/** Two words, each in its own language. */
export function LanguageSwitch() {
  const { language, texts, speak } = useLanguage();
  return (
    <fieldset className="languages" aria-label={texts.languageGroup}>
      {languages.map((name) => (
        <button
          key={name}
          type="button"
          lang={name}
          aria-pressed={name === language}
          onClick={() => speak(name)}
        >
          {texts.languageNames[name]}
        </button>
      ))}
    </fieldset>
  );
}
