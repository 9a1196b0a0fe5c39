/** An indicator as far as words can call it. Keys of one programme begin alike ("malaria.cases", "malaria.tests"). */
export interface NamedIndicator {
  readonly key: string;
  readonly name: string;
}

const most = 5;
const shortest = 2;
const longest = 5;
/** A phrase of fewer than so many programmes says which one is meant. */
const mostProgrammes = 3;

/** Syllables that carry no subject: they stand in the names of everything, or in every directive. */
const idle = new Set(
  `số tỷ lệ tổng người được có các của và trong theo tại bệnh trẻ em ca mắc tỉnh huyện xã y tế công tác dưới trên tuổi
  đạt cán bộ cơ sở năm tháng đầu cuối thực hiện hoạt động đơn vị kế hoạch xây dựng triển khai hoàn thành chất lượng kết
  quả quản lý đề án nâng cao tiếp tục tích cực sử dụng đáp ứng yêu cầu hướng dẫn dịch vụ giám sát kiểm tra kỹ thuật giai
  đoạn nhân dân nhân viên bác sỹ sĩ tăng giảm sức khỏe khoẻ địa bàn chưa hiện tử vong điều trị đối với thuốc sự nghiệp
  tổ chức lĩnh vực ngành chính quy`.split(/\s+/u),
);

/**
 * Prepares to find the indicators that words call by name. A phrase counts the more, the longer it is and the fewer
 * programmes share it; phrases that say nothing of a subject ("số người được …") do not count.
 */
export function indicatorMatcher(indicators: readonly NamedIndicator[]): (text: string) => readonly string[] {
  const phrases = new Map<string, Set<string>>();
  const lengths = new Map<string, number>();
  for (const { key, name } of indicators) {
    const own = phrasesOf(name);
    lengths.set(key, own.length);
    for (const phrase of own) phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(key));
  }
  return (text) => {
    const scores = new Map<string, number>();
    for (const phrase of new Set(phrasesOf(text))) {
      const sharing = phrases.get(phrase) ?? [];
      const programmes = new Set([...sharing].map((key) => key.split(".")[0])).size;
      if (programmes === 0 || programmes > mostProgrammes) continue;
      const weight = phrase.split(" ").length / programmes;
      for (const key of sharing) scores.set(key, (scores.get(key) ?? 0) + weight);
    }
    return [...scores]
      .filter(([, score]) => score >= shortest)
      .map(([key, score]) => ({ key, score, share: score / Math.sqrt(lengths.get(key) ?? 1) }))
      .toSorted((a, b) => b.share - a.share || b.score - a.score || (a.key < b.key ? -1 : 1))
      .slice(0, most)
      .map(({ key }) => key);
  };
}

/** Phrases of two to five syllables within a part of a sentence that name a subject. */
function phrasesOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}\s-]+/u)
    .flatMap((part) => {
      const syllables = part.split(/[\s-]+/u).filter((each) => each !== "");
      return syllables.flatMap((_, from) =>
        Array.from({ length: longest - shortest + 1 }, (__, more) =>
          syllables.slice(from, from + shortest + more),
        ) // prettier-ignore
          .filter((phrase, more) => phrase.length === shortest + more && namesSubject(phrase))
          .map((phrase) => phrase.join(" ")),
      );
    });
}

function namesSubject(phrase: readonly string[]): boolean {
  return (
    phrase.filter((each) => !idle.has(each)).length >= 2 && !idle.has(phrase[0]!) && !idle.has(phrase.at(-1)!)
  );
}
