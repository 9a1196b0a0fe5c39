import { describe, expect, it } from "vitest";
import { decimalFirst, readNumber, wholeFirst } from "./number-readings.ts";

describe("a printed number keeps all its plausible readings", () => {
  it.each([
    ["2077", [2077]],
    ["06", [6]],
    ["1.646", [1646, 1.646]],
    ["17.350.000", [17_350_000]],
    ["27,32", [27.32, 2732]],
    ["20.8", [20.8]],
    ["0.75", [0.75]],
    ["2,633", [2.633, 2633]],
    ["1,588,505", [1_588_505]],
    ["1.234,56", [1234.56]],
    ["1,234.56", [1234.56]],
    ["64.68", [64.68, 6468]],
    ["1.4264", [1.4264, 14_264]],
    ["1.617,981", [1617.981, 1_617_981]],
    ["12 345 678", [12_345_678]],
    ["1.23.456", [123_456]],
  ])("%s", (printed, values) => {
    expect(readNumber(printed).map((reading) => reading.value)).toEqual(values);
  });

  it("people are not counted in fractions, so 2,633 trẻ is 2.633", () => {
    expect(wholeFirst(readNumber("2,633"))[0]?.value).toBe(2633);
  });

  it("a rate of 27.325% is not twenty-seven thousand percent", () => {
    expect(decimalFirst(readNumber("27.325"))[0]?.value).toBe(27.325);
  });
});
