import { useCallback, useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { blockOf, moveSelection, type Place, type Selection } from "../../figures/grid-selection.ts";

interface GridSettings {
  readonly rows: number;
  readonly columns: number;
  readonly onOpen: (place: Place) => void;
  /** The block as text for the clipboard. */
  readonly copyText: (selection: Selection) => string;
  readonly onCopied: (cells: number) => void;
}

const start: Selection = { anchor: { row: 0, column: 0 }, focus: { row: 0, column: 0 } };

/** A table walked like a spreadsheet: one stop for Tab, arrows inside, blocks with Shift or the mouse, Ctrl C. */
export function useGrid({ rows, columns, onOpen, copyText, onCopied }: GridSettings) {
  const table = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<Selection>(start);
  const wantsFocus = useRef(false);
  const selection = inside(chosen, rows, columns);

  const focusCell = useCallback(({ row, column }: Place) => {
    table.current?.querySelector<HTMLElement>(`[data-place="${row},${column}"]`)?.focus();
  }, []);
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusCell(selection.focus);
  });

  const select = (next: Selection): void => {
    wantsFocus.current = true;
    setChosen(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") {
      if (!(event.target instanceof HTMLTableCellElement)) return;
      event.preventDefault();
      onOpen(selection.focus);
      return;
    }
    const { key, shiftKey, ctrlKey, metaKey } = event;
    const next = moveSelection(selection, { key, shiftKey, ctrlKey: ctrlKey || metaKey }, { rows, columns });
    if (!next || event.altKey) return;
    event.preventDefault();
    select(next);
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (!getSelection()?.isCollapsed) return; // somebody copies words
    event.preventDefault();
    event.clipboardData.setData("text/plain", copyText(selection));
    const { top, bottom, left, right } = blockOf(selection);
    onCopied((bottom - top + 1) * (right - left + 1));
  };
  return { table, selection, block: blockOf(selection), select, onKeyDown, onCopy };
}

function inside({ anchor, focus }: Selection, rows: number, columns: number): Selection {
  const clamp = ({ row, column }: Place): Place => ({
    row: Math.max(0, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  });
  return { anchor: clamp(anchor), focus: clamp(focus) };
}
