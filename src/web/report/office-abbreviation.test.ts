import { expect, test } from "vitest";
import { abbreviateOffice } from "./office-abbreviation.ts";

test.each([
  ["Phòng Kế hoạch - Tài chính", "KHTC"],
  ["Phòng Nghiệp vụ Y", "NVY"],
  ["Phòng Tổ chức cán bộ", "TCCB"],
  ["Văn phòng Sở Y tế", "VP"],
  ["Thanh tra Sở Y tế", "TTra"],
  ["Trung tâm Kiểm soát bệnh tật tỉnh Lai Châu", "CDC"],
  ["08 Trung tâm Y tế huyện, thành phố", "TTYT"],
  ["Bệnh viện Đa khoa tỉnh Lai Châu", "BVĐK"],
  ["Bệnh viện Y học cổ truyền tỉnh Lai Châu", "BVYHCT"],
  ["Chi cục An toàn vệ sinh thực phẩm", "ATVSTP"],
  ["Bảo hiểm xã hội tỉnh Lai Châu", "BHXH"],
  ["Trạm Y tế xã", "TYT"],
  ["Công đoàn ngành, Đoàn thanh niên", "CĐN"],
])("%s signs as %s", (name, short) => expect(abbreviateOffice(name)).toBe(short));

test("a name that leaves nothing to abbreviate stays whole", () => {
  expect(abbreviateOffice("12")).toBe("12");
});
