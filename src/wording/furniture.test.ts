import { describe, expect, test } from "vitest";
import { agencyInSentence } from "./agency-name.ts";
import {
  annexLabel,
  annexReferenceLine,
  endMark,
  listLines,
  numberLine,
  placeDateLine,
} from "./furniture.ts";
import type { Furniture } from "#domain/report.ts";

const furniture: Furniture = {
  parentAgency: "UBND TỈNH LAI CHÂU",
  agency: "SỞ Y TẾ",
  symbol: "BC-SYT",
  place: "Lai Châu",
  month: 7,
  year: 2023,
  kind: "BÁO CÁO",
  subject: ["Sơ kết công tác y tế 6 tháng đầu năm 2023"],
  addressees: ["Bộ Y tế"],
  recipients: ["Như trên"],
  signer: { title: "GIÁM ĐỐC" },
};

describe("the number and the day", () => {
  test("stay blank for the registry, whether the symbol comes with its stroke or not", () => {
    expect(numberLine(furniture)).toBe("Số:      /BC-SYT");
    expect(numberLine({ ...furniture, symbol: "/TB-SYT" })).toBe("Số:      /TB-SYT");
  });

  test.each([
    [1, "Lai Châu, ngày      tháng 01 năm 2023"],
    [2, "Lai Châu, ngày      tháng 02 năm 2023"],
    [3, "Lai Châu, ngày      tháng 3 năm 2023"],
    [12, "Lai Châu, ngày      tháng 12 năm 2023"],
  ])("month %i has a leading zero only in January and February", (month, line) => {
    expect(placeDateLine({ ...furniture, month })).toBe(line);
  });
});

describe("an annex", () => {
  test("is numbered in Roman numerals when there are several, and not when it is alone", () => {
    expect([0, 3, 8, 13].map((index) => annexLabel(index, 14))).toEqual([
      "Phụ lục I",
      "Phụ lục IV",
      "Phụ lục IX",
      "Phụ lục XIV",
    ]);
    expect(annexLabel(0, 1)).toBe("Phụ lục");
  });

  test("names the document it belongs to, its number and day blank", () => {
    expect(annexReferenceLine(furniture)).toBe(
      "(Kèm theo Báo cáo số      /BC-SYT ngày      tháng 7 năm 2023 của Sở Y tế tỉnh Lai Châu)",
    );
  });
});

describe("an agency in a sentence", () => {
  test.each([
    ["SỞ Y TẾ", "UBND TỈNH LAI CHÂU", "Sở Y tế tỉnh Lai Châu"],
    ["SỞ Y TẾ", "ỦY BAN NHÂN DÂN TỈNH LAI CHÂU", "Sở Y tế tỉnh Lai Châu"],
    ["SỞ Y TẾ TỈNH LAI CHÂU", "UBND TỈNH LAI CHÂU", "Sở Y tế tỉnh Lai Châu"],
    ["CHI CỤC AN TOÀN VỆ SINH THỰC PHẨM", "SỞ Y TẾ", "Chi cục An toàn vệ sinh thực phẩm"],
    ["TRUNG TÂM Y TẾ HUYỆN THAN UYÊN", "SỞ Y TẾ", "Trung tâm Y tế huyện Than Uyên"],
    ["TRẠM Y TẾ XÃ PA VỆ SỦ", "UBND XÃ PA VỆ SỦ", "Trạm Y tế xã Pa Vệ Sủ"],
    ["BỘ Y TẾ", "", "Bộ Y tế"],
    ["CHI CỤC BẢO TRỢ XÃ HỘI", "SỞ Y TẾ", "Chi cục Bảo trợ xã hội"],
    ["Bệnh viện Đa khoa tỉnh", "SỞ Y TẾ TỈNH LAI CHÂU", "Bệnh viện Đa khoa tỉnh"],
  ])("%s of %s is %s", (agency, parentAgency, name) => {
    expect(agencyInSentence({ agency, parentAgency })).toBe(name);
  });
});

describe("a list of recipients", () => {
  test("has one dash and one semicolon a line, a full stop at the end, and the colon after Lưu", () => {
    expect(listLines(["- Bộ Y tế (b/c);", "Lãnh đạo Sở Y tế", "Lưu VT, VP, KHTC."])).toEqual([
      "- Bộ Y tế (b/c);",
      "- Lãnh đạo Sở Y tế;",
      "- Lưu: VT, VP, KHTC.",
    ]);
  });
});

describe("the end mark", () => {
  test.each([
    ["tuyến tỉnh, huyện.", "tuyến tỉnh, huyện./."],
    ["tuyến tỉnh, huyện", "tuyến tỉnh, huyện./."],
    ["tuyến tỉnh, huyện; ", "tuyến tỉnh, huyện./."],
    ["(có phụ lục kèm theo)", "(có phụ lục kèm theo)./."],
    ["tuyến tỉnh, huyện./.", "tuyến tỉnh, huyện./."],
  ])("of %j makes %j", (text, ended) => {
    const { kept, mark } = endMark(text);
    expect(kept + mark).toBe(ended);
  });
});
