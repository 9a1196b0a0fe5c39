import { useCallback, useState } from "react";
import type { CheckedValuesAnswer, PublishedFinding } from "#contract/check-values.ts";
import type { FindingsChoice } from "../../findings/findings-choice.ts";
import { canBeRight, FindingItem, itemId } from "./finding-item.tsx";
import { useAnswers } from "./use-answers.ts";
import { useFindingsKeys } from "./use-findings-keys.ts";
import { useFindingsTexts } from "./use-findings-texts.ts";

interface FindingsListProps {
  readonly findings: readonly PublishedFinding[];
  readonly answer: CheckedValuesAnswer;
  readonly choice: FindingsChoice;
}

/** Findings, the gravest first: what cannot be true apart from what is only strange. */
export function FindingsList({ findings, answer, choice }: FindingsListProps) {
  const texts = useFindingsTexts();
  const [selected, setSelected] = useState<string>();
  const [answering, setAnswering] = useState<string>();
  const answers = useAnswers(choice.isIllustrative);

  const cancel = useCallback(() => {
    setAnswering(undefined);
    answers.reset();
    focusOn(findings.find(({ id }) => id === answering));
    return answering !== undefined;
  }, [answering, answers, findings]);
  const startAnswer = useCallback(() => {
    const finding = findings.find(({ id }) => id === selected);
    if (!finding || finding.answer || !canBeRight(finding)) return false;
    setAnswering(finding.id);
    return true;
  }, [findings, selected]);
  const walk = useCallback(
    (step: 1 | -1) => {
      const at = findings.findIndex(({ id }) => id === selected);
      const next = at === -1 ? (step === 1 ? 0 : findings.length - 1) : at + step;
      const finding = findings[(next + findings.length) % Math.max(1, findings.length)];
      if (!finding) return;
      setAnswering(undefined);
      setSelected(finding.id);
      focusOn(finding);
    },
    [findings, selected],
  );
  useFindingsKeys({ walk, startAnswer, cancel });

  const groups = (["blocking", "warning"] as const)
    .map((severity) => ({ severity, own: findings.filter((finding) => finding.severity === severity) }))
    .filter(({ own }) => own.length > 0);
  const openCount = (severity: "blocking" | "warning") =>
    choice.state === "answered"
      ? findings.filter((finding) => finding.severity === severity).length
      : answer.counts.reduce((sum, count) => sum + count[severity], 0);
  return (
    <div className="review-list">
      <output className="review-done" data-empty={answers.last === undefined || undefined}>
        {answers.last && (
          <>
            {answers.last.reason === null ? texts.takenBack : texts.saved}{" "}
            {answers.last.reason !== null && (
              <button type="button" className="link" onClick={() => answers.answer(answers.last!.finding, null)}>
                {texts.undo}
              </button>
            )}
          </>
        )}
      </output>
      {groups.map(({ severity, own }) => (
        <section key={severity} aria-labelledby={`nhom-${severity}`}>
          <h2 id={`nhom-${severity}`}>{texts.groups[severity](openCount(severity))}</h2>
          <ol>
            {own.map((finding) => (
              <FindingItem
                key={finding.id}
                finding={finding}
                isIllustrative={choice.isIllustrative}
                isSelected={selected === finding.id}
                isAnswering={answering === finding.id}
                isSaving={answers.isPending}
                error={answers.error}
                onSelect={() => setSelected(finding.id)}
                onStartAnswer={() => {
                  setSelected(finding.id);
                  setAnswering(finding.id);
                }}
                onCancel={cancel}
                onAnswer={(reason) => answers.answer(finding, reason, () => setAnswering(undefined))}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
} // prettier-ignore

/** Brings a finding into sight and into the keyboard's reach. */
function focusOn(finding: PublishedFinding | undefined): void {
  if (finding) document.getElementById(itemId(finding))?.focus();
}
