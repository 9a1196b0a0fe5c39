import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText } from "./normalise.ts";

describe("text as received becomes composed Unicode", () => {
  it("loose marks are composed and reported", () => {
    const { text, looseMarks } = normaliseText("vắc xin đủ".normalize("NFD"));
    expect(text).toBe("vắc xin đủ");
    expect(looseMarks.map(({ start, end }) => text.slice(start, end))).toEqual(["ắ", "ủ"]);
  });

  it("folding keeps every offset and knows both tone placements", () => {
    const { text, folded } = normaliseText("HOÀ – Uỷ ban, quý I, tỉ lệ 5%, bác sỹ İ");
    expect(folded).toHaveLength(text.length);
    expect(folded).toContain("hòa - ủy ban, quý i, tỷ lệ 5%, bác sĩ");
  });

  it("an offset leads back to the same letter of the received text", () => {
    const letters = fc.array(
      fc.constantFrom("ế", "ọ", "đ", "a", " ", "7", "ữ".normalize("NFD"), "ê\u0323", "😀"),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(letters, (pieces) => {
        const received = pieces.join("");
        const { text, originalOffset } = normaliseText(received);
        expect(text).toBe(received.normalize("NFC"));
        const digits = [...text.matchAll(/7/g)].map((match) => originalOffset(match.index));
        expect(digits).toEqual([...received.matchAll(/7/g)].map((match) => match.index));
      }),
    );
  });
});
