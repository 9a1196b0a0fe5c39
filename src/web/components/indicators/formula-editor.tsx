import { useRef, useState } from "react";
import type { FormulaAnswer } from "#contract/indicator.ts";
import { insertInto, type IndicatorDraft, type Side } from "../../indicators/indicator-draft.ts";
import { FormulaField } from "./formula-field.tsx";
import { ItemPicker } from "./item-picker.tsx";
import { useIndicatorTexts } from "./use-indicator-texts.ts";

interface FormulaEditorProps {
  readonly draft: IndicatorDraft;
  /** The answer to the formulas as they stand. */
  readonly answer: FormulaAnswer | undefined;
  readonly onChange: (draft: IndicatorDraft) => void;
}

/** Numerator and denominator, and the picker that writes into the one used last. */
export function FormulaEditor({ draft, answer, onChange }: FormulaEditorProps) {
  const texts = useIndicatorTexts();
  const [into, setInto] = useState<Side>("numerator");
  const numerator = useRef<HTMLTextAreaElement>(null);
  const denominator = useRef<HTMLTextAreaElement>(null);
  const field = into === "numerator" ? numerator : denominator;

  const insert = (reference: string, instead?: string) => {
    const text = draft[into];
    const at = instead === undefined ? -1 : text.lastIndexOf(instead);
    const [from, to] = at < 0 ? [field.current?.selectionStart ?? text.length, field.current?.selectionEnd ?? text.length] : [at, at + (instead?.length ?? 0)]; // prettier-ignore
    const next = insertInto(text, reference, from, to);
    onChange({ ...draft, [into]: next.text });
    // The caret goes behind what was put in, once the field holds it.
    requestAnimationFrame(() => field.current?.setSelectionRange(next.caret, next.caret));
  };

  return (
    <div className="formula-editor">
      {([["numerator", numerator], ["denominator", denominator]] as const).map(([side, ref]) => (
        <FormulaField
          key={side}
          side={side}
          value={draft[side]}
          answer={answer?.[side]}
          field={ref}
          onChange={(text) => onChange({ ...draft, [side]: text })}
          onFocus={() => setInto(side)}
        />
      ))}
      <ItemPicker key={into} into={texts[into].toLowerCase()} onInsert={insert} />
    </div>
  );
} // prettier-ignore
