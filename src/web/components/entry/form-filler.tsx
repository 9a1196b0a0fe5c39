import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Finding } from "#domain/finding.ts";
import { submissionRefusals } from "#wording/refusals-of-submissions.ts";
import type { FormState } from "../../entry/form-state.ts";
import { cellOf, findingWords } from "../../entry/finding-words.ts";
import { sender } from "../../entry/sender.ts";
import { settleCells } from "../../offline/local-cells.ts";
import { deviceName } from "../../offline/local-database.ts";
import { dropHandIn, findHandIn, queueHandIn } from "../../offline/outbox.ts";
import { useLanguage, type Language } from "../../language.tsx";
import { PageHelp } from "../help/page-help.tsx";
import { Icon } from "../icon.tsx";
import { AnswerNotice } from "./answer-notice.tsx";
import { Dock } from "./dock.tsx";
import { FormContext, useFormView, useSummary, type FormView } from "./form-context.ts";
import type { Notices } from "./form-row.tsx";
import { FormTable } from "./form-table.tsx";
import { SideHelp } from "./side-help.tsx";
import { WorkbookUpload } from "./workbook-upload.tsx";
import { SignatureLines } from "./signature-lines.tsx";
import { Strips } from "./strips.tsx";
import { TierLine } from "./tier-line.tsx";
import { useEntryTexts } from "./use-entry-texts.ts";
import { useFormKeys } from "./use-form-keys.ts";
import type { OpenForm } from "./use-form.ts";
import { useSending } from "./use-sending.ts";

interface FormFillerProps {
  readonly opened: OpenForm & { readonly state: FormState };
  readonly account: string;
  /** The box to begin at, from the address. */
  readonly startAt: string | undefined;
}

/** A form on the screen, with everything that belongs to filling it in. */
export function FormFiller({ opened, account, startAt }: FormFillerProps) {
  const { state } = opened;
  const place = useRef<HTMLDivElement>(null);
  const focus = useCallback((cell: string) => {
    const box = [...(place.current?.querySelectorAll("input.box") ?? [])].find((each) => each instanceof HTMLInputElement && each.dataset["cell"] === cell); // prettier-ignore
    if (!(box instanceof HTMLInputElement)) return;
    box.focus();
    box.select();
    box.scrollIntoView({ block: "nearest" });
  }, []);
  const isLocked = !state.form.canHandIn;
  const view = useMemo<FormView>(
    () => ({ state, isLocked, focus, cellsByName: new Map(state.form.cells.map((cell) => [cell.cell, cell])) }), // prettier-ignore
    [state, isLocked, focus],
  );
  useEffect(() => {
    if (startAt !== undefined) focus(startAt);
  }, [startAt, focus]);
  return (
    <FormContext value={view}>
      <div ref={place}>
        <Filler opened={opened} account={account} />
      </div>
    </FormContext>
  );
}

function Filler({ opened, account }: Omit<FormFillerProps, "startAt">) {
  const { state, isLocked, focus } = useFormView();
  const { form } = state;
  const texts = useEntryTexts();
  const { language } = useLanguage();
  const summary = useSummary();
  const { findings, unsettled } = summary;
  const [cell, setCell] = useState<string>();
  const [said, setSaid] = useState("");
  const [handIn, setHandIn] = useState(opened.handIn);
  const [baseVersion, setBaseVersion] = useState(form.stand.version);
  const [isSending, setSending] = useState(false);

  const notices = useMemo<Notices>(() => {
    const byCell = new Map<string, Finding[]>();
    for (const finding of findings) {
      const at = cellOf(finding) ?? "";
      byCell.set(at, [...(byCell.get(at) ?? []), finding]);
    }
    return {
      findings: byCell,
      returned: new Map(form.returned?.cells.map((each) => [each.cell, each.reason]) ?? []),
      unsettled: new Set(unsettled),
    };
  }, [findings, unsettled, form]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the summary is another one whenever a box has changed
  const toLook = useMemo(() => listToLook(state, notices), [state, notices, summary]);

  const nextToLook = useCallback(
    (from: string | undefined) => {
      const next = toLook[from === undefined ? 0 : (toLook.indexOf(from) + 1) % Math.max(1, toLook.length)];
      if (next !== undefined) focus(next);
    },
    [toLook, focus],
  );
  const say = useCallback(
    (what: { kind: "pasted"; count: number; leftOver: number } | { kind: "too-large" | "undone" }) =>
      setSaid(what.kind === "pasted" ? texts.dock.pasted(what.count, what.leftOver) : what.kind === "undone" ? texts.dock.undone : texts.dock.tooLarge), // prettier-ignore
    [texts],
  );
  const keys = useFormKeys({ state, isLocked, focus, nextToLook, say });
  useSettling();
  useAnswers(handIn?.id, state.id, (answered) => {
    setHandIn(answered);
    if (answered.answer?.outcome === "accepted") opened.reload();
  });

  const hand = async () => {
    const blocking = state.checkNow().find(({ severity }) => severity === "blocking");
    const refused = form.cells.find(({ cell: name }) => state.box(name).typed.kind === "refused")?.cell;
    const first = unsettled[0] ?? refused ?? (blocking && cellOf(blocking));
    if (first !== undefined) return focus(first);
    setSending(true);
    const queued = await queueHandIn(state.id, account, {
      id: crypto.randomUUID(),
      baseVersion,
      draftRevision: form.draft.revision,
      values: state.values(),
      explanations: state.explanations(),
      device: await deviceName(),
      deviceTime: new Date().toISOString(),
    });
    setHandIn(queued);
    await sender.send().catch(() => undefined);
    setHandIn((await findHandIn(state.id)) ?? queued);
    setSending(false);
  };

  return (
    <div className="form-page" onKeyDownCapture={keys.onKeyDown} onPasteCapture={keys.onPaste}>
      <FormHead />
      {opened.since !== undefined && (
        <p className="quiet">
          {texts.from}, {texts.clock(opened.since)}
        </p>
      )}
      {handIn && (
        <AnswerNotice
          handIn={handIn}
          onClose={() => {
            void dropHandIn(handIn.id);
            setHandIn(undefined);
          }}
          onChosen={(version, chosen) => {
            state.fill(chosen);
            setBaseVersion(version);
            void dropHandIn(handIn.id);
            setHandIn(undefined);
          }}
        />
      )}
      <Strips others={opened.others} onSettled={opened.reload} />
      {form.whyNot !== undefined && (
        <p className="strip">
          <Icon name="locked" />
          <span>
            <b>{texts.strip.closed}</b> {whyNotWords(form, language)}
          </span>
        </p>
      )}
      {toLook.length > 0 && !isLocked && <LookBox cells={toLook} notices={notices} />}
      <div className="form-columns">
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- notes which box the keyboard is at */}
        <div
          onFocus={({ target }) => {
            if (target instanceof HTMLInputElement && target.dataset["cell"] !== undefined) {
              setCell(target.dataset["cell"]);
              setSaid("");
            }
          }}
        >
          <FormTable notices={notices} />
          <SignatureLines />
          {!isLocked && <WorkbookUpload formKey={form.key} onSaved={opened.reload} />}
          <Dock
            toLook={toLook.length}
            onLook={() => nextToLook(cell)}
            onHandIn={() => void hand()}
            isSending={isSending}
            said={said}
            excel={`/api/forms/${[form.key.dataSet, form.key.period, form.key.orgUnit].map(encodeURIComponent).join("/")}.xlsx`}
          />
        </div>
        <SideHelp cell={cell} />
      </div>
    </div>
  );
}

/** Only these three can be in the way; the other refusals need not come over a poor line. */
function whyNotWords({ whyNot = "", key, dataSet, orgUnit }: FormState["form"], language: Language): string {
  const { name } = dataSet;
  const facts = { dataSet: name.vi, dataSetEn: name.en, period: key.period, orgUnit: orgUnit.fullName };
  return submissionRefusals[whyNot]?.[language](facts) ?? whyNot;
}

function FormHead() {
  const { state } = useFormView();
  const { form } = state;
  const texts = useEntryTexts();
  const { language } = useLanguage();
  return (
    <header className="form-head">
      <div>
        <h1>{texts.formTitle(form.dataSet.name[language], form.key.period)}</h1>
        <PageHelp page="form" />
        <p className="facts">
          <span>{form.orgUnit.fullName}</span>
          {form.stand.version > 0 && <span>{texts.handInNumber(form.stand.version + (form.canHandIn ? 1 : 0))}</span>}
          <span>{texts.dueOn(form.dueOn)}</span>
          {form.closesOn !== undefined && <span>{texts.closesOn(form.closesOn)}</span>}
        </p>
      </div>
      <TierLine />
    </header>
  );
} // prettier-ignore

/** Every box that asks for a look, in the order of the form; links lead there. */
function LookBox({ cells, notices }: { readonly cells: readonly string[]; readonly notices: Notices }) {
  const { cellsByName, focus, state } = useFormView();
  const texts = useEntryTexts();
  const { language } = useLanguage();
  const why = (cell: string) => {
    if (notices.unsettled.has(cell)) return texts.look.twoVersions;
    if (notices.returned.has(cell)) return texts.look.returnedCell;
    if (state.box(cell).typed.kind === "refused") return texts.look.unreadable;
    const [finding] = notices.findings.get(cell) ?? [];
    return finding ? findingWords(finding, language) : "";
  };
  return (
    <nav className="look-box">
      <b>{texts.look.before(cells.length)}</b>
      <ul>
        {cells.slice(0, 12).map((cell) => (
          <li key={cell}>
            <Icon name={notices.returned.has(cell) ? "returned" : "deviating"} />
            <button type="button" className="link" onClick={() => focus(cell)}>
              {cellsByName.get(cell)?.name[language]}
            </button>{" "}
            <span>{why(cell)}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function listToLook(state: FormState, notices: Notices): string[] {
  return state.form.cells
    .filter(({ kind }) => kind === "entry")
    .map(({ cell }) => cell)
    .filter((cell) => {
      if (state.box(cell).typed.kind === "refused" || notices.unsettled.has(cell)) return true;
      const isExplained = (state.box(cell).explanation ?? "") !== "";
      if (notices.returned.has(cell)) return !isExplained || state.box(cell).isUnsent;
      const found = notices.findings.get(cell) ?? [];
      return found.some(({ severity }) => severity === "blocking" || !isExplained);
    });
}

/** Asks the disk now and then, and when the page is left, so that even a power cut takes no more than two seconds. */
function useSettling(): void {
  const { state } = useFormView();
  useEffect(() => {
    let isDirty = false;
    const settle = () => {
      if (!isDirty) return;
      isDirty = false;
      settleCells().catch(() => undefined); // told by the next write that fails
    };
    const stop = state.subscribeWhole(() => {
      isDirty = true;
    });
    const timer = setInterval(settle, 1500);
    document.addEventListener("visibilitychange", settle);
    return () => {
      stop();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", settle);
      settle();
      void sender.send().catch(() => undefined);
    };
  }, [state]);
}

type Answered = NonNullable<Awaited<ReturnType<typeof findHandIn>>>;

/** Tells when a hand-in that waited here has its answer: the line may come back while one looks. */
function useAnswers(waiting: string | undefined, form: string, onAnswer: (handIn: Answered) => void): void {
  const sending = useSending();
  const { lastSentAt } = sending;
  const tell = useRef(onAnswer);
  const told = useRef<string>(undefined);
  useEffect(() => {
    tell.current = onAnswer;
  });
  useEffect(() => {
    if (waiting === undefined || told.current === waiting || lastSentAt === undefined) return;
    void findHandIn(form).then((handIn) => {
      if (handIn?.id !== waiting || !handIn.answer) return;
      told.current = waiting;
      tell.current(handIn);
    });
  }, [waiting, form, lastSentAt]);
}
