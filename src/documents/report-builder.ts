import { decimal } from "#domain/decimal.ts";
import type {
  Annex,
  ChartBlock,
  Furniture,
  Paragraph,
  PrintedFigure,
  Report,
  ReportSection,
  SectionLayout,
  Span,
  Table,
} from "#domain/report.ts";
import { drawBarChart } from "#charts/bar-chart.ts";

/** Test support: a half-year report with every layout the decree knows, of which a test names only what matters. */
export function buildReport(changes: Partial<Report> = {}): Report {
  return {
    period: "2023-S1",
    orgUnit: "province",
    furniture: buildFurniture(),
    sections: halfYearSections(),
    annexes: [planAnnex(), chartAnnex()],
    figures: figureTexts.map(([name, text]) => buildFigure(name, text)),
    illustrative: false,
    ...changes,
  };
}

export function buildFurniture(changes: Partial<Furniture> = {}): Furniture {
  return {
    parentAgency: "UBND TỈNH LAI CHÂU",
    agency: "SỞ Y TẾ",
    symbol: "BC-SYT",
    place: "Lai Châu",
    month: 7,
    year: 2023,
    kind: "BÁO CÁO",
    subject: ["Sơ kết công tác y tế 6 tháng đầu năm,", "nhiệm vụ, giải pháp trọng tâm 6 tháng cuối năm 2023"],
    addressees: ["Bộ Y tế", "Ủy ban nhân dân tỉnh Lai Châu"],
    recipients: ["Như trên", "Lãnh đạo Sở Y tế", "Các đơn vị trực thuộc", "Lưu: VT, KHTC"],
    signer: { authority: "KT. GIÁM ĐỐC", title: "PHÓ GIÁM ĐỐC", name: "Lò Văn Thắng" },
    ...changes,
  };
}

export function buildSection(layout: SectionLayout, changes: Partial<ReportSection> = {}): ReportSection {
  return { id: layout, layout, title: "", owners: [], paragraphs: [], ...changes };
}

/** One paragraph of one sentence; a number stands for the figure with that index. */
export function buildParagraph(style: Paragraph["style"], ...parts: readonly (string | number)[]): Paragraph {
  return { style, sentences: [{ spans: parts.map(buildSpan) }] };
}

const figureTexts = [
  ["Tổng số công chức, viên chức và người lao động", "2.807"],
  ["Trẻ dưới 1 tuổi được tiêm chủng đầy đủ 8 loại vắc xin, lũy tích từ đầu năm", "2.633"],
  ["Tỷ lệ trẻ dưới 1 tuổi được tiêm chủng đầy đủ", "27,33%"],
  ["Thay đổi tỷ lệ tiêm chủng đầy đủ so với cùng kỳ", "giảm 20,8 điểm phần trăm"],
  ["Số ca mắc sốt rét", "46"],
] as const;

function buildSpan(part: string | number): Span {
  if (typeof part === "string") return { text: part };
  return { text: figureTexts[part]?.[1] ?? "", figure: part };
}

function buildFigure(name: string, text: string): PrintedFigure {
  return {
    key: "staff",
    role: "actual",
    period: "2023-S1",
    orgUnit: "province",
    breakdown: {},
    name: { vi: name, en: name },
    value: decimal("2807"),
    unit: "người",
    state: "confirmed",
    asOf: "2023-06-30",
    provenance: { kind: "missing", reason: "not-reported", operands: [] },
    text,
  };
}

const opening =
  "Trong 6 tháng đầu năm, ngành y tế tỉnh đã bám sát chỉ đạo của Bộ Y tế, Tỉnh ủy, HĐND và UBND tỉnh, " +
  "vượt qua khó khăn về nhân lực và nguồn cung vắc xin để bảo đảm công tác chăm sóc sức khỏe nhân dân.";

function halfYearSections(): ReportSection[] {
  return [
    buildSection("part", {
      id: "part-1",
      number: "Phần I",
      title: "Kết quả thực hiện công tác y tế 6 tháng đầu năm 2023",
    }),
    buildSection("roman", {
      id: "overview",
      number: "I",
      title: "Tình hình thực hiện công tác y tế 6 tháng đầu năm",
      paragraphs: [buildParagraph("body", opening)],
    }),
    buildSection("arabic", { id: "highlights", number: "1", title: "Kết quả nổi bật" }),
    buildSection("decimal", {
      id: "staff",
      number: "1.1",
      title: "Tổ chức và nhân lực",
      paragraphs: [
        buildParagraph(
          "body",
          "Đến ngày 30/6/2023, toàn ngành có ",
          0,
          " công chức, viên chức và người lao động.",
        ),
      ],
    }),
    buildSection("letter", {
      id: "province-units",
      number: "a",
      title: "Tuyến tỉnh",
      paragraphs: [
        buildParagraph("dash", "Quản lý nhà nước: Văn phòng Sở và 02 chi cục;"),
        buildParagraph("plus", "Chi cục Dân số - Kế hoạch hóa gia đình;"),
        buildParagraph("plus", "Chi cục An toàn vệ sinh thực phẩm."),
      ],
    }),
    buildSection("titled", {
      id: "immunisation",
      title: "Tiêm chủng mở rộng",
      paragraphs: [
        buildParagraph("dash", "Trẻ dưới 1 tuổi được tiêm chủng đầy đủ: lũy tích ", 1, " trẻ, đạt ", 2, ", ", 3, " so với cùng kỳ năm 2022."),
      ],
    }), // prettier-ignore
    buildSection("untitled", {
      id: "malaria",
      paragraphs: [buildParagraph("body", "Sốt rét: lũy tích ", 4, " ca mắc, không có tử vong.")],
    }),
    buildSection("part", {
      id: "part-2",
      number: "Phần II",
      title: "Nhiệm vụ, giải pháp trọng tâm 6 tháng cuối năm 2023",
    }),
    buildSection("arabic", { id: "task-1", number: "1", paragraphs: [buildParagraph("body", opening)] }),
    buildSection("arabic", {
      id: "task-2",
      number: "2",
      paragraphs: [buildParagraph("body", "Bố trí tăng nguồn kinh phí cho các hoạt động phòng chống dịch.")],
    }),
  ];
}

function planAnnex(): Annex {
  const table: Table = {
    caption: "Kết quả thực hiện một số chỉ tiêu kế hoạch",
    columns: [
      { title: "TT", align: "center", width: 0.07 },
      { title: "Chỉ tiêu", align: "left", width: 0.43 },
      { title: "Kế hoạch năm", align: "right", width: 0.17 },
      { title: "Thực hiện 6 tháng", align: "right", width: 0.17 },
      { title: "Đạt (%)", align: "right", width: 0.16 },
    ],
    rows: [
      { heading: true, cells: [{ text: "I. Tiêm chủng mở rộng" }] },
      ...Array.from({ length: 40 }, (_, index) => ({
        cells: [
          { text: String(index + 1) },
          { text: "Trẻ dưới 1 tuổi được tiêm chủng đầy đủ 8 loại vắc xin" },
          { text: "9.635" },
          { text: "2.633", figure: 1 },
          { text: "27,33" },
        ],
      })),
    ],
    notes: ["Số liệu có thể không khớp do làm tròn."],
  };
  return {
    id: "plan",
    title: "Kết quả thực hiện chỉ tiêu kế hoạch",
    orientation: "landscape",
    blocks: [
      { kind: "paragraph", paragraph: buildParagraph("body", "Tính đến hết tháng 6 năm 2023.") },
      { kind: "table", table },
    ],
  };
}

function chartAnnex(): Annex {
  return {
    id: "charts",
    title: "Biểu đồ",
    orientation: "portrait",
    blocks: [{ kind: "chart", chart: buildChart() }],
  };
}

export function buildChart(): ChartBlock {
  const mark = { value: 50, label: "Nửa kế hoạch năm" };
  const picture = drawBarChart(
    {
      title: "Tiêm chủng mở rộng 6 tháng đầu năm 2023",
      unit: "% kế hoạch năm",
      bars: [
        {
          label: "Trẻ dưới 1 tuổi được tiêm đủ 8 loại vắc xin",
          value: 27.33,
          text: "27,33%",
          mark,
          emphasis: true,
        },
        { label: "Phụ nữ có thai được tiêm UV2(+)", value: 52.18, text: "52,18%", mark },
        { label: "Viêm gan B trong 24 giờ đầu sau sinh", text: "", mark },
      ],
    },
    { width: 640 },
  );
  return {
    ...picture,
    title: "Tiêm chủng mở rộng 6 tháng đầu năm 2023",
    description:
      "Trẻ dưới 1 tuổi được tiêm đủ 8 loại vắc xin đạt 27,33% kế hoạch năm, thấp hơn nửa kế hoạch.",
    source: "Trung tâm Kiểm soát bệnh tật tỉnh, đến 30/6/2023",
  };
}

/** The same words in every place of a report that holds words: for trying hostile texts with. */
export function buildReportSaying(words: string): Report {
  const paragraph = buildParagraph("body", words);
  const layouts: readonly SectionLayout[] = [
    "part",
    "roman",
    "arabic",
    "decimal",
    "letter",
    "titled",
    "untitled",
  ];
  const column = { title: words, align: "left", width: 1 } as const;
  const rows = [{ heading: true, cells: [{ text: words }] }, { cells: [{ text: words, figure: 0 }] }];
  const lines = [words, words];
  return buildReport({
    furniture: {
      ...buildFurniture({ parentAgency: words, agency: words, symbol: words, place: words, kind: words }),
      subject: lines,
      addressees: lines,
      recipients: lines,
      signer: { authority: words, title: words, name: words },
    },
    sections: layouts.map((layout) =>
      buildSection(layout, { number: words, title: words, paragraphs: [paragraph] }),
    ),
    figures: [buildFigure(words, words)],
    annexes: [
      {
        id: "annex",
        title: words,
        orientation: "portrait",
        blocks: [
          { kind: "paragraph", paragraph },
          { kind: "table", table: { caption: words, columns: [column], rows, notes: [words] } },
          { kind: "chart", chart: { ...buildChart(), title: words, description: words, source: words } },
        ],
      },
    ],
  });
}
