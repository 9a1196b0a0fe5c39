import { type Anchor } from "./comment-anchor.ts";

/** Marks at one place of the XML: ends of notes, the runs that name them, beginnings of notes. */
interface Place {
  before: string;
  behind: string;
  readonly ends: string[];
  readonly runs: string[];
  readonly starts: string[];
}

/** Gathers what is to be put into an XML text, so that several marks at one place share one cut. */
export function insertionList() {
  const places = new Map<number, Place>();
  const placeAt = (offset: number): Place => {
    const known = places.get(offset) ?? { before: "", behind: "", ends: [], runs: [], starts: [] };
    places.set(offset, known);
    return known;
  };
  const cutAt = ({ offset, before, behind, preserveAt }: Anchor): Place => {
    if (preserveAt !== undefined) placeAt(preserveAt).before = ' xml:space="preserve"';
    return Object.assign(placeAt(offset), before === "" ? {} : { before, behind });
  };
  return {
    start: (anchor: Anchor, mark: string): void => void cutAt(anchor).starts.push(mark),
    end: (anchor: Anchor, mark: string, run: string): void => {
      cutAt(anchor).ends.push(mark);
      placeAt(anchor.runOffset).runs.push(run);
    },
    /** The text with everything put in. */
    applyTo(source: string): string {
      const pieces: string[] = [];
      let at = 0;
      for (const [offset, place] of [...places].toSorted(([one], [other]) => one - other)) {
        const marks = [...place.ends, ...place.runs, ...place.starts].join("");
        pieces.push(source.slice(at, offset), place.before, marks, place.behind);
        at = offset;
      }
      return [...pieces, source.slice(at)].join("");
    },
  };
}
