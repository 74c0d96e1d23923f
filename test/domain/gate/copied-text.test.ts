import { describe, expect, it } from "vitest";
import { copiedFrom } from "../../../src/domain/gate/copied-text.ts";

const SIMPLIFIED = new Map([
  ["廠", "厂"],
  ["產", "产"],
  ["庫", "库"],
  ["條", "条"],
  ["盤", "盘"],
  ["點", "点"],
]);
const rules = { simplified: SIMPLIFIED, taken: ["Ningbo Harbour Foods", "检查结论"], leastCharacters: 60 };

const LAST =
  "Three lines, two of them running; the third has stood still since the buyer left. Stock counted 1,240 t, book 1,238 t. " +
  "The owner's wife keeps the books and showed the bank statements of both accounts.";

const copied = (text: string, ...earlier: string[]) =>
  copiedFrom(
    [{ answerKey: "borrower/conclusion", text }],
    earlier.map((one, at) => ({
      reportId: `r${at + 1}`,
      texts: [{ answerKey: "borrower/conclusion", text: one }],
      names: ["Wenzhou Lantern Works Co., Ltd."],
    })),
    rules,
  );

describe("how much of a report stands in an earlier one", () => {
  it("is all of it for the same words, whatever the names, dates, capitals and marks", () => {
    const again = `NINGBO HARBOUR FOODS: ${LAST.replaceAll(", ", " , ").toUpperCase()} 2026-03-02`;

    expect(copied(again, LAST)).toMatchObject({ similarity: 1, reportId: "r1" });
    expect(copied(again, LAST)?.sentences).toHaveLength(4);
  });

  it("leaves out a sentence in which a figure moved", () => {
    const moved = LAST.replace("1,240 t", "980 t");

    const { similarity, sentences } = copied(moved, LAST) ?? { similarity: 0, sentences: [] };
    expect(similarity).toBeLessThan(0.9);
    expect(sentences.map(({ sentence }) => sentence)).not.toContain("Stock counted 980 t, book 1,238 t.");
    expect(sentences).toHaveLength(3);
  });

  it("is still nearly all of it when a word here and there is another", () => {
    const touched = LAST.replace("stood still", "stayed still").replace("showed", "produced");

    expect(copied(touched, LAST)?.similarity).toBeGreaterThan(0.85);
  });

  it("is little for a report of its own", () => {
    const other =
      "Sales fell by 25% on the year because the largest customer moved to another supplier in June. " +
      "The owner wants to let half of the second floor and asked for four months without principal.";

    expect(copied(other, LAST)?.similarity ?? 0).toBeLessThan(0.2);
  });

  it("reads both Chinese scripts as one", () => {
    const simplified =
      "三条生产线开了两条，第三条自买方撤单后一直停着。成品库约四十垛，门口停着货车两辆。会计拿出两个账户的流水。".repeat(
        2,
      );
    const traditional = [...simplified]
      .map((character) => [...SIMPLIFIED].find(([, to]) => to === character)?.[0] ?? character)
      .join("");

    expect(traditional).not.toBe(simplified);
    expect(copied(traditional, simplified)).toMatchObject({ similarity: 1 });
  });

  it("is all of it for a text moved from another customer, its name replaced or left standing", () => {
    const about = (name: string) =>
      `${name} runs two lines of three, and ${name} has not paid the weaver since May. The owner of ${name} was out; the ` +
      `bookkeeper of ${name} counted 1,240 t with us.`;
    const other = about("Wenzhou Lantern Works Co., Ltd.");

    expect(copied(about("Ningbo Harbour Foods"), other)).toMatchObject({ similarity: 1, reportId: "r1" });
    expect(copied(other, other)?.similarity).toBe(1);
  });

  it("is not asked of a few words", () => {
    expect(copied("Stock counted 1,240 t, book 1,238 t.", LAST)).toBeUndefined();
  });

  it("names the report with most in common", () => {
    const half = "Three lines, two of them running; the third has stood still since the buyer left.";

    expect(copied(LAST, half, LAST)?.reportId).toBe("r2");
  });
});
