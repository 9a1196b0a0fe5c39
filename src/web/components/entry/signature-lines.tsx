import { useFormView } from "./form-context.ts";

/** On paper only: who filled it in and who answers for it, to be signed by hand. */
export function SignatureLines() {
  const { state } = useFormView();
  return (
    <div className="signature-lines" lang="vi">
      <p>
        <b>Người lập biểu</b>
        <br />
        (Ký, ghi rõ họ tên)
      </p>
      <p>
        <i>
          {state.form.orgUnit.name}, ngày …… tháng …… năm {state.form.key.period.slice(0, 4)}
        </i>
        <br />
        <b>Thủ trưởng đơn vị</b>
        <br />
        (Ký, đóng dấu, ghi rõ họ tên)
      </p>
    </div>
  );
}
