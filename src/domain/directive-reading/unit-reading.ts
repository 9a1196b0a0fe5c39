import type { Words } from "./directive.ts";

/** Nobody assigns work after three pages of one paragraph. */
const mostRead = 8000;

const unitWords =
  "phòng|văn phòng|thanh tra|chi cục|trung tâm|TTYT|TTKSBT|CDC|bệnh viện|BVĐK|trạm|ban|sở|bộ|cục|vụ|viện|trường|UBND|HĐND|ủy ban|uỷ ban|hội|tổ|đơn vị|khoa|bảo hiểm|BHXH|quỹ|công an|giám đốc|trưởng|thủ trưởng|chánh|lãnh đạo";
const eitherCase = (words: string) =>
  words.replace(/(?<=^|\|)\p{L}/gu, (first) => `[${first.toLowerCase()}${first.toUpperCase()}]`);

/** What the names of offices, facilities and bodies begin with. Verbs are told from names by their small letter. */
const head = String.raw`(?:[Cc]ác\s+)?(?:${eitherCase(unitWords)})(?![\p{L}])`;
const startsUnit = new RegExp(`^${head}`, "u");

const does = String.raw`(?:làm đầu mối|đầu mối|chủ trì|chủ động|tham mưu|thực hiện|triển khai|xây dựng|phối hợp|hướng dẫn|chịu trách nhiệm|tổng hợp|báo cáo|rà soát|kiểm tra|giám sát|theo dõi|đôn đốc|hoàn thiện|hoàn thành|khẩn trương|tổ chức|lập|trình|ban hành|nghiên cứu|đề xuất|chỉ đạo|tiếp tục|tăng cường|tập trung|nghiêm túc|căn cứ|cung ứng|bố trí|quan tâm|đẩy mạnh|chuẩn bị|tiếp thu|cung cấp|gửi|đăng ký|thống kê|cập nhật|đảm bảo|bảo đảm|khắc phục|sửa chữa|mua sắm|bổ sung|phân công|quản lý|là)(?![\p{L}])`;

/** Names up to what they are to do. Another "giao" begins a list of its own, which also keeps the search short. */
const nameList = String.raw`(?:(?!(?<![\p{L}])(?:giao|phối hợp)(?![\p{L}]))[^;:.()]|\([^()]{0,200}\)){1,300}?`;
const listEnd = String.raw`(?<!(?:[Pp]hòng|[Bb]an))(?=\s*(?:,\s*)?${does}|\s*[;:.)\n]|\s*$|\s*,\s*(?:hoàn thành|trước|xong))`;

const given = new RegExp(String.raw`(?<![\p{L}])(?:[Gg]iao|[Pp]hân công|[Yy]êu cầu|[Đđ]ề nghị)(?:\s+cho)?\s+(${nameList})${listEnd}`, "gu"); // prettier-ignore
const leading = new RegExp(String.raw`(${head}[^;:.()]{0,120}?)\s*,?\s*(?:làm đầu mối|là đầu mối|là đơn vị chủ trì|chủ trì|chịu trách nhiệm chính|tham mưu)(?![\p{L}])`, "gu"); // prettier-ignore
const leadAfter = /(?:đơn vị chủ trì|chủ trì|đầu mối)\s*:\s*([^;.()\n]+)/giu;
const named = new RegExp(`^(${head}[^:;.]{0,90}?)\\s*:`, "u");
const helping = new RegExp(String.raw`(?:phối hợp (?:chặt chẽ )?(?:với|cùng)|(?:đơn vị )?phối hợp\s*:)\s+(${nameList})${listEnd}`, "gu"); // prettier-ignore

/** The units that an entry names as the ones to do it, and those to help. Words are the document's; nothing is guessed. */
export function readUnits({ text: all, start }: Words): { leads: Words[]; cooperating: Words[] } {
  const text = all.slice(0, mostRead);
  const cooperating = listed(text, helping);
  const firstOf = [named, given, leading, leadAfter]
    .map((pattern) => (pattern === named ? listedOnce(text) : listed(text, pattern)))
    .find((found) => found.length > 0);
  const leads = (firstOf ?? []).filter((lead) => !cooperating.some((each) => overlaps(each, lead)));
  const shift = (words: Words): Words => ({
    text: words.text,
    start: words.start + start,
    end: words.end + start,
  });
  return { leads: leads.map(shift), cooperating: cooperating.map(shift) };
}

/** Whether a short line is the name of a unit and nothing else: "2. Tỉnh ủy, HĐND, UBND tỉnh". */
export function isUnitName(line: string): boolean {
  const clean = line
    .replace(/^(?:đối với|về phía|kiến nghị(?: với)?|đề nghị)\s+/iu, "")
    .replace(/[\s:*_.]+$/u, "");
  return clean.length <= 100 && (startsUnit.test(clean) || /^(?:Tỉnh (?:ủy|uỷ)|Chính phủ|Quốc hội|Ngành)/iu.test(clean)) && !new RegExp(`(?<![\\p{L}])${does}`, "u").test(clean); // prettier-ignore
}

function listedOnce(text: string): Words[] {
  const found = named.exec(text);
  return found ? splitNames(found[1]!, 0) : [];
}

function listed(text: string, pattern: RegExp): Words[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const list = found[1]!;
    const names = splitNames(list, found.index + found[0].indexOf(list));
    return names.some(({ text: name }) => startsUnit.test(name)) ? names : [];
  });
}

/**
 * "phòng Kế hoạch tài chính, Nghiệp vụ y, Trung tâm …": three. A comma or "và" inside a name ("các huyện, thành phố",
 * "Khoa học và Công nghệ") does not divide it.
 */
function splitNames(list: string, at: number): Words[] {
  const names: Words[] = [];
  const divider = /\s*,\s*(?:và\s+)?|\s+và\s+|\s*\/\s*|\s*-\s+(?=Phòng|Trung tâm|Bệnh viện)/gu;
  let from = 0;
  const push = (end: number) => {
    const raw = list.slice(from, end);
    const lead = /^[\s*_]*/u.exec(raw)![0].length;
    const text = raw.slice(lead).replace(/[\s*_]+$/u, "");
    if (text !== "") names.push({ text, start: at + from + lead, end: at + from + lead + text.length });
  };
  for (const found of list.matchAll(divider)) {
    const rest = list.slice(found.index + found[0].length);
    if (!dividesHere(found[0], rest)) continue;
    push(found.index);
    from = found.index + found[0].length;
  }
  push(list.length);
  return names.filter(({ text }) => /^[\p{L}\d]/u.test(text) && text.length > 1);
}

function dividesHere(divider: string, rest: string): boolean {
  if (startsUnit.test(rest)) return true;
  if (divider.trim() === "và") return false;
  return !/^(?:thành phố|thị xã|TP|xã|phường|thị trấn|huyện)(?![\p{L}])/iu.test(rest);
}

function overlaps(a: Words, b: Words): boolean {
  return a.start < b.end && b.start < a.end;
}
