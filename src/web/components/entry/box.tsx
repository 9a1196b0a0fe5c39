import { memo } from "react";
import { useLanguage } from "../../language.tsx";
import { useBox, useFormView } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

interface BoxProps {
  readonly cell: string;
  /** What stands below it and concerns it, for screen readers. */
  readonly describedBy: string;
  readonly look: "returned" | "warning" | "blocking" | undefined;
}

/** A box to type into. Only these have borders: they are what there is to do. */
export const Box = memo(function Box({ cell, describedBy, look }: BoxProps) {
  const { state, isLocked, cellsByName } = useFormView();
  const { language } = useLanguage();
  const texts = useEntryTexts();
  const box = useBox(cell);
  const known = cellsByName.get(cell);
  const isRefused = box.typed.kind === "refused";
  const mark = isRefused ? "blocking" : look;
  return (
    <input
      className={mark ? `box is-${mark}` : "box"}
      data-cell={cell}
      value={box.text}
      onChange={(event) => state.type(cell, event.target.value)}
      inputMode={known?.valueType === "integer" ? "numeric" : "decimal"}
      readOnly={isLocked}
      autoComplete="off"
      enterKeyHint="next"
      aria-label={known ? texts.table.box(known.name[language], known.unit) : cell}
      aria-invalid={isRefused || look === "blocking" || undefined}
      aria-describedby={describedBy}
    />
  );
});
