import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { judgeConclusion } from "../../../src/domain/gate/judge-conclusion.ts";
import { gateWords } from "../../../src/domain/gate/words.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

const loaded = loadPolicy(repositoryPath("policy/cn-bank.yml"));
if (isProblems(loaded)) throw new Error("the shipped policy has problems");
const words = gateWords(loaded.policy.gate.words);
/** A loan of five million yuan for twelve months. */
const known = { amountsYuan: ["5000000.00"], termMonths: [12] };
const judge = (text: string) => judgeConclusion(text, words, known);

describe("a conclusion is refused", () => {
  it.each([
    "正常",
    "良好。",
    "按规定执行",
    "未见异常",
    "同上次",
    "normal",
    "As required.",
    "正常，良好，按规定执行。",
    "經營情況正常，未見異常。",
    "ＮＯＲＭＡＬ，ＯＫ",
    "未见異常",
    "企业经营稳健，财务制度健全，还款意愿强",
    "厂房、设备、库存情况正常",
    "The business is running normally, all in order.",
    "2026年3月5日检查，情况正常",
    "Checked on 5 March 2026, contract HT2024-0012, all fine",
  ])("that holds stop phrases only: %s", (text) => {
    expect(judge(text)).toMatchObject({ empty: "only_stop_phrases", figures: [], facts: [] });
  });

  it.each([
    "本笔贷款500万元，期限12个月",
    "Loan of RMB 5,000,000 for 12 months, used as agreed",
    "贷款5,000,000元，期限一年期",
  ])("whose figures we had on record: %s", (text) => {
    expect(judge(text).empty).toBe("only_known_figures");
  });

  it.each([
    ["经营不正常", "不正常"],
    ["銷售不穩定", "不穩定"],
    ["Sales are not stable", "not stable"],
  ])("that denies a stop phrase and gives no figure: %s", (text, said) => {
    expect(judge(text)).toMatchObject({ empty: "negated_without_figures", negated: [said] });
  });

  it("whose only count is of those who inspected", () => {
    expect(judge("两名客户经理现场检查2次，未见异常").empty).toBeDefined();
    expect(judge("2 inspectors on site, 3 photos, all good").empty).toBeDefined();
  });

  it("that denies trouble in general", () => {
    expect(judge("未发现查封、冻结情形").empty).toBeDefined();
  });
});

describe("a conclusion passes", () => {
  it.each([
    ["none: stock counted 1,240 t, book 1,238 t", ["1,240 t", "1,238 t"]],
    ["销售同比下降25%", ["25%"]],
    ["回款账户流入910万元", ["910万元"]],
    ["經營不穩定，銷售下降三成", ["三成"]],
    ["12 of 14 looms running", ["12 of 14 looms"]],
    ["本笔贷款500万元，已核实用途480万元", ["480万元"]],
  ])("with a figure and its unit: %s", (text, figures) => {
    expect(judge(text)).toMatchObject({ figures });
    expect(judge(text).empty).toBeUndefined();
  });

  it.each([
    "厂房上锁",
    "one line stood still",
    "会计已离职",
    "未提供对账单",
    "企业已停产",
    "非正常户认定，发票停供",
    "店門關閉，門口貼著告示",
  ])("with somebody or something, and what happened: %s", (text) => {
    expect(judge(text).empty).toBeUndefined();
  });
});

describe("the lists", () => {
  it("say the same for both Chinese scripts", () => {
    const { stop_phrases: stops } = loaded.policy.gate.words;
    for (const phrase of [...stops["zh-Hans"], ...stops["zh-Hant"]]) {
      expect(judge(phrase).empty, phrase).toBeDefined();
      expect(judge(`${phrase}，库存1,240吨`).empty, phrase).toBeUndefined();
    }
  });

  it("never let a sentence made of stop phrases pass, however it is joined", () => {
    const { stop_phrases: stops, fillers } = loaded.policy.gate.words;
    const chinese = fc.constantFrom(...stops["zh-Hans"], ...stops["zh-Hant"]);
    const english = fc.constantFrom(...stops.en);
    const subject = fc.constantFrom(...fillers["zh-Hans"], "");
    const mark = fc.constantFrom("，", "。", "、", ", ", "；", "\n", " ", "！");
    fc.assert(
      fc.property(
        fc.array(fc.tuple(subject, fc.oneof(chinese, english), mark), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const text = parts.map((part) => part.join("")).join("");
          expect(judge(text).empty, text).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it("read any text without failing, and a figure with its unit in it always counts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        judge(text);
        expect(judge(`${text}\n库存1,240吨`).empty).toBeUndefined();
      }),
    );
  });
});
