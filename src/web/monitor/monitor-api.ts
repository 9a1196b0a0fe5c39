import { queryOptions } from "@tanstack/react-query";
import type { Completeness } from "#contract/completeness.ts";
import type {
  ApproveAnswer, ApproveSubmissions, ReopenSubmission, ReturnSubmission, SubmissionComparison, SubmissionKey,
  SubmissionMatrix, SubmissionView, TierStand, WithdrawAnswer,
} from "#contract/submission.ts"; // prettier-ignore
import { getJson, sendJson } from "../api.ts";
import { address } from "../offline/entry-server.ts";

export const matrixQuery = (period: string, within: string | undefined) =>
  queryOptions({
    queryKey: ["matrix", period, within],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ period, ...(within !== undefined && { within }) });
      return getJson<SubmissionMatrix>(`/api/submissions?${query.toString()}`, signal);
    },
    staleTime: 5_000,
    refetchInterval: 60_000,
  });

export const submissionQuery = (key: SubmissionKey) =>
  queryOptions({
    queryKey: ["submission", key],
    queryFn: ({ signal }) => getJson<SubmissionView>(address(key), signal),
    staleTime: 5_000,
  });

export const comparisonQuery = (key: SubmissionKey, version: number) =>
  queryOptions({
    queryKey: ["comparison", key, version],
    queryFn: ({ signal }) => getJson<SubmissionComparison>(`${address(key)}/comparison`, signal),
    enabled: version > 0,
    staleTime: 5_000,
  });

export const completenessQuery = (from: string, to: string, within: string | undefined) =>
  queryOptions({
    queryKey: ["completeness", from, to, within],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ from, to, by: "period", ...(within !== undefined && { within }) });
      return getJson<Completeness>(`/api/completeness?${query.toString()}`, signal);
    },
    staleTime: 30_000,
  });

export const approve = (body: ApproveSubmissions) =>
  sendJson<ApproveAnswer>("POST", "/api/submissions/approvals", body);
export const withdraw = (id: string) =>
  sendJson<WithdrawAnswer>("POST", `/api/submissions/approvals/${id}/withdrawal`);
export const returnForm = (key: SubmissionKey, body: ReturnSubmission) =>
  sendJson<TierStand>("POST", `${address(key)}/return`, body);
export const reopenForm = (key: SubmissionKey, body: ReopenSubmission) =>
  sendJson<TierStand>("POST", `${address(key)}/reopen`, body);
