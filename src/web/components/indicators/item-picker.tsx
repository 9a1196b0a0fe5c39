import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useQuery } from "@tanstack/react-query";
import type { FormulaItem } from "#contract/indicator.ts";
import { isFound } from "#domain/indicator-names.ts";
import { useLanguage } from "../../language.tsx";
import { elementCellsQuery, formulaItemsQuery } from "../../indicators/indicators-api.ts";
import { useIndicatorTexts } from "./use-indicator-texts.ts";

const mostShown = 8;

interface ItemPickerProps {
  /** The name of the formula that items go into. */
  readonly into: string;
  /** Puts a reference at the caret; `instead` of the one put there last. */
  readonly onInsert: (reference: string, instead?: string) => void;
}

/** Type a name, with or without diacritics, and its reference stands in the formula. */
export function ItemPicker({ into, onInsert }: ItemPickerProps) {
  const texts = useIndicatorTexts();
  const [typed, setTyped] = useState("");
  const [last, setLast] = useState<FormulaItem>();
  const list = useRef<HTMLUListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { data } = useQuery(formulaItemsQuery);
  const found = typed.trim() === "" ? [] : listFound(data?.items ?? [], typed);

  const insert = (item: FormulaItem | undefined) => {
    if (!item) return;
    onInsert(item.reference);
    setLast(item);
    setTyped("");
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") insert(found[0]);
    else if (event.key === "ArrowDown") list.current?.querySelector("button")?.focus();
    else if (event.key === "Escape") setTyped("");
    else return;
    event.preventDefault();
  };

  return (
    <div className="item-picker">
      <label htmlFor={id}>{texts.pick}</label>
      <input
        id={id}
        ref={input}
        type="text"
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output id={`${id}-hint`} className="quiet">
        {typed.trim() !== "" && found.length === 0 && data ? texts.pickNone : texts.pickHint(into)}
      </output>
      <ul ref={list}>
        {found.map((item) => (
          <FoundItem key={item.reference} item={item} onChoose={() => insert(item)} onLeave={() => input.current?.focus()} />
        ))}
      </ul>
      {last?.kind === "data-element" && <CellChoice key={last.reference} item={last} onInsert={onInsert} />}
    </div>
  );
} // prettier-ignore

interface FoundItemProps {
  readonly item: FormulaItem;
  readonly onChoose: () => void;
  /** Up from the first one, back to typing. */
  readonly onLeave: () => void;
}

function FoundItem({ item, onChoose, onLeave }: FoundItemProps) {
  const texts = useIndicatorTexts();
  const { language } = useLanguage();
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const row = event.currentTarget.parentElement;
    const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
    if (event.key === "Escape" || (event.key === "ArrowUp" && !next)) onLeave();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") next?.querySelector("button")?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <li>
      <button type="button" onClick={onChoose} onKeyDown={onKeyDown}>
        <span>{item.name[language]}</span>
        <span className="quiet">
          {texts.kinds[item.kind]} · <code>{item.reference}</code>
        </span>
      </button>
    </li>
  );
}

/** After an element was put in: the cells of its breakdown, to take one of them instead. */
function CellChoice({ item, onInsert }: { readonly item: FormulaItem; readonly onInsert: ItemPickerProps["onInsert"] }) {
  const texts = useIndicatorTexts();
  const [put, setPut] = useState(item.reference);
  const element = /^#\{([^[}]*)/.exec(item.reference)?.[1] ?? "";
  const { data } = useQuery(elementCellsQuery(element));
  if (!data || data.cells.length === 0) return null;
  return (
    <div className="cell-choice">
      <span>{texts.onlyPart}</span>
      {data.cells.map(({ reference, name }) => (
        <button
          key={reference}
          type="button"
          className="button is-small"
          aria-pressed={put === reference}
          onClick={() => {
            onInsert(reference, put);
            setPut(reference);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
} // prettier-ignore

/** By name in either language or by reference; shorter names first, for they are nearer to what was typed. */
function listFound(items: readonly FormulaItem[], typed: string): FormulaItem[] {
  return items
    .filter(({ name, reference }) => isFound(typed, `${name.vi} ${name.en} ${reference}`))
    .toSorted((a, b) => a.name.vi.length - b.name.vi.length)
    .slice(0, mostShown);
}
