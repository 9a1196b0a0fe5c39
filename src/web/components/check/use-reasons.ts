import { useCheckReader } from "./check-context.ts";
import { useCheckTexts } from "./use-check-texts.ts";

/** Why some claims could not be checked, in words and numbers: "thiếu kỳ trước 14, thiếu kế hoạch 3". */
export function useReasons(): string {
  const { reasons, reasonList, verdicts } = useCheckTexts();
  const { unchecked } = useCheckReader().view;
  return reasonList(
    unchecked.map(([reason, claims]) => [reason === "other" ? verdicts.unchecked : reasons[reason], claims.length]),
  );
} // prettier-ignore
