import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskAccount, maskIdentity, maskName, maskPhone } from "../../src/domain/masking.ts";

describe("a customer's name where many read", () => {
  it.each([
    ["王", "*"],
    ["王五", "王*"],
    ["王小明", "王**"],
    ["欧阳小明", "欧***"],
    ["Li Na", "Li***"],
    ["宁波大公司", "宁波***"],
    ["宁波市海港食品有限公司", "宁波***公司"],
    ["ABC HOBBYCRAFT", "AB***FT"],
    ["𠮷野家", "𠮷**"],
    ["  王五  ", "王*"],
    ["", "*"],
  ])("%s is shown as %s", (name, shown) => {
    expect(maskName(name)).toBe(shown);
  });

  it("shows at most half of its characters and never all of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab 王𠮷é"), minLength: 1 }), (name) => {
        const letters = [...name.trim()];
        const shown = [...maskName(name).replaceAll("*", "")];
        expect(shown.length).toBeLessThanOrEqual(letters.length / 2);
        expect(maskName(name)).toContain("*");
      }),
    );
  });
});

describe("a customer's numbers where many read", () => {
  it.each([
    [maskIdentity, "91330203MA2AXXXX12", "913302********XX12"],
    [maskIdentity, "33020319800101123X", "330203********123X"],
    [maskIdentity, "12345678901", "***********"],
    [maskPhone, "13912345678", "139****5678"],
    [maskPhone, "5551234", "*******"],
    [maskAccount, "6222021001112345678", "***************5678"],
    [maskAccount, "12345", "*****"],
    [maskAccount, "", ""],
  ])("%# %s", (mask, number, shown) => {
    expect(mask(number)).toBe(shown);
  });

  it("keep their length, and hide at least a third", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{0,30}$/),
        fc.constantFrom(maskIdentity, maskPhone, maskAccount),
        (number, mask) => {
          const shown = mask(number);
          expect(shown).toHaveLength(number.length);
          expect([...shown].filter((letter) => letter === "*").length * 3).toBeGreaterThanOrEqual(number.length);
        },
      ),
    );
  });
});
