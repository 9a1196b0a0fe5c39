import { useTexts } from "../language.tsx";
import type { Place } from "../report/report-places.ts";
import { annexLabel } from "#wording/furniture.ts";
import { sectionLabel } from "../report/sheet-words.ts";
import { useReader } from "./reader-context.ts";

/** Every place the figure is printed in; another one is a jump away. */
export function PrintedPlaces({ place }: { readonly place: Place }) {
  const { panel } = useTexts();
  const { places, open } = useReader();
  const titleOf = usePlaceTitle();
  const all = places.ofFigure(place.figure);
  return (
    <section>
      <h3>{place.where.kind === "chart" ? panel.onlyInChart : panel.printedIn(all.length)}</h3>
      <ul className="printed-places">
        {all.map((other) => (
          <li key={other.number}>
            {other.number === place.number ? (
              <span>
                <span lang="vi">{titleOf(other)}</span> <small className="quiet">{panel.here}</small>
              </span>
            ) : (
              <button type="button" className="link" onClick={() => open(other, "walk")}>
                <span lang="vi">{titleOf(other)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function usePlaceTitle(): (place: Place) => string {
  const { view } = useReader();
  const { annex } = useTexts();
  return ({ where }) => {
    switch (where.kind) {
      case "section": {
        const section = view.sections[where.index]!;
        return `${sectionLabel(section)} ${section.title}`.trim();
      }
      case "annex":
        return `${annexLabel(where.index, view.annexes.length)}. ${view.annexes[where.index]!.title}`;
      case "chart":
        return annex.chartOnly.replace(/:$/, "");
    }
  };
}
