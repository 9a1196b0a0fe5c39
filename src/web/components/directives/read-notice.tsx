import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Conference } from "#contract/conference.ts";
import { Refusal } from "#domain/refusal.ts";
import { remarkText } from "#wording/directives.ts";
import { refusalText } from "#wording/refusals.ts";
import { keepDirectives } from "../../directives/directives-api.ts";
import { gapsOf, keptDirectives, proposalsOf, type Proposal } from "../../directives/proposals.ts";
import { noticeFile, readNotice, type ReadNoticeText } from "../../directives/read-notice.ts";
import { dimensionsQuery } from "../../figures/figures-api.ts";
import { useLanguage } from "../../language.tsx";
import { ActError } from "./act-error.tsx";
import { MarkedDocument } from "./marked-document.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import { useUnits, type KnownUnits } from "./use-units.ts";

interface ReadNoticeProps {
  readonly conference: Conference;
  readonly today: string;
  readonly onSaved: (tasks: number) => void;
  readonly onClose: () => void;
}

/** A notice becomes proposals beside its text; each waits for a person, and only what was accepted is kept. */
export function ReadNotice({ conference, today, onSaved, onClose }: ReadNoticeProps) {
  const texts = useDirectivesTexts();
  const units = useUnits(today);
  const [read, setRead] = useState<ReadNoticeText>();
  return (
    <section className="read-notice" aria-label={texts.read.title}>
      <header>
        <h2>{texts.read.title}</h2>
        <div className="task-act-buttons">
          {read && (
            <button type="button" className="button" onClick={() => setRead(undefined)}>
              {texts.read.another}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {texts.close}
          </button>
        </div>
      </header>
      {!read && <GiveNotice onRead={setRead} />}
      {read && units && (
        <Decide read={read} units={units} conference={conference} today={today} onSaved={onSaved} />
      )}
    </section>
  );
} // prettier-ignore

function GiveNotice({ onRead }: { readonly onRead: (read: ReadNoticeText) => void }) {
  const { read: texts } = useDirectivesTexts();
  const { language, texts: common } = useLanguage();
  const { data } = useQuery(dimensionsQuery);
  const [pasted, setPasted] = useState("");
  const indicators = useMemo(() => (data?.items ?? []).map(({ key, name }) => ({ key, name: name.vi })), [data]);
  const reading = useMutation({
    mutationFn: async (file: File | undefined) =>
      readNotice({ source: file ? await noticeFile(file) : { text: pasted }, indicators }),
    onSuccess: onRead,
  });
  const error = reading.error;
  return (
    <div className="act-form">
      <p>{texts.hint}</p>
      <label>
        {texts.paste}
        <textarea className="notice-paste" value={pasted} onChange={(event) => setPasted(event.target.value)} />
      </label>
      {error && (
        <p role="alert" className="act-error">
          {error instanceof Refusal ? refusalText(error.code, error.facts, language) : common.error.unreadable}
        </p>
      )}
      <div className="task-act-buttons">
        <button
          type="button"
          className="button is-primary"
          disabled={pasted.trim() === "" || reading.isPending}
          onClick={() => reading.mutate(undefined)}
        >
          {reading.isPending ? texts.reading : texts.read}
        </button>
        <label className="button file-button">
          {texts.file}
          <input
            type="file"
            accept=".docx,.pdf,.txt,.md,.html"
            disabled={reading.isPending}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) reading.mutate(file);
              event.target.value = "";
            }}
          />
        </label>
      </div>
    </div>
  );
} // prettier-ignore

interface DecideProps {
  readonly read: ReadNoticeText;
  readonly units: KnownUnits;
  readonly conference: Conference;
  readonly today: string;
  readonly onSaved: (tasks: number) => void;
}

function Decide({ read, units, conference, today, onSaved }: DecideProps) {
  const { read: texts } = useDirectivesTexts();
  const { language } = useLanguage();
  const heldOn = conference.heldOn ?? today;
  const [proposals, setProposals] = useState(() => proposalsOf(read.directives, units.match, heldOn));
  const [shown, setShown] = useState<string>();
  const [marked] = useState(proposals);
  const change = (next: Proposal) => setProposals(proposals.map((each) => (each.id === next.id ? next : each)));
  const decideAll = (which: (each: Proposal) => boolean, decision: Proposal["decision"]) =>
    setProposals(proposals.map((each) => (which(each) ? { ...each, decision } : each)));
  const isWaiting = ({ decision }: Proposal) => decision === "waiting";
  const isComplete = (each: Proposal) => isWaiting(each) && each.kind === "task" && gapsOf(each).length === 0;
  const isOther = (each: Proposal) => isWaiting(each) && each.kind !== "task";
  const accepted = proposals.filter(({ decision }) => decision === "accepted");
  const waiting = proposals.filter(isWaiting).length;
  const complete = proposals.filter(isComplete).length;
  const others = proposals.filter(isOther).length;
  const tasks = proposals.filter(({ kind }) => kind === "task").length;
  const saving = useMutation({
    mutationFn: () =>
      keepDirectives(conference.id, {
        revision: conference.revision,
        sourceText: read.text,
        directives: [...keptDirectives(read.directives, proposals)],
      }),
    onSuccess: () => onSaved(accepted.length),
  });
  return (
    <>
      <p>{proposals.length === 0 ? texts.nothing : texts.found(tasks, proposals.length - tasks)}</p>
      {read.remarks.map((remark) => (
        <p key={`${remark.code} ${JSON.stringify(remark.facts)}`} className="gap-mark">
          {remarkText(remark, language)}
        </p>
      ))}
      <div className="read-columns">
        <MarkedDocument text={read.text} proposals={marked} shown={shown} />
        <div className="proposals">
          {proposals.map((each) => (
            <ProposalCard
              key={each.id}
              proposal={each}
              units={units}
              heldOn={heldOn}
              onChange={change}
              onShow={() => setShown(each.id)}
            />
          ))}
        </div>
      </div>
      <footer className="read-foot">
        {complete > 0 && (
          <button type="button" className="button" onClick={() => decideAll(isComplete, "accepted")}>
            {texts.acceptComplete(complete)}
          </button>
        )}
        {others > 0 && (
          <button type="button" className="button" onClick={() => decideAll(isOther, "accepted")}>
            {texts.acceptOthers(others)}
          </button>
        )}
        {waiting > 0 && accepted.length > 0 && (
          <button type="button" className="button" onClick={() => decideAll(isWaiting, "left-out")}>
            {texts.leaveRest(waiting)}
          </button>
        )}
        <ActError error={saving.error} />
        <button
          type="button"
          className="button is-primary"
          disabled={waiting > 0 || accepted.length === 0 || saving.isPending}
          onClick={() => saving.mutate()}
        >
          {texts.save(accepted.length)}
        </button>
        {waiting > 0 && <span className="quiet">{texts.waiting(waiting)}</span>}
      </footer>
    </>
  );
} // prettier-ignore
