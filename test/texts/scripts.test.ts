import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import { allSayings } from "./sayings.ts";

const toTraditional = Converter({ from: "cn", to: "tw" });
const toSimplified = Converter({ from: "t", to: "cn" });

/** Right as they stand in Taiwan's and Hong Kong's business Chinese; the converter offers the older variant. */
const RIGHT_IN_TRADITIONAL: Readonly<Record<string, string>> = {
  台帳: "the handbook's word for the register, as accountants write it",
  工作台: "工作台 is what software calls it; 臺 is for places and podiums",
  公布: "公布 and 公佈 are both standard; official texts write 公布",
  回流: "money that comes back is 回流; 迴流 is a current in water",
};

const strange = (text: string, convert: (text: string) => string): string[] => {
  const [is, would] = [[...text], [...convert(text)]];
  return is.length === would.length
    ? is.flatMap((character, index) => (character === would[index] ? [] : [`${character} (${would[index]})`]))
    : [text];
};

const simplifiedIn = (text: string) =>
  strange(
    Object.keys(RIGHT_IN_TRADITIONAL).reduce((rest, word) => rest.replaceAll(word, "□"), text),
    toTraditional,
  );
const traditionalIn = (text: string) => strange(text, toSimplified);

describe("a text in traditional characters", () => {
  it("holds no simplified one, nor one that is traditional in another word", () => {
    const wrong = allSayings.flatMap(({ at, says }) => {
      const found = simplifiedIn(says["zh-Hant"]);
      return found.length === 0 ? [] : [`${at}: ${found.join(" ")} in ${says["zh-Hant"]}`];
    });

    expect(allSayings.length).toBeGreaterThan(900);
    expect(wrong).toEqual([]);
  });

  it.each(["请填写", "這個按钮", "貸后檢查", "逾期余額", "之后"])("would be found out with %s", (text) => {
    expect(simplifiedIn(text)).not.toEqual([]);
  });

  it.each(["皇后", "貸後檢查", "里程", "發布", "關係", "餘額", "工作台"])("may say %s", (text) => {
    expect(simplifiedIn(text).filter((found) => !found.startsWith("布"))).toEqual([]);
  });

  it("is excused only for words that stand somewhere", () => {
    const all = allSayings.map(({ says }) => says["zh-Hant"]).join("\n");

    expect(Object.keys(RIGHT_IN_TRADITIONAL).filter((word) => !all.includes(word))).toEqual([]);
  });
});

describe("a text in simplified characters", () => {
  it("holds no traditional one", () => {
    const wrong = allSayings.flatMap(({ at, says }) => {
      const found = traditionalIn(says["zh-Hans"]);
      return found.length === 0 ? [] : [`${at}: ${found.join(" ")} in ${says["zh-Hans"]}`];
    });

    expect(wrong).toEqual([]);
  });

  it.each(["請填写", "这個按钮", "貸后检查"])("would be found out with %s", (text) => {
    expect(traditionalIn(text)).not.toEqual([]);
  });
});
