/** From the bank's total to one answer of one officer in four clicks, each kept as a picture. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { translator } from "../../../src/texts/index.ts";
import {
  businessDate,
  button,
  fillStep,
  fillToSummary,
  LI_WEN,
  modal,
  nextMorning,
  PATIENCE_MS,
  photograph,
  SOUND,
  says,
  sheet,
  useStory,
  words,
} from "./acting.ts";

const story = useStory();
const LUO_WEIMIN = "U12LUOWEI";
const BRANCH = "城南支行";
const OFFICER = "李雯 Li Wen";
const t = translator("en");
const MOST_CLICKS = 4;

/** The officer's report of the morning, from the desk alone. Answers its number. */
async function handsInAReport(): Promise<string> {
  const page = await story.as(LI_WEN, { locale: "en-US" });
  await nextMorning(page);
  await sheet(page)
    .getByText("This is your list for")
    .first()
    .waitFor({ timeout: 4 * PATIENCE_MS });
  await photograph(page, "drill-officers-morning");
  const line = [t("mode.off_site"), t("kind.routine"), t("desk.start")]
    .reduce((lines, hasText) => lines.filter({ hasText }), sheet(page).locator(".section"))
    .first();
  await line.waitFor({ timeout: 4 * PATIENCE_MS });
  const number = /I-\d{4}-\d{5}/u.exec(await words(line))?.[0] ?? "";
  // On a busy machine Slack would not show it any more: then it is pressed again, as a person does.
  const opened = async () => {
    if ((await modal(page).count()) === 0) await button(line, t("desk.start")).click();
    return modal(page).locator(".input").first().isVisible();
  };
  await expect.poll(opened, { timeout: 4 * PATIENCE_MS, interval: PATIENCE_MS / 3 }).toBe(true);
  const today = await businessDate(page);
  await fillToSummary(page, { today });
  await fillStep(modal(page), { today });
  await button(modal(page), t("words.submit")).click();
  await modal(page).getByText(number).first().waitFor();
  await page.context().close();
  return number;
}

describe("a head-office manager", { timeout: 600_000 }, () => {
  let page: Page;
  let clicks = 0;

  /** One click of hers, and a picture of what she sees then. */
  async function goesDown(to: Locator, until: Locator, picture: string): Promise<string> {
    clicks += 1;
    await to.click();
    await until.first().waitFor({ timeout: 4 * PATIENCE_MS });
    await photograph(page, `drill-${clicks}-${picture}`);
    return words(modal(page));
  }

  it("comes from the bank's total to one answer of one officer in four clicks", async () => {
    const number = await handsInAReport();
    page = await story.as(LUO_WEIMIN, { locale: "en-US" });
    await says(page, "/postloan digest quarter");
    await sheet(page)
      .getByText("As of")
      .last()
      .waitFor({ timeout: 4 * PATIENCE_MS });
    await photograph(page, "drill-0-bank");

    await goesDown(button(sheet(page), BRANCH).last(), modal(page).getByText(`${BRANCH}: `), "branch");
    const person = modal(page).locator(".section").filter({ hasText: OFFICER });
    await goesDown(button(person, "Open"), modal(page).getByText(`${OFFICER}: `), "officer");
    const waiting = button(modal(page), /^Reports waiting for a reviewer/);
    const list = await goesDown(waiting.first(), modal(page).getByText(`To ${OFFICER}`), "list");
    expect(list).toContain(number);
    const line = modal(page).locator(".section").filter({ hasText: number });
    const report = await goesDown(button(line, "Open").first(), modal(page).last().getByText(SOUND), "answer");

    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
    expect(report).toContain(SOUND);
  });
});
