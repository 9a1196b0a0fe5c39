import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPassword, preparePassword, shortestPassword } from "./password-rule.ts";
import { signInDelay } from "./sign-in-delay.ts";

describe("a new password", () => {
  test.each([
    ["bàn ghế lọ hoa", undefined],
    ["trời hôm nay nhiều mây", undefined],
    ["nq7-x2!pLz9", undefined],
    ["ngắn quá", "password-short"],
    ["x".repeat(300), "password-long"],
    ["matkhau123", "password-common"],
    ["Mật Khẩu 2026!", "password-common"],
    ["laichau@2026", "password-common"],
    ["anhyeuem1234", "password-common"],
    ["0123456789", "password-common"],
    ["9876543210", "password-common"],
    ["aaaaaaaaaa", "password-common"],
    ["121212121212", "password-common"],
    ["tyt.hoa-2026-x", "password-has-user-name"],
    ["TYT.HOA là tôi đây", "password-has-user-name"],
  ])("“%s”: %s", (password, code) => {
    expect(checkPassword(password, "tyt.hoa")?.code).toBe(code);
  });

  test("counts signs, not bytes", () => {
    expect(checkPassword("ệẫữọậ".repeat(2), "tyt.hoa")).toBeUndefined();
    expect(shortestPassword).toBe(10);
  });

  test("is the same however the keyboard composed its accents", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(preparePassword(text.normalize("NFD"))).toBe(preparePassword(text.normalize("NFC")));
      }),
    );
  });
});

test("failures cost more and more time, and never more than a quarter of an hour", () => {
  expect([0, 4, 5, 6, 7, 8, 9, 10, 50].map(signInDelay)).toEqual([0, 0, 30, 60, 120, 240, 480, 900, 900]);
});
