import { type TextPiece } from "./document-blocks.ts";

/** Another text for a stretch of the joined text of some pieces. */
export interface PieceChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The pieces with the changes made, each changed stretch a piece of its own that keeps its way back to the file. */
export function changePieces(
  pieces: readonly TextPiece[],
  changes: readonly PieceChange[],
): readonly TextPiece[] {
  if (changes.length === 0) return pieces;
  const changed: TextPiece[] = [];
  const takeUntil = cutter(pieces);
  for (const change of changes) {
    changed.push(...takeUntil(change.start));
    const instead = replaced(takeUntil(change.end), change.text);
    if (instead) changed.push(instead);
  }
  return [...changed, ...takeUntil(Infinity)];
}

/** The changes that `change` makes to the matches of a pattern. */
export function changesOf(text: string, pattern: RegExp, change: (found: string) => string): PieceChange[] {
  const changes: PieceChange[] = [];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const instead = change(found);
    if (instead !== found) changes.push({ start: index, end: index + found.length, text: instead });
  }
  return changes;
}

export function joinPieces(pieces: readonly TextPiece[]): string {
  return pieces.map(({ text }) => text).join("");
}

/** Hands out the pieces from front to back, cut at the offsets (into their joined text) that it is asked for. */
function cutter(pieces: readonly TextPiece[]): (until: number) => readonly TextPiece[] {
  let [index, used, position] = [0, 0, 0];
  return (until) => {
    const taken: TextPiece[] = [];
    for (let piece = pieces[index]; piece && position < until; piece = pieces[index]) {
      const length = Math.min(piece.text.length - used, until - position);
      if (length > 0) taken.push(part(piece, used, used + length));
      position += length;
      used += length;
      if (used < piece.text.length) break;
      [index, used] = [index + 1, 0];
    }
    return taken;
  };
}

function part(piece: TextPiece, start: number, end: number): TextPiece {
  const { text, from, until } = piece;
  if (start === 0 && end === text.length) return piece;
  const cut = { ...piece, text: text.slice(start, end) };
  const isUnitByUnit = from && until && until.offset - from.offset === text.length;
  if (!isUnitByUnit) return cut;
  return {
    ...cut,
    from: { ...from, offset: from.offset + start },
    until: { ...from, offset: from.offset + end },
  };
}

function replaced(cut: readonly TextPiece[], text: string): TextPiece | undefined {
  const [first] = cut;
  if (first === undefined || text === "") return undefined;
  const from = cut.find((piece) => piece.from)?.from;
  const until = cut.findLast((piece) => piece.until)?.until;
  return { ...first, text, ...(from && until ? { from, until } : {}) };
}
