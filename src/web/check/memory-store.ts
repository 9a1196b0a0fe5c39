import { emptyMemory, formatMemory, parseMemory, type Memory } from "#checker/memory.ts";

const storageKey = "tuyen.check.memory";
const listeners = new Set<() => void>();
let current: Memory | undefined;
let isStored = true;

/** What people decided in this browser, read once and followed across its windows. */
export function getMemory(): Memory {
  current ??= readStored();
  return current;
}

/** Whether decisions outlive the page; private windows may refuse to store anything. */
export function isMemoryKept(): boolean {
  return isStored;
}

export function changeMemory(change: (memory: Memory) => Memory): void {
  // Another window may have decided meanwhile.
  current = change(isStored ? readStored() : getMemory());
  store(current);
  for (const listener of listeners) listener();
}

export function subscribeToMemory(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== storageKey) return;
    current = undefined;
    listener();
  };
  listeners.add(listener);
  addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", onStorage);
  };
}

function readStored(): Memory {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === null ? emptyMemory : readOrPutAside(stored);
  } catch {
    isStored = false;
    return current ?? emptyMemory;
  }
}

/** What a newer program wrote is not ours to lose: it stays under another name. */
function readOrPutAside(stored: string): Memory {
  try {
    return parseMemory(stored);
  } catch {
    localStorage.setItem(`${storageKey}.unreadable`, stored);
    return emptyMemory;
  }
}

function store(memory: Memory): void {
  try {
    localStorage.setItem(storageKey, formatMemory(memory));
    isStored = true;
  } catch {
    isStored = false;
  }
}
