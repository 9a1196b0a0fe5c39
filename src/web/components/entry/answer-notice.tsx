import { useState } from "react";
import type { CellConflict, HandInAnswer } from "#contract/submission.ts";
import { findingWords } from "../../entry/finding-words.ts";
import { shown } from "../../entry/form-state.ts";
import type { LocalHandIn } from "../../offline/local-database.ts";
import { useLanguage } from "../../language.tsx";
import { useFormView } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

interface AnswerNoticeProps {
  readonly handIn: LocalHandIn;
  readonly onClose: () => void;
  /** Goes on from the other place's version with these values. */
  readonly onChosen: (version: number, chosen: readonly { readonly cell: string; readonly text: string }[]) => void; // prettier-ignore
}

/** What became of handing in, in one box at the top. */
export function AnswerNotice({ handIn, onClose, onChosen }: AnswerNoticeProps) {
  const texts = useEntryTexts();
  const { answer } = handIn;
  if (!answer) return <p className="strip">{texts.dock.queued(handIn.madeAt)}</p>;
  if (answer.outcome === "conflict") return <Conflict answer={answer} onChosen={onChosen} />;
  return (
    <div
      className={answer.outcome === "accepted" ? "strip is-good" : "strip is-grave"}
      role={answer.outcome === "accepted" ? "status" : "alert"}
    >
      <div>
        {answer.outcome === "accepted" && <Accepted answer={answer} />}
        {answer.outcome === "blocked" && <Blocked answer={answer} />}
        {answer.outcome === "refused" && (
          <p>
            <b>{texts.answer.refused}</b> {answer.words}
          </p>
        )}
      </div>
      <button type="button" className="button" onClick={onClose}>
        {texts.answer.close}
      </button>
    </div>
  );
}

function Accepted({ answer }: { readonly answer: Extract<HandInAnswer, { outcome: "accepted" }> }) {
  const texts = useEntryTexts();
  return (
    <>
      <p>
        <b>{texts.answer.accepted(answer.version, answer.receivedAt)}</b>{" "}
        {answer.isTimely ? texts.answer.inTime : texts.answer.late}
      </p>
      {answer.merged.length > 0 && (
        <>
          <p>{texts.answer.merged(answer.merged.length)}</p>
          <ul>
            {answer.merged.map((each) => (
              <li key={each.cell}>
                <CellName cell={each.cell} />: <Value value={each.mine} /> → <Value value={each.theirs} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Blocked({ answer }: { readonly answer: Extract<HandInAnswer, { outcome: "blocked" }> }) {
  const texts = useEntryTexts();
  const { language } = useLanguage();
  return (
    <>
      <p>
        <b>{texts.answer.blocked}</b>
      </p>
      <ul>
        {answer.findings.map((finding, index) => (
          <li key={index}>{findingWords(finding, language)}</li>
        ))}
      </ul>
    </>
  );
}

/** The same cell changed at two places: both numbers stand here, and a person chooses. */
function Conflict({
  answer,
  onChosen,
}: {
  readonly answer: Extract<HandInAnswer, { outcome: "conflict" }>;
  readonly onChosen: AnswerNoticeProps["onChosen"];
}) {
  // prettier-ignore
  const texts = useEntryTexts();
  const [chosen, setChosen] = useState<Readonly<Record<string, "mine" | "theirs">>>({});
  const isReady = answer.conflicts.every(({ cell }) => chosen[cell] !== undefined);
  const use = () => {
    const settled = answer.conflicts.map((each) => ({ cell: each.cell, text: (chosen[each.cell] === "mine" ? each.mine : each.theirs) ?? "" })); // prettier-ignore
    const taken = answer.merged.map(({ cell, theirs }) => ({ cell, text: theirs ?? "" }));
    onChosen(answer.version, [...taken, ...settled]);
  };
  return (
    <div className="strip is-grave" role="alert">
      <div className="conflict">
        <p>{texts.answer.conflict(answer.by, answer.at, answer.conflicts.length)}</p>
        <ul>
          {answer.conflicts.map((each) => (
            <ConflictChoice
              key={each.cell}
              conflict={each}
              chosen={chosen[each.cell]}
              onChoose={(side) => setChosen({ ...chosen, [each.cell]: side })}
            />
          ))}
        </ul>
        <button type="button" className="button is-primary" disabled={!isReady} onClick={use}>
          {texts.answer.useChosen}
        </button>
      </div>
    </div>
  );
}

function ConflictChoice({
  conflict,
  chosen,
  onChoose,
}: {
  readonly conflict: CellConflict;
  readonly chosen: "mine" | "theirs" | undefined;
  readonly onChoose: (side: "mine" | "theirs") => void;
}) {
  // prettier-ignore
  const texts = useEntryTexts();
  return (
    <li>
      <fieldset>
        <legend>
          <CellName cell={conflict.cell} />
          <small>
            {" "}
            · {texts.answer.base}: <Value value={conflict.base} />
          </small>
        </legend>
        {(["mine", "theirs"] as const).map((side) => (
          <label key={side}>
            <input
              type="radio"
              name={`conflict-${conflict.cell}`}
              checked={chosen === side}
              onChange={() => onChoose(side)}
            />
            {texts.answer[side]}: <Value value={conflict[side]} />
          </label>
        ))}
      </fieldset>
    </li>
  );
}

function CellName({ cell }: { readonly cell: string }) {
  const { cellsByName } = useFormView();
  const { language } = useLanguage();
  return cellsByName.get(cell)?.name[language] ?? cell;
}

function Value({ value }: { readonly value: string | null }) {
  const texts = useEntryTexts();
  return value === null ? <i>{texts.cell.blank}</i> : <b>{shown(value)}</b>;
}
