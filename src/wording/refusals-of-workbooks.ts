import { isPeriod } from "#domain/period.ts";
import { periodName } from "./period.ts";
import type { Facts, Sentences } from "./refusals.ts";

const again = "Tải lại phiếu từ trang nhập liệu, chép số sang tệp mới rồi nhập lại.";
const againEn = "Download the form again, copy the numbers into the new file and upload that.";
const file = (facts: Facts) => (facts["file"] ? `Tệp ${facts["file"]}: ` : "");
const fileEn = (facts: Facts) => (facts["file"] ? `File ${facts["file"]}: ` : "");
const period = (of: string | number | undefined) =>
  isPeriod(String(of)) ? periodName(String(of)) : String(of ?? "");

/** Why a filled-in form workbook cannot be taken, and what to do. */
export const workbookRefusals: Readonly<Record<string, Sentences>> = {
  "workbook-not-ours": {
    vi: (facts) => `${file(facts)}không phải phiếu tải từ hệ thống này. Bấm “Tải về Excel” trên trang phiếu, điền vào tệp đó rồi nhập lại.`,
    en: (facts) => `${fileEn(facts)}not a form downloaded from here. Download the form as Excel, fill that file in and upload it.`,
  },
  "workbook-not-xlsx": {
    vi: (facts) => `${file(facts)}không phải tệp Excel .xlsx. Mở phiếu đã tải, chọn Lưu thành (Save As) kiểu .xlsx rồi nhập lại.`,
    en: (facts) => `${fileEn(facts)}not an Excel .xlsx file. Save the downloaded form as .xlsx and upload it again.`,
  },
  "workbook-identifiers-changed": {
    vi: (facts) => `${file(facts)}phần nhận dạng ẩn của phiếu đã bị sửa hoặc xóa, nên không biết chắc số nào thuộc ô nào. Chưa ghi gì. ${again}`,
    en: (facts) => `${fileEn(facts)}the hidden identifiers were changed or removed, so it is not certain which number belongs where. Nothing was saved. ${againEn}`,
  },
  "workbook-rows-changed": {
    vi: (facts) => `${file(facts)}hàng của phiếu đã bị xóa (${facts["missing"]} ô thiếu) hoặc chép lặp (${facts["twice"]} ô có hai lần), ví dụ ô “${facts["example"]}”. Chưa ghi gì. ${again}`,
    en: (facts) => `${fileEn(facts)}rows of the form were deleted (${facts["missing"]} cells missing) or copied (${facts["twice"]} cells twice), e.g. “${facts["example"]}”. Nothing was saved. ${againEn}`,
  },
  "workbook-sheet-twice": {
    vi: (facts) => `${file(facts)}phiếu có hai trang (“${facts["first"]}” và “${facts["second"]}”). Xóa trang thừa rồi nhập lại.`,
    en: (facts) => `${fileEn(facts)}the form stands on two sheets (“${facts["first"]}” and “${facts["second"]}”). Delete one and upload again.`,
  },
  "workbook-of-another-form": {
    vi: (facts) => `Tệp này không phải của phiếu ${facts["dataSet"]}, ${facts["orgUnit"]}, ${period(facts["period"])}, mà của phiếu “${facts["foundDataSet"]}”, đơn vị ${facts["foundOrgUnit"]}, ${period(facts["foundPeriod"])}. Chọn đúng tệp, hoặc mở phiếu kia rồi nhập.`,
    en: (facts) => `This file is not of the form ${facts["dataSetEn"]}, ${facts["orgUnit"]}, ${facts["period"]}, but of “${facts["foundDataSet"]}”, unit ${facts["foundOrgUnit"]}, ${facts["foundPeriod"]}. Choose the right file, or open that form.`,
  },
  "workbook-of-another-version": {
    vi: (facts) => `${file(facts)}mẫu phiếu ${facts["dataSet"]} (${period(facts["period"])}) đã đổi từ khi tải tệp này. ${again}`,
    en: (facts) => `${fileEn(facts)}the form ${facts["dataSetEn"]} (${facts["period"]}) has changed since this file was made. ${againEn}`,
  },
  "workbook-outdated": {
    vi: (facts) => `${file(facts)}phiếu đã được nộp lần ${facts["version"]} sau khi tải tệp này (lúc tải: lần ${facts["seen"]}). Tải tệp mới, chép số sang rồi nhập lại; hoặc chọn Nộp để hệ thống so hai bản.`,
    en: (facts) => `${fileEn(facts)}version ${facts["version"]} was handed in after this file was made (from version ${facts["seen"]}). Download a new file and copy the numbers; or hand this one in, and both are compared.`,
  },
  "workbook-too-large": {
    vi: (facts) => `${file(facts)}lớn hơn ${facts["megabytes"]} MB, một phiếu không thể lớn như vậy. Xóa ảnh và trang thừa, hoặc tải lại phiếu rồi chép số sang.`,
    en: (facts) => `${fileEn(facts)}larger than ${facts["megabytes"]} MB; no form is. Remove pictures and extra sheets, or download the form again and copy the numbers.`,
  },
  "workbook-too-slow": {
    vi: (facts) => `${file(facts)}đọc quá lâu nên đã dừng. ${again}`,
    en: (facts) => `${fileEn(facts)}took too long to read. ${againEn}`,
  },
}; // prettier-ignore
