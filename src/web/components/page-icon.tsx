const drawings = {
  todo: "M2.5 4l1.2 1.2L6 2.8M2.5 11l1.2 1.2L6 9.8M8.5 4.2h5M8.5 11.2h5",
  monitor: "M2.5 2.5h4.4v4.4H2.5zM9.1 2.5h4.4v4.4H9.1zM2.5 9.1h4.4v4.4H2.5zM9.1 9.1h4.4v4.4H9.1z",
  figures: "M2 13.5h12M4 13V8M8 13V3.5M12 13V6",
  report: "M3.5 2h6l3 3v9h-9zM9.2 2v3.3h3.3M5.5 8.2h5M5.5 11h5",
  check: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10.4 10.4l3.1 3.1M5.2 7l1.3 1.3 2.4-2.6",
  directives: "M3 6.5v3h2l5 3.5V3L5 6.5H3ZM12.2 6a3 3 0 0 1 0 4M5.2 9.8 6 13.5",
  overview: "M2.5 10.5a5.5 5.5 0 0 1 11 0M8 10.5 10.6 7M2.5 13h11",
  more: "M3.5 8h.1M8 8h.1M12.5 8h.1",
} as const;

export type PageIconName = keyof typeof drawings;

/** The drawing of a page in the bar at the foot of a phone, over its word. */
export function PageIcon({ name }: { readonly name: PageIconName }) {
  return (
    <svg className="icon page-icon" viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
      <path d={drawings[name]} {...(name === "more" && { strokeWidth: 2.4 })} />
    </svg>
  );
}
