import { memo } from "react";
import type { Form } from "#contract/form.ts";
import { useLanguage } from "../../language.tsx";
import { FormRow, type Notices } from "./form-row.tsx";
import { useFormView } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

/** The sections of the form, each a table of its own; a key in a box draws none of it again. */
export const FormTable = memo(function FormTable({ notices }: { readonly notices: Notices }) {
  const { state } = useFormView();
  return state.form.sections.map((section, index) => (
    <SectionTable key={index} section={section} notices={notices} />
  ));
});

function SectionTable({
  section,
  notices,
}: {
  readonly section: Form["sections"][number];
  readonly notices: Notices;
}) {
  // prettier-ignore
  const { state } = useFormView();
  const { language } = useLanguage();
  const texts = useEntryTexts();
  const { earlier, key } = state.form;
  const isWide = section.columns.length === 1;
  const heads = isWide
    ? [
        texts.shortPeriod(earlier.lastPeriod.period),
        texts.shortPeriod(earlier.lastYear.period),
        texts.shortPeriod(key.period),
        texts.table.sinceJanuary,
        texts.table.denominator,
        texts.table.reached,
      ]
    : section.columns.map((column) => column[language]);
  return (
    <section className="form-section">
      <table className={isWide ? "form-table is-wide" : "form-table"}>
        <caption>
          {section.title[language]}
          {section.note && <small> · {section.note[language]}</small>}
        </caption>
        {isWide && (
          <colgroup>
            <col className="name" />
            <col span={2} />
            <col className="box-column" />
            <col span={3} />
          </colgroup>
        )}
        <thead>
          <tr>
            <th scope="col">{texts.table.indicator}</th>
            {heads.map((head, index) => (
              <th key={index} scope="col" className={isWide && index === 2 ? "now" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row, index) => (
            <FormRow key={index} row={row} isWide={isWide} columns={heads.length} notices={notices} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
