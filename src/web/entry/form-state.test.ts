import { describe, expect, test } from "vitest";
import type { Form } from "#contract/form.ts";
import type { LocalCell } from "../offline/local-database.ts";
import { FormState } from "./form-state.ts";

const words = (vi: string) => ({ vi, en: vi });
const cell = (name: string, more: Partial<Form["cells"][number]> = {}): Form["cells"][number] => ({ cell: name, kind: "entry", element: name, optionCombo: "", name: words(name), unit: "trẻ", valueType: "integer", timeNature: "flow", ...more }); // prettier-ignore

function buildForm(part: Partial<Form> = {}): Form {
  return {
    key: { dataSet: "tiem-chung", period: "2023-06", orgUnit: "tram-binh-lu" },
    dataSet: { id: "tiem-chung", validFrom: "2020-01-01", name: words("Tiêm chủng"), shortName: words("Tiêm"), programme: "TCMR", periodType: "month", periodRule: "calendar", allowsNothingToReport: true },
    orgUnit: { uid: "tram-binh-lu", name: "Bình Lư", fullName: "Trạm Y tế xã Bình Lư" },
    span: { from: "2023-06-01", to: "2023-06-30" },
    dueOn: "2023-07-05",
    tiers: [],
    sections: [{ title: words("Trẻ"), columns: [words("")], rows: [] }],
    cells: [cell("nam"), cell("nu"), cell("tong", { kind: "computed", sumOf: ["nam", "nu"] }), cell("can")],
    elements: [],
    rules: [],
    earlier: { lastPeriod: { period: "2023-05", values: {} }, lastYear: { period: "2022-06", values: {} }, sinceJanuary: {}, history: [] },
    stand: { state: "draft", version: 0, approvedTiers: 0 },
    canHandIn: true,
    values: {},
    inForce: {},
    explanations: {},
    draft: { revision: 0, cells: [] },
    setAside: [],
    ...part,
  }; // prettier-ignore
}

function open(form = buildForm(), cells: readonly LocalCell[] = []) {
  const kept: LocalCell[] = [];
  const keep = async (typed: readonly LocalCell[]) => {
    kept.push(...typed);
    await Promise.resolve();
  };
  return { kept, state: new FormState({ form, cells, account: "tram", keeper: { keep } }) };
}

describe("a form that is filled in", () => {
  test("keeps every key on the machine before anything else", () => {
    const { state, kept } = open();
    for (const text of ["1", "12", "123"]) state.type("nam", text);
    expect(kept.map(({ text, value, revision }) => [text, value, revision])).toEqual([["1", "1", 1], ["12", "12", 2], ["123", "123", 3]]); // prettier-ignore
    expect(state.box("nam").isUnsent).toBe(true);
  });

  test("keeps what cannot be read as well, and does not count it", () => {
    const { state, kept } = open();
    state.type("nam", "12a");
    expect(kept.at(-1)).toMatchObject({ text: "12a", value: null });
    expect([state.values(), state.summary().refused]).toEqual([{}, 1]);
  });

  test("adds up as one types, and a sum of nothing is nothing", () => {
    const { state } = open();
    expect(state.total("tong")).toBeUndefined();
    let told = 0;
    state.subscribe("tong", () => told++);
    state.type("nam", "1.200");
    state.type("nu", "34");
    expect([state.total("tong"), told]).toEqual(["1234", 2]);
  });

  test("tells only the box that changed and its totals", () => {
    const { state } = open();
    let told = 0;
    state.subscribe("can", () => told++);
    state.type("nam", "1");
    expect(told).toBe(0);
  });

  test("goes back box by box, and a filled block at once", () => {
    const { state } = open();
    state.type("can", "5");
    state.type("nam", "1");
    state.type("nam", "12");
    state.fill(state.blanks().map((blank) => ({ cell: blank, text: "0" })));
    expect(state.values()).toEqual({ can: "5", nam: "12", nu: "0" });
    state.undo();
    expect(state.values()).toEqual({ can: "5", nam: "12" });
    state.undo();
    expect(state.values()).toEqual({ can: "5" });
    state.redo();
    expect(state.values()).toEqual({ can: "5", nam: "12" });
  });

  test("says that it could not be kept", async () => {
    const keeper = { keep: () => Promise.reject(new DOMException("full", "QuotaExceededError")) };
    const state = new FormState({ form: buildForm(), cells: [], account: "tram", keeper });
    state.type("nam", "1");
    await Promise.resolve();
    await Promise.resolve();
    expect(state.summary().isUnkept).toBe(true);
  });
});

test("what looks wrong is told as soon as the checks are there, and as one types", async () => {
  const { state } = open(buildForm({ cells: [cell("nam"), cell("nu", { wholes: ["nam"] })] }));
  const codes = () => state.summary().findings.map(({ code }) => code);
  state.type("nam", "5");
  state.type("nu", "7");
  await expect.poll(codes, { timeout: 10_000 }).toEqual(["form-part-above-whole"]);
  state.type("nu", "4");
  await expect.poll(codes).toEqual([]);
  state.type("nu", "8");
  expect(state.checkNow()).toMatchObject([{ code: "form-part-above-whole", facts: { value: "8" } }]);
});

describe("a form that is opened again", () => {
  const local = (part: Partial<LocalCell>): LocalCell => ({ form: "x", cell: "nam", text: "7", value: "7", revision: 3, sent: 0, seen: 0, at: "2023-07-01T00:00:00Z", account: "tram", ...part }); // prettier-ignore
  const drafted = (value: string, revision: number) =>
    buildForm({ draft: { revision, cells: [{ cell: "nam", value, revision, device: "khác", by: "A", at: "2023-07-02T00:00:00Z" }] } }); // prettier-ignore

  test("shows what was typed here and not sent", () => {
    expect(open(buildForm(), [local({})]).state.box("nam")).toMatchObject({ text: "7", isUnsent: true });
  });
  test("shows what another device typed since, when everything here had been sent", () => {
    expect(open(drafted("9", 5), [local({ sent: 3, seen: 2 })]).state.box("nam").text).toBe("9");
  });
  test("does not let the other device overwrite what waits here", () => {
    expect(open(drafted("9", 5), [local({ sent: 1, seen: 2 })]).state.box("nam").text).toBe("7");
  });
  test("begins with what counts already, when nothing was handed in", () => {
    expect(open(buildForm({ inForce: { nam: "1234" } })).state.box("nam").text).toBe("1.234");
  });
  test("begins with the last hand-in, blank where that was blank", () => {
    const form = buildForm({ inForce: { nam: "3", nu: "4" }, values: { nam: "3" }, stand: { state: "returned", version: 1, approvedTiers: 0 } }); // prettier-ignore
    expect(open(form).state.values()).toEqual({ nam: "3" });
  });
});

describe("the same box at two places", () => {
  const theirs = { value: "12", revision: 9, by: "Lò Thị A", at: "2023-07-02T00:00:00Z" };
  const conflicted = () => {
    const opened = open();
    opened.state.type("nam", "15");
    const [typed] = opened.kept.splice(0);
    opened.state.takeIn([{ ...typed!, theirs }]);
    return opened;
  };

  test("shows both versions, and overwrites neither", () => {
    const { state } = conflicted();
    expect(state.box("nam")).toMatchObject({ text: "15", isUnsent: true, theirs: { value: "12" } });
    expect(state.summary().unsettled).toEqual(["nam"]);
  });

  test.each([
    ["mine", "15"],
    ["theirs", "12"],
  ] as const)("a person keeps %s, and the server hears that the other one was seen", (choice, text) => {
    const { state, kept } = conflicted();
    state.settle("nam", choice);
    expect(kept).toMatchObject([{ text, seen: 9, revision: 2, sent: 0 }]);
    expect(kept[0]).not.toHaveProperty("theirs");
    expect(state.summary().unsettled).toEqual([]);
  });

  test("typing on does not hide the other version", () => {
    const { state, kept } = conflicted();
    state.type("nam", "16");
    expect([kept.at(-1)?.theirs, state.summary().unsettled]).toEqual([theirs, ["nam"]]);
  });

  test("another tab's keys come in, but never over what was typed here since", () => {
    const { state, kept } = open();
    state.type("nam", "1");
    state.takeIn([{ ...kept[0]!, text: "2", value: "2", revision: 2 }]);
    expect(state.box("nam").text).toBe("2");
    state.type("nam", "3");
    state.takeIn([{ ...kept[0]!, sent: 1, seen: 4 }]);
    expect(state.box("nam").text).toBe("3");
    state.type("nam", "34");
    expect(kept.at(-1)).toMatchObject({ text: "34", revision: 4, seen: 4 });
  });

  test("what the server has now is no longer unsent", () => {
    const { state, kept } = open();
    state.type("nam", "1");
    state.takeIn([{ ...kept[0]!, sent: 1, seen: 3 }]);
    expect(state.box("nam").isUnsent).toBe(false);
  });

  test("what somebody else typed at this machine is not taken in unasked", () => {
    const { state, kept } = open();
    state.type("nam", "1");
    state.takeIn([{ ...kept[0]!, account: "other", text: "9", revision: 7 }]);
    expect(state.box("nam").text).toBe("1");
  });
});
