import { type PartList } from "./lists.ts";

/** Labels that leave nothing over: where these stand together, parts must add up to the total. */
const opposites = [
  /(?:^|[^\p{L}])nam(?!\p{L}).*(?:^|[^\p{L}])nữ(?!\p{L})|(?:^|[^\p{L}])nữ(?!\p{L}).*(?:^|[^\p{L}])nam(?!\p{L})/su,
  /thành thị.*nông thôn|nông thôn.*thành thị/s,
  /dương tính.*âm t[íỉ]nh|âm t[íỉ]nh.*dương tính/s,
  /việt nam.*nước ngoài|trong nước.*(?:nước ngoài|ngoài nước|quốc tế)|nội địa.*quốc tế|quốc tế.*nội địa/s,
  /nội trú.*ngoại trú|ngoại trú.*nội trú/s,
  /công lập.*(?:ngoài công lập|tư nhân|tư thục|dân lập)|tư nhân.*công lập/s,
  /(?:^|[^\p{L}])(?<!không )đúng(?! hạn| tuyến)(?!\p{L}).*(?:^|[^\p{L}])sai(?!\p{L})/su,
  /(?:đúng|trước)(?: và (?:đúng|trước))? hạn.*(?:quá hạn|trễ hạn|chậm)|trước hạn.*đúng hạn/s,
  /(?:^|[^\p{L}])đạt(?!\p{L}).*(?:không đạt|chưa đạt|vi phạm)/su,
  /đã (?:giải quyết|hoàn thành|xử lý|thực hiện|khắc phục|khỏi).*(?:đang|chưa)|hoàn thành.*(?:đang thực hiện|chưa hoàn thành|chưa thực hiện)/s,
  /trực tuyến.*trực tiếp|trực tiếp.*trực tuyến|bưu chính/s,
  /(?:kế hoạch|định kỳ).*(?:đột xuất|ngoài kế hoạch)/s,
  /(?:từ|trên|dưới|đến) \d[^,;]{0,24}(?:trở lên|đến|-)(?=.*(?:đến dưới|dưới) \d).*(?:đến dưới|dưới) \d/s,
  /dưới (\d+) tuổi.*(?:từ|trên|đủ) \1 tuổi/s,
  /(?:cũ|chuyển sang|chuyển qua|kỳ trước|tồn).*(?:^|[^\p{L}])(?:mới|phát sinh|tiếp nhận)(?!\p{L})/su,
] as const; // prettier-ignore

/** Labels that mostly stand for all there is, though some third kind may go without saying. */
const usualPartitions = [
  /tuyến tỉnh.*tuyến huyện|cấp tỉnh.*cấp (?:huyện|xã)|cấp huyện.*cấp xã/s,
  /(?:^|[^\p{L}])nặng(?!\p{L}).*(?:^|[^\p{L}])nhẹ(?!\p{L})|(?:^|[^\p{L}])nhẹ(?!\p{L}).*(?:^|[^\p{L}])nặng(?!\p{L})/su,
  /lần đầu.*(?:cấp lại|lại)|cấp mới.*(?:cấp lại|cấp đổi|gia hạn|điều chỉnh)|bổ nhiệm lại.*bổ nhiệm|mới.*tái phạm/s,
  /biên chế.*hợp đồng|công chức.*viên chức/s,
  /mầm non.*tiểu học|tiểu học.*(?:thcs|trung học)|mẫu giáo.*nhà trẻ|nhà trẻ.*mẫu giáo/s,
  /(?:giỏi|tốt).*khá.*(?:trung bình|đạt|yếu)|xuất sắc.*tốt/s,
  /(?:trung ương|tw).*địa phương|ngân sách (?:tỉnh|nhà nước).*(?:ngân sách|vốn|xã hội hóa)/s,
  /(?:nghèo).*cận nghèo|cận nghèo.*nghèo/s,
  /(?:nghiêm trọng|va chạm).*(?:nghiêm trọng|va chạm)/s,
  /đường bộ.*đường (?:sắt|thủy)/s,
  /tổ chức.*cá nhân|cá nhân.*(?:tổ chức|tập thể)|tập thể.*cá nhân/s,
  /phẫu thuật.*thủ thuật|tâm thần.*động kinh/s,
  /ô tô.*mô tô|mô tô.*ô tô|xe máy.*ô tô/s,
  /kinh.*(?:dân tộc|dtts)/s,
  /(?:lao phổi|afb).*(?:lao khác|ngoài phổi)/s,
  /thương tích.*tử thi/s,
  /bác sĩ.*điều dưỡng|bác sĩ.*y sĩ/s,
  /thạc sĩ.*đại học|đại học.*(?:cao đẳng|trung cấp)|sau đại học.*đại học/s,
  /(?:loại|hạng|nhóm|mức|độ|cấp|vùng|khu vực|bậc) (?:i|1|a).*(?:loại|hạng|nhóm|mức|độ|cấp|vùng|khu vực|bậc) (?:ii|2|b)/s,
] as const; // prettier-ignore

/** The last part takes whatever is left. */
const catchAll =
  /(?:khác|còn lại|các loại khác|chưa rõ|chưa xác định|không rõ)(?!\p{L})(?:[^,;]|,\d){0,60}$/u;

/** Whether the labels of the list cannot, or hardly, leave a remainder. */
export function isPartition(list: Pick<PartList, "words" | "parts">): boolean {
  return isStrictPartition(list) || (list.parts.length >= 2 && matches(usualPartitions, list.words));
}

/** Whether the labels exclude any third: "nam", "nữ"; "đạt", "không đạt"; or a last part takes what is left. */
export function isStrictPartition({ words, parts }: Pick<PartList, "words" | "parts">): boolean {
  return hasCatchAll(words) || (parts.length >= 2 && areOpposites(words));
}

export function areOpposites(words: string): boolean {
  return matches(opposites, words);
}

function matches(patterns: readonly RegExp[], words: string): boolean {
  return patterns.some((pattern) => pattern.test(words.slice(0, 600)));
}

export function hasCatchAll(words: string): boolean {
  return catchAll.test(words.slice(-160));
}

/** What may be said of one and the same person; a list that names something of two of them counts some people twice. */
const dimensions = [
  /(?:^|[^\p{L}])(?:nữ|nam)(?!\p{L})/u,
  /đảng viên|đoàn viên/,
  /dân tộc(?: thiểu số)?(?!\p{L})|dtts/u,
  /đại học|thạc sĩ|tiến sĩ|cao đẳng|trình độ|lý luận chính trị/,
  /(?:loại|học lực|hạnh kiểm)(?: rất)? (?:khá|giỏi|tốt|xuất sắc)/,
  /khuyết tật|tàn tật/,
] as const;

function crossesDimensions(words: string): boolean {
  return dimensions.filter((each) => each.test(words)).length >= 2;
}

/** Labels that lie in one another or meet in one person: doses, symptoms, services. */
export function mayOverlap(words: string): boolean {
  // "từ 15 m trở lên …, từ 12 m đến dưới 15 m …": classes by size exclude one another.
  if (/trở lên/.test(words) && /đến dưới \d/.test(words)) return false;
  if (crossesDimensions(words)) return true;
  return /cả hai|cả ba|đồng mắc|mũi \d|lần \d|vừa |đồng thời|cũng|triệu chứng|biểu hiện|tiền sử|bệnh nền|kèm theo|ít nhất|trở lên|có thể|nhiều (?:hình thức|nội dung|lỗi|bệnh)|trùng|tiếp cận|tham gia|kỹ năng/.test(
    words,
  );
}

/** The list names places, which never overlap. */
export function namesPlaces(text: string): boolean {
  const named = text.match(
    /(?:^|[,;(:]\s?(?:và\s)?|\s)(?:huyện|xã|phường|tp\.?|thành phố|thị xã|thị trấn|quận|Huyện|Xã|Phường|TP\.?|Thành phố|Thị xã|Quận|TTYT|BV|Bệnh viện|Trường)\s?\p{Lu}/gu,
  );
  return (named?.length ?? 0) >= 2;
}
