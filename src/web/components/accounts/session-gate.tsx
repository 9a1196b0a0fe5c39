import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { lazy, Suspense, type ReactNode } from "react";
import { sessionQuery } from "../../accounts/accounts-api.ts";
import { ErrorNotice } from "../error-notice.tsx";

/** Whoever is signed in, day after day, does not wait for the way in. */
const SignInPage = lazy(() => import("../../pages/sign-in-page.tsx").then((page) => ({ default: page.SignInPage }))); // prettier-ignore
const ForcedChange = lazy(() => import("./forced-change.tsx").then((part) => ({ default: part.ForcedChange }))); // prettier-ignore

/** Shows a page to who is signed in; else the way in, at the same address, so that a link leads on to its page. */
export function SessionGate({
  isOpen,
  children,
}: {
  readonly isOpen: boolean;
  readonly children: ReactNode;
}) {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const { pathname } = useLocation();
  if (isOpen) return children;
  if (!session)
    return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <div aria-busy="true" />;
  const wantsAccount = session.state === "first-visit" && pathname === "/tai-khoan";
  if (session.user && !session.user.mustChangePassword && !wantsAccount) return children;
  return (
    <Suspense fallback={<div aria-busy="true" />}>
      {!session.user || wantsAccount ? <SignInPage session={session} /> : <ForcedChange />}
    </Suspense>
  );
}
