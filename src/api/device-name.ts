const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, "Edge"],
  [/coc_coc_browser/i, "Cốc Cốc"],
  [/\bOPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\//, "Firefox"],
  [/Chrom(?:e|ium)\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** What somebody signed in with, in words they know: "Chrome, Windows"; else the beginning of what it calls itself. */
export function deviceName(userAgent: string | undefined): string {
  if (!userAgent) return "?";
  const find = (names: typeof browsers) => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const words = [find(browsers), find(systems)].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(", ") : userAgent.slice(0, 60);
}
