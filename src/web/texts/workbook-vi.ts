/** Words of bringing a form in from Excel. */
export const workbookVi = {
  choose: "Nhập từ Excel",
  reading: "Đang đọc tệp…",
  saved: (form: string, cells: number) =>
    cells === 0 ? `Tệp của phiếu ${form} không có ô nào khác với lúc tải về.` : `Đã ghi ${cells} ô vào phiếu ${form}. Xem lại rồi nộp.`,
  blocked: (form: string, count: number) => `Chưa ghi ô nào vào phiếu ${form}: ${count} ô cần sửa trong tệp.`,
  conflict: (form: string, count: number) => `Phiếu ${form}: ${count} ô đã được nơi khác sửa nên giữ nguyên số đó; các ô còn lại đã ghi. Mở phiếu để chọn.`,
  warnings: "Nên xem lại:",
  annotated: "Tải tệp có chú thích ở từng ô",
  open: "Mở phiếu",
}; // prettier-ignore

export type WorkbookTexts = typeof workbookVi;
