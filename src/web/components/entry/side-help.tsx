import { earlierValue } from "../../entry/beside-a-box.ts";
import { shown } from "../../entry/form-state.ts";
import { useLanguage } from "../../language.tsx";
import { useBox, useFormView } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

/** Beside the form: the box at hand with its past, the keys, and that blank is not zero. */
export function SideHelp({ cell }: { readonly cell: string | undefined }) {
  const texts = useEntryTexts();
  return (
    <aside className="form-help">
      <section className="card">
        <p className="quiet">{texts.help.title}</p>
        {cell === undefined ? <p>{texts.help.none}</p> : <CellHelp cell={cell} />}
      </section>
      <section className="card">
        <h2>{texts.help.keys}</h2>
        <dl className="keys">
          {texts.help.keyList.map(([key, words]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>{texts.help.blankTitle}</h2>
        <p>{texts.help.blankWords}</p>
      </section>
    </aside>
  );
}

function CellHelp({ cell }: { readonly cell: string }) {
  const { state, cellsByName } = useFormView();
  const { language } = useLanguage();
  const help = state.form.sections.flatMap(({ rows }) => rows).find((row) => row.cells.includes(cell))?.help;
  return (
    <>
      <h2>{cellsByName.get(cell)?.name[language] ?? cell}</h2>
      {help && <p>{help[language]}</p>}
      <History cell={cell} />
    </>
  );
}

const months = 13;

/** The last thirteen periods as bars, the same one last year and this one told in numbers. */
function History({ cell }: { readonly cell: string }) {
  const { state } = useFormView();
  const texts = useEntryTexts();
  const box = useBox(cell);
  const { earlier, key } = state.form;
  const now = box.typed.kind === "value" ? box.typed.value : undefined;
  const past = earlier.history.slice(-(months - 1)).map(({ period, values }) => ({ period, value: earlierValue(state.form, values, cell) })); // prettier-ignore
  const bars = [...past, { period: key.period, value: now }];
  const most = Math.max(1, ...bars.map(({ value }) => Number(value ?? 0)));
  if (past.every(({ value }) => value === undefined)) return null;
  const lastYear = earlier.lastYear.period;
  return (
    <figure className="cell-history" aria-label={texts.help.history}>
      <ol>
        {bars.map(({ period, value }) => (
          <li
            key={period}
            className={period === key.period ? "is-now" : period === lastYear ? "is-last-year" : undefined}
          >
            <span style={{ blockSize: `${(100 * Number(value ?? 0)) / most}%` }} />
            <span className="visually-hidden">
              {texts.shortPeriod(period)}: {value === undefined ? "–" : shown(value)}
            </span>
          </li>
        ))}
      </ol>
      <figcaption>
        <span>{texts.shortPeriod(bars[0]!.period)}</span>
        <span>{texts.shortPeriod(key.period)}</span>
      </figcaption>
    </figure>
  );
}
