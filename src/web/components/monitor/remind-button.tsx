import { useState } from "react";
import { ApiError, sendJson } from "../../api.ts";
import { useLanguage } from "../../language.tsx";
import { useMonitorTexts } from "./use-monitor-texts.ts";

/** Sends one merged notice to every unit that has handed in nothing. */
export function RemindButton({
  period,
  orgUnits,
}: {
  readonly period: string;
  readonly orgUnits: readonly string[];
}) {
  // prettier-ignore
  const texts = useMonitorTexts();
  const { language } = useLanguage();
  const [said, setSaid] = useState("");
  if (orgUnits.length === 0) return null;
  const remind = async () => {
    try {
      const { reminded } = await sendJson<{ readonly reminded: number }>("POST", "/api/reminders", { period, orgUnits }); // prettier-ignore
      setSaid(texts.reminded(reminded));
    } catch (error) {
      setSaid(error instanceof ApiError ? (error.words?.[language] ?? error.code) : String(error));
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void remind()}>
        {texts.remind(orgUnits.length)}
      </button>
      <output>{said}</output>
    </>
  );
}
