import { expect, test } from "vitest";
import { readChoice } from "../figures/view-choice.ts";
import { valueAddress } from "./value-address.ts";

test("a finding leads to its value on the page of figures, whatever stands in the breakdown", () => {
  const address = valueAddress(
    {
      element: "tb.new_cases",
      key: "tb.new_cases",
      name: { vi: "Lao mới", en: "New TB" },
      role: "actual",
      optionCombo: "type=AFB (+), mới",
      orgUnit: "VN12.107",
      period: "2023-S1",
      value: "95",
    },
    true,
  );
  const choice = readChoice(Object.fromEntries(new URL(address, "http://x").searchParams));
  expect(choice).toMatchObject({
    items: ["tb.new_cases[type=AFB (+), mới]"],
    periods: ["2023-S1"],
    units: { uids: ["VN12.107"] },
    isIllustrative: true,
    open: { orgUnit: "VN12.107", period: "2023-S1", role: "actual" },
  });
});
