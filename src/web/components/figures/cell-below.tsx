import { useState } from "react";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { gapsOf, printCell } from "../../figures/cell-text.ts";
import { tableRequest } from "../../figures/table-request.ts";
import { noUnits, type CellName } from "../../figures/view-choice.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";
import { useFigureTable } from "./use-figure-table.ts";

const step = 12;

/** The same number in the units directly below, greatest first: one step down the tree. */
export function CellBelow({ name }: { readonly name: CellName }) {
  const texts = useFiguresTexts();
  const { choice, change, tree } = useFiguresView();
  const [most, setMost] = useState(step);
  const areas = tree.areasBelow(name.orgUnit);
  const below = areas.length > 0 ? areas : tree.othersBelow(name.orgUnit);
  const request = tableRequest({ ...choice, items: [name.item], roles: [name.role] }, [name.period], {
    ...noUnits,
    uids: below.map(({ uid }) => uid),
  });
  const { table } = useFigureTable(below.length > 0 ? request : undefined);
  if (below.length === 0) return null;
  const cells = new Map((table?.cells ?? []).map((cell) => [cell.orgUnit, cell]));
  const numberOf = (uid: string) => Number(cells.get(uid)?.value ?? Number.NaN);
  const sorted = below.toSorted((a, b) => (numberOf(b.uid) || 0) - (numberOf(a.uid) || 0));
  if (table && table.cells.every(({ value, state }) => value === null && state !== "impossible")) return null;
  return (
    <section>
      <h3>{texts.panel.below(tree.find(name.orgUnit)?.fullName ?? name.orgUnit)}</h3>
      <ul className="below-list">
        {sorted.slice(0, most).map(({ uid, fullName }) => {
          const cell = cells.get(uid);
          const gaps = cell && gapsOf(cell);
          return (
            <li key={uid}>
              <button type="button" onClick={() => change({ open: { ...name, orgUnit: uid } })}>
                <span>{fullName}</span>
                <b>
                  {cell ? printCell(cell, texts.pivot.impossible) : "…"}
                  {gaps && (
                    <small>
                      {" "}
                      {gaps.reported}/{gaps.expected}
                    </small>
                  )}
                </b>
              </button>
            </li>
          );
        })}
      </ul>
      {sorted.length > most && (
        <button type="button" className="link" onClick={() => setMost(most + 100)}>
          {texts.panel.moreBelow(formatNumber(decimal(sorted.length - most), 0))}
        </button>
      )}
    </section>
  );
}
