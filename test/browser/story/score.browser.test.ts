/** An officer reads their own score and the report behind a line; who leads the branch reads how the scores are spread. In two languages. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { button, LI_WEN, modal, nextMorning, photograph, says, sheet, useStory, words } from "./acting.ts";

const story = useStory();
const CHEN_HAO = "U02CHENHAO";
const GUO_MIN = "U06GUOMIN";
const SUN_QIANG = "U09SUNQIANG";
const LUO_WEIMIN = "U12LUOWEI";

async function asks(page: Page, command: string, last: string): Promise<void> {
  await says(page, command);
  await sheet(page).getByText(last).last().waitFor();
}

/** The line of a metric in the newest sheet. */
const metric = (place: Locator, name: string): Locator => place.locator(".section").filter({ hasText: name }).last();

describe("an officer", { timeout: 300_000 }, () => {
  it("sees their score and why, and opens the report behind a line", async () => {
    const page = await story.as(GUO_MIN);
    for (let morning = 0; morning < 8; morning += 1) await nextMorning(page);
    await asks(page, "/postloan score", "No penalty follows");
    await photograph(page, "score-1-officer-end");
    await sheet(page).getByText("Inspections in time").last().scrollIntoViewIfNeeded();
    await photograph(page, "score-2-officer");

    await button(metric(sheet(page), "Passed at first review"), "Why").click();
    await modal(page).getByText("Rule appraisal.account_manager.first_pass_rate").first().waitFor();
    await photograph(page, "score-3-why");
    const [number] = /I-\d{4}-\d{5}/.exec(await words(modal(page))) ?? [];
    expect(number).toBeDefined();
    await button(modal(page), "Open").first().click();
    await modal(page)
      .getByText(/王平|赵蕾/)
      .first()
      .waitFor();
    await photograph(page, "score-3-report");
    expect(await words(modal(page))).toContain(number);
    await button(modal(page), "Close").last().click();
  });

  it("reads it in Chinese, in the dark", async () => {
    const page = await story.as(CHEN_HAO, { colorScheme: "dark" });
    await asks(page, "/postloan score", "不会自动产生任何处罚");
    await sheet(page).getByText("检查按期率").last().scrollIntoViewIfNeeded();
    await photograph(page, "score-4-dark-chinese");
    await button(metric(sheet(page), "检查按期率"), "依据").click();
    await modal(page).getByText("规则 appraisal.account_manager.on_time_rate").first().waitFor();
    await photograph(page, "score-5-dark-chinese-why");
    expect(await words(modal(page))).not.toMatch(/Rule|Late|points/);
  });

  it("is told that a colleague's score is not theirs to read", async () => {
    const page = await story.as(LI_WEN);
    await says(page, "/postloan score 陈浩 Chen Hao");
    await sheet(page).getByText("This belongs to another officer or unit").last().waitFor();
  });
});

describe("who leads", { timeout: 300_000 }, () => {
  it("reads how the scores of the branch are spread, and no names", async () => {
    const page = await story.as(LUO_WEIMIN);
    await asks(page, "/postloan score 城南支行", "acceptance reviews");
    await photograph(page, "score-6-manager");
    const article = sheet(page).locator("article").last();
    expect(await words(article)).not.toMatch(/Li Wen|Chen Hao/);
  });

  it("reads it in Chinese", async () => {
    const page = await story.as(SUN_QIANG);
    await asks(page, "/postloan score", "检查验收");
    await photograph(page, "score-7-manager-chinese");
    expect(await words(sheet(page).locator("article").last())).not.toMatch(/李雯|陈浩/);
  });
});
