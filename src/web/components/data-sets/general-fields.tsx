import type { DataSet } from "#contract/data-set.ts";
import { idFrom } from "../../data-sets/data-set-draft.ts";
import { TextField } from "../accounts/text-field.tsx";
import { ChoiceField, DaysField, Part, WordsField } from "./fields.tsx";
import { UnitsField } from "./units-field.tsx";
import { useDataSetTexts } from "./use-data-set-texts.ts";

export interface PartProps {
  readonly draft: DataSet;
  readonly onChange: (part: Partial<DataSet>) => void;
}

const periodTypes = ["week", "month", "quarter", "half-year", "nine-months", "year"] as const;
const reporterTypes = ["health-station", "health-centre", "hospital", "body"] as const;

/** What the form is called, when it is reported, and from which day this version holds. */
export function GeneralFields({ draft, isNew, onChange }: PartProps & { readonly isNew: boolean }) {
  const texts = useDataSetTexts();
  const { name, shortName, basis = { vi: "", en: "" } } = draft;
  return (
    <Part title={texts.general}>
      <WordsField labels={[texts.nameVi, texts.nameEn]} words={name} onChange={(next) => onChange({ name: next })} />
      <WordsField labels={[texts.shortVi, texts.shortEn]} words={shortName} onChange={(next) => onChange({ shortName: next })} />
      <div className="field-pair">
        <TextField
          label={texts.id}
          hint={texts.idHint}
          value={isNew ? draft.id || idFrom(shortName.vi) : draft.id}
          readOnly={!isNew}
          onChange={({ target }) => onChange({ id: idFrom(target.value) })}
        />
        <TextField label={texts.programme} value={draft.programme} onChange={({ target }) => onChange({ programme: target.value })} />
      </div>
      <div className="field-pair">
        <ChoiceField
          label={texts.periodType}
          value={draft.periodType}
          options={periodTypes.map((type) => [type, texts.periods[type]])}
          onChange={(periodType) => onChange({ periodType })}
        />
        <ChoiceField
          label={texts.rule}
          value={draft.periodRule}
          options={[["calendar", texts.rules.calendar], ["administrative", texts.rules.administrative]]}
          onChange={(periodRule) => onChange({ periodRule })}
        />
      </div>
      <div className="field-pair">
        <TextField label={texts.validFrom} hint={texts.validFromHint} type="date" value={draft.validFrom} onChange={({ target }) => onChange({ validFrom: target.value })} />
        <TextField label={texts.validTo} type="date" value={draft.validTo ?? ""} onChange={({ target }) => onChange({ validTo: target.value || undefined })} />
      </div>
      <WordsField labels={[texts.basis, texts.basisEn]} words={basis} onChange={(next) => onChange({ basis: next })} />
      <label className="check-field">
        <input
          type="checkbox"
          checked={draft.allowsNothingToReport}
          onChange={({ target }) => onChange({ allowsNothingToReport: target.checked })}
        />
        {texts.nothing}
      </label>
    </Part>
  );
} // prettier-ignore

/** Who reports: every unit of some types, or single ones, within some area, but for some. */
export function ReporterFields({ draft: { assignment }, onChange }: PartProps) {
  const texts = useDataSetTexts();
  const change = (part: Partial<DataSet["assignment"]>) =>
    onChange({ assignment: { ...assignment, ...part } });
  const toggle = (type: string, isChosen: boolean) =>
    change({ types: isChosen ? [...assignment.types, type] : assignment.types.filter((each) => each !== type) }); // prettier-ignore
  return (
    <Part title={texts.reporters}>
      <fieldset className="check-group">
        <legend>{texts.byType}</legend>
        {reporterTypes.map((type) => (
          <label key={type} className="check-field">
            <input
              type="checkbox"
              checked={assignment.types.includes(type)}
              onChange={({ target }) => toggle(type, target.checked)}
            />
            {texts.types[type]}
          </label>
        ))}
      </fieldset>
      <UnitsField
        label={texts.byUnit}
        chosen={assignment.orgUnits}
        onChange={(orgUnits) => change({ orgUnits })}
      />
      <UnitsField label={texts.within} chosen={assignment.within} onChange={(within) => change({ within })} />
      <UnitsField label={texts.except} chosen={assignment.except} onChange={(except) => change({ except })} />
    </Part>
  );
}

/** When it is due, and when the period closes. */
export function DeadlineFields({ draft: { deadline }, onChange }: PartProps) {
  const texts = useDataSetTexts();
  const change = (part: Partial<DataSet["deadline"]>) => onChange({ deadline: { ...deadline, ...part } });
  return (
    <Part title={texts.deadline}>
      <div className="field-pair">
        <DaysField label={texts.days} value={deadline.days} onChange={(days = 0) => change({ days })} />
        <ChoiceField
          label={texts.counting}
          value={deadline.counting}
          options={[["working-days", texts.countings["working-days"]], ["days", texts.countings.days]]}
          onChange={(counting) => change({ counting })}
        />
      </div>
      <div className="field-pair">
        <ChoiceField
          label={texts.from}
          value={deadline.from ?? "end"}
          options={[["end", texts.froms.end], ["start", texts.froms.start]]}
          onChange={(from) => change({ from })}
        />
        <DaysField label={texts.closes} value={deadline.closesAfter} onChange={(closesAfter) => change({ closesAfter })} />
      </div>
    </Part>
  );
} // prettier-ignore
