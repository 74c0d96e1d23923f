/** A risk named with its measure; its step, the summary and what the reviewer reads are photographed. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import {
  businessDate,
  button,
  choosesAtOnce,
  dayAfter,
  field,
  fillStep,
  fillToSummary,
  fillUntil,
  goOn,
  LI_WEN,
  modal,
  nextMorning,
  photograph,
  problemAt,
  says,
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const RISK = "The rent of 8,000 yuan a month was not paid for 2 months.";
const GOAL = "Get the tenant's signed promise and the October rent.";
let officer: Page;
let number = "";

it("names a risk, is told at the field what is no measure, and submits", { timeout: 240_000 }, async () => {
  officer = await story.as(LI_WEN);
  await nextMorning(officer);
  const lines = sheet(officer).locator(".section");
  const line = lines.filter({ hasText: "Routine inspection, off site" }).filter({ hasText: "Start check" }).first();
  await line.waitFor();
  const today = await businessDate(officer);
  number = /I-\d{4}-\d{5}/.exec(await words(line))?.[0] ?? "";
  await button(line, "Start check").click();
  await modal(officer).getByText("Step 1 of").waitFor();
  const answers = { "Was a risk found?": "Yes" };
  await fillUntil(officer, "Measure: what is done", { today, answers });
  const measure = field(officer, "Measure: what is done").locator("textarea");
  await measure.fill(GOAL);
  await choosesAtOnce(officer, "Usual measures");
  await expect.poll(() => measure.inputValue()).toMatch(new RegExp(`^${GOAL.replaceAll(".", "\\.")}\n.+`));
  await photograph(officer, "risk-step-usual");
  await fillStep(modal(officer), {
    today,
    answers: {
      "The risk, with its figure": RISK,
      "Measure: what is done": "monitor closely",
      "By when": dayAfter(today, 14),
      "How it will be seen": "The promise, signed",
    },
  });
  await goOn(modal(officer));
  expect(await problemAt(officer, "Measure: what is done")).toContain("is no measure");
  await photograph(officer, "risk-step-refused");
  await field(officer, "Measure: what is done").locator("textarea").fill(GOAL);
  await goOn(modal(officer));
  await fillToSummary(officer, { today, answers });
  await modal(officer).getByText(GOAL).waitFor();
  await photograph(officer, "risk-summary");
  await button(modal(officer), "Submit").click();
  await modal(officer).getByText("is submitted.").waitFor();
});

it("asks a colleague the same in Chinese", { timeout: 240_000 }, async () => {
  const chen = await story.as("U02CHENHAO", { locale: "zh-CN" });
  const today = await businessDate(chen);
  const lines = sheet(chen).locator(".section").filter({ hasText: "非现场" });
  await button(lines.filter({ hasText: "开始检查" }).first(), "开始检查").click();
  await modal(chen).getByText("第 1 步").or(modal(chen).getByText("1/")).first().waitFor();
  await fillUntil(chen, "措施：做什么", { today, answers: { 是否发现风险: "是" } });
  await chen.setViewportSize({ width: 390, height: 844 });
  await choosesAtOnce(chen, "选用常用措施");
  const measure = field(chen, "措施：做什么").locator("textarea");
  await expect.poll(() => measure.inputValue()).not.toBe("");
  await measure.scrollIntoViewIfNeeded();
  await photograph(chen, "risk-step-usual-narrow");
  await chen.setViewportSize({ width: 1280, height: 900 });
  await fillStep(modal(chen), { today, answers: { "措施：做什么": "密切关注" } });
  await goOn(modal(chen));
  expect(await problemAt(chen, "措施：做什么")).toContain("不是措施");
  await photograph(chen, "risk-step-chinese");
});

it("lets the reviewer read it", { timeout: 120_000 }, async () => {
  const wang = await story.as(WANG_PING);
  await says(wang, `/postloan report ${number}`);
  await modal(wang).getByText(GOAL).first().waitFor();
  await modal(wang).getByText(GOAL).first().scrollIntoViewIfNeeded();
  await photograph(wang, "risk-review");
});
