import { Link } from "@tanstack/react-router";
import { ApiError } from "../api.ts";
import { useLanguage } from "../language.tsx";

interface ErrorNoticeProps {
  readonly error: Error;
  readonly onRetry: () => void;
  /** Inside another part of the page, under a heading of its own. */
  readonly isSmall?: boolean;
}

/** What went wrong, in the server's words where it gave any, and a way to try again. */
export function ErrorNotice({ error, onRetry, isSmall = false }: ErrorNoticeProps) {
  const { texts } = useLanguage();
  return (
    <div className={isSmall ? "notice-small" : "notice"} role="alert">
      {!isSmall && <h1>{texts.error.title}</h1>}
      <p>
        <ErrorWords error={error} />
      </p>
      <button type="button" className="button" onClick={onRetry}>
        {texts.error.retry}
      </button>
      {!isSmall && error instanceof ApiError && error.status === 404 && (
        <p>
          <Link to="/">{texts.notFound.back}</Link>
        </p>
      )}
    </div>
  );
}

function ErrorWords({ error }: { readonly error: Error }) {
  const { language, texts } = useLanguage();
  if (!(error instanceof ApiError)) return texts.error.unreadable;
  if (error.code === "unreachable") return texts.error.unreachable;
  return error.words?.[language] ?? texts.error.unreadable;
}
