import { useLanguage } from "../../language.tsx";
import { useFormView } from "./form-context.ts";

/** Where the form is on its way up: the unit, then each tier; one of them holds it now. */
export function TierLine() {
  const { state } = useFormView();
  const { language } = useLanguage();
  const { orgUnit, tiers, stand } = state.form;
  const at = stand.state === "submitted" ? stand.approvedTiers + 1 : stand.state === "approved" ? tiers.length + 1 : 0; // prettier-ignore
  const stops = [
    { id: "unit", name: orgUnit.name },
    ...tiers.map(({ id, name, approver }) => ({ id, name: approver?.name ?? name[language] })),
  ];
  return (
    <ol className={`tier-line is-${stand.state}`}>
      {stops.map(({ id, name }, index) => (
        <li
          key={id}
          aria-current={index === at ? "step" : undefined}
          className={index < at ? "is-past" : undefined}
        >
          {name}
        </li>
      ))}
    </ol>
  );
}
