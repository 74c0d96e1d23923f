import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  businessDate,
  button,
  choose,
  field,
  fillToSummary,
  fillUntil,
  goOn,
  LI_WEN,
  modal,
  nextMorning,
  PATIENCE_MS,
  photograph,
  presses,
  says,
  sheet,
  TRUTH_MS,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const ZHAO_LEI = "U08ZHAOLEI";
let officer: Page;
let wang: Page;
let zhao: Page;
let today: string;

const linesWith = (page: Page, ...said: readonly string[]): Locator =>
  said.reduce((lines, hasText) => lines.filter({ hasText }), sheet(page).locator(".section"));

/** A mortgage that is checked from the office: in the morning message it waits in the batch, in the whole list it stands alone. */
async function findsMortgage(): Promise<string> {
  await button(sheet(officer), /^Show all/)
    .first()
    .click();
  const lines = modal(officer).locator(".section").filter({ hasText: "off site" }).filter({ hasText: "Mortgage" });
  const alone = lines.filter({ has: button(officer, "Start check") }).first();
  await alone.waitFor();
  const number = /I-\d{4}-\d{5}/.exec(await words(alone))?.[0] ?? "";
  await closes(officer);
  return number;
}

/** With a finding that puts it first in the queue. */
async function submitsOffSite(): Promise<string> {
  const number = await findsMortgage();
  await says(officer, `/postloan check ${number}`);
  await modal(officer).getByText("Step 1 of").waitFor();
  await fillToSummary(officer, { today, answers: { "Seized by a court": "Yes" } });
  await button(modal(officer), "Submit").click();
  await modal(officer).getByText(`Report ${number} is submitted.`).waitFor();
  return number;
}

async function closes(page: Page): Promise<void> {
  await button(modal(page), "Close").click();
  await modal(page).waitFor({ state: "detached" });
}

async function approves(page: Page, number: string, [review, approve]: readonly [string, string]): Promise<void> {
  await presses(page, review, number);
  await button(modal(page), approve).click();
  await button(page.locator("dialog.confirm"), approve).click();
}

describe("what a reviewer decides, and everybody else hears", { timeout: 120_000 }, () => {
  let number: string;

  it("can be taken back by the officer until a reviewer has opened it, and submitted again with its answers", async () => {
    officer = await story.as(LI_WEN);
    await nextMorning(officer);
    await sheet(officer).getByText("This is your list for").waitFor();
    today = await businessDate(officer);
    number = await submitsOffSite();
    [wang, zhao] = await Promise.all([story.as(WANG_PING), story.as(ZHAO_LEI)]);
    await button(linesWith(wang, number), "Review").waitFor();
    await button(modal(officer), "Withdraw").click();
    await modal(officer).getByText("Step 1 of").waitFor();
    await photograph(officer, "decided-1-withdrawn");
    await expect.poll(() => button(linesWith(wang, number), "Review").count(), { timeout: PATIENCE_MS }).toBe(0);
    await button(modal(officer), "To summary").click();
    await button(modal(officer), "Submit").click();
    await modal(officer).getByText(`Report ${number} is submitted.`).waitFor();
    await closes(officer);
  });

  it("is decided by one of two reviewers; the other is told who and when, and both lists tell the truth", async () => {
    await button(linesWith(wang, number), "Review").waitFor();
    await presses(zhao, "复核", number);
    await button(modal(zhao), "通过").waitFor();
    await approves(wang, number, ["Review", "Approve"]);
    await modal(wang).getByText(`Report ${number}/2 is approved.`).waitFor();
    await button(modal(zhao), "通过").click();
    await button(zhao.locator("dialog.confirm"), "通过").click();
    await modal(zhao)
      .getByText(/王平 Wang Ping 已于 2026年\d+月\d+日 \d\d:\d\d 复核通过报告/)
      .waitFor();
    await photograph(zhao, "decided-2-too-late");
    for (const [page, review] of [
      [wang, "Review"],
      [zhao, "复核"],
    ] as const) {
      await expect.poll(() => button(linesWith(page, number), review).count(), { timeout: TRUTH_MS }).toBe(0);
    }
    await button(modal(zhao), "关闭").click();
    await photograph(zhao, "decided-3-queue-of-the-other");
    await closes(wang);
    await expect.poll(() => linesWith(officer, "✓ approved").count(), { timeout: TRUTH_MS }).toBe(1);
  });

  it("comes back with its reasons at the fields, is corrected and approved by the other reviewer", async () => {
    const remark = "请写明差额的原因";
    number = await submitsOffSite();
    await closes(officer);
    await presses(wang, "Review", number);
    await button(modal(wang), "Return").click();
    await modal(wang).getByText("Reasons").waitFor();
    await field(wang, "The record").getByText("not in order").click();
    await field(wang, "The conclusion").getByText("in order", { exact: true }).click();
    await choose(field(wang, "Reasons"), "figures contradict");
    await wang.keyboard.press("Escape");
    await choose(field(wang, "Field 1"), "Conclusion");
    await field(wang, "Remark beside field 1").locator("input").fill(remark);
    await goOn(modal(wang));
    await modal(wang).getByText("is returned").waitFor();
    await closes(wang);

    await sheet(officer).getByText(`Your report ${number} was returned`).waitFor();
    await photograph(officer, "decided-4-returned");
    await presses(officer, "Correct", number);
    await fillUntil(officer, "Conclusion", { today });
    await modal(officer).getByText(remark).scrollIntoViewIfNeeded();
    await photograph(officer, "decided-5-remark-at-the-field");
    await field(officer, "Conclusion").locator("textarea").fill("账面少2吨为当日出库，出库单第118号");
    await button(modal(officer), "To summary").click();
    await button(modal(officer), "Submit").click();
    await modal(officer).getByText(`Report ${number} is submitted.`).waitFor();
    await closes(officer);

    await approves(zhao, number, ["复核", "通过"]);
    await modal(zhao).getByText("已通过").first().waitFor();
    await photograph(zhao, "decided-6-approved-by-the-other");
    await button(modal(zhao), "关闭").click();
    await expect.poll(() => button(linesWith(wang, number), "Review").count(), { timeout: TRUTH_MS }).toBe(0);
  });

  it("is rejected where somebody must go there again: the officer is told why, and begins the special inspection", async () => {
    const line = linesWith(wang, "李雯 Li Wen", "Review").first();
    number = /I-\d{4}-\d{5}/.exec(await words(line))?.[0] ?? "";
    await button(line, "Review").click();
    await button(modal(wang), "Ask to re-inspect").click();
    await field(wang, "Why must somebody go there again?").locator("textarea").fill("仓库照片与上次相同，请到现场盘点");
    await photograph(wang, "decided-7-ask");
    await goOn(modal(wang));
    await modal(wang).getByText("a special inspection on site is opened").waitFor();
    await sheet(officer).getByText(`Your report ${number} was rejected`).waitFor();
    await photograph(officer, "decided-8-rejected");
    await button(sheet(officer).locator("article").last(), "Start check").click();
    await modal(officer).getByText("Step 1 of").waitFor();
    expect(await words(modal(officer).locator(".modal-head"))).toContain("Special inspection");
    await photograph(officer, "decided-9-special-inspection");
  });
});
