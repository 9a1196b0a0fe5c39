import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBytesAsText } from "./legacy-text-bytes.ts";
import { isVietnameseSyllable } from "./legacy-text-syllable.ts";
import { tcvn3, vni } from "./legacy-text-tables.ts";
import { convertFont, surveyFonts, type LegacyFont } from "./legacy-text.ts";

/** Between them these sentences hold every small letter of Vietnamese with every tone. */
const sentences = [
  "bệnh viện đa khoa tỉnh, trung tâm y tế huyện và trạm y tế xã đã nộp báo cáo đúng hạn",
  "số lượt người khám bệnh trong kỳ giảm, số ca mắc sởi tăng nhẹ so với cùng kỳ năm trước",
  "cả hai xã đã rà soát; chẳng nơi nào bỏ sót, mọi lỗi nhỏ đều được sửa chữa kỹ lưỡng",
  "trẻ dưới một tuổi tiêm chủng đầy đủ; mẹ đẻ tại nhà vẫn còn ở những bản vùng sâu, vùng xa",
  "chuyển tuyến kịp thời, cấp cứu hiệu quả, thuốc thiết yếu đủ dự trữ cho cả quý",
  "nước sạch ở trường học; ngủ màn, phát quang bụi rậm và diệt bọ gậy tại từng hộ",
  "lẽ ra phải kể cả những vật tư đã cũ, hễ hỏng thì gửi trả; cỡ mẫu đủ lớn, chỗ để gọn",
  "dùng gỗ lim làm tủ, ghế, giường; bể chứa, bẫy chuột, ổ lăng quăng, mỗi tổ hai lọ",
  "ỷ lại, ý kiến, kỹ thuật, chu kỳ, thủy ngân, tỵ nạn; ẵm bé, ngẫm nghĩ, ẩn số, ẳng",
  "nghĩa vụ, bữa ăn, dữ liệu, cởi mở, chờ đợi, thời gian, ngỡ ngàng; ủng hộ, cúng, mũi, số ít, bè gỗ, ô xy",
  "ẽo ọt, kẽ hở, thẻ, vẻ, mễ, lễ, kể, thề, hề hà, bằng phẳng, sẵn sàng, nặng, gắng",
  "hòm thư, đồng thuận, củng cố, tổ chức, khổ, mổ, cọc, chọn lọc, tõm, võng",
];
const capitals = ["SỞ Y TẾ TỈNH LAI CHÂU", "BỆNH VIỆN ĐA KHOA", "TRUNG TÂM Y TẾ HUYỆN MƯỜNG TÈ"];

test("the sentences hold every Vietnamese letter", () => {
  expect([...smallLetters()].filter((letter) => !sentences.join(" ").includes(letter))).toEqual([]);
});

describe.each<LegacyFont>(["tcvn3", "vni"])("text in the font encoding %s", (font) => {
  test.each(sentences)("is recognised and converted letter by letter: %s", (sentence) => {
    const legacy = encodeFont(sentence, font);
    const survey = surveyFonts(legacy);
    expect(survey).toEqual({ font, hasUnicode: false });
    expect(convertFont(legacy, survey)).toBe(sentence);
  });

  test.each([...sentences, ...capitals])("is recognised from bytes: %s", (sentence) => {
    const bytes = Buffer.from(`key,note\r\nepi.mr_18m,${encodeFont(sentence, font)}\r\n`, "latin1");
    expect(readBytesAsText(bytes)).toEqual({
      encoding: font,
      text: `key,note\r\nepi.mr_18m,${sentence}\r\n`,
    });
  });

  test.each(capitals)("keeps capitals: %s", (sentence) => {
    const legacy = encodeFont(sentence, font);
    expect(convertFont(legacy, surveyFonts(legacy))).toBe(sentence);
  });

  test("in a workbook that also has Unicode, words that read both ways are left alone", () => {
    const survey = surveyFonts(`${encodeFont("người bệnh, trẻ em", font)} / Số lượng tháng trước, tổng số`);
    expect(survey).toEqual({ font, hasUnicode: true });
    expect(convertFont("tháng và năm", survey)).toBe("tháng và năm");
    expect(convertFont("Trạm y tế", survey)).toBe("Trạm y tế");
    expect(convertFont(encodeFont("lượt người", font), survey)).toBe("lượt người");
  });
});

test("every code of a table is met by the round trip", () => {
  const reached = new Set([...tcvn3.values()].map((letter) => letter.toLowerCase()));
  expect([...smallLetters()].filter((letter) => !reached.has(letter))).toEqual([]);
  const vniReached = new Set(vni.values());
  const both = [...smallLetters()].flatMap((letter) => [letter, letter.toUpperCase()]);
  expect(both.filter((letter) => !vniReached.has(letter))).toEqual(
    ["Á", "À"].filter((one) => !vniReached.has(one)),
  );
});

test("a single unit in a legacy font is enough, a symbol is not", () => {
  expect(surveyFonts(encodeFont("người", "tcvn3")).font).toBe("tcvn3");
  expect(surveyFonts(encodeFont("người", "vni")).font).toBe("vni");
  for (const text of [
    "µm",
    "5 µg/m³",
    "× 2",
    "25 °C",
    "§ 3",
    "Café",
    "Müller",
    "São Paulo",
    "Remdesivir®",
    "≥18",
  ])
    expect(surveyFonts(text).font).toBeUndefined();
});

describe("Windows-1258, where tones are letters of their own", () => {
  test.each([...sentences, ...capitals])("is read as NFC: %s", (sentence) => {
    const bytes = encode1258(`note\n${sentence}\n`);
    expect(readBytesAsText(bytes)).toEqual({ encoding: "windows-1258", text: `note\n${sentence}\n` });
  });
});

describe("UTF-16", () => {
  test.each([
    ["utf-16le", true],
    ["utf-16le", false],
    ["utf-16be", true],
    ["utf-16be", false],
  ] as const)("%s is read, with its mark: %s", (encoding, marked) => {
    const text = `key;note\r\nepi.mr_18m;${sentences[0]}\r\n`;
    const bytes = Buffer.from((marked ? "\ufeff" : "") + text, "utf16le");
    if (encoding === "utf-16be") bytes.swap16();
    expect(readBytesAsText(bytes)).toEqual({ encoding, text });
  });
});

describe("what is already right is left alone", () => {
  const syllable = fc
    .tuple(
      fc.constantFrom("", "b", "ch", "đ", "gh", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr", "x"),
      fc.constantFrom("a", "âu", "ăn", "anh", "ê", "iên", "oa", "ông", "ươi", "ưu", "uyên", "y", "ơ", "uôc"),
      fc.constantFrom("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"),
    )
    .map(([onset, rime, tone]) =>
      (onset + rime.replace(/[aâăêeiouươưyôơ]/, (vowel) => vowel + tone)).normalize("NFC"),
    );
  const sentence = fc.array(syllable, { minLength: 1, maxLength: 30 }).map((words) => words.join(" "));

  test("Unicode Vietnamese, composed or not, comes out as NFC", () => {
    fc.assert(
      fc.property(sentence, fc.constantFrom("NFC", "NFD"), (text, form) => {
        expect(convertFont(text.normalize(form), surveyFonts(text.normalize(form)))).toBe(text);
        expect(readBytesAsText(Buffer.from(text.normalize(form)))).toEqual({ encoding: "utf-8", text });
      }),
    );
  });

  test.each([...sentences, ...capitals])("even one correct word of this sentence: %s", (text) => {
    for (const word of [text, ...text.split(" ")]) {
      expect(surveyFonts(word).font).toBeUndefined();
      expect(convertFont(word, surveyFonts(word))).toBe(word);
    }
  });

  test("ASCII stays ASCII, whatever the rest of the file is in", () => {
    const ascii = fc.string({ unit: "grapheme-ascii" });
    fc.assert(
      fc.property(ascii, fc.constantFrom(undefined, "tcvn3", "vni"), (text, font) => {
        expect(convertFont(text, font ? { font, hasUnicode: false } : { hasUnicode: false })).toBe(text);
      }),
    );
  });
});

test("bytes that fit no encoding well are not guessed at", () => {
  expect(
    readBytesAsText(Buffer.from("note\nGrößenverhältnis, élève, naïveté, façade\n", "latin1")),
  ).toBeUndefined();
  expect(readBytesAsText(Buffer.from([0x61, 0xc3, 0x28, 0xe1, 0xba, 0x0a]))).toBeUndefined();
});

test("one word that reads in two encodings is ambiguous: 'bó' and 'bú' are the same byte", () => {
  expect(readBytesAsText(Buffer.from("note\nb\xf3\n", "latin1"))).toBeUndefined();
});

test.each([
  ["nghiêng", true],
  ["Khuyến", true],
  ["quốc", true],
  ["giếng", true],
  ["ĐƯỜNG", true],
  ["càc", false],
  ["thuồg", false],
  ["bÖnh", false],
  ["beänh", false],
  ["áá", false],
  ["trẺ", false],
  ["xyz", false],
])("%s is a Vietnamese syllable: %s", (word, expected) => {
  expect(isVietnameseSyllable(word)).toBe(expected);
});

function smallLetters(): Set<string> {
  const tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
  const vowels = Array.from("aăâeêioôơuưy");
  return new Set(
    ["đ", ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")))].filter(
      (one) => !/[aeiouy]/.test(one),
    ),
  );
}

/** The inverse of the tables; TCVN3 has codes for small toned letters only. */
function encodeFont(text: string, font: LegacyFont): string {
  const table = font === "tcvn3" ? tcvn3 : vni;
  const codes = new Map<string, string>();
  for (const [code, letter] of table) if (!codes.has(letter)) codes.set(letter, code);
  return Array.from(text)
    .map((letter) =>
      font === "tcvn3" && !"ĂÂÊÔƠƯĐ".includes(letter)
        ? (codes.get(letter.toLowerCase()) ?? letter)
        : (codes.get(letter) ?? letter),
    )
    .join("");
}

/** Each letter as its base letter in the code page, then the tone as a letter of its own. */
function encode1258(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
  );
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const apart = letter.normalize("NFD");
      const pieces = [apart.replaceAll(tones, "").normalize("NFC"), ...(apart.match(tones) ?? [])];
      return pieces.map((piece) => bytes.get(piece) ?? -1);
    }),
  );
}
