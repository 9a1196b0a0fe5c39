import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { layOutMap, type MapLayout, type MapPlace } from "#charts/map-layout.ts";
import type { Outlines } from "#contract/outline.ts";
import { outlinesQuery } from "../../figures/figures-api.ts";

export interface MapData {
  readonly layout: MapLayout | undefined;
  readonly source: string | null;
  /** Units drawn as the cell around their label point. */
  readonly cells: number;
  readonly isLoading: boolean;
  readonly error: Error | null;
}

/** The outlines of the units of a level, on the map of a day, fitted into a width. */
export function useMapData(
  { level, day, units, names }: { level: number | undefined; day: string; units: ReadonlySet<string>; names: (uid: string) => string }, // prettier-ignore
  width: number,
): MapData {
  const { data, isLoading, error } = useQuery({
    ...outlinesQuery(day, level ?? 3),
    enabled: level !== undefined,
    placeholderData: keepPreviousData,
  });
  const province = useQuery({ ...outlinesQuery(day, 1), enabled: level !== undefined && level > 1 });
  const layout = useMemo(() => {
    const places = placesOf(data, units, names);
    if (places.length === 0 || width < 40) return undefined;
    const isWhole = places.length === data?.features.length;
    const border = isWhole ? placesOf(province.data, undefined, names)[0] : undefined;
    return layOutMap(places, { width, mostHeight: Math.max(260, width * 0.8), border });
  }, [data, province.data, units, names, width]);
  return {
    layout,
    source: data?.source ?? null,
    cells: layout?.shapes.filter(({ isCell }) => isCell).length ?? 0,
    isLoading,
    error,
  };
}

function placesOf(
  outlines: Outlines | undefined,
  units: ReadonlySet<string> | undefined,
  names: (uid: string) => string,
): MapPlace[] {
  return (outlines?.features ?? [])
    .filter(({ id }) => units === undefined || units.has(id))
    .map(({ id, geometry, properties }) => ({
      id,
      name: names(id),
      geometry,
      labelPoint: properties.labelPoint,
    }));
}
