import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Conference } from "#contract/conference.ts";
import {
  issueNotice,
  lettersQuery,
  noticeAddress,
  taskTableAddress,
} from "../../directives/directives-api.ts";
import { ActError } from "./act-error.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface NoticeActsProps {
  readonly conference: Conference;
  readonly onChanged: () => void;
}

/** The papers of a conference: its notice, the letters that follow from it, the list as a table. */
export function NoticeActs({ conference, onChanged }: NoticeActsProps) {
  const { notice: texts, day } = useDirectivesTexts();
  const { id, state, issuedOn, mayChange, gaps, revision, directives } = conference;
  const missing = gaps.withoutLead + gaps.withoutTerm + gaps.withoutProduct;
  const [isAsking, setAsking] = useState(false);
  const issuing = useMutation({
    mutationFn: () => issueNotice(id, { revision }),
    onSuccess: () => {
      setAsking(false);
      onChanged();
    },
  });
  return (
    <section className="papers card-part" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      {state === "issued" && issuedOn !== undefined && <p>{texts.issued(day(issuedOn))}</p>}
      {state === "draft" && missing > 0 && <p className="gap-mark">{texts.gaps(missing)}</p>}
      <p className="paper-links">
        <a href={noticeAddress(id, "docx")}>{texts.docx}</a>
        <a href={noticeAddress(id, "pdf")}>{texts.pdf}</a>
      </p>
      {mayChange && state === "draft" && directives.length > 0 && !isAsking && (
        <button type="button" className="button" onClick={() => setAsking(true)}>
          {texts.issue}
        </button>
      )}
      {isAsking && (
        <fieldset className="ask-again" aria-label={texts.issue}>
          <p>{texts.askIssue}</p>
          <button type="button" className="button is-primary" disabled={issuing.isPending} onClick={() => issuing.mutate()}>
            {texts.issue}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {texts.notYet}
          </button>
        </fieldset>
      )}
      <ActError error={issuing.error} />
      <h3>{texts.export}</h3>
      <p className="paper-links">
        <a href={taskTableAddress(id, "xlsx")}>Excel (XLSX)</a>
        <a href={taskTableAddress(id, "csv")}>CSV</a>
      </p>
      {mayChange && (["assignment", "reminder"] as const).map((kind) => <Letters key={kind} kind={kind} conference={id} />)}
    </section>
  );
} // prettier-ignore

/** One letter per unit with all its tasks; drafted only when somebody opens the list. */
function Letters({ kind, conference }: { readonly kind: "assignment" | "reminder"; readonly conference: string }) {
  const { notice: texts } = useDirectivesTexts();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery({ ...lettersQuery(kind, conference), enabled: isOpen });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts[kind]}</summary>
      <ActError error={error} />
      {data?.letters.length === 0 && <p className="quiet">{texts.noLetters}</p>}
      <ul className="letters">
        {data?.letters.map(({ unit, tasks, overdue, docx, pdf }) => (
          <li key={unit.uid}>
            {unit.name} <span className="quiet">{texts.letterTasks(tasks, overdue)}</span>{" "}
            <span className="paper-links">
              <a href={docx} aria-label={`${texts.docx}, ${unit.name}`}>
                Word
              </a>
              <a href={pdf} aria-label={`${texts.pdf}, ${unit.name}`}>
                PDF
              </a>
            </span>
          </li>
        ))}
      </ul>
      {data && data.withoutLead > 0 && <p className="gap-mark">{texts.withoutLead(data.withoutLead)}</p>}
    </details>
  );
} // prettier-ignore
