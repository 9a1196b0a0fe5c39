import { ApiError } from "../../api.ts";
import { useLanguage } from "../../language.tsx";

/** What the server says about an act that it refused; nothing while there is nothing to say. */
export function ActError({ error }: { readonly error: Error | null }) {
  const { language, texts } = useLanguage();
  if (!error) return null;
  const words =
    error instanceof ApiError
      ? error.code === "unreachable"
        ? texts.error.unreachable
        : error.words?.[language]
      : undefined;
  return (
    <p role="alert" className="act-error">
      {words ?? texts.error.unreadable}
    </p>
  );
}
