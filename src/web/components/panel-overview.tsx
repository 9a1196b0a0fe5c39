import { useLanguage } from "../language.tsx";
import { needsLook } from "../report/figure-kinds.ts";
import { stopsOf } from "../report/walk-figures.ts";
import { Icon } from "./icon.tsx";
import { useReader } from "./reader-context.ts";

/** Beyond this nobody reads a list: walking (F8) does it better. */
const mostListed = 15;

/** What stands beside the sheet while no figure is open: those that need a look, and the keys. */
export function PanelOverview() {
  const { language, texts } = useLanguage();
  const { view, places, open } = useReader();
  const { overview } = texts;
  const looks = stopsOf(places, (figure) => needsLook(view.figures[figure]!));
  return (
    <aside className="panel is-overview" aria-label={texts.panel.label}>
      <section>
        <h2>{overview.title}</h2>
        <p>{overview.text}</p>
      </section>
      <section>
        <h3>{looks.length === 0 ? overview.nothing : overview.look(looks.length)}</h3>
        <ul className="looks">
          {looks.slice(0, mostListed).map((place) => {
            const { name, text, state, stated, breakdown } = view.figures[place.figure]!;
            const options = Object.values(breakdown).join(", ");
            return (
              <li key={place.number}>
                <button type="button" onClick={() => open(place, "walk")}>
                  <Icon name={stated === undefined ? state : "deviating"} />
                  <span>
                    <span lang={language}>{name[language]}</span>
                    {options !== "" && <span lang="vi">: {options}</span>}
                    <small>
                      <b lang="vi">{text}</b>
                      {" · "}
                      {stated === undefined ? texts.states[state] : overview.printed(stated)}
                    </small>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {looks.length > mostListed && <p className="quiet">{overview.more(looks.length - mostListed)}</p>}
      </section>
      <KeyHints />
    </aside>
  );
}

function KeyHints() {
  const { overview } = useLanguage().texts;
  const keys = [
    { name: overview.keyNames.walk, keys: ["Alt ↓", "Alt ↑"] },
    { name: overview.keyNames.look, keys: ["F8"] },
    { name: overview.keyNames.close, keys: ["Esc"] },
  ];
  return (
    <section className="key-hints">
      <h3>{overview.keys}</h3>
      <dl>
        {keys.map(({ name, keys: strokes }) => (
          <div key={name}>
            <dt>
              {strokes.map((stroke) => (
                <kbd key={stroke}>{stroke}</kbd>
              ))}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
