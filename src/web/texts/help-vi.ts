/** Pages that explain themselves. */
export type HelpPage = "todo" | "form" | "monitor" | "figures";

/** One line of help; with the keys it is about, if any. */
export interface HelpLine {
  readonly keys?: readonly string[];
  readonly text: string;
}

export interface HelpText {
  readonly title: string;
  readonly lines: readonly HelpLine[];
}

/** How to use a page, in the words of a commune health station; `help-en.ts` has the same keys. */
export const helpVi = {
  close: "Đóng",
  pages: {
    todo: {
      title: "Trang Việc cần làm",
      lines: [
        { text: "Phiếu bị trả lại nằm trên cùng, kèm lý do. Bấm Mở ô cần sửa để tới đúng ô." },
        { text: "Dưới đó là phiếu đến hạn, rồi phiếu chưa đến hạn, rồi phiếu đang chờ duyệt." },
        { text: "Nhập tiếp mở ô trống đầu tiên của phiếu đang làm dở." },
        { text: "Phiếu tháng trước toàn số 0 có nút Không phát sinh: bấm là mọi ô được ghi số 0." },
        { text: "Mất mạng vẫn nhập được. Số nằm trong máy này và tự gửi khi có mạng." },
        { text: "Danh sách các phiếu của tháng là biên nhận: phiếu nào đã nộp, đã duyệt." },
        { keys: ["Tab", "Enter"], text: "tới nút sau, bấm nút" },
        { keys: ["Ctrl", "K"], text: "(hoặc kính lúp ở trên) tìm phiếu, đơn vị, chỉ tiêu" },
      ],
    },
    form: {
      title: "Trang nhập phiếu",
      lines: [
        { text: "Chỉ ô có viền là để nhập. Số xám là tháng trước và cùng kỳ năm trước." },
        { text: "Không phải bấm lưu: gõ đến đâu máy giữ đến đó, kể cả khi mất mạng." },
        { text: "Không có ca nào thì ghi 0. Để trống nghĩa là chưa báo cáo." },
        { text: "Ô vàng là số lạ: sửa lại, hoặc nếu đúng thì ghi lý do. Ô đỏ phải sửa mới nộp được." },
        { text: "Nộp rồi vẫn sửa được khi tuyến trên trả lại." },
        { keys: ["Enter"], text: "xuống ô dưới; Shift Enter lên ô trên" },
        { keys: ["F8"], text: "tới ô cần xem lại tiếp theo" },
        { keys: ["Ctrl", "V"], text: "dán cả khối chép từ Excel; Ctrl Z lấy lại như trước" },
      ],
    },
    monitor: {
      title: "Trang Theo dõi",
      lines: [
        { text: "Mỗi dòng một đơn vị, mỗi cột một phiếu. Ô có màu là ô cần xem; ô xám là chưa nộp." },
        { text: "Các con số phía trên là bộ lọc: bấm vào để chỉ hiện những ô đó." },
        { text: "Bấm một ô để mở phiếu bên cạnh; chỉ dòng có số lạ được tô." },
        { text: "Trả lại phải ghi lý do; trạm đọc đúng lời đó ở ô cần sửa." },
        { text: "Duyệt nhiều phiếu một lần chỉ lấy phiếu không có gì lạ, và còn rút lại được." },
        { text: "Nhắc gửi cho mỗi trạm một tin gộp." },
        { keys: ["↑", "↓", "←", "→"], text: "đi giữa các ô; Enter mở phiếu, Esc đóng" },
        { keys: ["D"], text: "duyệt phiếu đang mở và sang phiếu sau" },
      ],
    },
    figures: {
      title: "Trang Số liệu",
      lines: [
        { text: "Chọn chỉ tiêu, kỳ và đơn vị ở hàng trên; bảng và hình đổi theo." },
        { text: "Bấm một số để biết nó từ đâu ra: công thức, phiếu của trạm nào, ngày nào." },
        { text: "Dấu – là chưa có số báo cáo, không phải số 0." },
        { text: "Bản đồ xã thay đổi ngày 01/7/2025: ô “cây đơn vị” chọn xem theo xã cũ hay xã mới." },
        {
          text: "Địa chỉ trang giữ mọi lựa chọn: chép gửi đi thì người khác thấy đúng bảng này, nếu được quyền xem.",
        },
        { keys: ["↑", "↓", "←", "→"], text: "đi giữa các số trong bảng" },
        { keys: ["Ctrl", "C"], text: "chép phần đang chọn, kèm tên dòng và cột" },
        { keys: ["Ctrl", "K"], text: "tìm đơn vị (cả tên cũ) và chỉ tiêu" },
      ],
    },
  } satisfies Readonly<Record<HelpPage, HelpText>> as Readonly<Record<HelpPage, HelpText>>,
};

export type HelpTexts = typeof helpVi;
