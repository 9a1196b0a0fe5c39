import type { FastifyPluginCallbackZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { AnswerFinding, CheckChoices, CheckedValuesAnswer, CheckSettingsChange, CheckValuesQuery } from "#contract/check-values.ts"; // prettier-ignore
import {
  LimitScopeContent, RuleInWords, RuleVersions, ValidationRuleContent, ValidationRules, ValueLimitContent, ValueLimits,
} from "#contract/validation-rule.ts"; // prettier-ignore
import { answerFinding } from "#operations/answer-finding.ts";
import { changeCheckSettings, listCheckChoices, publishFindings } from "#operations/check-values-publish.ts";
import { defineValidationRule, describeValidationRule } from "#operations/define-validation-rule.ts";
import { deleteValidationRule } from "#operations/delete-validation-rule.ts";
import { listValidationRules, listVersionsOfRule } from "#operations/list-validation-rules.ts";
import {
  publishKeptRule, publishLimits, publishRule, readLimit, readLimitScope, readRule, readSide,
} from "#operations/publish-validation-rules.ts"; // prettier-ignore
import { listValueLimits, proposeValueLimits, removeValueLimit, setValueLimits } from "#operations/set-value-limits.ts"; // prettier-ignore

const tags = ["validation"];
const done200 = { 200: z.object({ done: z.literal(true) }) };
const written200 = { 200: z.object({ written: z.number().int() }) };
const ruleAddress = z.object({ id: z.string().min(1) });
const reasonGiven = z.object({ reason: z.string().trim().normalize("NFC").max(2000).optional() });

/** `/api/validation`: reported values checked, findings answered, rules and limits kept. */
export const validationRoutes: FastifyPluginCallbackZod = (server, _options, done) => {
  server.get(
    "/api/validation",
    {
      schema: {
        summary: "Checks reported values and answers what was noticed, the gravest first",
        tags,
        querystring: CheckValuesQuery,
        response: { 200: CheckedValuesAnswer },
      },
    },
    ({ context, query }) => publishFindings(context, query),
  );
  server.get(
    "/api/validation/choices",
    {
      schema: {
        summary: "Periods, units and thresholds to choose from",
        tags,
        response: { 200: CheckChoices },
      },
    },
    ({ context }) => listCheckChoices(context),
  );
  server.post(
    "/api/validation/answers",
    {
      schema: {
        summary: "Says why the values of a finding are right: it stays quiet until one of them changes",
        tags,
        body: AnswerFinding,
        response: done200,
      },
    },
    async ({ context, body: { illustrative, cells, rule, ...answer } }) => {
      await answerFinding(context, {
        ...answer,
        ...(rule !== undefined && { rule }),
        cells: cells.map(({ value, ...cell }) => ({ ...cell, ...(value !== null && { value }) })),
        source: illustrative ? "illustrative" : "reported",
      });
      return { done: true as const };
    },
  );
  server.put(
    "/api/validation/settings",
    { schema: { summary: "Sets thresholds of the province", tags, body: CheckSettingsChange, response: done200 } }, // prettier-ignore
    async ({ context, body }) => {
      await changeCheckSettings(context, body);
      return { done: true as const };
    },
  );

  server.get(
    "/api/validation/rules",
    { schema: { summary: "The rules that count now", tags, response: { 200: ValidationRules } } },
    async ({ context }) => ({ rules: (await listValidationRules(context)).map(publishKeptRule) }),
  );
  server.post(
    "/api/validation/rules/check",
    {
      schema: {
        summary: "Reads both sides of a rule without keeping it",
        tags,
        body: ValidationRuleContent.pick({ left: true, right: true }),
        response: { 200: RuleInWords },
      },
    },
    ({ context, body }) =>
      describeValidationRule(context, { left: readSide(body.left), right: readSide(body.right) }),
  );
  server.put(
    "/api/validation/rules/:id",
    {
      schema: {
        summary: "Keeps a rule as its next version, once it can be run",
        tags,
        params: ruleAddress,
        body: ValidationRuleContent.extend(reasonGiven.shape),
        response: { 200: RuleInWords },
      },
    },
    ({ context, params: { id }, body: { reason, ...rule } }) => defineValidationRule(context, readRule(id, rule), reason), // prettier-ignore
  );
  server.get(
    "/api/validation/rules/:id/versions",
    {
      schema: {
        summary: "Every version of a rule",
        tags,
        params: ruleAddress,
        response: { 200: RuleVersions },
      },
    },
    async ({ context, params: { id } }) => ({
      versions: (await listVersionsOfRule(context, id)).map(({ rule, ...version }) => ({
        ...version,
        ...(rule && { rule: publishRule(rule) }),
      })),
    }),
  );
  server.delete(
    "/api/validation/rules/:id",
    {
      schema: {
        summary: "Takes a rule out of use; its versions stay",
        tags,
        params: ruleAddress,
        querystring: reasonGiven,
        response: done200,
      },
    },
    async ({ context, params: { id }, query: { reason } }) => {
      await deleteValidationRule(context, id, reason);
      return { done: true as const };
    },
  );

  server.get(
    "/api/validation/limits",
    { schema: { summary: "All limits of values", tags, response: { 200: ValueLimits } } },
    async ({ context }) => publishLimits(await listValueLimits(context)),
  );
  server.put(
    "/api/validation/limits",
    {
      schema: {
        summary: "Sets limits",
        tags,
        body: z.object({ limits: z.array(ValueLimitContent).min(1).max(10_000) }),
        response: written200,
      },
    },
    async ({ context, body }) => ({ written: await setValueLimits(context, body.limits.map(readLimit)) }),
  );
  server.post(
    "/api/validation/limits/propose",
    {
      schema: {
        summary:
          "Proposes limits for each unit from what it reported before a period; those set by people stay",
        tags,
        body: z.object({ items: z.array(z.string()).min(1), period: z.string() }),
        response: written200,
      },
    },
    async ({ context, body }) => ({ written: await proposeValueLimits(context, body) }),
  );
  server.delete(
    "/api/validation/limits",
    { schema: { summary: "Takes a limit away", tags, querystring: LimitScopeContent, response: done200 } },
    async ({ context, query }) => {
      await removeValueLimit(context, readLimitScope(query));
      return { done: true as const };
    },
  );
  done();
};
