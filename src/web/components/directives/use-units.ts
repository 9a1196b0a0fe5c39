import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PublishedOrgUnit } from "#contract/org-unit.ts";
import { orgUnitsQuery } from "../../figures/figures-api.ts";
import { unitMatcher, type UnitMatch } from "../../directives/unit-match.ts";

export interface KnownUnits {
  readonly units: readonly PublishedOrgUnit[];
  readonly match: (printed: string) => UnitMatch;
  readonly nameOf: (uid: string) => string;
}

/** All units of a day, found by the names that documents print; `undefined` until they are there. */
export function useUnits(on: string | undefined): KnownUnits | undefined {
  const { data } = useQuery({ ...orgUnitsQuery(on ?? ""), enabled: on !== undefined, staleTime: 600_000 });
  return useMemo(() => {
    if (!data) return undefined;
    const names = new Map(data.orgUnits.map(({ uid, fullName }) => [uid, fullName]));
    return {
      units: data.orgUnits,
      match: unitMatcher(data.orgUnits),
      nameOf: (uid: string) => names.get(uid) ?? uid,
    };
  }, [data]);
}
