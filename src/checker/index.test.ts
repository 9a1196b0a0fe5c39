import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkText, type Claim } from "./index.ts";

const claimsOf = (text: string, kind: Claim["kind"]) =>
  checkText(text).claims.filter((claim) => claim.kind === kind);

describe("every answer keeps its contract", () => {
  const words = fc.constantFrom(
    "tăng ", "giảm ", "so với cùng kỳ ", "(", ")", "%", " đạt ", "trong đó ", "gồm ", "người", " ca", ", ", ". ", "; ", ": ", "\n", "- ",
    "|", "\t", "/", "1.234", "5,6", "0", "07", "12", "100", "2023", " triệu đồng", "kế hoạch ", "tổng số ", "lũy kế ", "/vạn dân", "từ ",
    "lên ", "còn lại ", "\u0301", "tỷ lệ ", "1.2.3", "…", "xxx", "😀",
  ); // prettier-ignore
  const texts = fc.array(words, { maxLength: 120 }).map((pieces) => pieces.join(""));

  it("quotes and numbers are exactly what stands at their offsets", () => {
    fc.assert(
      fc.property(texts, (received) => {
        const { text, claims, counts, document } = checkText(received);
        expect(text).toBe(received.normalize("NFC"));
        expect(document.characters).toBe(text.length);
        for (const claim of claims) {
          expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
          for (const number of [claim.printed, ...claim.operands])
            if (number) expect(text.slice(number.start, number.end)).toBe(number.text);
          expect(claim.reason !== null).toBe(claim.verdict === "unchecked");
        }
        expect(new Set(claims.map((claim) => claim.id)).size).toBe(claims.length);
        expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(claims.length);
      }),
      { numRuns: 300, seed: 20230706 },
    );
  });

  it("the same text gives the same answer", () => {
    const text = "Khám 1.250/1.400 trẻ, đạt 98,3%; tăng 5% so với cùng kỳ (1.300 trẻ).";
    expect(checkText(text)).toEqual(checkText(text));
  });

  it("an empty text has nothing to check", () => {
    expect(checkText("").claims).toEqual([]);
  });
});

describe("a wrong claim says what was recomputed and what would mend it", () => {
  it("the sum names the missing amount and the keystrokes that fit", () => {
    const [claim] = claimsOf(
      "Điều trị 2.315 người (trong đó Methadone 2.116 người, Buprenorphine 169 người).",
      "sum",
    );
    expect(claim).toMatchObject({ verdict: "suspect", computed: "2285" });
    expect(claim?.proposals.map((proposal) => proposal.replacement)).toEqual(["2.285", "2.146", "199"]);
    expect(claim?.message.vi).toContain("2.116 + 169 = 2.285");
  });

  it("the growth is given with the earlier value that would fit", () => {
    const [claim] = claimsOf(
      "Quản lý 1.721 BN, tăng 2,01% so với cùng kỳ năm 2022 (1.678 BN).",
      "growth_percent",
    );
    expect(claim).toMatchObject({ verdict: "wrong", printed: { text: "2,01%", value: "2.01" } });
    expect(claim?.computed).toMatch(/^2\.5625/);
    expect(claim?.proposals.map((proposal) => proposal.replacement)).toEqual(["2,56%", "1.687"]);
  });

  it("a reversed direction is said to be reversed", () => {
    const [claim] = claimsOf("Số vụ 85 vụ, giảm 12 vụ so với cùng kỳ (73 vụ).", "growth_abs");
    expect(claim).toMatchObject({ verdict: "wrong" });
    expect(claim?.message.vi).toContain("ghi ngược");
  });
});

describe("rounding", () => {
  it.each([
    ["27,33%", "consistent"],
    ["27,32%", "consistent"],
    ["27,3%", "consistent"],
    ["27%", "consistent"],
    ["27,34%", "note"],
    ["27,23%", "wrong"],
  ])("2.633 of 9.635 printed as %s is %s", (printed, verdict) => {
    expect(claimsOf(`Tiêm 2.633/9.635 trẻ, đạt ${printed}.`, "ratio")[0]?.verdict).toBe(verdict);
  });

  it("scaled amounts are known to half a unit of their last place", () => {
    expect(claimsOf("Chi 1,2 tỷ/3,5 tỷ đồng (35%).", "ratio")[0]?.verdict).toBe("consistent");
  });
});

describe("remarks on style are notes, never graver", () => {
  it.each([
    ["Tỷ lệ 20.8% và 30,5%", "format"],
    ["Có 01cuộc thanh tra", "format"],
    ["Có 2077 người và 1.906 người", "format"],
    ["Tỷ lệ đạt 17,5%, vượt 2,5% so với năm 2022", "unit"],
    ["Giao 468.298 triệu đồng, giải ngân 192.278 triệu, đạt thấp", "unit"],
    ["theo Nghị định số 111 của Chính phủ", "reference"],
    ["Quyết định số 1300/QĐBYT", "reference"],
    ["Trung tâm Y tế huyện Tam Đường, Sìn Hồ).", "format"],
    ["Tổng số đối tượng từ 18 tuổi trở lên đã được tiêm phòng đến ngày 06/7/2023.", "missing"],
    ["Khám được … người, đạt  %", "missing"],
  ] as const)("%s", (text, kind) => {
    const found = checkText(text).claims.filter((claim) => claim.kind === kind && claim.verdict === "note");
    expect(found).not.toEqual([]);
    expect(
      checkText(text).claims.filter((claim) => claim.verdict === "wrong" || claim.verdict === "suspect"),
    ).toEqual([]);
  });

  it("a misprinted number whose claim holds is itself the finding", () => {
    const { claims } = checkText("Thực hiện 6.468/64.68 kỹ thuật, đạt 100%.");
    expect(claims.map((claim) => [claim.kind, claim.verdict])).toEqual(expect.arrayContaining([["ratio", "consistent"], ["format", "note"]])); // prettier-ignore
  });
});

describe("what the document leaves open is counted with its reason", () => {
  it.each([
    ["Khám 523.277 lượt, đạt 42% kế hoạch.", "missing-plan"],
    ["Có 897 trường hợp, tăng 321 trường hợp so với cùng kỳ.", "missing-previous-period"],
    ["Có 620 bác sĩ, đạt 12,7 bác sĩ/vạn dân.", "missing-population"],
    ["Mũi 2 đạt 97,4%.", "missing-denominator"],
    ["Hoàn thành cách ly 14.923 ca, trong đó nhóm một 43 ca, nhóm hai 700 ca.", "missing-part"],
  ])("%s", (text, reason) => {
    expect(checkText(text).claims.map((claim) => claim.reason)).toContain(reason);
  });

  it("a population given by the caller closes the gap", () => {
    const text = "Có 620 bác sĩ, đạt 12,70 bác sĩ/vạn dân.";
    const verdictFor = (population: number) =>
      checkText(text, { populations: [population] }).claims.find(
        (claim) => claim.kind === "rate_per_population",
      )?.verdict;
    expect(verdictFor(488_200)).toBe("consistent");
    expect(verdictFor(489_945)).toBe("suspect");
  });
});

describe("figures known from elsewhere", () => {
  const figures = [
    { label: "bệnh nhân phong quản lý", role: "actual", value: "40" },
    { label: "lượt khám bệnh ngoại trú", role: "actual", value: "45250" },
    { label: "lượt khám bệnh ngoại trú", role: "plan", value: "80000" },
    { label: "lượt khám bệnh ngoại trú", role: "prior_year", value: "42100" },
  ] as const;
  const raised = (text: string) =>
    checkText(text, { figures }).claims.filter(
      (claim) => claim.verdict === "suspect" || claim.verdict === "wrong",
    );

  it("a value that differs is suspect", () => {
    expect(raised("Hiện quản lý 43 bệnh nhân phong.")).toHaveLength(1);
    expect(raised("Hiện quản lý 40 bệnh nhân phong.")).toEqual([]);
  });

  it("plan and last year's value make claims checkable that the text alone leaves open", () => {
    expect(raised("Khám bệnh ngoại trú 45.250 lượt, đạt 56,6% kế hoạch, tăng 7,5% so với cùng kỳ.")).toEqual(
      [],
    );
    expect(
      raised("Khám bệnh ngoại trú 45.250 lượt, đạt 65,6% kế hoạch, tăng 7,5% so với cùng kỳ."),
    ).toHaveLength(1);
    expect(
      raised("Khám bệnh ngoại trú 45.250 lượt, đạt 56,6% kế hoạch, tăng 5,7% so với cùng kỳ."),
    ).toHaveLength(1);
  });
});
