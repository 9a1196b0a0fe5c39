import { useEffect } from "react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { CheckChoices } from "#contract/check-values.ts";
import { ErrorNotice } from "../components/error-notice.tsx";
import { ChecksExplained } from "../components/findings/checks-explained.tsx";
import { FindingsControls } from "../components/findings/findings-controls.tsx";
import { FindingsList } from "../components/findings/findings-list.tsx";
import { KindFilter } from "../components/findings/kind-filter.tsx";
import { useFindingsTexts } from "../components/findings/use-findings-texts.ts";
import { choicesQuery, findingsQuery } from "../findings/findings-api.ts";
import { readFindingsChoice, writeFindingsChoice, type FindingsChoice } from "../findings/findings-choice.ts";
import { useTexts } from "../language.tsx";
import "../styles/findings.css";

const route = getRouteApi("/so-lieu/kiem-tra-so-lieu");

/** Số cần xem lại: what is wrong or strange in reported values, to be corrected or explained. */
export function FindingsPage() {
  const common = useTexts();
  const texts = useFindingsTexts();
  const choices = useQuery(choicesQuery);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  useEffect(() => {
    document.title = `${texts.title} · ${common.product}`;
  }, [texts, common]);
  const choice = withPeriod(readFindingsChoice(search), choices.data);
  const choose = (next: FindingsChoice) =>
    void navigate({ search: writeFindingsChoice(next), replace: true });
  return (
    <div className="review">
      <header className="review-head">
        <div>
          <h1>{texts.title}</h1>
          <p className="review-lead">{texts.lead}</p>
        </div>
        {choices.data && choices.data.periods.length > 0 && (
          <FindingsControls choices={choices.data} choice={choice} onChoose={choose} />
        )}
      </header>
      {choice.isIllustrative && <p className="review-illustrative">{texts.illustrative}</p>}
      {choices.error && <ErrorNotice error={choices.error} onRetry={() => void choices.refetch()} />}
      {choices.data?.periods.length === 0 && <p className="review-none">{texts.noPeriods}</p>}
      {choices.data && choices.data.periods.length > 0 && (
        <Findings choices={choices.data} choice={choice} onChoose={choose} />
      )}
    </div>
  );
}

interface FindingsProps {
  readonly choices: CheckChoices;
  readonly choice: FindingsChoice;
  readonly onChoose: (choice: FindingsChoice) => void;
}

function Findings({ choices, choice, onChoose }: FindingsProps) {
  const texts = useFindingsTexts();
  // All kinds are counted, so that the filters say how many there are of each.
  const everything = useInfiniteQuery(findingsQuery({ ...choice, kind: undefined }));
  const filtered = useInfiniteQuery(findingsQuery(choice));
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = filtered;
  const first = data?.pages[0];
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!first) return <output className="review-waiting">{texts.checking}</output>;
  const findings = data.pages.flatMap((page) => page.findings);
  return (
    <>
      <p className="review-summary">{texts.checked(first.checked)}</p>
      <KindFilter counts={everything.data?.pages[0]?.counts ?? first.counts} choice={choice} onChoose={(kind) => onChoose({ ...choice, kind })} />
      {findings.length === 0 && (
        <div className="review-none">
          <p>{choice.kind !== undefined ? texts.nothingOfKind : choice.state === "answered" ? texts.nothingAnswered : texts.nothing(first.checked)}</p>
          <p className="quiet">{texts.nothingHint}</p>
        </div>
      )}
      <FindingsList key={`${choice.period} ${choice.state}`} findings={findings} answer={first} choice={choice} />
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {texts.more(first.page.total - findings.length)}
        </button>
      )}
      <ChecksExplained settings={choices.settings} skipped={first.skippedRules} />
    </>
  );
} // prettier-ignore

/** Where the address names no period: the last one that somebody reported, else the last there is. */
function withPeriod(choice: FindingsChoice, choices: CheckChoices | undefined): FindingsChoice {
  if (choice.period !== undefined || !choices) return choice;
  const last = choices.periods.findLast(({ illustrative }) => !illustrative) ?? choices.periods.at(-1);
  return last ? { ...choice, period: last.period, isIllustrative: last.illustrative } : choice;
}
