import { describe, expect, it } from "vitest";
import { checkText } from "./index.ts";

/** The numbers (or words) that the checker accuses: printed value of every claim that is wrong or suspect. */
function accused(text: string): readonly string[] {
  const raised = checkText(text).claims.filter(
    (claim) => claim.verdict === "wrong" || claim.verdict === "suspect",
  );
  return raised.map((claim) => claim.printed?.text ?? claim.quote);
}

describe("shares of a whole and of a plan", () => {
  it.each([
    "Toàn huyện có 1.245 học sinh lớp 12 dự thi, trong đó 1.198 em tốt nghiệp, đạt 96,2%.",
    "Kế hoạch giao 500 ca, thực hiện 420 ca, đạt 84% kế hoạch.",
    "Tổng thu ngân sách ước đạt 1.250 tỷ đồng, bằng 62,5% dự toán (2.000 tỷ đồng), tăng 8,7% so với cùng kỳ (1.150 tỷ đồng).",
    "Tiêm chủng đạt 95,2% (1.200/1.260 trẻ).",
    "Toàn tỉnh có 106/106 xã (đạt 100%) duy trì tiêm chủng.",
    "Có 95/106 xã, phường, thị trấn đạt tiêu chí quốc gia về y tế (đạt 89,6%).",
    "Tổng số 500 em; kết quả xếp loại: giỏi 120 em (24%), khá 250 em (50%), trung bình 130 em (26%).",
    "Diện tích gieo trồng lúa đạt 31.250 ha, bằng 103,3% so với cùng kỳ năm trước (30.250 ha).",
    "Bệnh viện có 250 giường kế hoạch, thực kê 312 giường, đạt 124,8% kế hoạch.",
    "Kiểm tra 45 cơ sở, phát hiện 12 cơ sở vi phạm (26,7%).",
    "Vận động được 1,25 tỷ đồng, bằng 125% kế hoạch (1 tỷ đồng).",
    "Hoàn thành 12/15 nhiệm vụ (80%), đang thực hiện 03 nhiệm vụ (20%).",
    "Phát hiện 15 ca dương tính trên tổng số 500 mẫu xét nghiệm, chiếm tỷ lệ 3%.",
    "Số cơ sở được kiểm tra: 4.130 cơ sở; số cơ sở đạt: 3.764 cơ sở; tỷ lệ đạt: 91,1%.",
    "Kq tiêm vx sởi: 1250/1400 = 89.3%",
    "Đã khám 2,450 lượt, đạt 49% KH (5,000 lượt).",
    "- Số học sinh lớp 9: 1.120 em.\n- Tốt nghiệp THCS: 1.110 em, đạt 99,1%.",
    "1. Số liệu chung:\n- Tổng số hộ: 2.450 hộ, trong đó:\n+ Hộ nghèo: 320 hộ, chiếm 13,1%\n+ Hộ cận nghèo: 210 hộ, chiếm 8,6%",
    "Giai đoạn 2021-2025 đầu tư 25 trạm y tế; năm 2023 đã khởi công 10 trạm, đạt 40%.",
    "Dự toán giao 12.500 triệu đồng, đã chi 8.750 triệu đồng, đạt 70%, còn lại 3.750 triệu đồng.",
    "Tỷ lệ giải ngân vốn đầu tư công đạt 45,2% kế hoạch vốn (678/1.500 tỷ đồng).",
    "Diện tích lúa 3.250 ha, năng suất 48,5 tạ/ha, sản lượng 15.762,5 tấn.",
    "Dân số 489.945 người, mật độ 54 người/km2; nam 249.872 người (51%), nữ 240.073 người (49%).",
    "Toàn trường có 20 lớp với 612 học sinh, bình quân 30,6 học sinh/lớp.",
    "Xếp loại hạnh kiểm: Tốt 450 em (73,5%); Khá 150 em (24,5%); Đạt 12 em (2,0%). Tổng số học sinh được đánh giá 612 em.",
    "Tổng số học sinh 612 em. Xếp loại hạnh kiểm: Tốt 450 em (73,5%); Khá 150 em (24,5%); Đạt 12 em (2,0%).",
    "Xét nghiệm 1.250 mẫu: dương tính 45 mẫu (3,6%), âm tính 1.205 mẫu (96,4%).",
    "Khám sức khỏe cho 5.250 người cao tuổi (đạt 75,3% so với số quản lý là 6.972 người).",
    "Đến nay có 98/106 xã (92,5%) đạt tiêu chí; còn 08 xã chưa đạt.",
    "Cấp 1.250 giấy chứng nhận, đạt 83,3% kế hoạch (1.500 giấy), tăng 150 giấy so với cùng kỳ.",
    "Kế hoạch năm 2023: 2.500 ca. Thực hiện 6 tháng: 1.320 ca. Đạt 52,8%.",
    "UBND HUYỆN A\nBÁO CÁO\nTình hình kinh tế - xã hội 6 tháng đầu năm 2024\n1. Trồng trọt: Tổng diện tích gieo trồng 5.250 ha, đạt 105% kế hoạch (5.000 ha), tăng 2,9% so với cùng kỳ (5.100 ha).\n2. Chăn nuôi: Tổng đàn gia súc 45.200 con, trong đó: đàn trâu 12.500 con, đàn bò 8.700 con, đàn lợn 24.000 con.\n3. Thu ngân sách: 85,2 tỷ đồng/120 tỷ đồng, đạt 71% dự toán.",
    "Kết quả khảo sát 250 người dân: 180 người biết sử dụng dịch vụ công trực tuyến (72%), 150 người có tài khoản định danh mức 2 (60%), 95 người đã thanh toán không dùng tiền mặt (38%).",
    "Toàn tỉnh có 1.250 tổ chức đảng; kết quả: hoàn thành xuất sắc 250 tổ chức (20%), hoàn thành tốt 900 tổ chức (72%), hoàn thành 90 tổ chức (7,2%), không hoàn thành 10 tổ chức (0,8%).",
    "Số mắc tích lũy 1.250 ca, tử vong 12 ca (tỷ lệ chết/mắc 0,96%).",
    "Tổng số trẻ dưới 5 tuổi 48.250 trẻ; số trẻ được cân 46.320 trẻ (96%); số trẻ suy dinh dưỡng 8.152 trẻ (17,6%).",
    "Đã chi 3,2 tỷ/5 tỷ đồng (64%).",
    "Giá trị xuất khẩu 6 tháng ước 12,4 triệu USD, bằng 47,7% kế hoạch năm (26 triệu USD) và tăng 3,3% so với cùng kỳ (12 triệu USD).",
    "Thu gom 12,5 tấn/ngày, xử lý 11,2 tấn/ngày, đạt 89,6%.",
    "Đã hỗ trợ 1.250 triệu đồng cho 250 hộ, bình quân 5 triệu đồng/hộ.",
    "Đến ngày 31/5, đã giải ngân 125,6 tỷ đồng/450,2 tỷ đồng, đạt 27,9% kế hoạch; ước đến 30/6 giải ngân 180 tỷ đồng, đạt 40%.",
    "Tiếp nhận 125 đơn; đã giải quyết 100 đơn (80%), đang giải quyết 25 đơn (20%).",
    "Thương mại điện tử đạt 350 tỷ đồng, chiếm 7% tổng mức bán lẻ (5.000 tỷ đồng).",
    "6 tháng đầu năm toàn huyện khám 25.400 lượt người (KH năm 52.000 lượt), đạt 48,8%.",
    "Thực hiện 526/500 ca, vượt 5,2% kế hoạch.",
    "Kết quả thi: 215/220 học sinh đỗ tốt nghiệp (97,7%).",
    "Số hộ có nhà tiêu hợp vệ sinh là 8.520 hộ trên tổng số 12.300 hộ, đạt 69,3%.",
    "Kế hoạch trồng rừng năm 2023 là 1.200 ha; đến nay trồng được 1.320 ha, đạt 110% kế hoạch.",
    "Trong 250 công trình, đã hoàn thành 160 công trình (64%), đang thi công 70 công trình (28%), chưa khởi công 20 công trình (8%).",
    "Trong kỳ xét nghiệm HIV cho 3.250 người, phát hiện dương tính 18 người (0,55%).",
    "Lớp 12: 420 học sinh, đỗ tốt nghiệp 412 em, tỷ lệ 98,1%.",
    "Đến hết tháng 6, dư nợ cho vay đạt 3.250 tỷ đồng với 45.200 khách hàng còn dư nợ; nợ quá hạn 5,2 tỷ đồng, chiếm 0,16% tổng dư nợ.",
    "15 trường đạt chuẩn mức độ 1, 5 trường đạt chuẩn mức độ 2; nâng tổng số trường đạt chuẩn lên 85/150 trường (56,7%).",
    "Trong số 1.250 người được khám có 450 người tăng huyết áp (36%), 320 người thừa cân (25,6%), 150 người đái tháo đường (12%).",
    "Tỷ lệ bao phủ BHYT đạt 92%, vượt 0,5% so với kế hoạch giao (91,5%).",
    "Đã có 12/15 đơn vị nộp báo cáo đúng hạn (80%); 03 đơn vị nộp chậm gồm: Phòng A, Phòng B, Phòng C.",
    "Tiếp nhận 45 nghìn lượt khách, doanh thu 25 tỷ đồng, bình quân 0,56 triệu đồng/lượt khách.",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });

  it.each([
    ["97,2%", "Toàn huyện có 1.245 học sinh lớp 12 dự thi, trong đó 1.198 em tốt nghiệp, đạt 97,2%."],
    ["86%", "Kế hoạch giao 500 ca, thực hiện 420 ca, đạt 86% kế hoạch."],
    [
      "65,2%",
      "Tổng thu ngân sách ước đạt 1.250 tỷ đồng, bằng 65,2% dự toán (2.000 tỷ đồng), tăng 8,7% so với cùng kỳ (1.150 tỷ đồng).",
    ],
    ["95,2%", "Tiêm chủng đạt 95,2% (1.200/1.280 trẻ)."],
    ["92%", "Có 95/106 xã, phường, thị trấn đạt tiêu chí quốc gia về y tế (đạt 92%)."],
    [
      "29%",
      "Tổng số 500 em; kết quả xếp loại: giỏi 120 em (24%), khá 250 em (50%), trung bình 130 em (29%).",
    ],
    ["101,2%", "Diện tích gieo trồng lúa đạt 31.250 ha, bằng 101,2% so với cùng kỳ năm trước (30.250 ha)."],
    [
      "42%",
      "Tổng số đảng viên 5.250 đồng chí, trong đó nữ 2.100 đồng chí chiếm 42%; người dân tộc thiểu số 3.150 đồng chí chiếm 60%.",
    ],
    ["128,4%", "Bệnh viện có 250 giường kế hoạch, thực kê 312 giường, đạt 128,4% so với kế hoạch."],
    [
      "65,6%",
      "Số lượt khám 45.250 lượt, tăng 3.150 lượt so với cùng kỳ (42.100 lượt), đạt 65,6% kế hoạch năm (80.000 lượt).",
    ],
    ["36,7%", "Kiểm tra 45 cơ sở, phát hiện 12 cơ sở vi phạm, chiếm 36,7%."],
    ["25%", "Hoàn thành 12/15 nhiệm vụ (80%), đang thực hiện 03 nhiệm vụ (25%)."],
    ["5%", "Phát hiện 15 ca dương tính trên tổng số 500 mẫu xét nghiệm, chiếm tỷ lệ 5%."],
    ["115,2%", "Số thu đạt 450 tỷ đồng/400 tỷ đồng kế hoạch, đạt 115,2%."],
    ["93,1%", "Số cơ sở được kiểm tra: 4.130 cơ sở; số cơ sở đạt: 3.764 cơ sở; tỷ lệ đạt: 93,1%."],
    ["89.3%", "Kq tiêm vx sởi: 1250/1450 = 89.3%"],
    ["94%", "Đã khám 2,450 lượt, đạt 94% KH (5,000 lượt)."],
    [
      "15,1%",
      "1. Số liệu chung:\n- Tổng số hộ: 2.450 hộ, trong đó:\n+ Hộ nghèo: 320 hộ, chiếm 15,1%\n+ Hộ cận nghèo: 210 hộ, chiếm 8,6%",
    ],
    ["45%", "Giai đoạn 2021-2025 đầu tư 25 trạm y tế; năm 2023 đã khởi công 10 trạm, đạt 45%."],
    ["75%", "Dự toán giao 12.500 triệu đồng, đã chi 8.750 triệu đồng, đạt 75%, còn lại 3.750 triệu đồng."],
    ["54,2%", "Tỷ lệ giải ngân vốn đầu tư công đạt 54,2% kế hoạch vốn (678/1.500 tỷ đồng)."],
    ["36,6", "Toàn trường có 20 lớp với 612 học sinh, bình quân 36,6 học sinh/lớp."],
    [
      "25,4%",
      "Tổng số học sinh 612 em. Xếp loại hạnh kiểm: Tốt 450 em (73,5%); Khá 150 em (25,4%); Đạt 12 em (2,0%).",
    ],
    [
      "92%",
      "Hiện có 250 bệnh nhân đang điều trị ARV, trong đó 240 bệnh nhân có tải lượng vi rút dưới ngưỡng (92%).",
    ],
    ["85,3%", "Khám sức khỏe cho 5.250 người cao tuổi (đạt 85,3% so với số quản lý là 6.972 người)."],
    ["58,2%", "Kế hoạch năm 2023: 2.500 ca. Thực hiện 6 tháng: 1.320 ca. Đạt 58,2%."],
    [
      "78%",
      "Kết quả khảo sát 250 người dân: 180 người biết sử dụng dịch vụ công trực tuyến (78%), 150 người có tài khoản định danh mức 2 (60%), 95 người đã thanh toán không dùng tiền mặt (38%).",
    ],
    ["1,96%", "Số mắc tích lũy 1.250 ca, tử vong 12 ca (tỷ lệ chết/mắc 1,96%)."],
    ["46%", "Đã chi 2,3 tỷ/4 tỷ đồng (46%)."],
    [
      "78,5%",
      "Số vụ án thụ lý 320 vụ (cũ chuyển sang 45 vụ, thụ lý mới 275 vụ); đã giải quyết 280 vụ, đạt 78,5%; còn lại 40 vụ.",
    ],
    [
      "57,5%",
      "Toàn tỉnh có 2.450 doanh nghiệp đang hoạt động, trong đó 1.850 doanh nghiệp có phát sinh doanh thu (chiếm 57,5%).",
    ],
    ["6", "Đã hỗ trợ 1.250 triệu đồng cho 250 hộ, bình quân 6 triệu đồng/hộ."],
    ["45%", "Đến ngày 31/5, đã giải ngân 125,6 tỷ đồng/450,2 tỷ đồng, đạt 45% kế hoạch."],
    ["9%", "Thương mại điện tử đạt 350 tỷ đồng, chiếm 9% tổng mức bán lẻ (5.000 tỷ đồng)."],
    ["84,8%", "6 tháng đầu năm toàn huyện khám 25.400 lượt người (KH năm 52.000 lượt), đạt 84,8%."],
    ["46,8%", "Số trẻ tiêm chủng đầy đủ: 1.020 cháu, đạt 46,8% (KH: 2.100 cháu)."],
    ["6,2%", "Thực hiện 526/500 ca, vượt 6,2% kế hoạch."],
    ["98,2%", "Kết quả thi: 215/220 học sinh đỗ tốt nghiệp (98,2%)."],
    ["91,8%", "Phòng Giáo dục: huy động trẻ 5 tuổi ra lớp 1.825/1.950 cháu, đạt tỷ lệ 91,8%."],
    ["1,5%", "Trong tổng số 3.200 mẫu nước xét nghiệm có 96 mẫu không đạt, chiếm 1,5%."],
    ["72%", "Số hộ có nhà tiêu hợp vệ sinh là 8.520 hộ trên tổng số 12.300 hộ, đạt 72%."],
    [
      "45,4%",
      "Thu phí, lệ phí 6 tháng đạt 2.450 triệu đồng, bằng 45,4% dự toán năm (4.500 triệu đồng), tăng 10% so với cùng kỳ năm 2022 (2.227 triệu đồng).",
    ],
    [
      "92,5%",
      "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt 92,5% (1.850/2.100 trẻ), thấp hơn cùng kỳ năm trước.",
    ],
    ["112%", "Kế hoạch trồng rừng năm 2023 là 1.200 ha; đến nay trồng được 1.320 ha, đạt 112% kế hoạch."],
    [
      "68%",
      "Trong 250 công trình, đã hoàn thành 160 công trình (68%), đang thi công 70 công trình (28%), chưa khởi công 20 công trình (8%).",
    ],
    [
      "28%",
      "Trong 250 công trình, đã hoàn thành 160 công trình (64%), đang thi công 75 công trình (28%), chưa khởi công 20 công trình (8%).",
    ],
    ["86%", "Số giáo viên đạt chuẩn: 1.120/1.250 người, chiếm 86%."],
    ["96,3%", "Lớp 12: 420 học sinh, đỗ tốt nghiệp 412 em, tỷ lệ 96,3%."],
    ["57%", "Qua giám sát 120 hộ kinh doanh có 63 hộ chấp hành tốt (57%)."],
    ["18%", "Tỷ lệ chuyển tuyến: 350 ca/12.450 lượt khám (18%)."],
    ["12,5%", "Số ca đẻ 210 ca, trong đó mổ đẻ 63 ca (12,5%)."],
    ["85%", "Vốn giao 2.400 triệu đồng; giải ngân 1.800 triệu đồng, đạt 85%."],
    ["46%", "Học lực giỏi 120 em, chiếm 46% tổng số 320 học sinh."],
    ["97,5%", "Số liều sử dụng 19.500 liều trong tổng số 21.000 liều được cấp, đạt 97,5%."],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("totals and their parts", () => {
  it.each([
    "Toàn trường có 45 cán bộ, giáo viên (nam 15, nữ 30).",
    "Cơ cấu kinh tế: nông nghiệp 20,5%; công nghiệp - xây dựng 30,2%; dịch vụ 45%; thuế 4,3%.",
    "Chi thường xuyên 850 tỷ đồng, chi đầu tư 400 tỷ đồng, tổng cộng 1.250 tỷ đồng.",
    "Số sinh 6 tháng đầu năm là 4.250 trẻ, trong đó 2.210 trẻ trai và 2.040 trẻ gái; tỷ số giới tính khi sinh 108,3 bé trai/100 bé gái.",
    "Tổng chi 12,5 tỷ đồng, gồm: chi lương 8,2 tỷ đồng; chi nghiệp vụ 3,1 tỷ đồng; chi khác 1,2 tỷ đồng.",
    "Xử phạt 35 cơ sở với số tiền 120 triệu đồng, trong đó phạt tiền 30 cơ sở, cảnh cáo 05 cơ sở.",
    "Lớp 5A có 32 học sinh, lớp 5B có 30 học sinh, tổng số 62 học sinh.",
    "Số hồ sơ tiếp nhận 1.520 hồ sơ (trực tuyến 1.216 hồ sơ, trực tiếp 304 hồ sơ); đã giải quyết 1.480 hồ sơ, trong đó trước hạn 1.300 hồ sơ, đúng hạn 175 hồ sơ, quá hạn 05 hồ sơ; còn 40 hồ sơ đang trong hạn.",
    "Tổng số 44 trường, gồm 12 trường mầm non, 15 trường tiểu học, 14 trường THCS và 03 trường THPT.",
    "Có 3 đơn vị: Sở Y tế, Sở Giáo dục, Sở Nội vụ.",
    "- Tổng số cán bộ: 122 người, trong đó:\n+ Nam: 50 người\n+ Nữ: 72 người",
    "Tổng số đối tượng được thụ hưởng 360 người, cụ thể:\n- Người cao tuổi: 120 người;\n- Người khuyết tật: 95 người;\n- Trẻ mồ côi: 45 người;\n- Đối tượng khác: 100 người.",
    "Trong 6 tháng, toàn tỉnh ghi nhận 300 ca sốt xuất huyết (Mường Tè 120 ca, Sìn Hồ 85 ca, Phong Thổ 95 ca).",
    "Trong 45 vụ tai nạn có 30 vụ do vượt tốc độ, 20 vụ có nồng độ cồn, 10 vụ đi sai phần đường.",
    "Vốn trung ương 450,5 tỷ đồng; vốn địa phương 120,3 tỷ đồng; tổng 570,8 tỷ đồng.",
    "Kết quả: 25/25 đơn vị hoàn thành, trong đó hoàn thành xuất sắc 05 đơn vị, hoàn thành tốt 18 đơn vị, hoàn thành 02 đơn vị.",
    "Chi trả bảo hiểm xã hội cho 12.500 lượt người với số tiền 45,2 tỷ đồng (trong đó lương hưu 8.200 lượt người, trợ cấp 4.300 lượt người).",
    "Xây mới 120 nhà cho hộ nghèo (Quỹ vì người nghèo 80 nhà, doanh nghiệp hỗ trợ 40 nhà).",
    "Xuất khẩu lao động 125 người, đạt 83% kế hoạch, trong đó đi Nhật Bản 60 người, Đài Loan 45 người, thị trường khác 20 người.",
    "Trong quý II/2023, lực lượng CSGT kiểm tra 5.250 lượt phương tiện, xử lý 1.312 trường hợp vi phạm (nồng độ cồn 420, tốc độ 310, lỗi khác 582).",
    "Tổng vốn đầu tư 25,6 tỷ đồng (ngân sách tỉnh 15,6 tỷ đồng, ngân sách huyện 10 tỷ đồng).",
    "Tổng số xã của tỉnh là 106 xã, phường, thị trấn (94 xã, 5 phường, 7 thị trấn).",
    "Nguồn thu: viện phí 12,5 tỷ đồng, BHYT 45,8 tỷ đồng, thu khác 1,7 tỷ đồng. Tổng thu 60 tỷ đồng.",
    "Hỗ trợ 2.150 hộ (hộ nghèo 1.320 hộ, hộ cận nghèo 830 hộ) với kinh phí 3,2 tỷ đồng.",
    "Số vụ án thụ lý 320 vụ (cũ chuyển sang 45 vụ, thụ lý mới 275 vụ); đã giải quyết 280 vụ, đạt 87,5%; còn lại 40 vụ.",
    "Tổng số giải: 62 (5 giải Nhất, 12 giải Nhì, 20 giải Ba, 25 giải Khuyến khích).",
    "Chi bộ có 25 đảng viên (chính thức 23, dự bị 02).",
    "Tổng mức bán lẻ 5.000 tỷ đồng, tăng 12%; trong đó bán lẻ hàng hóa 4.200 tỷ đồng, tăng 11%, lưu trú ăn uống 500 tỷ đồng, tăng 20%, dịch vụ khác 300 tỷ đồng, tăng 15%.",
    "Kết quả trợ giúp: nhóm người cao tuổi 820 người, nhóm khuyết tật 395 người, nhóm khác 90 người; cộng 1.305 người.",
    "Đội ngũ có 60 giáo viên: 12 thạc sĩ, 40 đại học, 8 cao đẳng.",
    "Tổng kinh phí 300 triệu đồng: trung ương 150 triệu đồng; tỉnh 100 triệu đồng; huyện 50 triệu đồng.",
    "Trong kỳ tiếp nhận 255 trẻ sơ sinh: 138 trẻ trai, 117 trẻ gái.",
    "Qua kiểm tra 65 cơ sở, có 45 cơ sở đạt yêu cầu, 20 cơ sở chưa đạt yêu cầu.",
    "Tiêm vắc xin cho đàn trâu, bò 1.220 con (trâu 780 con, bò 440 con).",
    "2. Khám chữa bệnh\na) Khám bệnh: tổng số 25.500 lượt, trong đó:\n- Tuyến huyện: 12.300 lượt\n- Tuyến xã: 13.200 lượt\nb) Điều trị nội trú: 4.120 lượt.",
    "Đã cấp 1.055 thẻ BHYT cho các đối tượng: hộ nghèo 520 thẻ, cận nghèo 310 thẻ, học sinh 225 thẻ.",
    "Chi cho con người 12,3 tỷ đồng, chi hoạt động 4,5 tỷ đồng, chi mua sắm 2,3 tỷ đồng; tổng chi 19,1 tỷ đồng.",
    "Ban Chỉ đạo có 29 thành viên, gồm 01 Trưởng ban, 03 Phó Trưởng ban và 25 ủy viên.",
    "Chi ngân sách 1.250 tỷ đồng, bằng 52% dự toán; trong đó chi đầu tư 450 tỷ đồng, bằng 40% dự toán; chi thường xuyên 800 tỷ đồng, bằng 62% dự toán.",
    "Xuất khẩu 520 triệu USD, nhập khẩu 480 triệu USD, xuất siêu 40 triệu USD.",
    "Khám 320 lượt (BHYT 250 lượt, dịch vụ 70 lượt), trong đó trẻ em 45 lượt, người cao tuổi 80 lượt.",
    "Toàn tỉnh tiêm 25.000 liều cho 22.000 người, trong đó mũi 1 là 15.000 liều, mũi 2 là 10.000 liều.",
    "Nhân lực: tổng số 230 người, trong đó bác sĩ 52, dược sĩ 12, điều dưỡng 98, khác 68.",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });

  it.each([
    [
      "6.812",
      "Thu ngân sách nhà nước trên địa bàn đạt 6.812 tỷ đồng, trong đó: thu nội địa 5.210 tỷ đồng, thu từ hoạt động xuất nhập khẩu 1.062 tỷ đồng.",
    ],
    ["45", "Toàn trường có 45 cán bộ, giáo viên (nam 15, nữ 28)."],
    ["500", "Tổng số 500 em; kết quả xếp loại: giỏi 120 em, khá 250 em, trung bình 140 em."],
    [
      "20,5%; công nghiệp - xây dựng 33,2%; dịch vụ 45%; thuế 4,3%",
      "Cơ cấu kinh tế: nông nghiệp 20,5%; công nghiệp - xây dựng 33,2%; dịch vụ 45%; thuế 4,3%.",
    ],
    ["1.250", "Chi thường xuyên 850 tỷ đồng, chi đầu tư 420 tỷ đồng, tổng cộng 1.250 tỷ đồng."],
    ["4.250", "Số sinh 6 tháng đầu năm là 4.250 trẻ, trong đó 2.210 trẻ nam và 2.140 trẻ nữ."],
    [
      "12,5",
      "Tổng chi 12,5 tỷ đồng, gồm: chi lương 8,2 tỷ đồng; chi nghiệp vụ 3,1 tỷ đồng; chi khác 1,8 tỷ đồng.",
    ],
    ["128", "Cấp mới 45 giấy phép, cấp lại 30 giấy phép, cấp đổi 43 giấy phép, tổng cộng 128 giấy phép."],
    ["1.520", "Số hồ sơ tiếp nhận 1.520 hồ sơ (trực tuyến 1.216 hồ sơ, trực tiếp 314 hồ sơ)."],
    [
      "1.480",
      "Đã giải quyết 1.480 hồ sơ, trong đó trước hạn 1.300 hồ sơ, đúng hạn 185 hồ sơ, quá hạn 05 hồ sơ.",
    ],
    [
      "45",
      "Toàn huyện có 45 trường (12 trường mầm non, 15 trường tiểu học, 14 trường THCS và 03 trường THPT).",
    ],
    ["120", "- Tổng số cán bộ: 120 người, trong đó:\n+ Nam: 50 người\n+ Nữ: 72 người"],
    [
      "350",
      "Tổng số đối tượng được thụ hưởng 350 người, cụ thể:\n- Người cao tuổi: 120 người;\n- Người khuyết tật: 95 người;\n- Trẻ mồ côi: 45 người;\n- Đối tượng khác: 100 người.",
    ],
    [
      "320",
      "Trong 6 tháng, toàn tỉnh ghi nhận 320 ca sốt xuất huyết (Mường Tè 120 ca, Sìn Hồ 85 ca, Phong Thổ 95 ca).",
    ],
    [
      "210",
      "Tiếp 320 lượt công dân với 415 người; nhận 210 đơn, gồm: 35 đơn khiếu nại, 20 đơn tố cáo, 165 đơn kiến nghị, phản ánh.",
    ],
    [
      "1.820",
      "Tổng số giường thực kê là 1.820 giường, bao gồm bệnh viện tỉnh 700 giường, các trung tâm y tế huyện 1.020 giường.",
    ],
    [
      "1.250",
      "Bệnh viện thực hiện 1.250 ca phẫu thuật, trong đó phẫu thuật loại đặc biệt 25 ca, loại I 320 ca, loại II 605 ca, loại III 330 ca.",
    ],
    ["1.250", "Xét nghiệm 1.250 mẫu: dương tính 45 mẫu (3,6%), âm tính 1.250 mẫu (96,4%)."],
    ["580,8", "Vốn trung ương 450,5 tỷ đồng; vốn địa phương 120,3 tỷ đồng; tổng cộng 580,8 tỷ đồng."],
    [
      "25",
      "Kết quả: 25 đơn vị được xếp loại, trong đó hoàn thành xuất sắc 05 đơn vị, hoàn thành tốt 18 đơn vị, hoàn thành 04 đơn vị.",
    ],
    [
      "12.500",
      "Chi trả bảo hiểm xã hội cho 12.500 lượt người với số tiền 45,2 tỷ đồng (trong đó lương hưu 8.200 lượt người, trợ cấp 4.500 lượt người).",
    ],
    ["120", "Xây mới 120 nhà cho hộ nghèo (Quỹ vì người nghèo 80 nhà, doanh nghiệp hỗ trợ 50 nhà)."],
    [
      "125",
      "Xuất khẩu lao động 125 người, đạt 83% kế hoạch, trong đó đi Nhật Bản 60 người, Đài Loan 45 người, thị trường khác 30 người.",
    ],
    [
      "45.200",
      "2. Chăn nuôi: Tổng đàn gia súc 45.200 con, gồm: đàn trâu 12.500 con, đàn bò 8.700 con, đàn lợn 25.000 con.",
    ],
    [
      "1.250",
      "Toàn tỉnh có 1.250 tổ chức đảng; kết quả: hoàn thành xuất sắc 250 tổ chức (20%), hoàn thành tốt 900 tổ chức (72%), hoàn thành 90 tổ chức (7,2%), không hoàn thành 20 tổ chức (0,8%).",
    ],
    [
      "1.312",
      "Trong quý II/2023, lực lượng CSGT kiểm tra 5.250 lượt phương tiện, xử lý 1.312 trường hợp vi phạm (nồng độ cồn 420, tốc độ 310, lỗi khác 682).",
    ],
    ["25,6", "Tổng vốn đầu tư 25,6 tỷ đồng (ngân sách tỉnh 15,6 tỷ đồng, ngân sách huyện 12 tỷ đồng)."],
    ["108", "Tổng số xã của tỉnh là 108 xã, phường, thị trấn (94 xã, 5 phường, 7 thị trấn)."],
    ["65", "Nguồn thu: viện phí 12,5 tỷ đồng, BHYT 45,8 tỷ đồng, thu khác 1,7 tỷ đồng. Tổng thu 65 tỷ đồng."],
    ["2.150", "Hỗ trợ 2.150 hộ (hộ nghèo 1.320 hộ, hộ cận nghèo 850 hộ) với kinh phí 3,2 tỷ đồng."],
    [
      "320",
      "Số vụ án thụ lý 320 vụ (cũ chuyển sang 45 vụ, thụ lý mới 285 vụ); đã giải quyết 280 vụ, đạt 87,5%; còn lại 40 vụ.",
    ],
    ["62", "Tổng số giải: 62 (5 giải Nhất, 12 giải Nhì, 20 giải Ba, 35 giải Khuyến khích)."],
    ["51,2%, nữ 49,8%", "Tỷ lệ nam 51,2%, nữ 49,8%."],
    [
      "125.500.000",
      "Tổng số tiền phạt 125.500.000 đồng, trong đó: phạt tổ chức 85.000.000 đồng, phạt cá nhân 45.500.000 đồng.",
    ],
    ["25", "Chi bộ có 25 đảng viên (chính thức 23, dự bị 03)."],
    [
      "5.000",
      "Tổng mức bán lẻ 5.000 tỷ đồng, tăng 12%; trong đó bán lẻ hàng hóa 4.200 tỷ đồng, tăng 11%, lưu trú ăn uống 500 tỷ đồng, tăng 20%, dịch vụ khác 400 tỷ đồng, tăng 15%.",
    ],
    [
      "1.325",
      "Kết quả trợ giúp: nhóm người cao tuổi 820 người, nhóm khuyết tật 395 người, nhóm khác 90 người; cộng 1.325 người.",
    ],
    ["58", "Đội ngũ có 58 giáo viên: 12 thạc sĩ, 40 đại học, 8 cao đẳng."],
    [
      "310",
      "Tổng kinh phí 310 triệu đồng: trung ương 150 triệu đồng; tỉnh 100 triệu đồng; huyện 50 triệu đồng.",
    ],
    ["265", "Trong kỳ tiếp nhận 265 trẻ sơ sinh: 138 trẻ trai, 117 trẻ gái."],
    ["65", "Qua kiểm tra 65 cơ sở, có 45 cơ sở đạt yêu cầu, 30 cơ sở chưa đạt yêu cầu."],
    ["1.120", "Tiêm vắc xin cho đàn trâu, bò 1.120 con (trâu 780 con, bò 440 con)."],
    [
      "1.045",
      "Đã cấp 1.045 thẻ BHYT cho các đối tượng: hộ nghèo 520 thẻ, cận nghèo 310 thẻ, học sinh 225 thẻ.",
    ],
    ["29", "Tổng số vụ cháy: 29 vụ (nhà dân 15 vụ, cơ sở sản xuất 6 vụ, rừng 4 vụ); thiệt hại 3,5 tỷ đồng."],
    ["1.520", "Đơn vị sự nghiệp có 1.520 người làm việc, gồm 1.350 biên chế và 160 hợp đồng lao động."],
    [
      "18,1",
      "Chi cho con người 12,3 tỷ đồng, chi hoạt động 4,5 tỷ đồng, chi mua sắm 2,3 tỷ đồng; tổng chi 18,1 tỷ đồng.",
    ],
    ["21", "Toàn huyện còn 21 xã, thị trấn chưa đạt chuẩn (20 xã và 2 thị trấn)."],
    [
      "25.670",
      "Năm học 2023-2024: toàn thành phố có 15.250 học sinh tiểu học và 10.320 học sinh THCS, tổng cộng 25.670 học sinh.",
    ],
    ["31", "Ban Chỉ đạo có 31 thành viên, gồm 01 Trưởng ban, 03 Phó Trưởng ban và 25 ủy viên."],
    ["240", "Nhân lực: tổng số 240 người, trong đó bác sĩ 52, dược sĩ 12, điều dưỡng 98, khác 68."],
    ["2.150", "- Nội trú: 2.150 người (BHYT: 2.010; không BHYT: 150)."],
    ["145", "Xử lý vi phạm: 145 trường hợp (mô tô 98, ô tô 35, phương tiện khác 22)."],
    [
      "60",
      "Toàn trường có 60 giáo viên, trong đó: trên chuẩn 18 giáo viên (30%), đạt chuẩn 40 giáo viên (66,7%), chưa đạt chuẩn 4 giáo viên (3,3%).",
    ],
    ["85", "Hội nghị có 85 đại biểu (chính thức 70, khách mời 12)."],
    [
      "1.350",
      "Thu hồi đất của 1.350 hộ, trong đó đất ở 420 hộ, đất nông nghiệp 850 hộ, còn lại 70 hộ đất khác.",
    ],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("bounds and directions", () => {
  it.each([
    "Thu ngân sách nhà nước trên địa bàn đạt 6.272 tỷ đồng, trong đó: thu nội địa 5.210 tỷ đồng, thu từ hoạt động xuất nhập khẩu 1.062 tỷ đồng.",
    "Toàn trường có 612 học sinh, trong đó có 45 học sinh khuyết tật và 120 học sinh dân tộc thiểu số.",
    "Tổng số đảng viên 5.250 đồng chí, trong đó nữ 2.100 đồng chí chiếm 40%; người dân tộc thiểu số 3.150 đồng chí chiếm 60%.",
    "Trong 6 tháng, toàn tỉnh ghi nhận 320 ca sốt xuất huyết, trong đó huyện Mường Tè 120 ca, huyện Sìn Hồ 85 ca.",
    "Tiếp 320 lượt công dân với 415 người; nhận 210 đơn, trong đó 35 đơn khiếu nại, 20 đơn tố cáo, 155 đơn kiến nghị, phản ánh.",
    "Bệnh viện thực hiện 1.250 ca phẫu thuật, trong đó phẫu thuật loại đặc biệt 25 ca, loại I 320 ca, loại II 605 ca, loại III 300 ca.",
    "Hiện có 250 bệnh nhân đang điều trị ARV, trong đó 240 bệnh nhân có tải lượng vi rút dưới ngưỡng (96%).",
    "Tổ chức 25 cuộc kiểm tra, trong đó có 10 cuộc đột xuất, kiểm tra 150 cơ sở; phát hiện 18 cơ sở vi phạm, xử phạt 12 cơ sở với số tiền 85 triệu đồng.",
    "Toàn tỉnh có 2.450 doanh nghiệp đang hoạt động, trong đó 1.850 doanh nghiệp có phát sinh doanh thu (chiếm 75,5%).",
    "Trong quý II, tỷ lệ giải quyết đúng hạn đạt 98,5%, cao hơn mục tiêu đề ra (95%).",
    "Tổng số tiền phạt 125.500.000 đồng, trong đó: phạt tổ chức 85.000.000 đồng, phạt cá nhân 40.500.000 đồng.",
    "Có 25 thôn, trong đó 18 thôn đạt chuẩn văn hóa, còn 7 thôn chưa đạt.",
    "Toàn xã có 3 trường với 45 lớp, 1.250 học sinh; 82 giáo viên, trong đó 75 giáo viên đạt chuẩn trở lên.",
    "Từ đầu năm đến nay đã tổ chức 3 kỳ họp HĐND, thông qua 25 nghị quyết, trong đó 12 nghị quyết quy phạm pháp luật.",
    "Tổng số 45 trường, trong đó có 12 trường mầm non, 15 trường tiểu học.",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });

  it.each([
    ["95%", "Trong quý II, tỷ lệ giải quyết đúng hạn đạt 92,5%, cao hơn mục tiêu đề ra (95%)."],
    ["30,1‰", "Tỷ lệ tử vong trẻ dưới 5 tuổi là 32,5‰, giảm so với năm 2022 (30,1‰)."],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("changes against an earlier value", () => {
  it.each([
    "Tai nạn giao thông xảy ra 45 vụ, làm chết 20 người, bị thương 30 người. So với cùng kỳ năm 2022, giảm 5 vụ (-10%), giảm 2 người chết (-9,1%), tăng 3 người bị thương (+11,1%).",
    "Trong quý I, toàn tỉnh xảy ra 18 vụ tai nạn, làm 12 người chết, 15 người bị thương; so với cùng kỳ giảm 2/20 vụ (10%), giảm 3/15 người chết (20%), tăng 1/14 người bị thương (7,1%).",
    "Số ca mắc tăng từ 120 ca lên 150 ca (tăng 25%).",
    "Tỷ lệ bao phủ bảo hiểm y tế đạt 92,5%, tăng 1,3 điểm phần trăm so với cùng kỳ năm 2022 (91,2%).",
    "Tỷ lệ hộ nghèo còn 12,3%, giảm 2,5% so với năm 2022 (14,8%).",
    "Số vụ phạm pháp hình sự 125 vụ, giảm 15 vụ so với cùng kỳ (140 vụ), tỷ lệ điều tra làm rõ đạt 85,6% (107/125 vụ).",
    "Số thu viện phí 12,45 tỷ đồng, tăng 1,2 tỷ đồng (10,7%) so với cùng kỳ.",
    "Số lượt khám 45.250 lượt, tăng 3.150 lượt so với cùng kỳ (42.100 lượt), đạt 56,6% kế hoạch năm (80.000 lượt).",
    "Năm 2022 có 320 ca; năm 2023 có 288 ca, giảm 10%.",
    "Cùng kỳ năm trước 320 ca, năm nay 288 ca, giảm 32 ca.",
    "Số ca mắc sốt xuất huyết là 288 ca (cùng kỳ 320 ca), giảm 10%.",
    "Kim ngạch xuất khẩu đạt 12,5 triệu USD, tăng 1,5 lần so với cùng kỳ (5 triệu USD).",
    "Số lượt khách du lịch đạt 520.000 lượt, gấp 2,1 lần so với cùng kỳ (250.000 lượt).",
    "Từ ngày 15/12/2022 đến ngày 14/6/2023, toàn tỉnh xảy ra 12 vụ cháy, thiệt hại khoảng 2,5 tỷ đồng; so với cùng kỳ giảm 03 vụ (giảm 20%).",
    "Số ca mắc tay chân miệng: 11 ca, tăng 05 ca so với cùng kỳ năm 2022 (06 ca).",
    "Tổng số ca mắc:125ca, tăng25ca so với cùng kì (100ca).",
    "Sản lượng lương thực đạt 15.762 tấn, tăng 512 tấn (3,4%) so với cùng kỳ năm trước.",
    "Doanh thu đạt 850 tỷ đồng, giảm so với cùng kỳ năm 2022 (920 tỷ đồng).",
    "Học kỳ I có 612 học sinh; học kỳ II có 608 học sinh, giảm 04 em.",
    "Đầu năm học có 612 học sinh, cuối năm còn 608 học sinh, giảm 04 em.",
    "So với cùng kỳ năm 2022, số ca mắc giảm 12,5% (140 ca so với 160 ca).",
    "Tháng 5 có 120 ca, tháng 6 có 150 ca, tăng 25% so với tháng trước.",
    "Tỷ suất sinh thô 17,2‰, giảm 0,3‰ so với cùng kỳ (17,5‰).",
    "Trồng mới 1.250 ha rừng, bằng 62,5% kế hoạch và tăng 25% so với cùng kỳ (1.000 ha).",
    "Dân số trung bình năm 2022 là 478.200 người, tăng 7.700 người, tương đương tăng 1,64% so với năm 2021.",
    "Tỷ lệ thất nghiệp 2,1%, giảm 0,2 điểm % so với quý trước và giảm 0,5 điểm % so với cùng kỳ (2,6%).",
    "Năm 2022: 1.200 ca; năm 2023: 1.320 ca (tăng 10%).",
    "Phấn đấu năm 2024 đạt 95%, tăng 2% so với năm 2023 (93%).",
    "Doanh thu ước khoảng 1.200 tỷ đồng, tăng khoảng 12% so với cùng kỳ (1.065 tỷ đồng).",
    "Số ca mắc mới giảm từ 25 ca/ngày xuống còn 10 ca/ngày (giảm 60%).",
    "Năng suất lúa 55,2 tạ/ha, sản lượng 12.500 tấn, tăng 250 tấn so với vụ trước (12.250 tấn).",
    "Khám bệnh: 2.320 lượt, so cùng kỳ tăng 120 lượt (+5,5%).",
    "Số ca mắc giảm 3 ca so với cùng kỳ năm trước (15/18 ca).",
    "Tử vong: 02 ca (cùng kỳ 05 ca), giảm 60%.",
    "Số lượt khám: 120 → 150 (+25%).",
    "Số vụ vi phạm 85 vụ, tăng 12 vụ so với cùng kỳ (73 vụ).",
    "Tỷ lệ hộ nghèo cuối năm 2022 là 15,3%, cuối năm 2023 là 11,8%, giảm 3,5 điểm phần trăm.",
    "Sản lượng điện thương phẩm 125,4 triệu kWh, tăng 6,1% so với cùng kỳ (118,2 triệu kWh).",
    "Thu nhập bình quân đầu người đạt 45,2 triệu đồng/năm, tăng 2,7 triệu đồng so với năm 2022 (42,5 triệu đồng).",
    "Số vụ cháy 25 vụ, tăng 7 vụ (38,9%) so với cùng kỳ năm trước.",
    "So cùng kỳ: số vụ TNGT giảm 24,5% (71/94 vụ), số người chết giảm 12% (44/50 người).",
    "Khách du lịch đạt 1,8 triệu lượt, tăng 300 nghìn lượt (20%) so với năm trước.",
    "1. Tổng số lượt khám: 12.450 lượt, tăng 6,5% so với quý I (11.690 lượt).\n2. Điều trị nội trú: 2.150 người bệnh; tổng số ngày điều trị 12.040 ngày; ngày điều trị trung bình 5,6 ngày.\n3. Phẫu thuật 310 ca (loại I: 45 ca, loại II: 150 ca, loại III: 115 ca).",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });

  it.each([
    [
      "12%",
      "Tai nạn giao thông xảy ra 45 vụ, làm chết 20 người, bị thương 30 người. So với cùng kỳ năm 2022, giảm 5 vụ (-12%), giảm 2 người chết (-9,1%), tăng 3 người bị thương (+11,1%).",
    ],
    [
      "19,1%",
      "Tai nạn giao thông xảy ra 45 vụ, làm chết 20 người, bị thương 30 người. So với cùng kỳ năm 2022, giảm 5 vụ (10%), giảm 2 người chết (19,1%), tăng 3 người bị thương (11,1%).",
    ],
    [
      "25%",
      "Trong quý I, toàn tỉnh xảy ra 18 vụ tai nạn, làm 12 người chết, 15 người bị thương; so với cùng kỳ giảm 2/20 vụ (10%), giảm 3/15 người chết (25%), tăng 1/14 người bị thương (7,1%).",
    ],
    [
      "8,1%",
      "Tổng thu ngân sách ước đạt 1.250 tỷ đồng, bằng 62,5% dự toán (2.000 tỷ đồng), tăng 8,1% so với cùng kỳ (1.150 tỷ đồng).",
    ],
    ["35%", "Số ca mắc tăng từ 120 ca lên 150 ca (tăng 35%)."],
    ["120", "Số ca tử vong giảm từ 120 ca xuống 135 ca."],
    [
      "2,3 điểm phần trăm",
      "Tỷ lệ bao phủ bảo hiểm y tế đạt 92,5%, tăng 2,3 điểm phần trăm so với cùng kỳ năm 2022 (91,2%).",
    ],
    ["3,5%", "Tỷ lệ hộ nghèo còn 12,3%, giảm 3,5% so với năm 2022 (14,8%)."],
    ["15", "Số vụ phạm pháp hình sự 125 vụ, giảm 15 vụ so với cùng kỳ (145 vụ)."],
    ["12,7%", "Số thu viện phí 12,45 tỷ đồng, tăng 1,2 tỷ đồng (12,7%) so với cùng kỳ."],
    [
      "3.510",
      "Số lượt khám 45.250 lượt, tăng 3.510 lượt so với cùng kỳ (42.100 lượt), đạt 56,6% kế hoạch năm (80.000 lượt).",
    ],
    ["15%", "Năm 2022 có 320 ca; năm 2023 có 288 ca, giảm 15%."],
    ["42", "Cùng kỳ năm trước 320 ca, năm nay 288 ca, giảm 42 ca."],
    ["320", "Số ca mắc là 288 ca, tăng so với cùng kỳ (320 ca)."],
    ["12%", "Số ca mắc sốt xuất huyết là 288 ca (cùng kỳ 320 ca), giảm 12%."],
    ["3,1 lần", "Số lượt khách du lịch đạt 520.000 lượt, gấp 3,1 lần so với cùng kỳ (250.000 lượt)."],
    [
      "25%",
      "Từ ngày 15/12/2022 đến ngày 14/6/2023, toàn tỉnh xảy ra 12 vụ cháy, thiệt hại khoảng 2,5 tỷ đồng; so với cùng kỳ giảm 03 vụ (giảm 25%).",
    ],
    [
      "0,5",
      "Bình quân thu nhập 4,2 triệu đồng/người/tháng, tăng 0,5 triệu đồng so với năm 2022 (3,9 triệu đồng).",
    ],
    ["05", "Số ca mắc tay chân miệng: 11 ca, tăng 05 ca so với cùng kỳ năm 2022 (07 ca)."],
    ["35", "Tổng số ca mắc:125ca, tăng35ca so với cùng kì (100ca)."],
    ["4,3%", "Sản lượng lương thực đạt 15.762 tấn, tăng 512 tấn (4,3%) so với cùng kỳ năm trước."],
    ["920", "Doanh thu đạt 850 tỷ đồng, tăng so với cùng kỳ năm 2022 (920 tỷ đồng)."],
    ["06", "Đầu năm học có 612 học sinh, cuối năm còn 608 học sinh, giảm 06 em."],
    ["15,2%", "So với cùng kỳ năm 2022, số ca mắc giảm 15,2% (140 ca so với 160 ca)."],
    ["30%", "Tháng 5 có 120 ca, tháng 6 có 150 ca, tăng 30% so với tháng trước."],
    ["7,3%", "Tổng dư nợ đạt 12.500 tỷ đồng, tăng 7,3% so với đầu năm (11.870 tỷ đồng)."],
    [
      "350",
      "Năm học 2022-2023 có 15.250 học sinh, tăng 350 học sinh so với năm học 2021-2022 (15.000 học sinh).",
    ],
    ["0,5‰", "Tỷ suất sinh thô 17,2‰, giảm 0,5‰ so với cùng kỳ (17,5‰)."],
    ["2,5 lần", "Số lượt truy cập đạt 250.000 lượt, gấp 2,5 lần so với cùng kỳ (200.000 lượt)."],
    ["9,2%", "Tổng diện tích gieo trồng 5.250 ha, tăng 9,2% so với cùng kỳ (5.100 ha)."],
    [
      "1,94%",
      "Dân số trung bình năm 2022 là 478.200 người, tăng 7.700 người, tương đương tăng 1,94% so với năm 2021.",
    ],
    ["0,5 điểm %", "Tỷ lệ thất nghiệp 2,1%, giảm 0,5 điểm % so với cùng kỳ (2,8%)."],
    ["12%", "Năm 2022: 1.200 ca; năm 2023: 1.320 ca (tăng 12%)."],
    ["50%", "Số ca mắc mới giảm từ 25 ca xuống còn 10 ca (giảm 50%)."],
    ["520", "Năng suất lúa 55,2 tạ/ha, sản lượng 12.500 tấn, tăng 520 tấn so với vụ trước (12.250 tấn)."],
    ["4", "Số ca mắc giảm 4 ca so với cùng kỳ năm trước (15/18 ca)."],
    ["65%", "Tử vong: 02 ca (cùng kỳ 05 ca), giảm 65%."],
    ["35%", "Số lượt khám: 120 → 150 (+35%)."],
    ["12", "Số vụ vi phạm 85 vụ, giảm 12 vụ so với cùng kỳ (73 vụ)."],
    [
      "15%",
      "Thu phí, lệ phí 6 tháng đạt 2.450 triệu đồng, bằng 54,4% dự toán năm (4.500 triệu đồng), tăng 15% so với cùng kỳ năm 2022 (2.227 triệu đồng).",
    ],
    ["8,4%", "Sản lượng điện thương phẩm 125,4 triệu kWh, tăng 8,4% so với cùng kỳ (118,2 triệu kWh)."],
    ["38,5%", "Số vụ cháy 25 vụ, tăng 7 vụ (38,5%) so với cùng kỳ năm trước."],
    ["20,2%", "So cùng kỳ: số vụ TNGT giảm 20,2% (71/94 vụ), số người chết giảm 12% (44/50 người)."],
    ["20%", "Khách du lịch đạt 1,2 triệu lượt, tăng 300 nghìn lượt (20%) so với năm trước."],
    ["7,5%", "Tổng số lượt khám: 12.450 lượt, tăng 7,5% so với quý I (11.690 lượt)."],
    ["40", "Số tiền phạt 320 triệu đồng, giảm 40 triệu đồng so với cùng kỳ (280 triệu đồng)."],
    ["3 lần", "Số ca năm 2023 là 90 ca, tăng gấp 3 lần so với năm 2022 (45 ca)."],
    ["0,8‰", "Tỷ lệ sinh 15,2‰, giảm 0,8‰ so với cùng kỳ năm trước (16,5‰)."],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("remainders", () => {
  it.each([
    "Đã giải quyết 350/420 hồ sơ, còn 70 hồ sơ đang giải quyết.",
    "Trong tổng số 120 xã, có 85 xã đạt chuẩn, còn lại 35 xã chưa đạt.",
    "Đã có 18/19 tiêu chí đạt, còn 01 tiêu chí chưa đạt.",
    "Số dư đầu kỳ 1.250 triệu đồng, thu trong kỳ 3.400 triệu đồng, chi trong kỳ 3.150 triệu đồng, còn lại 1.500 triệu đồng.",
    "Tổng số liều vắc xin được cấp 1.370 liều; đã sử dụng 1.120 liều, hao phí 30 liều, còn lại 220 liều.",
    "Số đơn vị dự toán: 45; đã quyết toán 40 đơn vị, chưa quyết toán 5 đơn vị.",
    "Tổng thu 45,2 tỷ đồng, tổng chi 43,1 tỷ đồng, chênh lệch thu chi 2,1 tỷ đồng.",
    "Kỳ này nhận 132 hồ sơ, kỳ trước chuyển sang 15 hồ sơ; đã trả kết quả 140 hồ sơ; còn 7 hồ sơ chưa giải quyết.",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });

  it.each([
    ["80", "Đã giải quyết 350/420 hồ sơ, còn 80 hồ sơ đang giải quyết."],
    ["45", "Trong tổng số 120 xã, có 85 xã đạt chuẩn, còn lại 45 xã chưa đạt."],
    [
      "1.600",
      "Số dư đầu kỳ 1.250 triệu đồng, thu trong kỳ 3.400 triệu đồng, chi trong kỳ 3.150 triệu đồng, còn lại 1.600 triệu đồng.",
    ],
    ["3.570", "Dự toán giao 12.500 triệu đồng, đã chi 8.750 triệu đồng, đạt 70%, còn lại 3.570 triệu đồng."],
    ["18", "Đến nay có 98/106 xã (92,5%) đạt tiêu chí; còn 18 xã chưa đạt."],
    [
      "220",
      "Tổng số liều vắc xin được cấp 1.350 liều; đã sử dụng 1.120 liều, hao phí 30 liều, còn lại 220 liều.",
    ],
    ["8", "Số đơn vị dự toán: 45 đơn vị; đã quyết toán 40 đơn vị, chưa quyết toán 8 đơn vị."],
    [
      "50",
      "Số vụ án thụ lý 320 vụ (cũ chuyển sang 45 vụ, thụ lý mới 275 vụ); đã giải quyết 280 vụ, đạt 87,5%; còn lại 50 vụ.",
    ],
    ["35", "Tiếp nhận 125 đơn; đã giải quyết 100 đơn (80%), còn 35 đơn đang giải quyết."],
    ["3,1", "Tổng thu 45,2 tỷ đồng, tổng chi 43,1 tỷ đồng, chênh lệch thu chi 3,1 tỷ đồng."],
    ["5", "Có 25 thôn, trong đó 18 thôn đạt chuẩn văn hóa, còn 5 thôn chưa đạt."],
    [
      "17",
      "Kỳ này nhận 132 hồ sơ, kỳ trước chuyển sang 15 hồ sơ; đã trả kết quả 140 hồ sơ; còn 17 hồ sơ chưa giải quyết.",
    ],
    ["15", "Đã hoàn thành 27/40 phòng học, còn 15 phòng đang xây dựng."],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("traps", () => {
  it.each([
    "Bệnh viện tiếp nhận 1.250 bệnh nhân, trong đó 320 ca cấp cứu, 210 ca phẫu thuật.",
    "Trong 120 bệnh nhân có 80 người sốt, 65 người ho, 40 người khó thở.",
    "Khám cho 1.200/1.500 học sinh, tỷ lệ sâu răng 35%.",
    "Đạt 95% so với mục tiêu 98%.",
    "Giao chỉ tiêu 95%, thực hiện đạt 93,5%.",
    "Lũy kế đến 30/6/2023 có 1.250 trường hợp; riêng trong tháng có 120 trường hợp.",
    "Kết quả xếp loại: giỏi 120 em (24%), khá 250 em (50%), trung bình 130 em (26%) trên tổng số 500 em.",
    "Toàn tỉnh có 8 huyện, thành phố với 106 xã, phường, thị trấn; dân số 489.945 người; 20 dân tộc.",
    "Giá trị sản xuất nông nghiệp ước đạt 3.250 tỷ đồng, tăng 5,2% so với cùng kỳ.",
    "Theo Nghị quyết số 12/2022/NQ-HĐND ngày 15/7/2022, mức hỗ trợ 1,5 triệu đồng/người/tháng.",
    "Trẻ 6-59 tháng tuổi uống vitamin A đạt 98,5%.",
    "Công suất sử dụng giường bệnh đạt 83%, số ngày điều trị trung bình 6,5 ngày.",
    "Đàn trâu 95.200 con, tăng 1,2% so với cùng kỳ; đàn bò 21.500 con, tăng 3,4%; đàn lợn 230.500 con, giảm 2,1%.",
    "Diện tích gieo trồng 31.250 ha, đạt 98,5% kế hoạch và bằng 101,2% so với cùng kỳ năm trước.",
    "Kết nạp 120 đảng viên, đạt 60% nghị quyết; khai trừ 02 đảng viên.",
    "Tỷ lệ tử vong mẹ 45/100.000 trẻ đẻ sống.",
    "Toàn ngành có 2.807 người; trình độ: tiến sĩ 2, thạc sĩ 120, đại học 1.250.",
    "Tiêm mũi 1 cho 1.200 trẻ, mũi 2 cho 1.100 trẻ, mũi 3 cho 980 trẻ.",
    "Toàn huyện có 12 trường mầm non, 15 trường tiểu học, 14 trường THCS và 03 trường THPT.",
    "Bình quân thu nhập 4,2 triệu đồng/người/tháng, tăng 0,3 triệu đồng so với năm 2022.",
    "Số người tham gia bảo hiểm y tế 452.300 người, chiếm 92,3% dân số.",
    "Độ che phủ rừng đạt 52%, tăng 0,5% so với năm trước.",
    "Huyết áp 140/90 mmHg, nhiệt độ 38,5 độ C.",
    "Tính chung 6 tháng, toàn tỉnh có 125 doanh nghiệp thành lập mới với vốn đăng ký 850 tỷ đồng, tăng 25% về số doanh nghiệp và tăng 12% về vốn so với cùng kỳ.",
    "Bắt giữ 120 vụ, 145 đối tượng; khởi tố 98 vụ, 130 bị can.",
    "Khám 36.790 lượt; ước tính cả năm 75.000 lượt, đạt khoảng 95% kế hoạch.",
    "Chỉ số sản xuất công nghiệp (IIP) tháng 6 tăng 5,2% so với tháng trước và tăng 8,1% so với cùng kỳ.",
    "Có 25 cơ sở bị xử lý, chủ yếu là nhắc nhở 15 cơ sở, phạt tiền 5 cơ sở.",
    "Tổng số giường thực kê 1.820 giường; công suất sử dụng 92,5%; số ngày điều trị nội trú 45.250 ngày.",
    "Lực lượng chức năng đã lập biên bản 1.245 trường hợp vi phạm, phạt tiền 2,15 tỷ đồng, tạm giữ 45 ô tô, 320 mô tô, tước 120 giấy phép lái xe.",
    "Tỷ lệ học sinh đạt giải 12/45 em; điểm trung bình 7,5/10.",
    "Thực hiện Chỉ thị 16/CT-TTg, từ 0h00 ngày 01/8/2021, toàn tỉnh có 05 chốt kiểm soát.",
    "Chỉ tiêu: tỷ lệ trẻ suy dinh dưỡng thể nhẹ cân giảm còn 17,5% (kế hoạch 18%).",
    "Tỷ lệ suy dinh dưỡng thể thấp còi 25,3%, giảm 0,8% so với năm 2022.",
    "Phấn đấu đến năm 2025 có 95% dân số tham gia BHYT; 100% trạm y tế có bác sĩ; 12 bác sĩ/vạn dân.",
    "CPI bình quân 6 tháng tăng 3,29%; lạm phát cơ bản tăng 4,74%.",
    "Tổng sản phẩm trên địa bàn (GRDP) tăng 6,5%, trong đó nông nghiệp tăng 3,2%, công nghiệp - xây dựng tăng 8,1%, dịch vụ tăng 7,0%.",
    "Có 15/106 xã đạt chuẩn nông thôn mới nâng cao, bình quân 16,2 tiêu chí/xã.",
    "Tổ chức 12 lớp tập huấn cho 360 học viên; 05 hội nghị với 250 đại biểu.",
    "Tỷ lệ hài lòng của người bệnh nội trú 95,2%, ngoại trú 93,1%.",
    "Khởi tố mới 125 vụ/156 bị can; truy tố 98 vụ/120 bị can; xét xử 85 vụ/102 bị cáo.",
    "Tổng số 7.582 ca mắc/1 ca tử vong.",
    "Nợ xấu chiếm 1,2% tổng dư nợ; tổng dư nợ đạt 12.500 tỷ đồng, tăng 5,3% so với đầu năm.",
    "Số thuê bao 450.000, mật độ 92 thuê bao/100 dân.",
    "Tỷ lệ dân số được sử dụng nước hợp vệ sinh đạt 91,2%/KH 90%.",
    "Năm học 2022-2023 có 15.250 học sinh, tăng 250 học sinh so với năm học 2021-2022.",
    "Thiệt hại: 02 nhà sập, 15 nhà tốc mái, 12,5 ha lúa bị ngập; ước thiệt hại 1,2 tỷ đồng.",
    "Phấn đấu tăng số người tham gia lên 12.500 người, đạt 95%.",
    "Tỷ lệ 1/3 số xã; 2/3 đại biểu tán thành.",
    "Trong số 320 học viên, 120 người là cán bộ xã, 80 người là đảng viên, 210 người là nữ.",
    "Từ đầu năm đến nay toàn tỉnh ghi nhận 125 ca mắc, tăng 25 ca so với cùng kỳ; trong đó tháng 6 ghi nhận 32 ca.",
    "Thu hút 12 dự án với tổng vốn 1.250 tỷ đồng, trong đó 02 dự án FDI vốn 450 tỷ đồng.",
    "Thực hiện Nghị quyết 20-NQ/TW, Nghị quyết 21-NQ/TW và Kế hoạch 129/KH-UBND ngày 12/5/2018.",
    "Trẻ từ 12-17 tuổi tiêm mũi 3 đạt 65,2%; người từ 18 tuổi trở lên tiêm mũi 4 đạt 85%.",
    "Tổng số 450 ca mắc (tại huyện A 200 ca, huyện B 100 ca…).",
    "Trong 350 bệnh nhân nhập viện có 120 bệnh nhân tăng huyết áp, 95 bệnh nhân đái tháo đường, 40 bệnh nhân mắc cả hai bệnh.",
    "Bệnh viện có 180 cán bộ, trong đó bác sĩ 45, điều dưỡng 80.",
    "Đã tiêm 120.500 liều, gồm mũi 1: 60.200 người, mũi 2: 55.300 người.",
    "Gần 500 người tham gia, trong đó có hơn 200 đoàn viên và trên 150 hội viên phụ nữ.",
    "Giá xăng RON 95 tăng 350 đồng/lít lên 23.450 đồng/lít.",
    "Từ 01/01 đến 30/6/2023 có 12 ngày mưa lớn; lượng mưa trung bình 250 mm.",
    "Thời gian thực hiện từ 15-4 đến 15-5; tổ chức 05 đoàn kiểm tra, mỗi đoàn 04 người.",
    "Xã có 5 thôn: Thôn 1 có 120 hộ, thôn 2 có 95 hộ, thôn 3 có 80 hộ.",
    "Lãi suất 6,5%/năm, giảm 0,5%/năm so với đầu năm.",
    "Mức giảm trừ gia cảnh 11 triệu đồng/tháng, 4,4 triệu đồng/người phụ thuộc.",
    "Năm 2022 đạt 85%, năm 2023 đạt 90%, kế hoạch 2024 là 95%.",
    "100% xã có trạm y tế; 95% trạm y tế có bác sĩ; 98% thôn, bản có nhân viên y tế.",
    "Điều 5, khoản 2, điểm b Nghị định 117/2020/NĐ-CP quy định phạt tiền từ 3.000.000 đồng đến 5.000.000 đồng.",
    "Số lượt khám 12.500 lượt/6.250 người.",
    "Chiều dài tuyến đường 12,5 km, rộng 7,5 m; tổng mức đầu tư 125 tỷ đồng.",
    "Đội bóng thắng 3-1; tỷ số 2/0.",
    "Hiệp hội có 45 hội viên, tăng 5 hội viên so với đầu nhiệm kỳ; kết nạp mới 8, cho ra khỏi hội 3.",
    "Toàn xã có 1.250 hộ với 5.420 nhân khẩu, bình quân 4,3 khẩu/hộ.",
    "Tỷ lệ sinh con thứ 3 trở lên là 15,2%, tăng 0,3% so với cùng kỳ.",
    "Chỉ số PCI đạt 65,2 điểm, xếp thứ 25/63 tỉnh, thành phố, tăng 5 bậc so với năm 2021.",
    "Giải Nhất: 5 em, giải Nhì: 12 em, giải Ba: 20 em, giải Khuyến khích: 25 em.",
    "Tiến độ đạt 75% khối lượng, giá trị giải ngân 45,2 tỷ đồng.",
    "Trong tháng có 3 ca tử vong (tuổi trung bình 65,5), chiếm tỷ lệ nhỏ.",
    "Tỷ lệ nam 51,2%, nữ 48,8%; thành thị 17,6%, nông thôn 82,4%.",
    "Ngân sách nhà nước hỗ trợ 70%, nhân dân đóng góp 30%.",
    "Số người nghiện 1.250 người (giảm 50 người so với năm 2022); trong đó có hồ sơ quản lý 1.100 người.",
    "Khối THCS có 14 trường, 182 lớp, 6.250 học sinh; tỷ lệ chuyên cần 98%.",
    "Trong 6 tháng đầu năm 2023, khám 1.250 lượt, tăng 5% so với cùng kỳ năm 2022.",
    "Xe mô tô 45.200 xe, ô tô 5.250 xe; cấp mới 1.250 giấy phép lái xe.",
    "Tổng 1.250 lượt (tăng 12% so với tháng trước, giảm 5% so với cùng kỳ).",
    "Toàn ngành có 2.450 CBCCVC, trong đó: tiến sĩ 5 người, thạc sĩ 320 người, đại học 1.550 người, còn lại là trình độ khác.",
    "Số người mắc 85 người, số chết 2 người; tỷ lệ mắc 17,3/100.000 dân (dân số 490.000 người).",
    "I. Tổng số cán bộ toàn ngành đến 30/6/2023 là 2.807 người.\nII. Nội dung khác.\nIII. Đánh giá: Tổng số cán bộ toàn ngành đến 30/6/2022 là 2.870 người.",
    "Công an huyện xử lý 45 vụ vi phạm trật tự an toàn giao thông, phạt tiền 38 trường hợp, tạm giữ 15 phương tiện.",
    "Tổ chức 15 buổi truyền thông, 850 lượt người nghe; phát 2.500 tờ rơi; treo 12 băng rôn.",
    "Tỷ lệ phụ nữ đẻ được quản lý thai 98,2%; tỷ lệ khám thai ≥ 4 lần đạt 72,5%; tỷ lệ đẻ tại cơ sở y tế 91%.",
    "Tăng trưởng tín dụng 7,2%, huy động vốn tăng 5,1%, nợ xấu 0,8%.",
    "Lượng mưa 1.250 mm, cao hơn trung bình nhiều năm 15%.",
    "Bình quân mỗi ngày tiếp nhận 320 lượt khám; cao điểm 450 lượt/ngày.",
    "Lớp 1: 120 em; lớp 2: 115 em; lớp 3: 108 em; lớp 4: 98 em; lớp 5: 102 em.",
    "Trong 85 cơ sở được kiểm tra có 40 cơ sở vi phạm về nhãn mác, 35 cơ sở vi phạm về điều kiện vệ sinh, 20 cơ sở vi phạm cả hai.",
    "Dự kiến năm 2024 tuyển 1.200 học sinh, tăng 50 học sinh so với năm 2023; trong đó hệ công lập 1.000 học sinh.",
    "Toàn tỉnh hiện có 1.050 hợp tác xã với 12.500 thành viên; doanh thu bình quân 1,2 tỷ đồng/HTX/năm; thành lập mới 45 HTX, đạt 90% kế hoạch.",
    "Số liệu: bò 12.500 con (tăng 2%), trâu 8.200 con (giảm 1%), lợn 45.000 con (tăng 5%), gia cầm 520.000 con (tăng 3%).",
    "Trong tháng, CPI tăng 0,27% so với tháng trước; 9/11 nhóm hàng tăng giá, 2 nhóm giảm giá.",
    "Thực hiện tiết kiệm 10% chi thường xuyên tăng thêm (5,2 tỷ đồng) để cải cách tiền lương.",
    "Tỷ lệ đô thị hóa đạt 20,5%; tỷ lệ dân cư đô thị sử dụng nước sạch 95%, nông thôn 88%.",
    "Công an tỉnh tiếp nhận 520 tin báo, đã giải quyết 480 tin (92,3%); khởi tố 210 vụ, không khởi tố 180 vụ, tạm đình chỉ 90 vụ.",
    "Tỷ lệ hộ dùng điện 99,5%, tăng 0,3% so với cùng kỳ; tổn thất điện năng 4,2%, giảm 0,1%.",
    "Năm 2023 tuyển mới 1.250 lao động, trong đó nữ chiếm 45%, lao động qua đào tạo chiếm 60%.",
    "Ước 6 tháng thu 520 tỷ đồng, đạt 52% dự toán; chi 1.850 tỷ đồng, đạt 45% dự toán.",
    "Toàn tỉnh có 106 xã, 38 xã có bác sĩ biên chế, 60 xã có bác sĩ luân phiên, 106 xã có y sĩ.",
    "Bệnh viện có 250 giường, công suất 110%, ngày điều trị bình quân 6,2 ngày, tỷ lệ chuyển tuyến 3,5%.",
    "6 tháng khám 45.000 lượt, đạt 45% so với kế hoạch năm, bằng 90% so với cùng kỳ năm trước.",
    "Trong 25 vụ có 20 vụ đã khởi tố, 3 vụ chuyển cơ quan khác; bắt 30 đối tượng.",
    "Học sinh dân tộc thiểu số chiếm 85%, học sinh nữ chiếm 48%, học sinh bán trú chiếm 60%.",
    "Tuổi nghề dưới 5 năm 30%, từ 5 đến 10 năm 45%, trên 10 năm 25%.",
    "Kiểm tra 85 cơ sở dịch vụ ăn uống, 45 cơ sở sản xuất; xử phạt 12 cơ sở, chiếm 9,2% số cơ sở được kiểm tra.",
    "Cả năm 2023 ước đạt 98%, tăng 3% so với năm 2022 và vượt 1% kế hoạch.",
    "Hỗ trợ 500.000 đồng/người cho 120 người, tổng 60 triệu đồng.",
    "Điểm trung bình các môn: Toán 6,5; Văn 7,2; Anh 5,4. Xếp thứ 15/63.",
    "Trên địa bàn có 12 dân tộc, trong đó Thái 35%, Mông 25%, Kinh 20%, còn lại là các dân tộc khác.",
    "Thực hiện 3 đột phá, 5 nhiệm vụ trọng tâm, 12 nhóm giải pháp.",
    "Số ca nhập viện tăng gấp 2 lần so với tuần trước; có 12 ca nặng, 3 ca thở máy.",
    "Giá trị sản xuất 1.250 tỷ đồng (giá so sánh 2010), 2.150 tỷ đồng (giá hiện hành).",
    "Tỷ lệ tiêm mũi 2 đạt 85%, thấp hơn mũi 1 (95%).",
    "Tổ công tác số 970 có 15 đồng chí; Đề án 06 hoàn thành 20/25 nhiệm vụ.",
    "Quy mô hộ bình quân 4,2 người/hộ; tỷ số giới tính 101,5 nam/100 nữ.",
    "Trong 10 tiêu chí, xã đạt 8 tiêu chí; huyện có 5 xã đạt 10 tiêu chí, 7 xã đạt từ 8 đến 9 tiêu chí.",
    "Huyện A đạt 95%, huyện B đạt 92%, huyện C đạt 88%; bình quân toàn tỉnh 91,2%.",
    "Kỳ họp bầu 5 chức danh; 45/48 đại biểu có mặt; tỷ lệ phiếu cao nhất 100%, thấp nhất 93,8%.",
    "Tăng trưởng 6 tháng đạt 7,2% (quý I tăng 6,5%, quý II tăng 7,9%).",
    "Đã kiểm tra 27/40 phòng học, đạt tiến độ; kế hoạch quý III hoàn thành 10 phòng.",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });
});

describe("running totals", () => {
  it.each([["980", "Trong tháng khám 1.120 lượt, lũy tích 980 lượt."]])(
    "%s is accused in %j",
    (printed, text) => {
      expect(accused(text)).toContain(printed);
    },
  );
});

describe("rates per population", () => {
  it.each([
    "Dân số trung bình 489.945 người. Toàn tỉnh có 620 bác sĩ, đạt 12,65 bác sĩ/vạn dân.",
    "Toàn tỉnh có 720 bác sĩ trên dân số 489.945 người, đạt 14,7 bác sĩ/10.000 dân.",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });

  it.each([
    ["15,2", "Dân số trung bình 489.945 người. Toàn tỉnh có 620 bác sĩ, đạt 15,2 bác sĩ/vạn dân."],
    ["71,3", "Số người mắc 85 người; tỷ lệ mắc 71,3/100.000 dân (dân số 490.000 người)."],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("tables", () => {
  it.each([
    "| TT | Nội dung | ĐVT | Kế hoạch | Thực hiện | Tỷ lệ (%) |\n|---|---|---|---|---|---|\n| 1 | Khám bệnh | lượt | 1.200 | 650 | 54,2 |\n| 2 | Nội trú | lượt | 300 | 145 | 48,3 |\n| 3 | Phẫu thuật | ca | 80 | 42 | 52,5 |",
    "| Huyện | Số ca 2023 | Số ca 2022 | Tăng/giảm | % |\n|---|---|---|---|---|\n| A | 120 | 100 | 20 | 20,0 |\n| B | 80 | 100 | -20 | -20,0 |\n| C | 150 | 125 | 25 | 20,0 |\n| Tổng | 350 | 325 | 25 | 7,7 |",
    "STT\tTrường\tSố lớp\tSố HS\tNữ\n1\tTH Số 1\t15\t450\t220\n2\tTH Số 2\t12\t360\t180\n3\tTHCS\t16\t520\t255\n\tTổng\t43\t1.330\t655",
    "| Nội dung | Quý I | Quý II | 6 tháng |\n|---|---|---|---|\n| Số vụ | 12 | 15 | 27 |\n| Số người chết | 5 | 7 | 12 |\n| Số người bị thương | 9 | 11 | 20 |",
    "| Chỉ tiêu | 2021 | 2022 | 2023 |\n|---|---|---|---|\n| Dân số | 470.500 | 478.200 | 489.945 |\n| Số xã | 106 | 106 | 106 |\n| Bác sĩ/vạn dân | 11,8 | 12,3 | 12,7 |",
    "| TT | Nội dung | Tổng số | Trong đó nữ | Trong đó DTTS |\n|---|---|---|---|---|\n| 1 | Sở A | 45 | 20 | 30 |\n| 2 | Sở B | 52 | 25 | 18 |\n| 3 | Sở C | 38 | 12 | 22 |\n| | Cộng | 135 | 57 | 70 |",
  ])("nothing is raised in %j", (text) => {
    expect(accused(text)).toEqual([]);
  });

  it.each([
    [
      "58,2",
      "| TT | Nội dung | ĐVT | Kế hoạch | Thực hiện | Tỷ lệ (%) |\n|---|---|---|---|---|---|\n| 1 | Khám bệnh | lượt | 1.200 | 650 | 54,2 |\n| 2 | Nội trú | lượt | 300 | 145 | 48,3 |\n| 3 | Phẫu thuật | ca | 80 | 42 | 58,2 |",
    ],
    [
      "35",
      "| Huyện | Số ca 2023 | Số ca 2022 | Tăng/giảm | % |\n|---|---|---|---|---|\n| A | 120 | 100 | 20 | 20,0 |\n| B | 80 | 100 | -20 | -20,0 |\n| C | 150 | 125 | 35 | 20,0 |\n| Tổng | 350 | 325 | 25 | 7,7 |",
    ],
    [
      "360",
      "| Huyện | Số ca 2023 | Số ca 2022 |\n|---|---|---|\n| A | 120 | 100 |\n| B | 80 | 100 |\n| C | 150 | 125 |\n| Tổng cộng | 360 | 325 |",
    ],
    [
      "1.320",
      "STT\tTrường\tSố lớp\tSố HS\tNữ\n1\tTH Số 1\t15\t450\t220\n2\tTH Số 2\t12\t360\t180\n3\tTHCS\t16\t520\t255\n\tTổng\t43\t1.320\t655",
    ],
    [
      "30",
      "| Nội dung | Quý I | Quý II | 6 tháng |\n|---|---|---|---|\n| Số vụ | 12 | 15 | 27 |\n| Số người chết | 5 | 7 | 12 |\n| Số người bị thương | 9 | 11 | 30 |\n| Số xe hư hỏng | 10 | 14 | 24 |",
    ],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("references", () => {
  it.each([
    ["31/6/2023", "Số liệu tính đến ngày 31/6/2023 là 120 ca."],
    [
      "so với cùng kỳ năm 2023",
      "Trong 6 tháng đầu năm 2023, khám 1.250 lượt, tăng 5% so với cùng kỳ năm 2023.",
    ],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});

describe("other", () => {
  it.each([
    [
      "2.870",
      "I. Tổng số cán bộ toàn ngành đến 30/6/2023 là 2.807 người.\nII. Nội dung khác.\nIII. Đánh giá: Tổng số cán bộ toàn ngành đến 30/6/2023 là 2.870 người.",
    ],
  ])("%s is accused in %j", (printed, text) => {
    expect(accused(text)).toContain(printed);
  });
});
