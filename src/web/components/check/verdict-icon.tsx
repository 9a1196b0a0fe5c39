const drawings = {
  wrong: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  suspect: "M8 2.2 14.4 13.4H1.6L8 2.2ZM8 6.6v3M8 11.6v.1",
  note: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM8 7.4v3.6M8 5v.1",
  style: "M3 13l.6-2.8 7.3-7.3 2.2 2.2-7.3 7.3L3 13Z",
  consistent: "M3 8.6l3.4 3.4L13 4.6",
  unchecked:
    "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM6.2 6.4a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.3M8 11.4v.1",
  setAside: "M3 8h10M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Z",
} as const;

/** The shape of a verdict, so that it is never told by its colour alone. */
export function VerdictIcon({ of }: { readonly of: keyof typeof drawings }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={drawings[of]} {...(of === "unchecked" && { strokeDasharray: "2.6 2.3" })} />
    </svg>
  );
}
