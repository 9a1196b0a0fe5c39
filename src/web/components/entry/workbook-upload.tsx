import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { ReadWorkbook } from "#contract/form-workbook.ts";
import type { SubmissionKey } from "#contract/submission.ts";
import { ApiError, sendFile } from "../../api.ts";
import { useLanguage } from "../../language.tsx";
import { workbookEn } from "../../texts/workbook-en.ts";
import { workbookVi } from "../../texts/workbook-vi.ts";
import { Icon } from "../icon.tsx";

interface WorkbookUploadProps {
  /** The form at hand; without it the file says itself which form it is. */
  readonly formKey?: SubmissionKey;
  /** The cells are in the form's draft at the server now: read it again. */
  readonly onSaved?: (read: ReadWorkbook) => void;
  /** A way to the form that was read, where it is not the page at hand. */
  readonly linkTo?: (key: SubmissionKey) => string;
}

/** "Nhập từ Excel": takes a filled-in workbook into the form's draft, whole, or says what to mend in which cell. */
export function WorkbookUpload({ formKey, onSaved, linkTo }: WorkbookUploadProps) {
  const { language } = useLanguage();
  const texts = language === "vi" ? workbookVi : workbookEn;
  const input = useRef<HTMLInputElement>(null);
  const reading = useMutation({
    mutationFn: (file: File) => upload(formKey, file),
    onSuccess: ({ read }) => {
      if (read.outcome === "saved" || read.outcome === "conflict") onSaved?.(read);
    },
  });
  return (
    <div className="workbook-upload">
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) reading.mutate(file);
          target.value = ""; // so that the same file, mended, can be chosen again
        }}
      />
      <button
        type="button"
        className="button"
        disabled={reading.isPending}
        onClick={() => input.current?.click()}
      >
        {reading.isPending ? texts.reading : texts.choose}
      </button>
      {reading.error && <ReadingError error={reading.error} />}
      {reading.data && <Outcome {...reading.data} linkTo={linkTo} />}
    </div>
  );
}

interface Answer {
  readonly read: ReadWorkbook;
  readonly file: File;
}

async function upload(formKey: SubmissionKey | undefined, file: File): Promise<Answer> {
  const query = new URLSearchParams({ name: file.name, save: "draft" }).toString();
  const address = formKey ? `${formAddress(formKey)}/workbook` : "/api/workbooks";
  return { read: await sendFile<ReadWorkbook>("POST", `${address}?${query}`, file), file };
}

function formAddress({ dataSet, period, orgUnit }: SubmissionKey): string {
  return `/api/forms/${[dataSet, period, orgUnit].map(encodeURIComponent).join("/")}`;
}

function Outcome({ read, file, linkTo }: Answer & Pick<WorkbookUploadProps, "linkTo">) {
  const { language } = useLanguage();
  const texts = language === "vi" ? workbookVi : workbookEn;
  const form = read.dataSet[language];
  const isBlocked = read.outcome === "blocked";
  const blocking = read.findings.filter(({ code, severity }) => severity === "blocking" && isOfReading(code));
  const listed = isBlocked ? blocking : read.findings;
  const conflicts = read.draft?.conflicts.length ?? 0;
  return (
    <div className={`strip ${isBlocked ? "is-grave" : "is-good"}`} role={isBlocked ? "alert" : "status"}>
      <Icon name={isBlocked ? "deviating" : "confirmed"} />
      <div>
        <b>
          {isBlocked
            ? texts.blocked(form, blocking.length)
            : read.outcome === "conflict"
              ? texts.conflict(form, conflicts)
              : texts.saved(form, read.changed)}
        </b>
        {!isBlocked && listed.length > 0 && <p>{texts.warnings}</p>}
        {listed.length > 0 && (
          <ul>
            {listed.map(({ code, cell, message }) => (
              <li key={`${code} ${cell}`}>{message[language]}</li>
            ))}
          </ul>
        )}
        {listed.length > 0 && <Annotated formKey={read.key} file={file} label={texts.annotated} />}
        {!isBlocked && linkTo && <a href={linkTo(read.key)}>{texts.open}</a>}
      </div>
    </div>
  );
}

/** Of the file itself, as opposed to what the form's own checks say, which a draft may still break. */
function isOfReading(code: string): boolean {
  return code.startsWith("workbook-");
}

/** The same workbook with comments on its cells, fetched when it is wanted. */
function Annotated({
  formKey,
  file,
  label,
}: {
  readonly formKey: SubmissionKey;
  readonly file: File;
  readonly label: string;
}) {
  const fetching = useMutation({
    mutationFn: async () => {
      const query = new URLSearchParams({ name: file.name }).toString();
      const headers = { "content-type": "application/octet-stream" };
      const response = await fetch(`${formAddress(formKey)}/workbook/annotated?${query}`, { method: "POST", headers, body: file }); // prettier-ignore
      if (!response.ok) throw new ApiError("unreadable-answer", response.status);
      keepFile(await response.blob(), file.name.replace(/(\.xlsx)?$/iu, "-chu-thich.xlsx"));
    },
  });
  return (
    <p>
      <button type="button" className="link" disabled={fetching.isPending} onClick={() => fetching.mutate()}>
        {label}
      </button>
      {fetching.error && <ReadingError error={fetching.error} />}
    </p>
  );
}

function keepFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function ReadingError({ error }: { readonly error: Error }) {
  const { language, texts } = useLanguage();
  const said = error instanceof ApiError ? error.words?.[language] : undefined;
  const isCut = error instanceof ApiError && error.code === "unreachable";
  return (
    <p className="strip is-grave" role="alert">
      {said ?? (isCut ? texts.error.unreachable : texts.error.unreadable)}
    </p>
  );
}
