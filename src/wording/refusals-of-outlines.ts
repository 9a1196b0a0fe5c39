import { decimal } from "#domain/decimal.ts";
import { formatNumber } from "./number.ts";
import { formatDay } from "./period.ts";
import type { Facts, Sentences } from "./refusals.ts";

const count = (value: string | number | undefined) => formatNumber(decimal(value ?? 0), 0);
const moreVi = ({ more }: Facts) => (Number(more) > 0 ? ` và ${more} đơn vị nữa` : "");
const moreEn = ({ more }: Facts) => (Number(more) > 0 ? ` and ${more} more` : "");

/** Why a file of outlines cannot be loaded, and what to do about it. */
export const outlineRefusals: Readonly<Record<string, Sentences>> = {
  "unknown-day": {
    vi: ({ day }) => `“${day}” không phải là ngày. Viết dạng 2025-07-01.`,
    en: ({ day }) => `“${day}” is not a day. Write it as 2025-07-01.`,
  },
  "outlines-too-large": {
    vi: ({ megabytes }) => `Tệp ranh giới lớn hơn ${megabytes} MB. Giản lược ranh giới, hoặc chia thành nhiều tệp theo huyện.`,
    en: ({ megabytes }) => `The file of outlines is larger than ${megabytes} MB. Simplify the outlines, or load them in several files.`,
  },
  "outlines-not-json": {
    vi: () => "Tệp không phải là JSON (UTF-8). Xuất ranh giới từ phần mềm bản đồ thành GeoJSON hoặc TopoJSON.",
    en: () => "The file is not JSON (UTF-8). Export the outlines as GeoJSON or TopoJSON.",
  },
  "outlines-not-geojson": {
    vi: () => "Tệp JSON này không phải là GeoJSON (FeatureCollection) hay TopoJSON (Topology). Xuất lại từ phần mềm bản đồ.",
    en: () => "This JSON is neither GeoJSON (FeatureCollection) nor TopoJSON (Topology). Export it again.",
  },
  "outlines-empty": {
    vi: () => "Tệp không có hình nào.",
    en: () => "The file holds no shapes.",
  },
  "outlines-too-many": {
    vi: ({ count: found, limit }) => `Tệp có ${count(found)} hình; nhiều nhất ${count(limit)}. Chỉ nạp ranh giới của tỉnh.`,
    en: ({ count: found, limit }) => `The file holds ${found} shapes; at most ${limit}. Load the outlines of the province only.`,
  },
  "outlines-too-detailed": {
    vi: ({ limit }) => `Ranh giới có hơn ${count(limit)} điểm. Giản lược trong phần mềm bản đồ (khoảng 10 m là đủ) rồi nạp lại.`,
    en: ({ limit }) => `The outlines have more than ${limit} positions. Simplify them (10 m is enough) and load again.`,
  },
  "outlines-object-needed": {
    vi: ({ names }) => `Tệp TopoJSON có nhiều đối tượng: ${names}. Cho biết lấy đối tượng nào (--object).`,
    en: ({ names }) => `The TopoJSON holds several objects: ${names}. Say which one (--object).`,
  },
  "outlines-object-unknown": {
    vi: ({ object, names }) => `Tệp TopoJSON không có đối tượng “${object}”; có: ${names}.`,
    en: ({ object, names }) => `The TopoJSON has no object “${object}”; it has: ${names}.`,
  },
  "outlines-topology-broken": {
    vi: () => "Tệp TopoJSON bị hỏng: cung, phép biến đổi hoặc đối tượng không đúng quy cách. Xuất lại từ phần mềm bản đồ.",
    en: () => "The TopoJSON is broken: its arcs, transform or objects are not as they should be. Export it again.",
  },
  "outline-shape-unknown": {
    vi: ({ number, type }) => `Hình ${number} ${type === "" ? "không có tọa độ" : `có dạng “${type}”`}; chỉ nhận Polygon, MultiPolygon và Point.`,
    en: ({ number, type }) => `Shape ${number} ${type === "" ? "has no geometry" : `is a “${type}”`}; only Polygon, MultiPolygon and Point are taken.`,
  },
  "outline-position-unreadable": {
    vi: ({ number }) => `Hình ${number}: tọa độ không đọc được. Mỗi điểm phải là hai số [kinh độ, vĩ độ].`,
    en: ({ number }) => `Shape ${number}: its coordinates cannot be read. Each position is two numbers, [longitude, latitude].`,
  },
  "outline-position-out-of-range": {
    vi: ({ number, longitude, latitude }) => `Hình ${number}: [${longitude}, ${latitude}] không phải kinh độ, vĩ độ (độ, WGS 84, kinh độ trước). Nếu tệp dùng VN-2000, chuyển sang WGS 84; nếu đảo thứ tự, đổi lại.`,
    en: ({ number, longitude, latitude }) => `Shape ${number}: [${longitude}, ${latitude}] is not longitude and latitude in degrees (WGS 84, longitude first). Convert it, or swap the two.`,
  },
  "outline-ring-open": {
    vi: ({ number }) => `Hình ${number}: đường ranh giới chưa khép kín (điểm cuối phải trùng điểm đầu).`,
    en: ({ number }) => `Shape ${number}: its ring is not closed (the last position must be the first).`,
  },
  "outline-ring-empty": {
    vi: ({ number }) => `Hình ${number}: đường ranh giới không bao quanh diện tích nào.`,
    en: ({ number }) => `Shape ${number}: a ring of it encloses nothing.`,
  },
  "outlines-names-differ": {
    vi: (facts) => `Mã trùng nhưng tên khác trong cây đơn vị ngày ${formatDay(String(facts["on"]))}: ${facts["list"]}${moreVi(facts)}. Mã xã được dùng lại khi sắp xếp đơn vị: kiểm tra lại ngày hoặc tệp.`,
    en: (facts) => `Same code, another name among the units of ${facts["on"]}: ${facts["list"]}${moreEn(facts)}. Codes are used again in reforms: check the day or the file.`,
  },
  "outlines-units-unknown": {
    vi: (facts) => `Không tìm thấy ${facts["count"]} đơn vị trong cây ngày ${formatDay(String(facts["on"]))}: ${facts["list"]}${moreVi(facts)}. Kiểm tra ngày, cấp, và cột mã hoặc tên trong tệp.`,
    en: (facts) => `${facts["count"]} units are not in the tree of ${facts["on"]}: ${facts["list"]}${moreEn(facts)}. Check the day, the level, and the columns of code or name.`,
  },
  "outlines-units-twice": {
    vi: (facts) => `Tệp có hơn một hình cho cùng một đơn vị: ${facts["list"]}${moreVi(facts)}. Gộp các hình của mỗi đơn vị thành một (MultiPolygon).`,
    en: (facts) => `The file holds more than one shape for a unit: ${facts["list"]}${moreEn(facts)}. Merge the shapes of each unit (MultiPolygon).`,
  },
}; // prettier-ignore
