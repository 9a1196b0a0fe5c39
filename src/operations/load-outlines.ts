import { readFile, stat } from "node:fs/promises";
import type { LoadedOutlines, OutlinesToLoad } from "#contract/outline.ts";
import { isDay } from "#domain/calendar.ts";
import { readOutlineFile } from "#domain/outline-file.ts";
import { labelPointOf } from "#domain/outline-label-point.ts";
import { matchOutlines, type MatchedOutline } from "#domain/outline-match.ts";
import { simplifyOutlines } from "#domain/outline-simplify.ts";
import type { Outline } from "#domain/outline.ts";
import { Refusal } from "#domain/refusal.ts";
import { saveOutlines } from "#store/outlines.ts";
import { listOrgUnits } from "#store/org-units.ts";
import { allow } from "./access.ts";
import type { Context } from "./context.ts";

/** Outlines of a province fit into a fifth of this; more would keep everybody waiting. */
export const mostBytes = 20_000_000;

/** As fine as is kept: about a metre, and enough positions for the borders of a thousand communes. */
const keptFineness = { stepsPerDegree: 100_000, positions: 150_000 };

/**
 * Brings outlines of units from a file of GeoJSON or TopoJSON, all or none, from a day on. They take the place of
 * those loaded for the same units and day. Refuses, with a list, what cannot be told whose it is.
 */
export async function loadOutlines(
  context: Context,
  bytes: Uint8Array,
  { on, level, object, source }: OutlinesToLoad,
): Promise<LoadedOutlines> {
  const { db, province, user } = context;
  allow(context, "manage-catalogue", { orgUnit: province });
  if (!isDay(on)) throw new Refusal("unknown-day", { day: on });
  const features = readOutlineFile(parseJson(bytes), object);
  const matched = matchOutlines(features, await listOrgUnits(db, province), { on, level });
  const outlines = drawOutlines(matched);
  const replaced = await db.transaction((tx) =>
    saveOutlines(tx, province, outlines, { on, by: user.id, source }),
  );
  const points = outlines.filter(({ polygons }) => polygons.length === 0).length;
  return {
    on,
    outlines: outlines.length - points,
    points,
    replaced,
    orgUnits: outlines.map(({ orgUnit }) => orgUnit),
  };
}

/** Refuses `outlines-too-large` and `outlines-not-json`. */
function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > mostBytes) throw new Refusal("outlines-too-large", { megabytes: mostBytes / 1_000_000 });
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal("outlines-not-json");
  }
}

function drawOutlines(matched: readonly MatchedOutline[]): Outline[] {
  const simple = simplifyOutlines(matched.map(({ feature }) => feature.polygons), keptFineness); // prettier-ignore
  return matched.map(({ feature, unit }, index) => {
    const polygons = simple[index]!;
    const { point } = feature;
    const labelPoint = polygons.length === 0 && point ? point : labelPointOf(polygons, point);
    return { orgUnit: unit.uid, labelPoint, polygons };
  });
}

/** The bytes of a file on this machine; refuses `file-not-found` and `outlines-too-large`. */
export async function readOutlineBytes(path: string): Promise<Uint8Array> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) throw new Refusal("file-not-found", { file: path });
  if (size > mostBytes) throw new Refusal("outlines-too-large", { megabytes: mostBytes / 1_000_000 });
  return readFile(path);
}
