import type { WrittenTask } from "../../directives/task-changes.ts";
import { TermChoice } from "./term-choice.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { UnitsChoice } from "./units-choice.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import type { KnownUnits } from "./use-units.ts";

interface TaskFieldsProps {
  readonly value: WrittenTask;
  readonly units: KnownUnits;
  readonly suggested: readonly string[];
  /** ISO day from which terms count. */
  readonly from: string;
  readonly onChange: (value: WrittenTask) => void;
}

/** The fields of a task. A unit that leads does not also help. */
export function TaskFields({ value, units, suggested, from, onChange }: TaskFieldsProps) {
  const texts = useDirectivesTexts();
  const { work, lead, cooperating, term, rhythm, product } = value;
  return (
    <>
      <label>
        {texts.read.work}
        <textarea
          required
          value={work}
          maxLength={8000}
          onChange={(event) => onChange({ ...value, work: event.target.value })}
        />
      </label>
      <UnitChoice
        label={texts.task.lead}
        units={units.units}
        chosen={lead}
        suggested={suggested}
        onChoose={(uid) =>
          onChange({ ...value, lead: uid, cooperating: cooperating.filter((each) => each !== uid) })
        }
      />
      <p className="quiet">{texts.unit.oneLead}</p>
      <UnitsChoice
        units={units.units}
        chosen={cooperating}
        onChange={(next) => onChange({ ...value, cooperating: next.filter((uid) => uid !== lead) })}
      />
      <TermChoice
        value={{ term, rhythm }}
        from={from}
        onChange={(when) => onChange({ ...value, term: when.term, rhythm: when.rhythm })}
      />
      <label>
        {texts.read.product}
        <input
          value={product}
          maxLength={1000}
          placeholder={texts.missing.productHint}
          onChange={(event) => onChange({ ...value, product: event.target.value })}
        />
      </label>
    </>
  );
}
