import { draftArithmetic } from "#checker/arithmetic-draft.ts";
import { type ReadDocument } from "#checker/document.ts";
import { type Draft } from "#checker/drafts.ts";
import { signedSum } from "#checker/formulas.ts";
import { type Passage } from "#checker/quantities.ts";
import { canMeet } from "#checker/units.ts";

const closingLead =
  /(?:nâng|đưa)[^.;%]{0,100}(?:lên|thành)\s?$|(?:tồn|dư|còn)(?: kho| quỹ| nợ)?(?: đến)? cuối[^,;.]{0,30}$|cuối kỳ[^,;.]{0,20}$/;
const openingLead =
  /(?:(?:tồn|dư) đầu|đầu (?:kỳ|năm|tháng|quý|nhiệm kỳ)|trước đó|kỳ trước|tháng trước|năm trước|quý trước|tuần trước|cuối năm 20\d\d|năm ngoái|(?:hết|đến|tính đến) (?:tuần|tháng|quý|ngày|cuối)|\d (?:tuần|tháng))[^,;.]{0,30}$/;
const outLead =
  /(?:^|[^\p{L}])(?:xuất|chi|giải quyết|sử dụng|cấp phát|giảm|thanh lý|trả|ra viện|bán|ngừng|chuyển đi)[^,;.]{0,40}$/u;

/** Reads "kết nạp 1.846, nâng tổng số lên 118.822 (đầu kỳ 116.976)", "nhập a, xuất b, tồn cuối kỳ c (tồn đầu d)": what was there, what came and what went. */
export function readStocks(document: ReadDocument): readonly Draft[] {
  return document.passages.flatMap((passage) =>
    passage.quantities.flatMap((closing, position) =>
      closing.kind === "count" && closingLead.test(closing.lead) ? readStock(passage, position) : [],
    ),
  );
}

function readStock(passage: Passage, position: number): readonly Draft[] {
  const closing = passage.quantities[position]!;
  const opening = passage.quantities[position + 1];
  if (
    !opening ||
    opening.sentence !== closing.sentence ||
    opening.depth !== closing.depth + 1 ||
    !openingLead.test(opening.lead) ||
    !canMeet(opening.unit, closing.unit)
  )
    return [];
  const flows = passage.quantities
    .slice(Math.max(0, position - 8), position)
    .filter(
      (each) =>
        each.sentence === closing.sentence &&
        each.bracket === closing.bracket &&
        each.kind === "count" &&
        (each.role === "plain" || each.role === "change") &&
        canMeet(each.unit, closing.unit),
    )
    .slice(-2);
  if (flows.length === 0) return [];
  const signs = flows.map((each) => (outLead.test(each.lead) ? -1 : 1));
  return [
    draftArithmetic({
      kind: "sum",
      formula: signedSum(signs),
      operands: [opening, ...flows],
      printed: closing,
      evidence: signs.every((sign) => sign < 0) ? "firm" : "tight",
    }),
  ];
}
