import { ApiError } from "../../api.ts";
import { useLanguage } from "../../language.tsx";

/** What the server says about a refusal, or that it could not be reached. */
export function SaidError({ error }: { readonly error: Error }) {
  const { language, texts } = useLanguage();
  const isUnreachable = error instanceof ApiError && error.code === "unreachable";
  const said = error instanceof ApiError ? error.words?.[language] : undefined;
  return (
    <p className="formula-wrong" role="alert">
      {said ?? (isUnreachable ? texts.error.unreachable : texts.error.unreadable)}
    </p>
  );
}
