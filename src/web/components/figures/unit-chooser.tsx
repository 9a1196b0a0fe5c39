import { useState } from "react";
import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { noUnits, type UnitChoice } from "../../figures/view-choice.ts";
import { Chooser } from "./chooser.tsx";
import { useFiguresTexts, useFiguresView } from "./figures-context.ts";

/** In a few words: "Xã, phường trong Huyện Than Uyên". */
export function useUnitWords(): string {
  const texts = useFiguresTexts();
  const { choice, tree } = useFiguresView();
  const { level, type, within, uids } = choice.units;
  const nameOf = (uid: string) => tree.find(uid)?.fullName ?? uid;
  if (uids.length > 0) return uids.length === 1 ? nameOf(uids[0]!) : texts.manyUnits(uids.length);
  const what = type === undefined ? (level === undefined ? "" : texts.levelName(level)) : texts.typeName(type); // prettier-ignore
  if (within.length === 0) return what;
  const where = within.map(nameOf).join(", ");
  return what === "" ? where : texts.units.of(what, where);
}

/** Units by level, by type, below others, or one by one; found by old names too. */
export function UnitChooser() {
  const texts = useFiguresTexts();
  const words = useUnitWords();
  return (
    <Chooser label={texts.bar.unit} value={words === "" ? texts.bar.choose : words} done={texts.bar.done}>
      <UnitKinds />
      <NamedUnits />
      <UnitSearch />
    </Chooser>
  );
}

function UnitKinds() {
  const texts = useFiguresTexts();
  const { choice, change, tree } = useFiguresView();
  const { units } = choice;
  const take = (more: Partial<UnitChoice>) =>
    change({ units: { ...noUnits, within: units.within, ...more }, pinned: undefined, open: undefined });
  return (
    <div className="chooser-columns">
      <fieldset>
        <legend>{texts.units.level}</legend>
        {tree.levels.map(({ level, count }) => (
          <label key={level} className="tick">
            <input
              type="radio"
              name="cap"
              checked={units.level === level && units.uids.length === 0}
              onChange={() => take({ level })}
            />
            <span>
              {texts.levelName(level)} <small>{count}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.units.type}</legend>
        {tree.types
          .filter(({ type }) => type !== "tinh")
          .map(({ type, count }) => (
            <label key={type} className="tick">
              <input
                type="radio"
                name="cap"
                checked={units.type === type && units.uids.length === 0}
                onChange={() => take({ type })}
              />
              <span>
                {texts.typeName(type)} <small>{count}</small>
              </span>
            </label>
          ))}
      </fieldset>
    </div>
  );
}

/** What is chosen one by one or as a border; each can be taken away again. */
function NamedUnits() {
  const texts = useFiguresTexts();
  const { choice, change, tree } = useFiguresView();
  const { units } = choice;
  const without = (list: readonly string[], uid: string) => list.filter((other) => other !== uid);
  const nameOf = (uid: string) => tree.find(uid)?.fullName ?? uid;
  if (units.within.length + units.uids.length === 0) return null;
  return (
    <ul className="chips">
      {units.within.map((uid) => (
        <li key={uid}>
          <button
            type="button"
            aria-label={texts.units.removeWithin(nameOf(uid))}
            onClick={() => change({ units: { ...units, within: without(units.within, uid) } })}
          >
            {texts.units.onlyWithin(nameOf(uid))} ×
          </button>
        </li>
      ))}
      {units.uids.map((uid) => (
        <li key={uid}>
          <button
            type="button"
            aria-label={texts.units.remove(nameOf(uid))}
            onClick={() => change({ units: { ...units, uids: without(units.uids, uid) } })}
          >
            {nameOf(uid)} ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function UnitSearch() {
  const texts = useFiguresTexts();
  const { tree } = useFiguresView();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const found = tree.search(typed, 30);
  return (
    <>
      <label className="search-box">
        <span>{texts.units.search}</span>
        <input
          type="search"
          value={typed}
          placeholder={texts.units.hint}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <div className="chooser-list is-short">
        {typed !== "" && found.length === 0 && <p className="quiet">{texts.units.none}</p>}
        {typed !== "" ? (
          <ul className="unit-list">
            {found.map((unit) => (
              <UnitRow key={unit.uid} unit={unit} />
            ))}
          </ul>
        ) : (
          tree.root && <UnitBranch unit={tree.root} open={open} onOpen={setOpen} />
        )}
      </div>
    </>
  );
}

interface UnitBranchProps {
  readonly unit: PublishedOrgUnit;
  readonly open: ReadonlySet<string>;
  readonly onOpen: (open: ReadonlySet<string>) => void;
}

/** One unit of the tree and, when it is open, those below it. */
function UnitBranch({ unit, open, onOpen }: UnitBranchProps) {
  const texts = useFiguresTexts();
  const { tree } = useFiguresView();
  const below = [...tree.areasBelow(unit.uid), ...tree.othersBelow(unit.uid)];
  const isOpen = open.has(unit.uid) || unit.uid === tree.root?.uid;
  const toggle = () =>
    onOpen(new Set(isOpen ? [...open].filter((uid) => uid !== unit.uid) : [...open, unit.uid]));
  return (
    <ul className="unit-list">
      <UnitRow unit={unit}>
        {below.length > 0 && (
          <button
            type="button"
            className="unit-fold"
            aria-expanded={isOpen}
            aria-label={texts.units.open(unit.fullName)}
            onClick={toggle}
          >
            {isOpen ? "−" : "+"}
          </button>
        )}
      </UnitRow>
      {isOpen &&
        below.map((child) => (
          <li key={child.uid}>
            <UnitBranch unit={child} open={open} onOpen={onOpen} />
          </li>
        ))}
    </ul>
  );
}

function UnitRow({
  unit,
  children,
}: {
  readonly unit: PublishedOrgUnit;
  readonly children?: React.ReactNode;
}) {
  const texts = useFiguresTexts();
  const { choice, change } = useFiguresView();
  const { units } = choice;
  const isChosen = units.uids.includes(unit.uid);
  const add = () =>
    change({
      units: isChosen
        ? { ...units, uids: units.uids.filter((uid) => uid !== unit.uid) }
        : { ...noUnits, uids: [...units.uids, unit.uid] },
    });
  const restrict = () =>
    change({ units: { ...units, uids: [], within: [unit.uid], level: units.level ?? 3 }, pinned: undefined });
  return (
    <li className="unit-row">
      {children}
      <label className="tick">
        <input type="checkbox" checked={isChosen} onChange={add} />
        <span>{unit.fullName}</span>
      </label>
      {unit.kind === "area" && (
        <button
          type="button"
          className="link"
          aria-label={texts.units.onlyWithin(unit.fullName)}
          onClick={restrict}
        >
          {texts.units.within}
        </button>
      )}
    </li>
  );
}
