import { replaced, without, type Tier } from "../../data-sets/data-set-draft.ts";
import { ChoiceField, DaysField, Part, WordsField } from "./fields.tsx";
import type { PartProps } from "./general-fields.tsx";
import { UnitsField } from "./units-field.tsx";
import { useDataSetTexts } from "./use-data-set-texts.ts";

/** Who looks at a hand-in, in this order. */
export function TierFields({ draft: { approvals }, onChange }: PartProps) {
  const texts = useDataSetTexts();
  const add = () => {
    const tier: Tier = { id: "", name: { vi: "", en: "" }, days: 15, approver: { type: "health-centre", level: 2 } };
    onChange({ approvals: [...approvals, tier] });
  };
  return (
    <Part title={texts.tiers}>
      {approvals.length === 0 && <p>{texts.noTiers}</p>}
      {approvals.map((tier, index) => (
        <TierField
          key={index}
          tier={tier}
          onChange={(next) => onChange({ approvals: replaced(approvals, index, next) })}
          onRemove={() => onChange({ approvals: without(approvals, index) })}
        />
      ))}
      {approvals.length < 5 && (
        <button type="button" className="button" onClick={add}>
          {texts.addTier}
        </button>
      )}
    </Part>
  );
} // prettier-ignore

const bodies = [
  ["health-centre", 2],
  ["health-centre", 3],
  ["hospital", 2],
] as const;

function TierField({
  tier,
  onChange,
  onRemove,
}: {
  readonly tier: Tier;
  readonly onChange: (tier: Tier) => void;
  readonly onRemove: () => void;
}) {
  const texts = useDataSetTexts();
  const { approver } = tier;
  const kinds = bodies.map(([type, level]) => [`${type}|${level}`, texts.areaOf(texts.types[type], level)] as const); // prettier-ignore
  const kind = "orgUnit" in approver ? "one" : `${approver.type}|${approver.level}`;
  const choose = (chosen: string) => {
    const body = bodies.find(([type, level]) => `${type}|${level}` === chosen);
    onChange({ ...tier, approver: body ? { type: body[0], level: body[1] } : { orgUnit: "" } });
  };
  const options = [...kinds, ["one", texts.byUnit] as const];
  const known = options.some(([option]) => option === kind) ? options : [...options, [kind, kind] as const];
  return (
    <div className="tier-field">
      <WordsField
        labels={[texts.tierName, texts.nameEn]}
        words={tier.name}
        onChange={(name) => onChange({ ...tier, name })}
      />
      <div className="field-pair">
        <ChoiceField label={texts.approver} value={kind} options={known} onChange={choose} />
        <DaysField label={texts.tierDays} value={tier.days} onChange={(days = 0) => onChange({ ...tier, days })} />
      </div>
      {"orgUnit" in approver && (
        <UnitsField
          label={texts.approver}
          chosen={approver.orgUnit === "" ? [] : [approver.orgUnit]}
          onChange={([orgUnit = ""]) => onChange({ ...tier, approver: { orgUnit } })}
          isSingle
        />
      )}
      <button type="button" className="link" onClick={onRemove}>
        {texts.remove(tier.name.vi || texts.tierName)}
      </button>
    </div>
  );
} // prettier-ignore
