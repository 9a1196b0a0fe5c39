import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FormElement } from "#contract/form-preview.ts";
import { optionCombo, parseOptionCombo } from "#domain/breakdown.ts";
import { formElementsQuery } from "../../data-sets/data-sets-api.ts";
import { moved, replaced, without, type Row, type Section } from "../../data-sets/data-set-draft.ts";
import { matchesWords } from "../../figures/fold-words.ts";
import { useLanguage } from "../../language.tsx";
import { TextField } from "../accounts/text-field.tsx";
import { Icon } from "../icon.tsx";
import { ChoiceField, Part, WordsField } from "./fields.tsx";
import type { PartProps } from "./general-fields.tsx";
import { useDataSetTexts } from "./use-data-set-texts.ts";

/** The sections of the form with their columns and rows. */
export function SectionFields({ draft: { sections }, onChange }: PartProps) {
  const texts = useDataSetTexts();
  const change = (next: Section[]) => onChange({ sections: next });
  return (
    <>
      {sections.map((section, index) => (
        <Part key={index} title={texts.section(index + 1)}>
          <WordsField
            labels={[texts.sectionTitle, texts.sectionTitleEn]}
            words={section.title}
            onChange={(title) => change(replaced(sections, index, { ...section, title }))}
          />
          <Columns section={section} onChange={(next) => change(replaced(sections, index, next))} />
          <Rows section={section} onChange={(next) => change(replaced(sections, index, next))} />
          {sections.length > 1 && (
            <button type="button" className="link" onClick={() => change(without(sections, index))}>
              {texts.removeSection}
            </button>
          )}
        </Part>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => change([...sections, { title: { vi: "", en: "" }, columns: [], rows: [] }])}
      >
        {texts.addSection}
      </button>
    </>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly onChange: (section: Section) => void;
}

function Columns({ section, onChange }: SectionProps) {
  const texts = useDataSetTexts();
  const { columns } = section;
  const change = (next: Section["columns"]) => onChange({ ...section, columns: next });
  return (
    <details open={columns.length > 0}>
      <summary>{texts.columns}</summary>
      <p className="field-hint">{texts.columnsHint}</p>
      {columns.map((column, index) => (
        <div key={index} className="column-field">
          <WordsField
            labels={[texts.columnName, texts.columnNameEn]}
            words={column.name}
            onChange={(name) => change(replaced(columns, index, { ...column, name }))}
          />
          <BreakdownField
            breakdown={column.breakdown}
            onChange={(breakdown) => change(replaced(columns, index, { ...column, breakdown }))}
          />
          <button type="button" className="link" onClick={() => change(without(columns, index))}>
            {texts.remove(column.name.vi || texts.columnName)}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button"
        onClick={() => change([...columns, { name: { vi: "", en: "" }, breakdown: {} }])}
      >
        {texts.addColumn}
      </button>
    </details>
  );
}

/** `giới=nam; tuổi=0-4`; what cannot be read stays in the box and is told. */
function BreakdownField({
  breakdown,
  onChange,
}: {
  readonly breakdown: Readonly<Record<string, string>>;
  readonly onChange: (breakdown: Record<string, string>) => void;
}) {
  const texts = useDataSetTexts();
  const [typed, setTyped] = useState(() => optionCombo(breakdown).replaceAll(";", "; "));
  const read = parseOptionCombo(typed.normalize("NFC"));
  // Rows and columns move: what was typed is shown for as long as it says what is kept.
  const isOwn = !read || optionCombo(read) === optionCombo(breakdown);
  return (
    <TextField
      label={texts.breakdown}
      value={isOwn ? typed : optionCombo(breakdown).replaceAll(";", "; ")}
      {...(!read && { hint: texts.badBreakdown, "aria-invalid": true })}
      onChange={({ target }) => {
        setTyped(target.value);
        const next = parseOptionCombo(target.value.normalize("NFC"));
        if (next) onChange({ ...next });
      }}
    />
  );
}

const mostShown = 10;

function Rows({ section, onChange }: SectionProps) {
  const texts = useDataSetTexts();
  const { language } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState("");
  const { data: elements = [] } = useQuery(formElementsQuery);
  const { rows } = section;
  const change = (next: Row[]) => onChange({ ...section, rows: next });
  const words = ({ name, programme, id: key }: FormElement) => `${name[language]} ${programme} ${key}`;
  const found = typed.trim() === "" ? [] : elements.filter((element) => matchesWords(words(element), typed)).slice(0, mostShown); // prettier-ignore
  const add = (element: string) => {
    change([...rows, { element }]);
    setTyped("");
  };
  return (
    <>
      <ol className="row-fields">
        {rows.map((row, index) => (
          <RowField
            key={`${index} ${row.element ?? ""}`}
            row={row}
            elements={elements}
            onChange={(next) => change(replaced(rows, index, next))}
            onMove={(by) => change(moved(rows, index, index + by))}
            onRemove={() => change(without(rows, index))}
          />
        ))}
      </ol>
      <div className="field">
        <label htmlFor={id}>{texts.findElement}</label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (found[0]) add(found[0].id);
          }}
        />
        <ul className="found-list">
          {found.map((element) => (
            <li key={element.id}>
              <button type="button" onClick={() => add(element.id)}>
                {element.name[language]} <small>{`${element.unit} · ${element.programme}`}</small>
              </button>
            </li>
          ))}
        </ul>
        <output className="quiet">{typed.trim() !== "" && found.length === 0 && texts.noElement}</output>
      </div>
    </>
  );
}

interface RowFieldProps {
  readonly row: Row;
  readonly elements: readonly FormElement[];
  readonly onChange: (row: Row) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function RowField({ row, elements, onChange, onMove, onRemove }: RowFieldProps) {
  const texts = useDataSetTexts();
  const { language } = useLanguage();
  const element = elements.find(({ id }) => id === row.element);
  const name = row.name?.[language] || element?.name[language] || (row.element ?? "");
  const denominators = elements.filter(({ collected }) => collected === "year");
  const options = [["", texts.noDenominator] as const, ...denominators.map((each) => [each.id, each.name[language]] as const)]; // prettier-ignore
  return (
    <li>
      <div className="row-field">
        <span className="row-name">
          {name} <small>{row.sumOf ? texts.sumRow : element?.unit}</small>
        </span>
        <button type="button" className="button" aria-label={texts.up(name)} onClick={() => onMove(-1)}>
          <Icon name="previous" />
        </button>
        <button type="button" className="button" aria-label={texts.down(name)} onClick={() => onMove(1)}>
          <Icon name="next" />
        </button>
        <button type="button" className="button" aria-label={texts.remove(name)} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      <details>
        <summary>{texts.more(name)}</summary>
        <WordsField
          labels={[texts.ownName, texts.ownNameEn]}
          words={row.name ?? { vi: "", en: "" }}
          onChange={(words) => onChange({ ...row, name: words })}
        />
        <WordsField
          labels={[texts.help, texts.helpEn]}
          words={row.help ?? { vi: "", en: "" }}
          onChange={(help) => onChange({ ...row, help })}
        />
        {!row.sumOf && (
          <div className="field-pair">
            <ChoiceField
              label={texts.denominator}
              value={row.denominator ?? ""}
              options={options}
              onChange={(denominator) => onChange({ ...row, denominator: denominator || undefined })}
            />
            <BreakdownField
              breakdown={row.breakdown ?? {}}
              onChange={(breakdown) => onChange({ ...row, breakdown: Object.keys(breakdown).length === 0 ? undefined : breakdown })} // prettier-ignore
            />
          </div>
        )}
        <label className="check-field">
          <input
            type="checkbox"
            checked={(row.indent ?? 0) > 0}
            onChange={({ target }) => onChange({ ...row, indent: target.checked ? 1 : undefined })}
          />
          {texts.indent}
        </label>
      </details>
    </li>
  );
}
