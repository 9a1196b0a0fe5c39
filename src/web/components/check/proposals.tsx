import type { Claim } from "#checker/contract.ts";
import { useLanguage } from "../../language.tsx";
import { useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** Single changes after which the claim would hold. They can be copied; nothing is changed by itself. */
export function Proposals({ claim: { proposals } }: { readonly claim: Claim }) {
  const { finding } = useCheckTexts();
  const { language } = useLanguage();
  const { copy } = useCheckReader();
  if (proposals.length === 0) return null;
  return (
    <section className="proposals">
      <h3>{finding.proposals}</h3>
      <ul>
        {proposals.map(({ message, replacement, start }, index) => (
          <li key={`${start} ${replacement}`}>
            <kbd>{index + 1}</kbd> <span>{message[language]}</span>
            <button type="button" className="button" onClick={() => copy(replacement)}>
              {finding.copy(replacement)}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{finding.nothingChanges}</p>
    </section>
  );
}
