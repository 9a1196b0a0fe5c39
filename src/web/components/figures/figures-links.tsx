import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { reportPeriodsQuery } from "../../api.ts";
import { useLanguage } from "../../language.tsx";
import { mapStarts } from "../../figures/starting-choice.ts";
import { writeChoice } from "../../figures/view-choice.ts";
import { useFindingsTexts } from "../findings/use-findings-texts.ts";
import { useIndicatorTexts } from "../indicators/use-indicator-texts.ts";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

/** Views to begin with, and where one goes on from here. */
export function FiguresLinks() {
  const { links: texts, illustrative } = useFiguresTexts();
  const { language, texts: common } = useLanguage();
  const indicators = useIndicatorTexts();
  const findings = useFindingsTexts();
  const { dimensions, periods } = useFiguresView();
  const { data } = useQuery(reportPeriodsQuery);
  const report = data?.periods.find(({ period }) => periods.includes(period));
  const starts = mapStarts(dimensions);
  return (
    <nav className="figures-links" aria-label={texts.label}>
      <span>{texts.starts}</span>
      <Link to="/so-lieu" search={{}}>
        {texts.changes}
      </Link>
      {starts.map(({ item, choice }) => (
        <Link key={item.key} to="/so-lieu" search={writeChoice(choice)}>
          {texts.map(item.name[language])}
          {choice.isIllustrative && ` (${illustrative})`}
        </Link>
      ))}
      {report && (
        <Link to="/bao-cao/$period" params={{ period: report.period }} search={{}}>
          {texts.report(common.period(report.period))}
        </Link>
      )}
      <Link to="/so-lieu/chi-tieu">{indicators.title}</Link>
      <Link to="/so-lieu/kiem-tra-so-lieu" search={{}}>
        {findings.title}
      </Link>
      <Link to="/kiem-tra">{texts.check}</Link>
    </nav>
  );
}
