/** What is counted. Two numbers may only be added, divided or compared when their classes go together. */
export type UnitClass =
  | "person" | "case" | "visit" | "incident" | "household" | "facility" | "place" | "money" | "bed" | "specimen"
  | "dose" | "file" | "event" | "item" | "vehicle" | "area" | "length" | "weight" | "animal" | "time" | "score" | "rate"; // prettier-ignore

const nounsByClass: Readonly<Record<Exclude<UnitClass, "rate">, string>> = {
  person:
    "người|bệnh nhân|bn|trẻ|trẻ em|em|cháu|học sinh|hs|sinh viên|học viên|thí sinh|giáo viên|gv|bác sĩ|bs|dược sĩ|ds|điều dưỡng|đd|hộ sinh|nữ hộ sinh|y sĩ|ys|ktv|kỹ thuật viên|cán bộ|công chức|viên chức|nhân viên|lao động|người lao động|đối tượng|phụ nữ|bà mẹ|sản phụ|thai phụ|đồng chí|đ/c|nạn nhân|thành viên|hội viên|đoàn viên|đảng viên|đại biểu|công dân|khách|tiến sĩ|thạc sĩ|chuyên viên|lãnh đạo|nhân khẩu|dân|cá nhân|cộng tác viên|tình nguyện viên|thanh niên|bị can|bị cáo|tội phạm|lái xe|f0|f1|f2|f3|nam|nữ|giảng viên|tuyên truyền viên|chiến sĩ|hành khách|trẻ sơ sinh|thương binh|cặp vợ chồng|cặp|biên chế|hợp đồng lao động|lao động hợp đồng|thành viên gia đình|người dân|khẩu|cụ|người bệnh|người cao tuổi|người khuyết tật|trẻ trai|trẻ gái|bé trai|bé gái|ủy viên|trưởng ban|phó trưởng ban|đoàn viên thanh niên|cựu chiến binh",
  case: "ca|trường hợp|th|ca mắc|ca bệnh|lượt ca",
  visit: "lượt|lượt người|lượt bệnh nhân|lượt khách|lượt khám|lần khám|lượt trẻ|lượt hộ",
  incident: "vụ|vụ việc|sự cố|đám cháy|vụ án|vụ tai nạn|vụ cháy|tin báo|ổ dịch|chuyên án|điểm nóng",
  household: "hộ|hộ kinh doanh|hộ gia đình|gia đình|hộ dân|hộ nghèo|hộ cận nghèo",
  facility:
    "cơ sở|đơn vị|bệnh viện|bv|trạm|trạm y tế|tyt|trung tâm|ttyt|phòng khám|trường|trường học|nhà trường|doanh nghiệp|dn|hợp tác xã|htx|nhà thuốc|quầy thuốc|công ty|tổ chức|cửa hàng|nhà máy|cơ quan|khoa|chi cục|chợ|nhà hàng|bếp ăn|trang trại|làng nghề|điểm trường|nhóm trẻ|chi bộ|tổ hợp tác|hội|phòng|đảng bộ|khách sạn|xưởng|bếp|cơ sở y tế|sở|ban|ngành|chi nhánh|điểm cấp phát|điểm tiêm|tổ|đội|câu lạc bộ",
  place:
    "xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|bản|tổ dân phố|khu phố|ấp|xóm|buôn|khu dân cư|địa phương|thôn bản|điểm|cụm dân cư|tuyến phố|làng",
  money: "đồng|vnđ|vnd|đ|usd|đô la|đô|euro",
  bed: "giường|giường bệnh|giường kế hoạch",
  specimen: "mẫu|tiêu bản|lam|xét nghiệm|test|que|que thử|mẫu nước|mẫu bệnh phẩm|đơn vị máu|túi máu",
  dose: "liều|viên|mũi|mũi tiêm|lọ|ống|chai|hộp|gói|vắc xin|vắcxin",
  file: "hồ sơ|văn bản|đơn|đơn thư|giấy phép|giấy|giấy chứng nhận|chứng chỉ|chứng chỉ hành nghề|cchn|quyết định|đề tài|đề án|đề cương|sáng kiến|kế hoạch|báo cáo|nghị quyết|bài|tin|tin bài|bài viết|thẻ|sổ|biên bản|thủ tục|tthc|thủ tục hành chính|phiếu|ý kiến|kiến nghị|tờ rơi|công văn|chỉ thị|bằng|tin nhắn|pano|băng rôn|khẩu hiệu|dự thảo|bản cam kết|tờ|cuốn|ấn phẩm|ảnh|thông tin",
  event: "lớp|buổi|cuộc|đợt|đoàn|hội nghị|hội thảo|khóa|phiên|kỳ họp|chuyến|hoạt động|phong trào|cuộc họp|cuộc thi|đoàn kiểm tra|giải|huy chương|hội thi|trận|ca trực",
  item: "sản phẩm|mặt hàng|chỉ tiêu|nhiệm vụ|tiêu chí|dịch vụ|kỹ thuật|danh mục|công trình|dự án|phòng học|máy|thiết bị|bộ|cái|chiếc|căn|nhà|ngôi nhà|loại|gói thầu|phần mềm|hạng mục|tủ|bộ phận|nội dung|giải pháp|cây|thuê bao|quả|bình|cột|trụ|tài khoản|căn nhà|nguồn|nhóm|chương trình|mô hình|lỗi|lỗi vi phạm|hành vi|bài thi|môn|môn học|kỹ năng|máy tính|giếng|điểm nghẽn",
  vehicle: "xe|phương tiện|ô tô|mô tô|xe máy|xe ô tô|xe mô tô|tàu|thuyền|xe khách|xe tải",
  area: "ha|hecta|héc ta|m2|m²|km2|km²|mẫu ruộng|sào",
  length: "km|m|mét|cm|mm|m3|m³|kwh|mw|kw",
  weight: "tấn|tạ|kg|yến|g|gam|gram|lít|ml|khối",
  animal: "con|trâu|bò|lợn|đàn|gia súc|gia cầm|con lợn|con trâu|con bò|con gia cầm|con gia súc|tổ ong",
  time: "ngày|tháng|năm|tuần|quý|giờ|phút|giây|tuổi|ngày điều trị|ngày công|tiết|tiết học|h",
  score: "điểm|sao|bậc",
}; // prettier-ignore

const classByNoun = new Map<string, UnitClass>();
for (const [unitClass, nouns] of Object.entries(nounsByClass)) {
  for (const noun of nouns.split("|")) classByNoun.set(noun, unitClass as UnitClass);
}

export interface Unit {
  /** Up to four words as printed after the number, lower case; empty when nothing follows. */
  readonly phrase: string;
  /** The part of the phrase that the list of units knows, or its first word. */
  readonly noun: string;
  readonly unitClass: UnitClass | undefined;
}

export const noUnit: Unit = { phrase: "", noun: "", unitClass: undefined };

const nextWord = /\s?((?:đ\/c|[\p{L}][\p{L}\d²³]*))/uy;

/** Reads the counted noun that starts at `at` in folded text. */
export function readUnit(folded: string, at: number, until: number): Unit {
  const words: string[] = [];
  let position = at;
  while (words.length < 4 && position < until) {
    nextWord.lastIndex = position;
    const match = nextWord.exec(folded);
    if (!match || nextWord.lastIndex > until) break;
    words.push(match[1]!);
    position = nextWord.lastIndex;
  }
  if (words.length === 0 || (words.length > 0 && notUnits.has(words[0]!))) return noUnit;
  for (let count = Math.min(4, words.length); count > 0; count -= 1) {
    const noun = words.slice(0, count).join(" ");
    const unitClass = classByNoun.get(noun);
    if (unitClass) return { phrase: words.join(" "), noun, unitClass };
  }
  return { phrase: words.join(" "), noun: words[0]!, unitClass: undefined };
}

/** Words that can follow a bare number without being what it counts. */
const notUnits = new Set(
  "đạt chiếm tăng giảm bằng so và hoặc trong trên dưới còn là với của cho có được tại do từ đến thì gồm bao tương vượt cao thấp nhiều ít như hay nên khi lên xuống thuộc ở theo để mà đã đang sẽ chưa không".split(" "),
); // prettier-ignore

export function isKnownNoun(noun: string): boolean {
  return classByNoun.has(noun);
}

const countedInWholes: ReadonlySet<UnitClass | undefined> = new Set<UnitClass>([
  "person", "case", "visit", "incident", "household", "facility", "place", "bed", "specimen", "dose", "file", "event",
  "item", "vehicle", "animal",
]); // prettier-ignore

export function isWholeUnit(unitClass: UnitClass | undefined): boolean {
  return countedInWholes.has(unitClass);
}

/** Nouns that reports use for one another. */
const synonyms: readonly ReadonlySet<string>[] = [
  "học sinh|em|cháu|trẻ|trẻ em|thí sinh|hs|học viên|sinh viên",
  "người|bệnh nhân|bn|người bệnh|ca|trường hợp|đối tượng|nạn nhân|ca mắc|ca bệnh|dân|khẩu|nhân khẩu|người dân|cụ|hội viên",
  "người|cán bộ|công chức|viên chức|lao động|người lao động|giáo viên|đồng chí|đảng viên|nhân viên|biên chế",
].map((nouns) => new Set(nouns.split("|")));

/** Whether two numbers count the same thing, as far as their nouns tell: "vụ" and "vụ cháy" do. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  if (a.noun === "" || b.noun === "" || a.noun === b.noun) return true;
  if (isCollective(a, b) || isCollective(b, a)) return true;
  if (a.noun.startsWith(`${b.noun} `) || b.noun.startsWith(`${a.noun} `)) return true;
  return synonyms.some((group) => group.has(a.noun) && group.has(b.noun));
}

/** "96 xã, phường", later "206 đơn vị". */
function isCollective(a: Unit, b: Unit): boolean {
  return a.noun === "đơn vị" && (b.unitClass === "place" || b.unitClass === "facility");
}

/** Whether two numbers may meet in one calculation: of classes that go together, or the one noun written shorter ("đơn vị máu", "đơn vị"). */
export function canMeet(a: Unit, b: Unit): boolean {
  return isCompatible(a.unitClass, b.unitClass) || isSameUnit(a, b);
}

/** "Biên chế được giao 2.150 chỉ tiêu, hiện có 2.068 người": posts are counted like the people in them. */
export function isPost({ noun }: Unit): boolean {
  return /^(?:chỉ tiêu|biên chế|suất|vị trí)$/.test(noun);
}

/** Whether numbers of these classes may meet in one calculation; an unknown class goes with any. */
export function isCompatible(a: UnitClass | undefined, b: UnitClass | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
  return pair === "case person" || pair === "case incident" || pair === "case specimen";
}
