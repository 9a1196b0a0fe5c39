import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { sessionQuery } from "../../accounts/accounts-api.ts";
import { SignInPage } from "../../pages/sign-in-page.tsx";
import { ErrorNotice } from "../error-notice.tsx";
import { ForcedChange } from "./forced-change.tsx";

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
  if (!session.user || wantsAccount) return <SignInPage session={session} />;
  return session.user.mustChangePassword ? <ForcedChange /> : children;
}
