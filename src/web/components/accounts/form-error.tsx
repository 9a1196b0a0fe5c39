import { ApiError } from "../../api.ts";
import { useLanguage } from "../../language.tsx";

/** What the server said against what was sent, where it is read at once. */
export function FormError({ error }: { readonly error: Error | null }) {
  const { language, texts } = useLanguage();
  if (!error) return null;
  const words =
    error instanceof ApiError
      ? error.code === "unreachable"
        ? texts.error.unreachable
        : (error.words?.[language] ?? texts.error.unreadable)
      : error.message;
  return (
    <p className="form-error" role="alert">
      {words}
    </p>
  );
}
