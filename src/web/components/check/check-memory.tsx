import { useState, useSyncExternalStore } from "react";
import { forget, formatMemory, mergeMemories, parseMemory } from "#checker/memory.ts";
import { Refusal } from "#domain/refusal.ts";
import { changeMemory, getMemory, isMemoryKept, subscribeToMemory } from "../../check/memory-store.ts";
import { saveFile } from "../../check/save-file.ts";
import { useCheckReader } from "./check-context.ts";
import { FileButton } from "./file-button.tsx";
import { wordsOf } from "./other-claims.tsx";
import { useCheckTexts } from "./use-check-texts.ts";

/** Every decision remembered in this browser, in one place: to look over, take back, and carry to another machine. */
export function CheckMemory() {
  const { memory: words } = useCheckTexts();
  const memory = useSyncExternalStore(subscribeToMemory, getMemory);
  const { remembered } = useCheckReader();
  const used = new Set([...remembered.setAside, ...remembered.corrected].map(({ entry }) => entry.key));
  return (
    <details className="check-memory">
      <summary>{words.title(memory.entries.length)}</summary>
      <p className="quiet">{words.text}</p>
      {!isMemoryKept() && <p role="alert">{words.notKept}</p>}
      <ul>
        {memory.entries.map((entry) => (
          <li key={entry.key}>
            <q>{entry.quote}</q> <span>{wordsOf(entry, words.action)}</span>{" "}
            {used.has(entry.key) && <small>{words.used}</small>}{" "}
            <button
              type="button"
              className="link"
              aria-label={words.forgetOf(entry.quote)}
              onClick={() => changeMemory((known) => forget(known, entry.key))}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
      <MemoryFile isEmpty={memory.entries.length === 0} />
    </details>
  );
}

/** The same file that the command line takes. */
function MemoryFile({ isEmpty }: { readonly isEmpty: boolean }) {
  const { memory: words } = useCheckTexts();
  const [outcome, setOutcome] = useState("");
  const load = async (file: File) => {
    try {
      const loaded = parseMemory(await file.text());
      changeMemory((known) => mergeMemories(known, loaded));
      setOutcome(words.loaded(loaded.entries.length));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      setOutcome(words.unreadable(Number(error.facts["entry"] ?? 0)));
    }
  };
  return (
    <p className="finding-actions">
      {!isEmpty && (
        <button type="button" className="button" onClick={() => saveFile(words.fileName, formatMemory(getMemory()), "application/json")}>
          {words.save}
        </button>
      )}
      <FileButton accept=".json,application/json" onFile={(file) => void load(file)}>{words.load}</FileButton>
      <output>{outcome}</output>
    </p>
  );
} // prettier-ignore
