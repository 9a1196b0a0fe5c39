import { z } from "zod";
import { isPeriod } from "#domain/period.ts";
import { Directive, TaskCounts } from "./task.ts";

const periodSchema = z.string().refine(isPeriod, "2023, 2023-S1, 2023-9M, 2023-Q2, 2023-06, 2023-W26");
const line = z.string().trim().min(1).max(500);
const lines = z.array(line).max(60);

/** One paragraph of the notice; its sentences may hold figures in braces, as report templates do. */
export const NoticeParagraph = z.strictObject({
  style: z.enum(["body", "dash", "plus"]),
  sentences: z.array(z.string().trim().min(1).max(4000)).min(1).max(40),
});

/** What the notice says beside challenges and conclusions. Figures stand in braces: `{stock methadone.patients:unit}`. */
export const NoticeContent = z.strictObject({
  summary: z.array(NoticeParagraph).max(80).describe("I. Kết quả; figures in braces are filled in live"),
  closing: z.string().trim().max(2000).optional().describe("The last paragraph; a default one without it"),
  recipients: lines.optional().describe("Nơi nhận; the department's usual ones without it"),
  signer: z
    .strictObject({ authority: line.optional(), title: line, name: line.optional() })
    .optional()
    .describe("Quyền hạn, chức vụ, họ tên; GIÁM ĐỐC without it"),
});
export type NoticeContent = z.infer<typeof NoticeContent>;

/** What a secretary writes down about a conference. */
export const RecordConference = z.strictObject({
  title: line.describe("Hội nghị sơ kết công tác y tế 6 tháng đầu năm …"),
  period: periodSchema.describe("The period whose report was presented"),
  heldOn: z.iso.date(),
  form: line.optional().describe("trực tiếp, trực tuyến…"),
  rooms: lines.default([]).describe("Where it was held, and from where people joined"),
  attending: lines.default([]).describe("Units and people attending"),
  notice: NoticeContent.default({ summary: [] }),
});
export type RecordConference = z.infer<typeof RecordConference>;

/** The same, changed; `revision` is the one that was looked at. */
export const ChangeConference = RecordConference.extend({ revision: z.int().min(0) });
export type ChangeConference = z.infer<typeof ChangeConference>;

export const ConferenceParams = z.object({ id: z.string().min(1).max(80) });

/** One row of the list. */
export const ConferenceSummary = z.object({
  id: z.string(),
  title: z.string(),
  period: z.string(),
  periodName: z.string().describe("6 tháng đầu năm 2020"),
  heldOn: z.iso.date().optional().describe("Absent where only a report is known, not its conference"),
  origin: z.enum(["catalogue", "people"]).describe("catalogue: facts read from a source document"),
  document: z
    .object({ id: z.string(), title: z.string() })
    .optional()
    .describe("The source that a fact was read from"),
  state: z.enum(["draft", "issued"]),
  issuedOn: z.iso.date().optional(),
  challenges: z.int(),
  conclusions: z.int().describe("Directives that cause work"),
  recommendations: z.int(),
  counts: TaskCounts,
});
export type ConferenceSummary = z.infer<typeof ConferenceSummary>;

export const ConferenceList = z.object({
  today: z.iso.date(),
  conferences: z.array(ConferenceSummary).describe("The newest first"),
});
export type ConferenceList = z.infer<typeof ConferenceList>;

/** A conference with all that was said at it. */
export const Conference = ConferenceSummary.extend({
  form: z.string().optional(),
  rooms: z.array(z.string()),
  attending: z.array(z.string()),
  notice: NoticeContent,
  sourceText: z.string().optional().describe("The text that directives point into, in NFC"),
  revision: z.int(),
  directives: z.array(Directive).describe("In the order of the notice"),
  carriedOver: z
    .array(Directive)
    .describe("Of earlier conferences: work not done, and challenges and recommendations not settled"),
  gaps: z
    .object({ withoutLead: z.int(), withoutTerm: z.int(), withoutProduct: z.int() })
    .describe("Tasks for which one of the questions is not answered"),
  mayChange: z.boolean().describe("Whether who asks may give directives"),
});
export type Conference = z.infer<typeof Conference>;

/** The notice goes out: figures as they are now are kept beside the tasks. */
export const IssueNotice = z.strictObject({
  revision: z.int().min(0),
  issuedOn: z.iso.date().optional().describe("Today without it"),
});
export type IssueNotice = z.infer<typeof IssueNotice>;
