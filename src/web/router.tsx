import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { isPeriod } from "#domain/period.ts";
import { Shell } from "./components/shell.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";

/** What the address of a report says beside its period. */
export interface ReportSearch {
  /** The figure that is open, by `figureAddress`. */
  readonly so?: string;
  readonly "minh-hoa"?: "1";
}

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/latest-report-page.tsx"), "LatestReportPage"),
});

const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bao-cao",
  component: lazyRouteComponent(() => import("./pages/latest-report-page.tsx"), "LatestReportPage"),
});

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bao-cao/$period",
  validateSearch: ({ so, "minh-hoa": illustrative }: Record<string, unknown>): ReportSearch => ({
    ...(typeof so === "string" && so !== "" && { so }),
    ...(illustrative === "1" && { "minh-hoa": "1" }),
  }),
  component: lazyRouteComponent(() => import("./pages/report-page.tsx"), "ReportPage"),
});

/** The checker comes when somebody asks for it: nobody who reads a report waits for it. */
const checkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/kiem-tra",
  component: lazyRouteComponent(() => import("./pages/check-page.tsx"), "CheckPage"),
});

/** Tables, maps and lines come when somebody asks for them. Every choice is in the address, as text. */
const figuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/so-lieu",
  validateSearch: (search: Record<string, unknown>): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    ),
  component: lazyRouteComponent(() => import("./pages/figures-page.tsx"), "FiguresPage"),
});

/** What somebody should look at again among the reported values. */
const findingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/so-lieu/kiem-tra-so-lieu",
  validateSearch: (search: Record<string, unknown>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))), // prettier-ignore
  component: lazyRouteComponent(() => import("./pages/findings-page.tsx"), "FindingsPage"),
});

/** Forms are what a station opens every day, on poor lines: their code is small and kept on the machine. */
const todoRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/viec-can-lam",
  validateSearch: ({ unit }: Record<string, unknown>): { readonly unit?: string } =>
    typeof unit === "string" && unit !== "" ? { unit } : {},
  component: lazyRouteComponent(() => import("./pages/todo-page.tsx"), "TodoPage"),
});

const formRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhap-lieu/$dataSet/$period/$orgUnit",
  /** `o`: the box to begin at. */
  validateSearch: ({ o }: Record<string, unknown>): { readonly o?: string } =>
    typeof o === "string" && o !== "" ? { o } : {},
  component: lazyRouteComponent(() => import("./pages/form-page.tsx"), "FormPage"),
});

const monitorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/theo-doi",
  /** `ky`: the period; `trong`: only units at or below this one. */
  validateSearch: ({
    ky,
    trong,
  }: Record<string, unknown>): { readonly ky?: string; readonly trong?: string } => ({
    ...(typeof ky === "string" && isPeriod(ky) && { ky }),
    ...(typeof trong === "string" && trong !== "" && { trong }),
  }),
  component: lazyRouteComponent(() => import("./pages/monitor-page.tsx"), "MonitorPage"),
});

const indicatorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/so-lieu/chi-tieu",
  component: lazyRouteComponent(() => import("./pages/indicators-page.tsx"), "IndicatorsPage"),
});

const newIndicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/so-lieu/chi-tieu-moi",
  component: lazyRouteComponent(() => import("./pages/indicator-page.tsx"), "NewIndicatorPage"),
});

const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/so-lieu/chi-tieu/$key",
  component: lazyRouteComponent(() => import("./pages/indicator-page.tsx"), "IndicatorPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tai-khoan",
  component: lazyRouteComponent(() => import("./pages/account-page.tsx"), "AccountPage"),
});

const accountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/quan-tri/tai-khoan",
  component: lazyRouteComponent(() => import("./pages/accounts-page.tsx"), "AccountsPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/quan-tri/nhat-ky",
  component: lazyRouteComponent(() => import("./pages/audit-page.tsx"), "AuditPage"),
});

const dataSetsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/quan-tri/bieu-mau",
  component: lazyRouteComponent(() => import("./pages/data-sets-page.tsx"), "DataSetsPage"),
});

const newDataSetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/quan-tri/bieu-mau-moi",
  component: lazyRouteComponent(() => import("./pages/data-set-page.tsx"), "NewDataSetPage"),
});

const dataSetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/quan-tri/bieu-mau/$id",
  component: lazyRouteComponent(() => import("./pages/data-set-page.tsx"), "DataSetPage"),
});

const directivesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-dao",
  component: lazyRouteComponent(() => import("./pages/directives-page.tsx"), "DirectivesPage"),
});

const conferenceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-dao/$conference",
  /** `viec`: the task that is open beside the table. */
  validateSearch: ({ viec }: Record<string, unknown>): { readonly viec?: string } =>
    typeof viec === "string" && viec !== "" ? { viec } : {},
  component: lazyRouteComponent(() => import("./pages/conference-page.tsx"), "ConferencePage"),
});

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/lanh-dao",
  validateSearch: ({ ky }: Record<string, unknown>): { readonly ky?: string } =>
    typeof ky === "string" && isPeriod(ky) ? { ky } : {},
  component: lazyRouteComponent(() => import("./pages/overview-page.tsx"), "OverviewPage"),
});

const taskRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-dao/viec/$task",
  component: lazyRouteComponent(() => import("./pages/task-page.tsx"), "TaskPage"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    figuresRoute,
    homeRoute,
    reportsRoute,
    reportRoute,
    checkRoute,
    findingsRoute,
    indicatorsRoute,
    newIndicatorRoute,
    indicatorRoute,
    todoRoute,
    monitorRoute,
    formRoute,
    directivesRoute,
    conferenceRoute,
    taskRoute,
    overviewRoute,
    accountRoute,
    accountsRoute,
    auditRoute,
    dataSetsRoute,
    newDataSetRoute,
    dataSetRoute,
  ]),
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
