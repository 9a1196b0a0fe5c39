/**
 * The two eight-bit Vietnamese encodings that files still come in. Both are given over the characters that
 * Windows-1252 shows for their bytes, because that is what a workbook in a legacy font holds.
 */

/**
 * TCVN 5712:1993 (fonts `.VnTime…`, "ABC"), codes A1 to FF. A dot stands for a code that is not a letter.
 * Toned capitals have no code in common use: the capital fonts draw small letters as capitals.
 */
const tcvn3From = 0xa1;
const tcvn3Letters =
  "ĂÂÊÔƠƯĐăâêôơưđẰ.....àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

export const tcvn3: ReadonlyMap<string, string> = new Map(
  Array.from(tcvn3Letters).flatMap((letter, index) =>
    letter === "." ? [] : [[String.fromCharCode(tcvn3From + index), letter] as const],
  ),
);

/** VNI for Windows (fonts `VNI-…`): a few single letters, and a base letter followed by a letter for its marks. */
const vniSingles = { ñ: "đ", ô: "ơ", ö: "ư", í: "í", ì: "ì", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };

const toneMarks = { ù: "\u0301", ø: "\u0300", û: "\u0309", õ: "\u0303", ï: "\u0323" };
const circumflexMarks = {
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
};
const breveMarks = {
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};

const vniPairs: readonly (readonly [base: string, marks: Readonly<Record<string, string>>])[] = [
  ["a", { ...toneMarks, ...circumflexMarks, ...breveMarks }],
  ["e", { ...toneMarks, ...circumflexMarks }],
  ["o", { ...toneMarks, ...circumflexMarks }],
  ["u", toneMarks],
  ["y", toneMarks],
  ["ô", toneMarks],
  ["ö", toneMarks],
];

/** Pairs and single letters of VNI. A pair takes its case from the base letter; its mark may stand in either case. */
export const vni: ReadonlyMap<string, string> = new Map([
  ...Object.entries(vniSingles).flatMap(([code, letter]) => bothCases(code, letter)),
  ...vniPairs.flatMap(([base, marks]) =>
    Object.entries(marks).flatMap(([mark, combining]) => {
      const letter = `${base === "ô" || base === "ö" ? vniSingles[base] : base}${combining}`.normalize("NFC");
      return [...bothCases(base + mark, letter), ...bothCases(base + mark.toUpperCase(), letter)];
    }),
  ),
]);

function bothCases(code: string, letter: string): [string, string][] {
  return [
    [code, letter],
    [code.slice(0, 1).toUpperCase() + code.slice(1), letter.toUpperCase()],
  ];
}
