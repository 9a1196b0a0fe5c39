/**
 * Whether a word can be Vietnamese: an onset, a rime of the written language, and a tone its ending allows.
 * Evidence for telling encodings apart, not a dictionary: names from other languages may fail it.
 */

const onsets = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split(" ");

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
   i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
   ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc uê uêch uênh uêu ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
   uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
   y yêm yên yêng yêt yêu yt`
    .split(/\s+/)
    .filter((rime) => rime !== ""),
);

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const acuteOrDot = /[\u0301\u0323]/;

/** Takes one word in any case and Unicode form; `true` when it is built like a Vietnamese syllable. */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > 20 || !hasUsualCase(word)) return false;
  const apart = word.toLowerCase().normalize("NFD");
  const marks = apart.match(tones) ?? [];
  if (marks.length > 1) return false;
  const bare = apart.replaceAll(tones, "").normalize("NFC");
  // Syllables that end in a stop carry the acute or the dot only: "các", "cạc", never "càc".
  if (/(c|ch|p|t)$/.test(bare) && bare.length > 2 && !acuteOrDot.test(marks.join(""))) return false;
  return (
    rimes.has(bare) || onsets.some((onset) => bare.startsWith(onset) && rimes.has(bare.slice(onset.length)))
  );
}

/** "trẻ", "Trẻ" and "TRẺ"; never "trẺ". */
function hasUsualCase(word: string): boolean {
  const rest = word.normalize("NFC").slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}
