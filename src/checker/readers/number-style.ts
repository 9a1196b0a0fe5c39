import { type ReadDocument } from "#checker/document.ts";
import { type Draft, remark } from "#checker/drafts.ts";
import { formatNumber } from "#checker/number-format.ts";
import { type Message } from "#checker/contract.ts";
import { toDecimal } from "#checker/formulas.ts";
import { type Quantity } from "#checker/quantities.ts";

/** Remarks on how numbers are typed: separators, missing spaces, missing thousands points. Never graver than a note. */
export function readNumberStyle(document: ReadDocument): readonly Draft[] {
  const { quantities } = document;
  const grouped = quantities.some(
    (each) => each.readings[0]!.slip === null && /^\d{1,3}(?:\.\d{3})+/.test(each.text),
  );
  const dots = quantities.filter((each) => each.readings[0]!.slip === "dot-decimal");
  const commas = quantities.filter(
    (each) => each.readings[0]!.slip === null && each.readings[0]!.decimals > 0,
  );
  // A document that writes decimals with a point throughout gets one remark, not hundreds.
  const styled = dots.length > 5 && dots.length > commas.length ? dots.slice(0, 1) : dots;
  const others = quantities.filter((each) =>
    ["comma-group", "misgrouped"].includes(each.readings[0]!.slip ?? ""),
  );
  return [
    ...[...styled, ...others].map(misprint),
    ...quantities.filter((each) => each.isGlued).map(glued),
    ...(grouped ? quantities.filter(isUngrouped).map(ungrouped) : []),
  ];
}

function style(quantity: Quantity, message: Message, replacement?: string): Draft {
  const { start, end } = quantity;
  const proposals =
    replacement === undefined
      ? []
      : [
          {
            start,
            end,
            replacement,
            message: { vi: `Sửa thành ${replacement}`, en: `Change to ${replacement}` },
          },
        ];
  return remark("format", "note", { start, end }, message, { printed: quantity, proposals });
}

/** The other reading where the first cannot be meant: "64.68" of a list of procedures is 6.468. */
function misprint(quantity: Quantity): Draft {
  const [first, second] = quantity.readings;
  const isLong =
    first!.slip === "dot-decimal" &&
    second !== undefined &&
    quantity.kind === "count" &&
    first!.decimals > 1 &&
    quantity.scale === 1;
  const likely = isLong ? second : first!;
  const replacement =
    formatNumber(toDecimal(likely.value), likely.decimals) + quantity.text.replace(/^[\d.,]*\d/, "");
  return style(
    quantity,
    { vi: `Dấu phân cách đặt sai: ${quantity.text}.`, en: `Misplaced separator: ${quantity.text}.` },
    replacement,
  );
}

function glued(quantity: Quantity): Draft {
  return style(quantity, {
    vi: `Thiếu dấu cách bên cạnh ${quantity.text}.`,
    en: `A space is missing next to ${quantity.text}.`,
  }); // prettier-ignore
}

function isUngrouped({ text, kind }: Quantity): boolean {
  return kind === "count" && /^[1-9]\d{3,}$/.test(text);
}

function ungrouped(quantity: Quantity): Draft {
  const replacement = formatNumber(toDecimal(quantity.readings[0]!.value), 0);
  return style(
    quantity,
    {
      vi: `Thiếu dấu phân cách hàng nghìn: ${quantity.text}.`,
      en: `The thousands separator is missing: ${quantity.text}.`,
    },
    replacement,
  );
}
