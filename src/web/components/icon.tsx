const drawings = {
  confirmed: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8ZM5.2 8.2l2 2 3.7-4",
  provisional: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Z",
  missing: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Z",
  overridden: "M3 13l.6-2.8 7.3-7.3 2.2 2.2-7.3 7.3L3 13Z",
  deviating: "M8 2.2 14.4 13.4H1.6L8 2.2ZM8 6.6v3M8 11.6v.1",
  download: "M8 2v8M4.8 7.2 8 10.4l3.2-3.2M2.5 13.5h11",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  previous: "M3.5 10 8 5.5l4.5 4.5",
  next: "M3.5 6 8 10.5 12.5 6",
  returned: "M6 3.5 2.5 7 6 10.5M2.8 7h6.4a4 4 0 0 1 4 4v1.5",
  offline:
    "M2 2l12 12M3 6.4A8.4 8.4 0 0 1 6 4.6M13 6.4a8.4 8.4 0 0 0-4-2.2M5.2 9a4.6 4.6 0 0 1 2-1.1M10.8 9l-.4-.3M8 12.2v.1",
  sent: "M8 13V3.5M4.2 7.2 8 3.4l3.8 3.8",
  received: "M8 2v7M5 6.4 8 9.4l3-3M2.5 10.5v3h11v-3",
  locked: "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  link: "M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7l.8-.8",
} as const;

export type IconName = keyof typeof drawings;

/** A small outline drawing; always beside words that say the same, so it stays silent itself. */
export function Icon({ name }: { readonly name: IconName }) {
  const isDashed = name === "provisional" || name === "missing";
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={drawings[name]} {...(isDashed && { strokeDasharray: "2.6 2.3" })} />
    </svg>
  );
}
