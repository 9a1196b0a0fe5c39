import type { ValueDetail } from "#contract/data-value.ts";
import { useLanguage } from "../../language.tsx";
import { printCell } from "../../figures/cell-text.ts";
import { tableRequest } from "../../figures/table-request.ts";
import { noUnits, type CellName } from "../../figures/view-choice.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { useFigureTable } from "./use-figure-table.ts";

/** What a computed number is computed from; each operand opens in turn. */
export function CellOperands({
  name,
  operands,
}: {
  readonly name: CellName;
  readonly operands: ValueDetail["operands"];
}) {
  const texts = useFiguresTexts();
  const { language } = useLanguage();
  const { choice, change } = useFiguresView();
  const items = operands.map(({ key, breakdown }) => (breakdown === "" ? key : `${key}[${breakdown}]`));
  const request = tableRequest({ ...choice, items, roles: ["actual"] }, [name.period], { ...noUnits, uids: [name.orgUnit] }); // prettier-ignore
  const { table } = useFigureTable(request);
  if (operands.length === 0) return null;
  return (
    <section>
      <h3>{texts.panel.madeOf}</h3>
      <ul className="below-list">
        {operands.map(({ name: words }, index) => {
          const item = items[index]!;
          const cell = table?.cells.find((one) => one.item === item);
          return (
            <li key={item}>
              <button type="button" onClick={() => change({ open: { ...name, item, role: "actual" } })}>
                <span>{words[language]}</span>
                <b>{cell ? `${printCell(cell, texts.pivot.impossible)} ${cell.unit}` : "…"}</b>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
