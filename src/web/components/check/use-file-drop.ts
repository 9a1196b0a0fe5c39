import { useEffect, useState, type RefObject } from "react";

/**
 * Takes the first file dropped on an element, or with `undefined` anywhere on the page: without that the browser
 * would leave the application for the file. Returns whether a file hovers there now.
 */
export function useFileDrop(
  target: RefObject<HTMLElement | null> | undefined,
  onFile: (file: File) => void,
): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const place: HTMLElement | Window = target?.current ?? window;
    const drop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation(); // the zone took it; the page must not take it again
      setOver(false);
      const file = event instanceof DragEvent ? event.dataTransfer?.files[0] : undefined;
      if (file) onFile(file);
    };
    const over = (event: Event) => {
      event.preventDefault();
      setOver(true);
    };
    const leave = () => setOver(false);
    place.addEventListener("dragover", over);
    place.addEventListener("dragleave", leave);
    place.addEventListener("drop", drop);
    return () => {
      place.removeEventListener("dragover", over);
      place.removeEventListener("dragleave", leave);
      place.removeEventListener("drop", drop);
    };
  }, [target, onFile]);
  return isOver;
}
