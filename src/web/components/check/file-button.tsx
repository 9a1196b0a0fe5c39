import type { ReactNode, RefObject } from "react";

interface FileButtonProps {
  readonly accept: string;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
  readonly describedBy?: string;
  readonly isPrimary?: boolean;
  readonly isOver?: boolean;
  readonly ref?: RefObject<HTMLLabelElement | null>;
}

/** The files that the checker reads. */
export const documentFiles = ".docx,.pdf,.xlsx,.html,.htm,.md,.txt";

/** A button that opens the browser's own choice of a file. */
export function FileButton({ accept, onFile, children, describedBy, isPrimary = false, isOver = false, ref }: FileButtonProps) {
  return (
    <label ref={ref} className={isPrimary ? "button is-primary" : "button"} data-over={isOver || undefined}>
      {children}
      <input
        className="visually-hidden"
        type="file"
        accept={accept}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          target.value = ""; // the same file may be chosen again after it was corrected
        }}
      />
    </label>
  );
} // prettier-ignore
