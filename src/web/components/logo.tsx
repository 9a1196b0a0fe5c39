/** The tier line: Trạm → huyện → Sở. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 30 22" width="30" height="22" aria-hidden="true">
      <path d="M4 17 13.5 12.5 25 5" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="4" cy="17" r="3" fill="currentColor" />
      <circle cx="13.5" cy="12.5" r="3" fill="currentColor" />
      <circle className="logo-end" cx="25" cy="5" r="3.8" />
    </svg>
  );
}
