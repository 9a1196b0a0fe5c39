import { describe, expect, it } from "vitest";
import { readDocument } from "./document.ts";

const numbersOf = (text: string) => readDocument(text, {}).quantities.map((quantity) => quantity.text);
const first = (text: string) => readDocument(text, {}).quantities[0]!;

describe("digits that are no quantities", () => {
  it.each([
    "Quyết định số 1300/QĐ-BYT ngày 9/3/2023 của Bộ Y tế",
    "Nghị định số 107/2020/NĐ-CP và Luật số 15/2023/QH15",
    "Quyết định 1300/QĐBYT",
    "từ ngày 21-27/8 đến 31/7-6/8",
    "Hoàn thành trước tháng 10/2020, giai đoạn 2011-2020",
    "thường trực cấp cứu 24/24h, từ 9h00 đến 14:30",
    "trẻ em < 6 tuổi, phụ nữ 15- 49 tuổi, từ 12 - dưới 18 tuổi",
    "dịch Covid-19, cúm A (H5N1, H7N9), UV2(+), ISO 9001: 2015",
    "mũi 1, mũi nhắc lại lần 2, đợt 01, tiêu chí 6, cấp độ 1, tuần 43",
    "bệnh nhân số 133",
    "1.2. Hệ thống tổ chức",
    "3) Công tác khác",
    "phong trào “5 xung kích, 4 đồng hành”",
    "Điện thoại: 0213.3876.432, đường dây nóng 0912345678",
    "lớp 12A1, công nghiệp 4.0, nhiệt độ 38,5 độ C, huyết áp 140/90 mmHg",
    "6 tháng đầu năm 2023, cùng kỳ 2022, năm học 2022-2023",
    "tài khoản 11111111111111111111111111",
  ])("%s", (text) => {
    expect(numbersOf(text)).toEqual([]);
  });

  it.each([
    ["cấp 61 chứng chỉ hành nghề", ["61"]],
    ["xử phạt 2022 người trong năm 2022", ["2022"]],
    ["tuyến tỉnh 958 người", ["958"]],
    ["(99BN) và 01cuộc", ["99", "01"]],
    ["đạt90% kế hoạch", ["90%"]],
    ["7.582/1 ca", ["7.582", "1"]],
    ["(nồng độ cồn 420, tốc độ 310)", ["420", "310"]],
    ["12,70/vạn dân và 0,34/100.000 dân", ["12,70", "0,34"]],
  ])("but numbers in %s", (text, numbers) => {
    expect(numbersOf(text)).toEqual(numbers);
  });
});

describe("a quantity", () => {
  it("takes its scale, noun and class from the words behind it", () => {
    expect(first("chi 468.298 triệu đồng")).toMatchObject({
      scale: 1e6,
      unit: { noun: "đồng", unitClass: "money" },
    });
    expect(first("khám 46.079 lượt người")).toMatchObject({
      unit: { noun: "lượt người", unitClass: "visit" },
    });
    expect(first("đạt 15 tỷ lệ cao")).toMatchObject({ scale: 1 });
  });

  it.each([
    ["tăng 5,9% so với cùng kỳ", "change", 1],
    ["giảm thêm 121 người", "change", -1],
    ["tăng lên 150 ca", "level", 0],
    ["tăng huyết áp 686 bệnh nhân", "plain", 0],
    ["giảm nghèo cho 120 hộ", "plain", 0],
    ["kế hoạch giao 500 ca", "plan", 0],
    ["so với cùng kỳ năm trước là 205 ca", "base", 0],
  ])("%s plays its role", (text, role, direction) => {
    expect(first(text)).toMatchObject({ role, direction });
  });

  it("both ends of a range stand for nothing by themselves", () => {
    expect(readDocument("mỗi đoàn từ 10 đến 15 người", {}).quantities.map((each) => each.role)).toEqual([
      "range",
      "range",
    ]);
  });
});
