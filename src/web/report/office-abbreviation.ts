/** Short names that initials do not give. */
const customary: readonly (readonly [RegExp, string])[] = [
  [/^trung tâm kiểm soát bệnh tật/iu, "CDC"],
  [/^thanh tra/iu, "TTra"],
];

/** What every office of its kind shares, and where it is: left out of the short name. */
const shared = /^\d+\s+|^(?:phòng|chi cục)\s+|\s+sở y tế.*$|\s+tỉnh(?:\s.*)?$|\s+huyện.*$|\s+xã(?:,.*)?$/giu;

/** The short name an office goes by in a margin: "Phòng Kế hoạch - Tài chính" → "KHTC". */
export function abbreviateOffice(name: string): string {
  const known = customary.find(([pattern]) => pattern.test(name));
  if (known) return known[1];
  const [first = ""] = name.replace(shared, "").split(",");
  const initials = (first.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map((word) => initialOf(word)).join("");
  return initials === "" ? name : initials;
}

/** An acronym inside a name ("KHHGĐ") stays whole. */
function initialOf(word: string): string {
  return word.length > 1 && word === word.toLocaleUpperCase("vi")
    ? word
    : word.charAt(0).toLocaleUpperCase("vi");
}
