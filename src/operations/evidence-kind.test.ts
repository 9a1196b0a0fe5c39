import { expect, test } from "vitest";
import { Refusal } from "#domain/refusal.ts";
import { evidenceKind } from "./evidence-kind.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (...names: string[]) => bytes(`PK\u0003\u0004 [Content_Types].xml ${names.join(" ")}`);

test.each([
  ["to-trinh.pdf", bytes("%PDF-1.7"), "pdf"],
  ["anh.JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "jpg"],
  ["anh.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "png"],
  ["ke-hoach.docx", zip("word/document.xml"), "docx"],
  ["so-lieu.xlsx", zip("xl/workbook.xml"), "xlsx"],
  ["khong-duoi", bytes("Đã trình UBND tỉnh."), "txt"],
])("evidence %s is what its content says", (name, content, kind) => {
  expect(evidenceKind(name, content).kind).toBe(kind);
});

test.each([
  ["a.pdf", new Uint8Array(), "file-empty"],
  ["a.pdf", new Uint8Array(20 * 2 ** 20 + 1), "evidence-too-large"],
  ["a.exe", new Uint8Array([0x4d, 0x5a, 0, 1]), "evidence-kind-unknown"],
  ["a.docx", zip("word/document.xml", "word/vbaProject.bin"), "evidence-kind-unknown"],
  ["a.zip", bytes("PK\u0003\u0004 x"), "evidence-kind-unknown"],
  ["a.txt", bytes("<svg onload=x>"), "evidence-kind-unknown"],
  ["a.txt", new Uint8Array([0xff, 0xfe, 0x41]), "evidence-kind-unknown"],
  ["a.png", bytes("%PDF-1.7"), "evidence-kind-differs"],
])("evidence %s is refused when it is not what it says", (name, content, code) => {
  expect(() => evidenceKind(name, content)).toThrow(Refusal);
  try {
    evidenceKind(name, content);
  } catch (error) {
    expect(error).toMatchObject({ code });
  }
});
