import { z } from "zod";
import { parseCellName } from "#domain/form-cell.ts";
import { isPeriod } from "#domain/period.ts";
import { decimalPattern } from "#domain/form-values.ts";

const words = z.object({ vi: z.string(), en: z.string() });
const moment = z.iso.datetime({ offset: true });
const reason = z.string().normalize("NFC").trim().min(1).max(2000);
const cell = z
  .string()
  .normalize("NFC")
  .max(400)
  .refine((name) => parseCellName(name) !== undefined, "not a cell");
const amount = z
  .string()
  .regex(decimalPattern, 'a plain decimal with a point ("1234", "12.5"), at most 18 digits');
const device = z.string().min(1).max(100).describe("The same for all hand-ins of one browser profile");

/** A clock may be wrong by years or say nonsense: that is no reason to refuse a form. */
const deviceMoment = z
  .string()
  .min(1)
  .max(40)
  .describe("By the clock of the device; kept as it is, never trusted");

export const SubmissionKey = z.object({
  dataSet: z.string().min(1),
  period: z.string().refine(isPeriod, "not a period (2023-06, 2023-Q2, 2023-S1, 2023)"),
  orgUnit: z.string().min(1),
});
export type SubmissionKey = z.infer<typeof SubmissionKey>;

/** Exact decimals by cell; a blank cell is absent. Zero is not blank. */
export const CellValues = z.record(cell, amount);
export type CellValues = z.infer<typeof CellValues>;

export const SubmissionState = z.enum(["draft", "submitted", "returned", "approved"]);

/** Where a submission stands: `waitingFor` names the tier whose turn it is. */
export const TierStand = z.object({
  state: SubmissionState,
  version: z.int().describe("Of the latest hand-in; 0 before the first"),
  approvedTiers: z.int(),
  waitingFor: z.string().optional(),
  firstReceivedOn: z.string().optional().describe("The day that decides about timeliness"),
  lastReceivedAt: moment.optional(),
});
export type TierStand = z.infer<typeof TierStand>;

export const Finding = z.object({
  code: z.string(),
  severity: z.enum(["blocking", "warning"]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).describe("`cell`: where it lies"),
});
export type Finding = z.infer<typeof Finding>;

/** One cell as two places have it. `null`: blank. */
export const CellConflict = z.object({
  cell: z.string(),
  base: z.string().nullable().describe("What both began with"),
  mine: z.string().nullable(),
  theirs: z.string().nullable().describe("What the server has now"),
});
export type CellConflict = z.infer<typeof CellConflict>;

// Handing in

/** `POST …/hand-in`. Send the same `id` again until there is an answer: it counts once. */
export const HandIn = z.object({
  id: z.uuid().describe("Made on the device for this content; other content needs another id"),
  baseVersion: z.int().nonnegative().describe("`stand.version` of the form that was filled in; 0: none yet"),
  draftRevision: z.int().nonnegative().default(0).describe("The latest draft revision this device has seen"),
  values: CellValues.describe("All cells that are not blank"),
  explanations: z.record(cell, reason).default({}).describe("Why an unusual value is right, by cell"),
  device,
  deviceTime: deviceMoment,
});
export type HandIn = z.infer<typeof HandIn>;

export const HandInAnswer = z.discriminatedUnion("outcome", [
  z.object({
    outcome: z.literal("accepted"),
    isRepeated: z.boolean().describe("This id was here before; nothing was saved again"),
    version: z.int(),
    receivedAt: moment,
    isTimely: z.boolean(),
    findings: z.array(Finding).describe("Warnings that were handed in with it"),
    merged: z
      .array(CellConflict)
      .describe("Cells taken over from the other place, which this device had not changed"),
    stand: TierStand,
  }),
  z.object({
    outcome: z.literal("blocked"),
    findings: z.array(Finding).describe("The blocking ones among them have to be mended; nothing was saved"),
  }),
  z.object({
    outcome: z.literal("conflict"),
    version: z.int().describe("The base of the next hand-in, under a new id"),
    by: z.string(),
    at: moment,
    conflicts: z.array(CellConflict).min(1).describe("To be decided by a person; nothing was saved"),
    merged: z.array(CellConflict),
    values: CellValues.describe("Both versions put together, with the server's value in conflicting cells"),
  }),
]);
export type HandInAnswer = z.infer<typeof HandInAnswer>;

// Drafts: so that another device can go on

export const DraftOp = z.object({
  cell,
  value: amount.nullable().describe("null: blank"),
  seen: z
    .int()
    .nonnegative()
    .describe("The revision of this cell that the device had on screen; 0: no draft of it"),
});
export type DraftOp = z.infer<typeof DraftOp>;

/** `POST …/draft`. Cells are set one by one; sending the same again changes nothing. */
export const SaveDraft = z.object({
  device,
  deviceTime: deviceMoment,
  ops: z.array(DraftOp).min(1).max(2000),
});
export type SaveDraft = z.infer<typeof SaveDraft>;

export const DraftCell = z.object({
  cell: z.string(),
  value: z.string().nullable(),
  revision: z.int(),
  device: z.string(),
  by: z.string(),
  at: moment,
});
export type DraftCell = z.infer<typeof DraftCell>;

export const SaveDraftAnswer = z.object({
  revision: z.int().describe("Of the whole draft: read it again when another device made it grow"),
  saved: z.array(z.object({ cell: z.string(), revision: z.int() })),
  conflicts: z
    .array(CellConflict.extend({ revision: z.int(), device: z.string(), by: z.string(), at: moment }))
    .describe("Kept as the other device has it; to insist, send again with `seen` = `revision`"),
});
export type SaveDraftAnswer = z.infer<typeof SaveDraftAnswer>;

/** `POST …/set-aside`: values of a person who may no longer hand in, kept for whoever takes over. */
export const SetAsideValues = z.object({
  id: z.uuid(),
  values: CellValues,
  explanations: z.record(cell, reason).default({}),
  device,
  deviceTime: deviceMoment,
});
export type SetAsideValues = z.infer<typeof SetAsideValues>;

export const SetAside = SetAsideValues.extend({ by: z.string(), receivedAt: moment });
export type SetAside = z.infer<typeof SetAside>;

// Looking, returning, approving

export const CellReason = z.object({ cell, reason });

/** `POST …/return`: a reason for the whole, for cells, or both. */
export const ReturnSubmission = z
  .object({
    version: z.int().positive().describe("The version that was looked at"),
    reason: reason.optional(),
    cells: z.array(CellReason).max(500).default([]),
  })
  .refine(({ reason: whole, cells }) => whole !== undefined || cells.length > 0, "a reason is needed");
export type ReturnSubmission = z.infer<typeof ReturnSubmission>;

export const ReturnNote = z.object({
  kind: z.enum(["returned", "reopened"]),
  tier: z.string().optional(),
  by: z.string(),
  at: moment,
  reason: z.string().optional(),
  cells: z.array(z.object({ cell: z.string(), reason: z.string() })),
});
export type ReturnNote = z.infer<typeof ReturnNote>;

/** `POST …/reopen`: what was approved goes back to the unit. */
export const ReopenSubmission = z.object({ reason, cells: z.array(CellReason).max(500).default([]) });
export type ReopenSubmission = z.infer<typeof ReopenSubmission>;

/** `POST /api/submissions/approvals`: one or many at one tier, sent again with the same `id` until answered. */
export const ApproveSubmissions = z.object({
  id: z.uuid(),
  tier: z.string().optional().describe("The tier that approves; none: the one whose turn it is"),
  onlyUsual: z
    .boolean()
    .default(false)
    .describe("Leave out what has findings: how many are approved at once"),
  items: z.array(SubmissionKey.extend({ version: z.int().positive() })).min(1).max(2000), // prettier-ignore
});
export type ApproveSubmissions = z.infer<typeof ApproveSubmissions>;

export const LeftSubmission = SubmissionKey.extend({
  code: z
    .string()
    .describe("has-findings, submission-changed, submission-not-waiting, not-this-tier, built-upon…"),
  message: words,
});

export type LeftSubmission = z.infer<typeof LeftSubmission>;

export const ApproveAnswer = z.object({
  id: z.string(),
  approved: z.array(SubmissionKey.extend({ version: z.int(), state: SubmissionState })),
  left: z.array(LeftSubmission).describe("Not approved, each with why"),
  canUndoUntil: moment.optional(),
});
export type ApproveAnswer = z.infer<typeof ApproveAnswer>;

export const WithdrawAnswer = z.object({
  withdrawn: z.array(SubmissionKey),
  left: z.array(LeftSubmission).describe("Somebody has gone on since"),
});
export type WithdrawAnswer = z.infer<typeof WithdrawAnswer>;

export const SubmissionEvent = z.object({
  number: z.int(),
  kind: z.enum(["handed-in", "returned", "approved", "withdrawn", "reopened"]),
  version: z.int(),
  tier: z.string().optional(),
  by: z.string(),
  at: moment,
  reason: z.string().optional(),
  cells: z.array(z.object({ cell: z.string(), reason: z.string() })),
});
export type SubmissionEvent = z.infer<typeof SubmissionEvent>;

/** One hand-in as it was. */
export const SubmissionVersion = z.object({
  version: z.int(),
  id: z.string(),
  baseVersion: z.int(),
  by: z.string(),
  device: z.string(),
  deviceTime: deviceMoment,
  receivedAt: moment,
  values: CellValues,
  findings: z.array(Finding),
  explanations: z.record(z.string(), z.string()),
  merged: z.array(CellConflict),
});
export type SubmissionVersion = z.infer<typeof SubmissionVersion>;

/** `GET …`: a submission with all that happened to it. */
export const SubmissionView = z.object({
  key: SubmissionKey,
  stand: TierStand,
  dueOn: z.string(),
  isTimely: z.boolean().optional(),
  versions: z.array(SubmissionVersion).describe("The latest first"),
  events: z.array(SubmissionEvent).describe("In the order of time"),
});
export type SubmissionView = z.infer<typeof SubmissionView>;

export const ComparedCell = z.object({
  cell: z.string(),
  kind: z.enum(["entry", "computed"]),
  name: words,
  unit: z.string(),
  now: z.string().nullable(),
  before: z.string().nullable().describe("In the version before"),
  first: z.string().nullable().describe("In the first version"),
  lastPeriod: z.string().nullable(),
  difference: z.string().nullable().describe("now − last period; null when either is blank"),
  lastYear: z.string().nullable(),
  hasChanged: z.boolean().describe("Since the version before"),
  findings: z.array(Finding),
  explanation: z.string().optional(),
});
export type ComparedCell = z.infer<typeof ComparedCell>;

/** `GET …/comparison`: this version beside what it can be held against. */
export const SubmissionComparison = z.object({
  key: SubmissionKey,
  version: z.int(),
  versionBefore: z.int().nullable(),
  lastPeriod: z.string(),
  lastYear: z.string(),
  cells: z.array(ComparedCell),
  changes: z
    .array(
      z.object({ cell: z.string(), name: words, from: z.string().nullable(), to: z.string().nullable() }),
    )
    .describe("Since the first hand-in"),
});
export type SubmissionComparison = z.infer<typeof SubmissionComparison>;

// Lists

/** One cell of the matrix units × forms. */
export const MatrixCell = z.object({
  dataSet: z.string(),
  orgUnit: z.string(),
  status: z.enum(["not-started", "draft", "submitted", "returned", "approved"]),
  version: z.int(),
  approvedTiers: z.int(),
  waitingFor: z.string().optional(),
  isLate: z.boolean().describe("First received after the due day, or not received and the day is past"),
  warnings: z.int().describe("Findings of the latest version"),
  filled: z.int(),
  firstReceivedOn: z.string().optional(),
  lastReceivedAt: moment.optional(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

export const SubmissionMatrix = z.object({
  period: z.string(),
  dataSets: z.array(
    z.object({ id: z.string(), name: words, shortName: words, dueOn: z.string(), cells: z.int(), illustrative: z.boolean() }), // prettier-ignore
  ),
  orgUnits: z.array(z.object({ uid: z.string(), name: z.string(), fullName: z.string(), parent: z.string().optional() })), // prettier-ignore
  cells: z.array(MatrixCell).describe("Only where a unit is to report"),
});
export type SubmissionMatrix = z.infer<typeof SubmissionMatrix>;
