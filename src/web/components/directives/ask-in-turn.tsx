import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { EditTask, TaskRow } from "#contract/task.ts";
import { editTask, fetchTaskRevision } from "../../directives/directives-api.ts";
import { countGaps, openQuestions, type OpenQuestion } from "../../directives/open-questions.ts";
import { ActError } from "./act-error.tsx";
import { TermChoice, type ChosenTerm } from "./term-choice.tsx";
import { UnitChoice } from "./unit-choice.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";
import { useToday } from "./use-today.ts";
import { useUnits } from "./use-units.ts";

interface AskInTurnProps {
  readonly tasks: readonly TaskRow[];
  /** Whether a change needs a reason: the notice is out. */
  readonly needsReason: boolean;
  readonly mayAnswer: boolean;
  readonly onChanged: () => void;
}

/** One sentence about what is missing; then one question at a time until every task can be followed. */
export function AskInTurn({ tasks, needsReason, mayAnswer, onChanged }: AskInTurnProps) {
  const { missing: texts, close } = useDirectivesTexts();
  const [isAsking, setAsking] = useState(false);
  const [later, setLater] = useState<ReadonlySet<string>>(new Set());
  const questions = openQuestions(tasks);
  const counts = countGaps(questions);
  const next = questions.find((question) => !later.has(keyOf(question)));
  if (questions.length === 0) return null;
  const task = next && tasks.find(({ id }) => id === next.task);
  return (
    <section className="missing-strip" aria-label={texts.label}>
      <p>
        <b>{texts.sentence(counts.lead, counts.term, counts.product)}</b>
      </p>
      {mayAnswer && (
        <button type="button" className="button" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          {isAsking ? close : texts.begin}
        </button>
      )}
      {isAsking && next && task && (
        <Question
          key={keyOf(next)}
          task={task}
          question={next}
          left={questions.length}
          needsReason={needsReason}
          onChanged={onChanged}
          onLater={() => setLater(new Set([...later, keyOf(next)]))}
        />
      )}
      {isAsking && !next && <p>{texts.allLater}</p>}
    </section>
  );
} // prettier-ignore

function keyOf({ task, gap }: OpenQuestion): string {
  return `${task} ${gap}`;
}

interface QuestionProps {
  readonly task: TaskRow;
  readonly question: OpenQuestion;
  readonly left: number;
  readonly needsReason: boolean;
  readonly onChanged: () => void;
  readonly onLater: () => void;
}

type Answer = Pick<EditTask, "lead" | "term" | "rhythm" | "product">;

function Question({ task, question: { gap }, left, needsReason, onChanged, onLater }: QuestionProps) {
  const texts = useDirectivesTexts();
  const units = useUnits(useToday());
  const [lead, setLead] = useState<string>();
  const [when, setWhen] = useState<ChosenTerm>({});
  const [product, setProduct] = useState("");
  const saving = useMutation({
    mutationFn: async (answer: Answer) => {
      const revision = await fetchTaskRevision(task.id);
      await editTask(task.id, { revision, ...answer, ...(needsReason && { reason: texts.missing.why }) });
    },
    onSuccess: onChanged,
  });
  const answer = answerOf(gap, lead, when, product);
  return (
    <form
      className="act-form"
      aria-label={texts.missing.begin}
      onSubmit={(event) => {
        event.preventDefault();
        if (answer) saving.mutate(answer);
      }}
    >
      <p className="quiet">{texts.missing.left(left)}</p>
      <p>
        {task.number}. {task.work}
      </p>
      {(gap === "lead" || gap === "lead-closed") && units && (
        <UnitChoice
          label={gap === "lead" ? texts.missing.lead : texts.missing.leadClosed(task.lead?.name ?? "")}
          units={units.units}
          chosen={lead}
          suggested={task.suggestions.map(({ unit }) => unit.uid)}
          onChoose={setLead}
        />
      )}
      {gap === "term" && (
        <>
          <p>
            <b>{texts.missing.term}</b>
          </p>
          <TermChoice value={when} from={task.assignedOn} onChange={setWhen} />
        </>
      )}
      {gap === "product" && (
        <label>
          {texts.missing.product}
          <input
            value={product}
            maxLength={1000}
            placeholder={texts.missing.productHint}
            onChange={(event) => setProduct(event.target.value)}
          />
        </label>
      )}
      <ActError error={saving.error} />
      <div className="task-act-buttons">
        <button type="submit" className="button is-primary" disabled={!answer || saving.isPending}>
          {texts.save}
        </button>
        <button type="button" className="button" onClick={onLater}>
          {texts.missing.later}
        </button>
      </div>
    </form>
  );
}

function answerOf(
  gap: OpenQuestion["gap"],
  lead: string | undefined,
  { term, rhythm }: ChosenTerm,
  product: string,
): Answer | undefined {
  if (gap === "product") return product.trim() === "" ? undefined : { product: product.trim() };
  if (gap !== "term") return lead === undefined ? undefined : { lead };
  if (term) return { term };
  return rhythm && { rhythm };
}
