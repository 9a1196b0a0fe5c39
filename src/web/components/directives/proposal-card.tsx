import { useState } from "react";
import { chooseLead, gapsOf, type Proposal } from "../../directives/proposals.ts";
import type { WrittenTask } from "../../directives/task-changes.ts";
import { TaskFields } from "./task-fields.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import type { KnownUnits } from "./use-units.ts";

interface ProposalCardProps {
  readonly proposal: Proposal;
  readonly units: KnownUnits;
  readonly heldOn: string;
  readonly onChange: (proposal: Proposal) => void;
  readonly onShow: () => void;
}

/** One proposal that waits for a person: accept it, change it, or leave it out. */
export function ProposalCard({ proposal, units, heldOn, onChange, onShow }: ProposalCardProps) {
  const { read: texts } = useDirectivesTexts();
  const [isChanging, setChanging] = useState(false);
  const { decision, number, kind, work } = proposal;
  const decide = (next: Proposal["decision"]) => onChange({ ...proposal, decision: next });
  return (
    <article className="proposal" data-decision={decision} aria-label={`${texts.kinds[kind]} ${number}`}>
      <h3>
        <button type="button" className="link" title={texts.show} onClick={onShow}>
          {texts.kinds[kind]} {number}
        </button>
      </h3>
      <p className="proposal-work">{work}</p>
      {kind === "task" && <ReadFacts proposal={proposal} units={units} onChange={onChange} />}
      {isChanging && kind === "task" && (
        <ProposalFields proposal={proposal} units={units} heldOn={heldOn} onChange={onChange} />
      )}
      <div className="task-act-buttons">
        {decision === "waiting" ? (
          <>
            <button type="button" className="button is-primary" onClick={() => decide("accepted")}>
              {texts.accept}
            </button>
            <button type="button" className="button" onClick={() => decide("left-out")}>
              {texts.leaveOut}
            </button>
          </>
        ) : (
          <>
            <b className="proposal-decided">{decision === "accepted" ? texts.accepted : texts.leftOut}</b>
            <button type="button" className="button" onClick={() => decide("waiting")}>
              {texts.restore}
            </button>
          </>
        )}
        {kind === "task" && decision !== "left-out" && (
          <button type="button" className="button" aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
            {texts.change}
          </button>
        )}
      </div>
    </article>
  );
} // prettier-ignore

type FactsProps = Pick<ProposalCardProps, "proposal" | "units" | "onChange">;

/** What was read, what is missing, and the way to fill it from the words themselves. */
function ReadFacts({ proposal, units, onChange }: FactsProps) {
  const { read: texts, term: termWords, unit, table, task, gap, day } = useDirectivesTexts();
  const { lead, cooperating, term, rhythm, product, read } = proposal;
  const gaps = gapsOf(proposal);
  const named = read.leads.flatMap(({ text }) => {
    const match = units.match(text);
    return match.kind === "one" ? [match.uid] : match.kind === "several" ? match.uids : [];
  });
  return (
    <>
      <dl className="proposal-facts">
        {lead !== undefined && <Row name={task.lead}>{units.nameOf(lead)}</Row>}
        {cooperating.length > 0 && <Row name={task.cooperating}>{cooperating.map(units.nameOf).join(", ")}</Row>}
        {term && <Row name={task.term}>{termWords(term)}</Row>}
        {rhythm && <Row name={task.term}>{table.rhythm(rhythm)}</Row>}
        {product !== undefined && <Row name={task.product}>{product}</Row>}
      </dl>
      {gaps.length > 0 && <p className="gap-mark">{sentence(gaps.map(gap).join("; "))}</p>}
      {lead === undefined && read.leads.length > 1 && <p>{unit.oneLead}</p>}
      {lead === undefined && named.length > 0 && (
        <ul className="chips">
          {named.map((uid) => (
            <li key={uid}>
              <button type="button" className="chip" onClick={() => onChange(chooseLead(proposal, uid, units.match))}>
                {units.nameOf(uid)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {read.leads
        .filter(({ text }) => units.match(text).kind !== "one")
        .map(({ text, start }) => (
          <p key={start} className="quiet">
            {units.match(text).kind === "several" ? unit.several(text) : unit.unknown(text)}
          </p>
        ))}
      {read.termProblem && (
        <p className="gap-mark">
          “{read.termProblem.text}”: {texts.badTerm[read.termProblem.problem]}
        </p>
      )}
      {!term && !rhythm && read.term?.basis === "implied" && (
        <button
          type="button"
          className="chip"
          onClick={() => onChange({ ...proposal, term: { kind: "date", on: read.term?.to ?? "" } })}
        >
          {texts.implied(day(read.term.to))}
        </button>
      )}
    </>
  );
} // prettier-ignore

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function Row({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type FieldsProps = Pick<ProposalCardProps, "proposal" | "units" | "heldOn" | "onChange">;

function ProposalFields({ proposal, units, heldOn, onChange }: FieldsProps) {
  const { read: texts } = useDirectivesTexts();
  const { work, lead, cooperating, term, rhythm, product = "" } = proposal;
  return (
    <fieldset className="act-form" aria-label={`${texts.change} ${proposal.number}`}>
      <TaskFields
        value={{ work, lead, cooperating, term, rhythm, product }}
        units={units}
        suggested={[]}
        from={heldOn}
        onChange={(written) => onChange(rewritten(proposal, written, units))}
      />
    </fieldset>
  );
}

/** A lead chosen here makes the other units that the document names co-operate. */
function rewritten(proposal: Proposal, written: WrittenTask, units: KnownUnits): Proposal {
  const { work, lead, cooperating, term, rhythm, product } = written;
  const { lead: before, term: _term, rhythm: _rhythm, product: _product, ...rest } = proposal;
  const next = { ...rest, work, cooperating, ...(term && { term }), ...(rhythm && { rhythm }), ...(product !== "" && { product }) };
  if (lead === undefined) return next;
  return lead === before ? { ...next, lead } : chooseLead(next, lead, units.match);
} // prettier-ignore
