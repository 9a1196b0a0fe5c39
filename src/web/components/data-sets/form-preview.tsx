import { useMemo } from "react";
import type { DataSet } from "#contract/data-set.ts";
import type { FormPreview as Preview } from "#contract/form-preview.ts";
import type { Form } from "#contract/form.ts";
import { previousPeriod, samePeriodLastYear } from "#domain/period.ts";
import { FormState } from "../../entry/form-state.ts";
import { useLanguage } from "../../language.tsx";
import { FormContext, type FormView } from "../entry/form-context.ts";
import type { Notices } from "../entry/form-row.tsx";
import { FormTable } from "../entry/form-table.tsx";
import { Part } from "./fields.tsx";
import { useDataSetTexts } from "./use-data-set-texts.ts";

const noNotices: Notices = { findings: new Map(), returned: new Map(), unsettled: new Set() };
const nowhere = { keep: async () => undefined };

/** The form as its units will see it, to be tried out, and what differs from the version before. */
export function FormPreview({ dataSet, preview }: { readonly dataSet: DataSet; readonly preview: Preview }) {
  const texts = useDataSetTexts();
  const view = useMemo<FormView>(() => {
    const form = sampleForm(dataSet, preview, texts.sampleUnit);
    const state = new FormState({ form, cells: [], account: "", keeper: nowhere });
    const cellsByName = new Map(form.cells.map((cell) => [cell.cell, cell]));
    return { state, isLocked: false, focus: () => undefined, cellsByName };
  }, [dataSet, preview, texts]);
  return (
    <Part title={texts.preview}>
      <p className="field-hint">{texts.previewHint}</p>
      <FormContext value={view}>
        <FormTable notices={noNotices} />
      </FormContext>
      <Changes preview={preview} />
    </Part>
  );
}

function Changes({ preview: { before, added, removed } }: { readonly preview: Preview }) {
  const texts = useDataSetTexts();
  const { language } = useLanguage();
  if (before === undefined) return null;
  const list = (cells: Preview["added"]) => (
    <ul className="changed-cells">
      {cells.map(({ cell, name }) => (
        <li key={cell}>{name[language]}</li>
      ))}
    </ul>
  );
  return (
    <div className="data-set-changes">
      <h3>{texts.changes(before)}</h3>
      {added.length + removed.length === 0 && <p>{texts.same}</p>}
      {added.length > 0 && (
        <>
          <p>{texts.added(added.length)}</p>
          {list(added)}
        </>
      )}
      {removed.length > 0 && (
        <>
          <p>{texts.removed(removed.length)}</p>
          {list(removed)}
        </>
      )}
    </div>
  );
}

const samplePeriods = {
  week: "W01",
  month: "01",
  quarter: "Q1",
  "half-year": "S1",
  "nine-months": "9M",
  year: "",
};

function sampleForm(dataSet: DataSet, { sections, cells }: Preview, unit: string): Form {
  const year = dataSet.validFrom.slice(0, 4);
  const part = samplePeriods[dataSet.periodType];
  const period = part === "" ? year : `${year}-${part}`;
  const { id, validFrom, name, shortName, programme, periodType, periodRule, allowsNothingToReport } = dataSet;
  return {
    key: { dataSet: id, period, orgUnit: "" },
    dataSet: { id, validFrom, name, shortName, programme, periodType, periodRule, allowsNothingToReport },
    orgUnit: { uid: "", name: unit, fullName: unit },
    span: { from: validFrom, to: validFrom },
    dueOn: validFrom,
    tiers: [],
    sections,
    cells,
    elements: [],
    rules: [],
    earlier: {
      lastPeriod: { period: previousPeriod(period), values: {} },
      lastYear: { period: samePeriodLastYear(period), values: {} },
      sinceJanuary: {},
      history: [],
    },
    stand: { state: "draft", version: 0, approvedTiers: 0 },
    canHandIn: true,
    values: {},
    inForce: {},
    explanations: {},
    draft: { revision: 0, cells: [] },
    setAside: [],
  };
} // prettier-ignore
