import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { MatrixCell, SubmissionMatrix } from "#contract/submission.ts";
import { lookOf, type Look } from "../../monitor/matrix-filters.ts";
import { useLanguage } from "../../language.tsx";
import { Icon, type IconName } from "../icon.tsx";
import { useMediaQuery } from "../use-media-query.ts";
import { useMonitorTexts } from "./use-monitor-texts.ts";

interface MatrixProps {
  readonly matrix: SubmissionMatrix;
  readonly shown: Look | undefined;
  readonly chosen: MatrixCell | undefined;
  readonly onChoose: (cell: MatrixCell) => void;
}

export const lookIcons: Readonly<Record<Look, IconName>> = {
  waiting: "received",
  unusual: "deviating",
  returned: "returned",
  begun: "provisional",
  late: "missing",
  none: "missing",
  done: "confirmed",
};

/** Units × forms. What asks for something is tinted; what is done is a quiet tick. Arrows move, Enter opens. */
export function Matrix({ matrix, shown, chosen, onChoose }: MatrixProps) {
  const { language } = useLanguage();
  const texts = useMonitorTexts();
  const table = useRef<HTMLTableElement>(null);
  const cells = useMemo(() => new Map(matrix.cells.map((cell) => [`${cell.orgUnit}|${cell.dataSet}`, cell])), [matrix]); // prettier-ignore
  const isPhone = useMediaQuery("(max-width: 759px)");
  const [isFolded, setFolded] = useState(true);
  const finished = useMemo(() => listFinished(matrix), [matrix]);
  const folded = isPhone && isFolded && shown === undefined ? finished : nobody;
  const units = matrix.orgUnits.filter(
    ({ uid }) => !folded.has(uid) && (shown === undefined || matrix.cells.some((cell) => cell.orgUnit === uid && lookOf(cell) === shown)), // prettier-ignore
  );
  const onKeyDown = (event: KeyboardEvent) => moveInMatrix(event, table.current);
  return (
    <div className="matrix">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows move between its buttons */}
      <table ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{texts.unit}</th>
            {matrix.dataSets.map(({ id, shortName, name, illustrative }) => (
              <th key={id} scope="col" title={name[language]}>
                <span className="matrix-full">{shortName[language]}</span>
                <abbr className="matrix-short" title={name[language]}>
                  {initialsOf(shortName[language])}
                </abbr>
                {illustrative && <small> *</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.uid}>
              <th scope="row">{unit.name}</th>
              {matrix.dataSets.map(({ id, shortName }) => {
                const cell = cells.get(`${unit.uid}|${id}`);
                return (
                  <td key={id}>
                    {cell ? (
                      <CellButton
                        cell={cell}
                        name={`${unit.name}, ${shortName[language]}`}
                        isChosen={chosen?.orgUnit === unit.uid && chosen.dataSet === id}
                        onChoose={onChoose}
                      />
                    ) : (
                      <span className="quiet" title={texts.notAsked}>
                        ·
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{texts.received(matrix.orgUnits.length)}</th>
            {matrix.dataSets.map(({ id }) => (
              <td key={id}>
                {matrix.cells.filter((cell) => cell.dataSet === id && (cell.status === "submitted" || cell.status === "approved")).length}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
      {folded.size > 0 && (
        <button type="button" className="link matrix-folded" onClick={() => setFolded(false)}>
          {texts.finished(folded.size)}
        </button>
      )}
      {isPhone && (
        <p className="quiet matrix-legend">
          {matrix.dataSets.map(({ shortName }) => `${initialsOf(shortName[language])} ${shortName[language]}`).join(" · ")}
        </p>
      )}
    </div>
  );
} // prettier-ignore

const nobody: ReadonlySet<string> = new Set();

/** Units whose every form is approved: nothing to look at. */
function listFinished({ orgUnits, cells }: SubmissionMatrix): ReadonlySet<string> {
  const busy = new Set(cells.filter((cell) => lookOf(cell) !== "done").map(({ orgUnit }) => orgUnit));
  return new Set(orgUnits.map(({ uid }) => uid).filter((uid) => !busy.has(uid)));
}

/** "Tiêm chủng" → "TC": the head of a narrow column, told in full below the table. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  if (words.length === 1) return name.slice(0, 3);
  return words.slice(0, 3).map((word) => word[0]?.toLocaleUpperCase("vi")).join(""); // prettier-ignore
}

interface CellButtonProps {
  readonly cell: MatrixCell;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: (cell: MatrixCell) => void;
}

function CellButton({ cell, name, isChosen, onChoose }: CellButtonProps) {
  const texts = useMonitorTexts();
  const look = lookOf(cell);
  const wasLate = cell.isLate && (cell.status === "submitted" || cell.status === "approved");
  return (
    <button
      type="button"
      className={`matrix-cell is-${look}`}
      aria-pressed={isChosen}
      aria-label={`${name}: ${texts.look[look]}${wasLate ? `, ${texts.lateMark}` : ""}`}
      title={`${texts.look[look]}${wasLate ? `, ${texts.lateMark}` : ""}`}
      onClick={() => onChoose(cell)}
    >
      <Icon name={lookIcons[look]} />
      {wasLate && (
        <span className="late-mark" aria-hidden="true">
          !
        </span>
      )}
    </button>
  );
}

/** Arrows lead from button to button; gaps are jumped over. */
function moveInMatrix(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }; // prettier-ignore
  const step = steps[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  if (!step || !from || !table) return;
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
  let row = rows.findIndex((each) => each === from.parentElement);
  let column = from.cellIndex;
  for (;;) {
    row += step[0];
    column += step[1];
    const cell = rows[row]?.cells[column];
    if (!cell || column < 1) return;
    const button = cell.querySelector("button");
    if (!button) continue;
    event.preventDefault();
    button.focus();
    return;
  }
}
