import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Shell } from "./components/shell.tsx";
import { LatestReportPage } from "./pages/latest-report-page.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { ReportPage } from "./pages/report-page.tsx";

/** What the address of a report says beside its period. */
export interface ReportSearch {
  /** The figure that is open, by `figureAddress`. */
  readonly so?: string;
  readonly "minh-hoa"?: "1";
}

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", component: LatestReportPage });

const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bao-cao",
  component: LatestReportPage,
});

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bao-cao/$period",
  validateSearch: ({ so, "minh-hoa": illustrative }: Record<string, unknown>): ReportSearch => ({
    ...(typeof so === "string" && so !== "" && { so }),
    ...(illustrative === "1" && { "minh-hoa": "1" }),
  }),
  component: ReportPage,
});

/** The checker comes when somebody asks for it: nobody who reads a report waits for it. */
const checkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/kiem-tra",
  component: lazyRouteComponent(() => import("./pages/check-page.tsx"), "CheckPage"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, reportsRoute, reportRoute, checkRoute]),
  // Plain text in both directions: addresses are read by people and sent by chat.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const written = new URLSearchParams(
      Object.entries(search).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    ).toString();
    return written === "" ? "" : `?${written}`;
  },
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
