import { useTexts } from "../language.tsx";
import { chartFiguresAnchor } from "../report/section-anchor.ts";
import { useReader } from "./reader-context.ts";
import { FigureMark } from "./figure-mark.tsx";

/** Figures that are drawn but printed nowhere: listed under the charts, so that each can be opened. */
export function ChartFigures({ selected }: { readonly selected: number | undefined }) {
  const texts = useTexts();
  const { view, places } = useReader();
  const drawn = places.list.filter(({ where }) => where.kind === "chart");
  if (drawn.length === 0) return null;
  return (
    <aside className="chart-figures" id={chartFiguresAnchor}>
      <p>{texts.annex.chartOnly}</p>
      <ul lang="vi">
        {drawn.map((place) => {
          const figure = view.figures[place.figure]!;
          return (
            <li key={place.number}>
              {figure.name.vi}, {texts.period(figure.period)}:{" "}
              <FigureMark place={place} text={figure.text} isSelected={place.number === selected} />
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
