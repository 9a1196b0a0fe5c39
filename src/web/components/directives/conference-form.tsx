import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Conference, RecordConference } from "#contract/conference.ts";
import { isPeriod } from "#domain/period.ts";
import { recordConference } from "../../directives/directives-api.ts";
import { ActError } from "./act-error.tsx";
import { FormButtons } from "./form-buttons.tsx";
import { DayField } from "./term-choice.tsx";
import { useDirectivesTexts } from "./use-directives-texts.ts";

interface ConferenceFormProps {
  readonly today: string;
  readonly onSaved: (conference: Conference) => void;
  readonly onClose: () => void;
}

const firstYear = 2015;

/** A conference as the secretary writes it down: when, how, who was there, which report was presented. */
export function ConferenceForm({ today, onSaved, onClose }: ConferenceFormProps) {
  const { list: texts, save, period: periodName } = useDirectivesTexts();
  const [title, setTitle] = useState("");
  const [heldOn, setHeldOn] = useState(today);
  const [period, setPeriod] = useState(`${today.slice(0, 4)}-S1`);
  const [form, setForm] = useState("");
  const [rooms, setRooms] = useState("");
  const [attending, setAttending] = useState("");
  const saving = useMutation({
    mutationFn: () => {
      const written: RecordConference = {
        title: title.trim(),
        heldOn,
        period,
        ...(form.trim() !== "" && { form: form.trim() }),
        rooms: linesOf(rooms),
        attending: linesOf(attending),
        notice: { summary: [] },
      };
      return recordConference(written);
    },
    onSuccess: onSaved,
  });
  return (
    <form
      className="act-form conference-form card-part"
      aria-label={texts.add}
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <label>
        {texts.name}
        <input required value={title} maxLength={500} placeholder={texts.nameHint} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <DayField label={texts.on} value={heldOn} onChange={setHeldOn} />
      <label>
        {texts.period}
        <select value={period} onChange={(event) => setPeriod(event.target.value)}>
          {periodsUpTo(Number(today.slice(0, 4))).map((each) => (
            <option key={each} value={each}>
              {periodName(each)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.form}
        <input value={form} maxLength={500} placeholder={texts.formHint} onChange={(event) => setForm(event.target.value)} />
      </label>
      <label>
        {texts.rooms}
        <textarea value={rooms} maxLength={10_000} onChange={(event) => setRooms(event.target.value)} />
      </label>
      <label>
        {texts.attending}
        <textarea value={attending} maxLength={10_000} onChange={(event) => setAttending(event.target.value)} />
      </label>
      <ActError error={saving.error} />
      <FormButtons submit={save} isReady={!(title.trim() === "" || saving.isPending)} onClose={onClose} />
    </form>
  );
} // prettier-ignore

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The periods after which conferences are held, newest first. */
function periodsUpTo(year: number): readonly string[] {
  const years = Array.from({ length: Math.max(1, year - firstYear + 1) }, (_, back) => year - back);
  return years.flatMap((each) => [`${each}`, `${each}-9M`, `${each}-S1`]).filter(isPeriod);
}
