/** A measure changes hands: a colleague is asked and accepts; who is asked and does not answer leaves it to the manager. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  businessDate,
  button,
  choose,
  closesAll,
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
  presses,
  says,
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const CHEN_HAO = "U02CHENHAO";
const ZHOU_YUTONG = "U03ZHOUYU";
const SUN_QIANG = "U09SUNQIANG";
const PHONE = { viewport: { width: 390, height: 844 } };
const GOAL = "Get the tenant's signed promise and the October rent.";
let li: Page;
let chen: Page;
let customer = "";

const closes = (page: Page): Promise<void> => closesAll(page);

async function submitsWithRisk(): Promise<string> {
  const lines = sheet(li).locator(".section").filter({ hasText: "Routine inspection, off site" });
  const line = lines.filter({ hasText: "Start check" }).first();
  await line.waitFor();
  const today = await businessDate(li);
  const number = /I-\d{4}-\d{5}/.exec(await words(line))?.[0] ?? "";
  await button(line, "Start check").click();
  await modal(li).getByText("Step 1 of").waitFor();
  const answers = { "Was a risk found?": "Yes" };
  await fillUntil(li, "Measure: what is done", { today, answers });
  await fillStep(modal(li), {
    today,
    answers: {
      "The risk, with its figure": "The rent of 8,000 yuan a month was not paid for 2 months.",
      "Measure: what is done": GOAL,
      "By when": dayAfter(today, 14),
      "How it will be seen": "The promise, signed",
    },
  });
  await goOn(modal(li));
  await fillToSummary(li, { today, answers });
  await goOn(modal(li));
  await modal(li).getByText("is submitted.").waitFor();
  await closes(li);
  return number;
}

async function looksAtMeasure(): Promise<void> {
  await says(li, `/postloan customer ${customer}`);
  await button(modal(li).locator(".section").filter({ hasText: GOAL }).last(), "Look").click();
  await button(modal(li), "Hand over").waitFor();
}

describe("a measure changes hands", { timeout: 240_000 }, () => {
  it("begins with an approved report, and stands on the customer's card with its first responsible person", async () => {
    li = await story.as(LI_WEN);
    await nextMorning(li);
    await sheet(li).getByText("This is your list for").waitFor();
    const number = await submitsWithRisk();
    const wang = await story.as(WANG_PING);
    await presses(wang, "Review", number);
    await button(modal(wang), "Approve").waitFor();
    expect(await words(modal(wang))).toContain(GOAL);
    customer = /KH\d+/.exec(await words(modal(wang)))?.[0] ?? "";
    await button(modal(wang), "Approve").click();
    await button(wang.locator("dialog.confirm"), "Approve").click();
    await modal(wang).getByText("is approved.").waitFor();
    await looksAtMeasure();
    await photograph(li, "measure-1-card");
    expect(await words(modal(li))).toContain("李雯 Li Wen");
  });

  it("is offered to a colleague, who reads what there is to do, and no customer's name, and accepts", async () => {
    await button(modal(li), "Hand over").click();
    await choose(field(li, "To whom?"), "陈浩");
    await field(li, "Why?").locator("textarea").fill("You know the tenant.");
    await photograph(li, "measure-2-ask");
    await goOn(modal(li));
    await modal(li).getByText("陈浩 Chen Hao is asked to take over").waitFor();
    await photograph(li, "measure-3-asked");
    await closes(li);
    chen = await story.as(CHEN_HAO, PHONE);
    const offer = sheet(chen).locator("article").filter({ hasText: GOAL }).last();
    await button(offer, "接受").waitFor();
    await offer.scrollIntoViewIfNeeded();
    await photograph(chen, "measure-4-offered-chinese");
    await button(offer, "接受").click();
    await modal(chen).getByText("现由您负责").waitFor();
    await closes(chen);
    await sheet(li).getByText("陈浩 Chen Hao takes over the measure").waitFor();
    await photograph(li, "measure-5-accepted");
  });
  it("is decided by the manager where whoever was asked does not answer", async () => {
    await presses(chen, "查看", GOAL);
    await button(modal(chen), "移交").click();
    await choose(field(chen, "移交给谁？"), "周瑜彤");
    await goOn(modal(chen));
    await modal(chen).getByText("已请 周瑜彤 Zhou Yutong 接手").waitFor();
    await photograph(chen, "measure-6-asked-chinese");
    await closes(chen);
    await nextMorning(li);
    await nextMorning(li);
    const sun = await story.as(SUN_QIANG);
    const asked = sheet(sun).locator("article").filter({ hasText: "尚未答复是否接手" }).last();
    await asked.scrollIntoViewIfNeeded();
    await photograph(sun, "measure-7-manager-decides");
    await button(asked, "交给 周瑜彤 Zhou Yutong").click();
    await sheet(chen).getByText("孙强 Sun Qiang 把").first().waitFor();
    await photograph(sun, "measure-8-decided");
    const zhou = await story.as(ZHOU_YUTONG);
    await presses(zhou, "查看", GOAL);
    await modal(zhou).getByText(GOAL).first().waitFor();
    expect(await words(modal(zhou))).toContain("周瑜彤 Zhou Yutong");
    await photograph(zhou, "measure-9-theirs");
  });
});
