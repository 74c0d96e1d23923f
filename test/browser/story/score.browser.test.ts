/** An officer reads their own score and the report behind a line; who leads the branch reads how the scores are spread. In two languages. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { button, LI_WEN, modal, PATIENCE_MS, photograph, says, sheet, useStory, words } from "./acting.ts";

const story = useStory();
const CHEN_HAO = "U02CHENHAO";
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
    const page = await story.as(LI_WEN);
    const why = () => button(metric(sheet(page), "Inspections in time"), "Why");
    const told = () => sheet(page).getByText("No penalty follows").count();
    // What the demonstration did lies in this month, or in the last one where this one has just begun.
    for (const command of ["/postloan score", "/postloan score last"]) {
      const before = await told();
      await says(page, command);
      await expect.poll(told, { timeout: PATIENCE_MS }).toBeGreaterThan(before);
      if ((await why().count()) > 0) break;
    }
    await photograph(page, "score-1-officer-end");
    await sheet(page).getByText("Inspections in time").last().scrollIntoViewIfNeeded();
    await photograph(page, "score-2-officer");

    await why().click();
    const rule = modal(page).getByText("Rule appraisal.account_manager.on_time_rate");
    await rule.first().waitFor();
    await photograph(page, "score-3-why");
    const traced = (await words(modal(page))).match(/I-\d{4}-\d{5}/g) ?? [];
    await button(modal(page), "Open").first().click();
    await expect.poll(() => rule.count(), { timeout: PATIENCE_MS }).toBe(0);
    // A slow machine says first that it takes a moment.
    const opened = async () => /I-\d{4}-\d{5}/.exec(await words(modal(page)))?.[0] ?? "";
    await expect.poll(opened, { timeout: PATIENCE_MS }).not.toBe("");
    await photograph(page, "score-3-report");
    expect(traced).toContain(await opened());
    const open = async () => {
      const last = button(modal(page), "Close").last();
      if ((await last.count()) > 0) await last.click({ timeout: PATIENCE_MS / 10 }).catch(() => undefined);
      return modal(page).count();
    };
    await expect.poll(open, { timeout: PATIENCE_MS }).toBe(0);
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
