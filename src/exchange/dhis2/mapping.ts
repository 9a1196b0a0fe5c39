import type { ExternalCode, ExternalCodeKind } from "#domain/indicator.ts";
import type { KnownThings, Remark, RemarkCode, Thing } from "./metadata.ts";

/** Collects what a file becomes: codes, remarks, and keys that stay the same when the file comes again. */
export interface Mapping {
  readonly known: KnownThings;
  readonly codes: ExternalCode[];
  readonly remarks: Remark[];
  /** The target of a code, from this file or from what is here. */
  readonly targetsOf: (kind: ExternalCodeKind, code: string) => readonly string[];
  readonly addCode: (kind: ExternalCodeKind, code: string, target: string) => void;
  readonly remark: (part: string, thing: Pick<Thing, "id" | "name">, code: RemarkCode, more?: { readonly isLeftOut?: boolean; readonly facts?: Remark["facts"] }) => void;
  /** The key under which a thing is kept: the one it has already, else one made of its code. */
  readonly keyFor: (kind: ExternalCodeKind, thing: Thing, taken: (key: string) => boolean) => string;
} // prettier-ignore

export function startMapping(known: KnownThings): Mapping {
  const targets = new Map<string, string[]>();
  const own = new Set<string>();
  const codes: ExternalCode[] = [];
  const remarks: Remark[] = [];
  const given = new Map<ExternalCodeKind, Set<string>>();
  for (const { kind, code, target } of known.codes) add(`${kind}|${code}`, target);

  function add(name: string, target: string): void {
    const list = targets.get(name);
    if (!list) targets.set(name, [target]);
    else if (!list.includes(target)) list.push(target);
  }

  return {
    known,
    codes,
    remarks,
    targetsOf: (kind, code) => targets.get(`${kind}|${code}`) ?? [],
    addCode: (kind, code, target) => {
      const name = `${kind}|${code}`;
      if (!own.has(name)) targets.delete(name); // the file says it anew
      own.add(name);
      add(name, target);
      codes.push({ kind, code, target });
    },
    remark: (part, { id, name }, code, { isLeftOut = false, facts = {} } = {}) => {
      remarks.push({ part, id, name, code, isLeftOut, facts });
    },
    keyFor: (kind, thing, taken) => {
      const proposed = keyOf(thing);
      const fallback = `${proposed}_${keyPart(thing.id)}`;
      const mine = given.get(kind) ?? new Set<string>();
      given.set(kind, mine);
      const before = targets.get(`${kind}|${thing.id}`)?.[0];
      const isFree = (key: string) => !mine.has(key) && !taken(key);
      const key = before ?? (isFree(proposed) ? proposed : fallback);
      mine.add(key);
      return key;
    },
  };
}

/** `MAL_ACT_ISSUED` → `mal_act_issued`; without a code, from the name. */
function keyOf({ code, name, id }: Thing): string {
  return keyPart(code ?? "") || keyPart(name) || keyPart(id) || "x";
}

function keyPart(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[đĐ]/g, "d")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "")
    .slice(0, 80)
    .normalize("NFC");
}

/** The name of a dimension: `Age (malaria)` → `age_malaria`. */
export function dimensionName({ name, id }: Thing): string {
  return keyPart(name) || keyPart(id);
}

/** The name in both languages, where the file has a Vietnamese one. */
export function namesOf({ name, id, translations }: Thing): { readonly vi: string; readonly en: string } {
  const plain = tidy(name) || id;
  const vi = translationOf(translations, "vi");
  return { vi: vi ?? plain, en: translationOf(translations, "en") ?? plain };
}

function translationOf(translations: Thing["translations"], language: string): string | undefined {
  const found = translations?.find(
    ({ locale, property }) => property === "NAME" && locale.split(/[_-]/)[0] === language,
  );
  return found && tidy(found.value) !== "" ? tidy(found.value) : undefined;
}

/** One line, in NFC. */
export function tidy(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/** Each thing once; the second of a uid is left out with a remark. */
export function distinctThings<T extends Thing>(mapping: Mapping, part: string, things: readonly T[]): T[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const isNew = !seen.has(thing.id);
    if (!isNew) mapping.remark(part, thing, "duplicate", { isLeftOut: true });
    seen.add(thing.id);
    return isNew;
  });
}
