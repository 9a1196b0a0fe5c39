import type { FigureNode } from "#contract/figure.ts";
import { useLanguage } from "../language.tsx";
import { differenceFrom } from "../report/node-label.ts";

/** Names a value by what tells it from the one it belongs to: "trẻ em, huyện Sìn Hồ, tháng 5/2023". */
export function useNodeLabel(): (node: FigureNode, parent: FigureNode) => string {
  const { language, texts } = useLanguage();
  return (node, parent) => {
    const { name, options, orgUnit, period } = differenceFrom(node, parent);
    const role = node.role === "plan" && parent.role !== "plan" ? [texts.roles.plan] : [];
    return [
      ...(name ? [node.name[language]] : []),
      ...role,
      ...options,
      ...(orgUnit === undefined ? [] : [orgUnit]),
      ...(period === undefined ? [] : [texts.period(period)]),
    ].join(", ");
  };
}
