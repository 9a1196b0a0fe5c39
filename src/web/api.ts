import { queryOptions } from "@tanstack/react-query";
import type { FigureDetail } from "#contract/figure.ts";
import type { ReportView } from "#contract/report.ts";
import type { Language } from "./language.tsx";

/** A period that a report can be read for; a period may be there twice, with reported and with illustrative values. */
export interface ReportPeriod {
  readonly period: string;
  readonly name: string;
  /** Whether anybody wrote its text yet. */
  readonly hasContent: boolean;
  readonly illustrative?: boolean;
}

export interface ReportName {
  readonly period: string;
  readonly illustrative: boolean;
}

/** An answer that is not what was asked for: what the server says about it, or that it could not be reached. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly words: Readonly<Record<Language, string>> | undefined;

  constructor(code: string, status: number, words?: Readonly<Record<Language, string>>) {
    super(`${code} (${status})`);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.words = words;
  }
}

export const reportPeriodsQuery = queryOptions({
  queryKey: ["reports"],
  queryFn: ({ signal }) => getJson<{ periods: readonly ReportPeriod[] }>("/api/reports", signal),
});

export const reportQuery = ({ period, illustrative }: ReportName) =>
  queryOptions({
    queryKey: ["reports", period, illustrative],
    queryFn: ({ signal }) =>
      getJson<ReportView>(`/api/reports/${encodeURIComponent(period)}?illustrative=${illustrative}`, signal),
  });

/** `query` is the question that the report hands out with each figure. */
export const figureDetailQuery = (query: string) =>
  queryOptions({
    queryKey: ["figures", "detail", query],
    queryFn: ({ signal }) => getJson<FigureDetail>(`/api/figures/detail?${query}`, signal),
  });

export const downloadFormats = ["docx", "pdf", "html", "json"] as const;

/** Where a report can be fetched as a file. */
export function reportFile(
  { period, illustrative }: ReportName,
  format: (typeof downloadFormats)[number],
): string {
  const path = `/api/reports/${encodeURIComponent(period)}.${format}`;
  return illustrative ? `${path}?illustrative=true` : path;
}

/** Where the figures of a report can be fetched as a table. */
export function figuresFile({ period, illustrative }: ReportName, format: "csv" | "json"): string {
  const query = new URLSearchParams({ period, format, ...(illustrative && { illustrative: "true" }) });
  return `/api/figures?${query}`;
}

export function getJson<T>(address: string, signal: AbortSignal): Promise<T> {
  return answerTo<T>(address, { signal });
}

/** Sends a body, or with `DELETE` none, and reads the answer. */
export function sendJson<T>(
  method: "POST" | "PUT" | "DELETE",
  address: string,
  content?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const body = content === undefined ? undefined : JSON.stringify(content);
  const headers: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  return answerTo<T>(address, { method, headers, ...(body && { body }), ...(signal && { signal }) });
}

/** Sends a file as it is. */
export function sendFile<T>(method: "POST" | "PUT", address: string, body: Blob): Promise<T> {
  return answerTo<T>(address, { method, headers: { "content-type": "application/octet-stream" }, body });
}

async function answerTo<T>(address: string, request: RequestInit): Promise<T> {
  const headers = new Headers(request.headers);
  headers.set("accept", "application/json");
  const response = await fetch(address, { ...request, headers }).catch((cause: unknown) => {
    if (request.signal?.aborted) throw cause;
    throw new ApiError("unreachable", 0);
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok || body === undefined) throw errorFrom(body, response.status);
  return body as T; // our own server's answer; its shape is the contract both sides compile against
}

function errorFrom(body: unknown, status: number): ApiError {
  const error = fieldOf(body, "error");
  const code = fieldOf(error, "code");
  const message = fieldOf(error, "message");
  const vi = fieldOf(message, "vi");
  const en = fieldOf(message, "en");
  const words = typeof vi === "string" && typeof en === "string" ? { vi, en } : undefined;
  return new ApiError(typeof code === "string" ? code : "unreadable-answer", status, words);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined; // prettier-ignore
}
