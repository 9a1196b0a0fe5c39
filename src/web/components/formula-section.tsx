import type { FigureDetail } from "#contract/figure.ts";
import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "#wording/number.ts";
import { useLanguage, useTexts } from "../language.tsx";
import { drawnFormula, type DrawnFormula, type Term } from "../report/drawn-formula.ts";
import { useNodeLabel } from "./use-node-label.ts";

/** The formula with its numbers, drawn as one writes it by hand; heard as one line. */
export function FormulaSection({ detail }: { readonly detail: FigureDetail }) {
  const texts = useTexts();
  const formula = drawnFormula(detail.figure.origin);
  if (!formula) return null;
  return (
    <section>
      <h3>{texts.panel.formula}</h3>
      {detail.formula !== undefined && <p className="visually-hidden">{detail.formula}</p>}
      <div className="formula" aria-hidden={detail.formula !== undefined}>
        <Formula formula={formula} whole={detail} />
      </div>
    </section>
  );
}

interface FormulaProps {
  readonly formula: DrawnFormula;
  readonly whole: FigureDetail;
}

function Formula({ formula, whole }: FormulaProps) {
  if (formula.kind === "row") return <Terms terms={formula.terms} whole={whole} />;
  const { above, below, factor } = formula;
  return (
    <>
      <div className="fraction">
        <Terms terms={above} whole={whole} />
        <Terms terms={below} whole={whole} />
      </div>
      {factor !== 1 && <span className="factor">× {formatNumber(decimal(factor), 0)}</span>}
    </>
  );
}

function Terms({ terms, whole }: { readonly terms: readonly Term[]; readonly whole: FigureDetail }) {
  const { language } = useLanguage();
  const labelOf = useNodeLabel();
  return (
    <div className="terms">
      {terms.map(({ sign, node }, index) => (
        <p key={index}>
          {sign !== "" && <span className="sign">{sign} </span>}
          <b lang="vi">{node.text}</b> <small lang={language}>{labelOf(node, whole.figure)}</small>
        </p>
      ))}
    </div>
  );
}
