import { z } from "zod";

const day = z.iso.date();

/** Longitude and latitude in degrees, WGS 84. */
const position = z.tuple([z.number(), z.number()]);
const rings = z.array(z.array(position));

/** How a file of outlines is to be read; the file itself is the body: GeoJSON or TopoJSON. */
export const OutlinesToLoad = z.object({
  on: day.describe("The day from which the outlines hold; units are looked for among those of that day"),
  level: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe("Only areas of this level: 1 province, 2 district, 3 commune"),
  object: z.string().min(1).max(200).optional().describe("Of TopoJSON with several objects: which one"),
  source: z.string().trim().min(1).max(500).optional().describe("Who drew them, as the map will say"),
});
export type OutlinesToLoad = z.infer<typeof OutlinesToLoad>;

/** What came of loading a file. */
export const LoadedOutlines = z.object({
  on: day,
  outlines: z.number().int().describe("Units that have an outline now"),
  points: z.number().int().describe("Units of which only the place of the name is known"),
  replaced: z.number().int().describe("Of them, those that took the place of others loaded for this day"),
  orgUnits: z.array(z.string()),
});
export type LoadedOutlines = z.infer<typeof LoadedOutlines>;

export const OutlinesQuery = z.object({
  on: day.optional().describe("The day of the map; today unless said otherwise"),
  level: z.coerce
    .number()
    .int()
    .positive()
    .default(3)
    .describe("Areas of this level: 1 province, 2 district, 3 commune"),
});
export type OutlinesQuery = z.infer<typeof OutlinesQuery>;

export const OutlineFeature = z.object({
  type: z.literal("Feature"),
  id: z.string().describe("The uid of the unit"),
  properties: z.object({
    name: z.string(),
    fullName: z.string(),
    code: z.string().optional(),
    labelPoint: position.describe("Where its name goes, inside the outline"),
  }),
  geometry: z
    .discriminatedUnion("type", [
      z.object({ type: z.literal("Polygon"), coordinates: rings }),
      z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(rings) }),
    ])
    .nullable()
    .describe("null where only the label point is known"),
});
export type OutlineFeature = z.infer<typeof OutlineFeature>;

/** A GeoJSON FeatureCollection, with where it comes from and what it lacks. */
export const Outlines = z.object({
  type: z.literal("FeatureCollection"),
  on: day,
  level: z.number().int(),
  source: z.string().nullable(),
  loadedOn: day.nullable(),
  missing: z.array(z.string()).describe("Units of that level and day of which no outline or point is known"),
  features: z.array(OutlineFeature),
});
export type Outlines = z.infer<typeof Outlines>;
