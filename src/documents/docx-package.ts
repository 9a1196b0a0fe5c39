import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/**
 * The same package without anything that changes from run to run: the writer stamps the time into the zip entries
 * and the core properties, and numbers its drawings through the life of the process.
 */
export function fixPackage(
  bytes: Uint8Array,
  created: { readonly year: number; readonly month: number },
): Uint8Array {
  // Zip times have no zone and are read from local clock fields, so a local date gives the same bytes everywhere.
  const mtime = new Date(created.year, created.month - 1, 1);
  const day = `${created.year}-${String(created.month).padStart(2, "0")}-01T00:00:00Z`;
  const entries = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/"));
  const fixed: Zippable = {};
  for (const [path, content] of entries.toSorted(byPackageOrder))
    fixed[path] = [fixPart(path, content, day), { mtime }];
  return zipSync(fixed, { level: 6, mtime });
}

function fixPart(path: string, content: Uint8Array, day: string): Uint8Array {
  if (path === "docProps/core.xml") {
    const stamped = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
    return strToU8(strFromU8(content).replace(stamped, (_, open: string) => open + day));
  }
  if (path === "word/document.xml") {
    let last = 0;
    return strToU8(
      strFromU8(content).replace(
        /(<wp:docPr\b[^>]*?\bid=")\d+"/g,
        (_, open: string) => `${open}${(last += 1)}"`,
      ),
    );
  }
  return content;
}

/** Readers that look at the first entry expect the list of content types there. */
function byPackageOrder([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return packageRank(a) < packageRank(b) ? -1 : 1;
}

function packageRank(path: string): string {
  return path === "[Content_Types].xml" ? "" : path;
}
