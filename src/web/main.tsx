import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ApiError } from "./api.ts";
import { LanguageProvider } from "./language.tsx";
import { router } from "./router.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/report.css";
import "./styles/contents.css";
import "./styles/sheet.css";
import "./styles/annexes.css";
import "./styles/panel.css";
import "./styles/provenance.css";
import "./styles/print.css";

const reasonsToAsk = new Set(["not-signed-in", "must-change-password"]);

const queries = new QueryClient({
  // A session that ended elsewhere shows the way in, at the page one was on.
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (queryKey[0] !== "session" && error instanceof ApiError && reasonsToAsk.has(error.code))
        void queries.invalidateQueries({ queryKey: ["session"] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      // A refusal stays one however often it is asked; a line that broke may be back.
      retry: (failures, error) => failures < 1 && error instanceof ApiError && error.status === 0,
    },
  },
});

const app = document.getElementById("app");
if (!app) throw new Error("the page has no place for the application");
createRoot(app).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
