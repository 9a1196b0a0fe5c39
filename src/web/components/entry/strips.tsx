import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { LocalCell } from "../../offline/local-database.ts";
import { sessionQuery } from "../../accounts/accounts-api.ts";
import { sendJson } from "../../api.ts";
import { address } from "../../offline/entry-server.ts";
import { forgetCells } from "../../offline/local-cells.ts";
import { Icon } from "../icon.tsx";
import { useFormView, useSummary } from "./form-context.ts";
import { useEntryTexts } from "./use-entry-texts.ts";
import { useSending } from "./use-sending.ts";

/** What everybody at this form has to know first: the line, the machine, a return, values left by others. */
export function Strips({
  others,
  onSettled,
}: {
  readonly others: readonly LocalCell[];
  readonly onSettled: () => void;
}) {
  // prettier-ignore
  const { state } = useFormView();
  const { form } = state;
  const texts = useEntryTexts();
  const { isUnkept } = useSummary();
  return (
    <>
      {form.dataSet.illustrative && (
        <p className="strip is-illustrative">
          <b>{texts.illustrative}.</b> {texts.illustrativeHint}
        </p>
      )}
      <LineStrip />
      {isUnkept && (
        <p className="strip is-grave" role="alert">
          <Icon name="deviating" /> <b>{texts.strip.unkept}</b> {texts.strip.unkeptHint}
        </p>
      )}
      {form.returned && (
        <p className="strip is-returned">
          <Icon name="returned" />
          <span>
            <b>
              {form.returned.kind === "returned"
                ? texts.strip.returned(form.returned.by, form.returned.at)
                : texts.strip.reopened(form.returned.by, form.returned.at)}
            </b>{" "}
            {form.returned.reason && <>“{form.returned.reason}”</>}
          </span>
        </p>
      )}
      {form.setAside.map((bundle) => (
        <SetAside key={bundle.id} bundle={bundle} onSettled={onSettled} />
      ))}
      {others.length > 0 && <OthersHere others={others} onSettled={onSettled} />}
    </>
  );
}

function LineStrip() {
  const texts = useEntryTexts();
  const { line, unsentCells, isSignedOut } = useSending();
  const queries = useQueryClient();
  if (isSignedOut)
    return (
      <div className="strip">
        <Icon name="locked" />
        <span>
          <b>{texts.strip.signedOut}</b> {texts.strip.signedOutHint}
        </span>
        <button
          type="button"
          className="button"
          onClick={() => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey })}
        >
          {texts.strip.signIn}
        </button>
      </div>
    );
  if (line !== "down") return null;
  return (
    <output className="strip">
      <Icon name="offline" />
      <span>
        <b>{texts.strip.offline}</b> {texts.strip.offlineHint(unsentCells)}
      </span>
    </output>
  );
}

type Bundle = ReturnType<typeof useFormView>["state"]["form"]["setAside"][number];

function SetAside({ bundle, onSettled }: { readonly bundle: Bundle; readonly onSettled: () => void }) {
  const { state, isLocked } = useFormView();
  const texts = useEntryTexts();
  const [isSettled, setSettled] = useState(false);
  if (isSettled) return null;
  const settle = async () => {
    await sendJson("POST", `${address(state.form.key)}/set-aside/${bundle.id}/settle`);
    setSettled(true);
    onSettled();
  };
  const takeOver = () => {
    state.fill(Object.entries(bundle.values).map(([cell, text]) => ({ cell, text })));
    void settle();
  };
  return (
    <div className="strip">
      <span>{texts.strip.setAside(bundle.by, Object.keys(bundle.values).length)}</span>
      {!isLocked && (
        <button type="button" className="button" onClick={takeOver}>
          {texts.strip.takeOver}
        </button>
      )}
      <button type="button" className="button" onClick={() => void settle()}>
        {texts.strip.drop}
      </button>
    </div>
  );
}

function OthersHere({
  others,
  onSettled,
}: {
  readonly others: readonly LocalCell[];
  readonly onSettled: () => void;
}) {
  // prettier-ignore
  const { state, isLocked } = useFormView();
  const texts = useEntryTexts();
  const drop = async () => {
    await forgetCells(others);
    onSettled();
  };
  const takeOver = () => {
    state.fill(others);
    void drop(); // they are this person's now, and kept as such
  };
  return (
    <div className="strip">
      <span>{texts.strip.othersHere(others.length)}</span>
      {!isLocked && (
        <button type="button" className="button" onClick={takeOver}>
          {texts.strip.takeOver}
        </button>
      )}
      <button type="button" className="button" onClick={() => void drop()}>
        {texts.strip.drop}
      </button>
    </div>
  );
}
