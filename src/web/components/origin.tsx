import type { FigureNode } from "#contract/figure.ts";
import { useLanguage } from "../language.tsx";
import { OriginWords } from "./origin-words.tsx";
import { useNodeLabel } from "./use-node-label.ts";

interface OriginOfProps {
  readonly node: FigureNode;
  readonly isRoot?: boolean;
}

/** How a value came about in words, and the values behind it, each of which opens in turn. */
export function OriginOf({ node, isRoot = false }: OriginOfProps) {
  const operands = "operands" in node.origin ? node.origin.operands : [];
  return (
    <div className="origin">
      <OriginWords origin={node.origin} />
      {operands.length > 0 && (
        <ul className={isRoot ? "origin-tree is-root" : "origin-tree"}>
          {operands.map((operand, index) => (
            <li key={index}>
              <OriginNode node={operand} parent={node} isOpen={isRoot && operands.length <= 2} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface OriginNodeProps {
  readonly node: FigureNode;
  readonly parent: FigureNode;
  /** Whether it stands open before anybody asks. */
  readonly isOpen: boolean;
}

function OriginNode({ node, parent, isOpen }: OriginNodeProps) {
  const { language, texts } = useLanguage();
  const labelOf = useNodeLabel();
  return (
    <details open={isOpen}>
      <summary data-state={node.state}>
        <b lang="vi">{node.text}</b> <span lang={language}>{labelOf(node, parent)}</span>
        {node.state !== "confirmed" && <em>{texts.states[node.state].toLocaleLowerCase(language)}</em>}
      </summary>
      <OriginOf node={node} />
    </details>
  );
}
