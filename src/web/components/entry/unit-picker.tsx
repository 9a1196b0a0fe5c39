import { useQuery } from "@tanstack/react-query";
import { previousPeriod } from "#domain/period.ts";
import type { SignedInUser } from "#contract/session.ts";
import { getJson } from "../../api.ts";
import { useEntryTexts } from "./use-entry-texts.ts";

interface UnitPickerProps {
  readonly user: SignedInUser;
  readonly chosen: string;
  readonly onChoose: (uid: string) => void;
  /** ISO day, by the server. */
  readonly today: string | undefined;
}

interface ReportingUnits {
  readonly orgUnits: readonly { readonly uid: string; readonly name: string; readonly fullName: string }[];
}

/** For whoever enters for more than one unit. A station sees no picker: it has one unit. */
export function UnitPicker({ user, chosen, onChoose, today = "" }: UnitPickerProps) {
  const texts = useEntryTexts();
  const isStation = user.grants.every(
    ({ orgUnit, role }) => orgUnit === user.orgUnit && role === "nhap-lieu",
  );
  const { data } = useQuery({
    queryKey: ["reporting-units", today.slice(0, 7)],
    queryFn: ({ signal }) => getJson<ReportingUnits>(`/api/submissions?period=${lastMonthOf(today)}`, signal),
    enabled: !isStation && today !== "",
    staleTime: 300_000,
  });
  if (isStation || !data || data.orgUnits.length < 2) return null;
  const isKnown = data.orgUnits.some(({ uid }) => uid === chosen);
  return (
    <label className="unit-picker">
      {texts.todo.unit}
      <select value={chosen} onChange={(event) => onChoose(event.target.value)}>
        {!isKnown && <option value={chosen}>{user.orgUnitName}</option>}
        {data.orgUnits.map(({ uid, fullName }) => (
          <option key={uid} value={uid}>
            {fullName}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The month that is being reported on a day. */
function lastMonthOf(today: string): string {
  return today === "" ? "" : previousPeriod(today.slice(0, 7));
}
