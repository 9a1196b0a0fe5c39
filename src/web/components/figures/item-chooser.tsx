import { useState } from "react";
import { useLanguage } from "../../language.tsx";
import { allCounts, allItems, findItems, programmeToken, toggleItem } from "../../figures/item-choice.ts";
import { Chooser } from "./chooser.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

/** Indicators by programme, found with or without marks. */
export function ItemChooser() {
  const texts = useFiguresTexts();
  const { language } = useLanguage();
  const { choice, items } = useFiguresView();
  const { dimensions } = useFiguresView();
  const only = items.length === 1 ? dimensions.items.find(({ key }) => key === items[0]) : undefined;
  const value =
    only?.name[language] ??
    (choice.items[0] === allItems
      ? texts.items.all
      : items.length === 0
        ? texts.bar.choose
        : texts.manyItems(items.length));
  return (
    <Chooser label={texts.bar.item} value={value} done={texts.bar.done}>
      <ItemList />
    </Chooser>
  );
}

function ItemList() {
  const texts = useFiguresTexts();
  const { language } = useLanguage();
  const { choice, change, dimensions, items } = useFiguresView();
  const [typed, setTyped] = useState("");
  const chosen = new Set(items);
  const groups = findItems(dimensions.items, typed);
  return (
    <>
      <label className="search-box">
        <span>{texts.items.search}</span>
        <input
          type="search"
          value={typed}
          placeholder={texts.items.hint}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <p className="chooser-counts">
        {texts.bar.chosen(items.length)}
        <button type="button" className="link" onClick={() => change({ items: [allItems] })}>
          {texts.items.all}
        </button>
        <button type="button" className="link" onClick={() => change({ items: [] })}>
          {texts.bar.clear}
        </button>
      </p>
      <div className="chooser-list">
        {groups.length === 0 && <p className="quiet">{texts.items.none}</p>}
        {groups.map(({ programme, items: members }) => (
          <fieldset key={programme}>
            <legend lang="vi">{texts.items.programme(programme, members.length)}</legend>
            {typed === "" && members.length > 1 && (
              <button
                type="button"
                className="link"
                onClick={() => change({ items: withProgramme(choice.items, programme) })}
              >
                {texts.items.addProgramme(programme)}
              </button>
            )}
            {members.map(({ key, name, unit, isComputed }) => (
              <label key={key} className="tick">
                <input
                  type="checkbox"
                  checked={chosen.has(key)}
                  onChange={() => change({ items: toggleItem(choice.items, key, dimensions.items) })}
                />
                <span lang={language}>
                  {name[language]}{" "}
                  <small lang="vi">
                    {unit}
                    {isComputed && `, ${texts.items.computed}`}
                  </small>
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </>
  );
}

function withProgramme(chosen: readonly string[], programme: string): string[] {
  return [
    ...new Set([
      ...chosen.filter((item) => item !== allItems && item !== allCounts),
      programmeToken(programme),
    ]),
  ];
}
