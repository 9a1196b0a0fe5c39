import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormulaAnswer, IndicatorDetail } from "#contract/indicator.ts";
import { changeOf, draftOf, isKey, type IndicatorDraft } from "../../indicators/indicator-draft.ts";
import { saveIndicator } from "../../indicators/indicators-api.ts";
import { FormulaEditor } from "./formula-editor.tsx";
import { MissingChoice, NameFields, NumberFields, TextField } from "./indicator-fields.tsx";
import { PreviewCard } from "./preview-card.tsx";
import { SaidError } from "./said-error.tsx";
import { useFormulaCheck } from "./use-formula-check.ts";
import { useIndicatorTexts } from "./use-indicator-texts.ts";

interface IndicatorFormProps {
  readonly start: IndicatorDraft;
  readonly onSaved: (indicator: IndicatorDetail) => void;
}

/** Everything an indicator is made of, with its value beside it. */
export function IndicatorForm({ start, onSaved }: IndicatorFormProps) {
  const texts = useIndicatorTexts();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(start);
  const [period, setPeriod] = useState("");
  const { answer, last, error } = useFormulaCheck(draft, period);
  const save = useMutation({
    mutationFn: () => saveIndicator(draft.key, changeOf(draft)),
    onSuccess: async (saved) => {
      setDraft(draftOf(saved));
      await queries.invalidateQueries({ queryKey: ["indicators"] });
      await queries.invalidateQueries({ queryKey: ["formulas", "items"] });
      onSaved(saved);
    },
  });
  const canSave = isComplete(draft, answer) && !save.isPending;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (canSave) save.mutate();
  };
  const change = (next: IndicatorDraft) => {
    if (!save.isIdle && !save.isPending) save.reset();
    setDraft(next);
  };
  return (
    <form className="indicator-form" onSubmit={onSubmit}>
      <div className="indicator-main">
        <NameFields draft={draft} onChange={change} />
        <FormulaEditor draft={draft} answer={answer ?? unmarked(last)} onChange={change} />
        <NumberFields draft={draft} onChange={change} />
        <MissingChoice draft={draft} onChange={change} />
        {draft.version > 0 && (
          <TextField label={texts.reason} hint={texts.reasonHint} isWide value={draft.reason} onChange={(reason) => change({ ...draft, reason })} />
        )}
        <div className="indicator-save">
          <button type="submit" className="button is-primary" disabled={!canSave}>
            {save.isPending ? texts.saving : texts.save}
          </button>
          <output className="quiet">
            {save.isSuccess ? texts.saved(save.data.version) : canSave ? "" : draft.version > 0 ? texts.incompleteChange : texts.incomplete}
          </output>
        </div>
        {save.error && <SaidError error={save.error} />}
      </div>
      <div className="indicator-side">
        <PreviewCard answer={last} unit={draft.unit} decimals={draft.decimals} period={period} onPeriod={setPeriod} />
        {error && <SaidError error={error} />}
      </div>
    </form>
  );
} // prettier-ignore

/** Words of the last answer may stay while the next is on its way; marks would point at other characters. */
function unmarked(answer: FormulaAnswer | undefined): FormulaAnswer | undefined {
  if (!answer) return undefined;
  const without = (side: FormulaAnswer["numerator"]) => ({ ...side, problems: [] });
  return { ...answer, numerator: without(answer.numerator), denominator: without(answer.denominator) };
}

function isComplete(draft: IndicatorDraft, answer: FormulaAnswer | undefined): boolean {
  const isReadable =
    answer !== undefined &&
    answer.numerator.problems.length + answer.denominator.problems.length === 0 &&
    !answer.refusal;
  const isExplained = draft.version === 0 || draft.reason.trim() !== "";
  return isReadable && isExplained && isKey(draft.key) && draft.nameVi.trim() !== "";
}
