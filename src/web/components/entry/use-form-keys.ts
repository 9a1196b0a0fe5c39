import { useCallback, useMemo, type ClipboardEvent, type KeyboardEvent } from "react";
import { gridOf } from "../../entry/form-grid.ts";
import type { FormState } from "../../entry/form-state.ts";
import { moveFrom, placeBlock, type Move } from "../../entry/grid-moves.ts";
import { isBlock, readPastedBlock } from "../../entry/pasted-block.ts";

export interface FormKeys {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void;
}

interface Wishes {
  readonly state: FormState;
  readonly isLocked: boolean;
  readonly focus: (cell: string) => void;
  readonly nextToLook: (from: string | undefined) => void;
  readonly say: (what: { readonly kind: "pasted"; readonly count: number; readonly leftOver: number } | { readonly kind: "too-large" | "undone" }) => void; // prettier-ignore
}

const moves: Readonly<Record<string, Move>> = { ArrowUp: "up", ArrowDown: "down", Enter: "down" };

/** Keys and pasting as in a spreadsheet, caught once for the whole form. */
export function useFormKeys({ state, isLocked, focus, nextToLook, say }: Wishes): FormKeys {
  const grid = useMemo(() => gridOf(state.form), [state]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.nativeEvent.isComposing) return;
      const cell = cellOf(event.target);
      if (event.key === "F8") {
        event.preventDefault();
        nextToLook(cell);
        return;
      }
      const isCommand = event.ctrlKey || event.metaKey;
      if (
        isCommand &&
        !isLocked &&
        /^[zy]$/iu.test(event.key) &&
        (cell !== undefined || event.target === event.currentTarget)
      ) {
        // prettier-ignore
        event.preventDefault();
        const isRedo = event.key.toLowerCase() === "y" || event.shiftKey;
        const [first] = isRedo ? state.redo() : state.undo();
        if (first !== undefined) focus(first);
        return;
      }
      if (cell === undefined || isCommand || event.altKey) return;
      const move = event.key === "Enter" && event.shiftKey ? "up" : (moves[event.key] ?? sideways(event));
      const target = move && moveFrom(grid, cell, move);
      if (move === undefined) return;
      event.preventDefault();
      if (target !== undefined) focus(target);
    },
    [grid, state, isLocked, focus, nextToLook],
  );
  const onPaste = useCallback(
    (event: ClipboardEvent<HTMLElement>) => {
      const cell = cellOf(event.target);
      if (cell === undefined || isLocked) return;
      const rows = readPastedBlock(event.clipboardData.getData("text/plain"));
      if (rows && !isBlock(rows)) return; // one number is pasted as text
      event.preventDefault();
      if (!rows) return say({ kind: "too-large" });
      const { filled, leftOver } = placeBlock(grid, cell, rows);
      state.fill(filled);
      say({ kind: "pasted", count: filled.length, leftOver });
    },
    [grid, state, isLocked, say],
  );
  return { onKeyDown, onPaste };
}

function cellOf(target: EventTarget): string | undefined {
  return target instanceof HTMLInputElement ? target.dataset["cell"] : undefined;
}

/** Left and right leave a box only from the end of its text, or when all of it is selected. */
function sideways({ key, target }: KeyboardEvent): Move | undefined {
  if ((key !== "ArrowLeft" && key !== "ArrowRight") || !(target instanceof HTMLInputElement))
    return undefined;
  const { selectionStart, selectionEnd, value } = target;
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  if (key === "ArrowLeft") return isAll || selectionEnd === 0 ? "left" : undefined;
  return isAll || selectionStart === value.length ? "right" : undefined;
}
