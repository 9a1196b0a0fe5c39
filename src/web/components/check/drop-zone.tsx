import { useId, useRef } from "react";
import { documentFiles, FileButton } from "./file-button.tsx";
import { useFileDrop } from "./use-file-drop.ts";

interface DropZoneProps {
  readonly label: string;
  readonly words: string;
  readonly button: string;
  readonly hint: string;
  readonly isSmall?: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, with a button that does the same. */
export function DropZone({ label, words, button, hint, isSmall = false, onFile }: DropZoneProps) {
  const id = useId();
  const zone = useRef<HTMLElement>(null);
  const isOver = useFileDrop(zone, onFile);
  return (
    <section
      ref={zone}
      className={isSmall ? "drop-zone is-small" : "drop-zone"}
      aria-labelledby={`${id}-label`}
      data-over={isOver || undefined}
    >
      <h2 id={`${id}-label`}>{label}</h2>
      <p>
        {words}{" "}
        <FileButton accept={documentFiles} describedBy={`${id}-hint`} isPrimary={!isSmall} onFile={onFile}>
          {button}
        </FileButton>
      </p>
      <p className="quiet" id={`${id}-hint`}>
        {hint}
      </p>
    </section>
  );
}
