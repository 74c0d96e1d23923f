import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  businessDate,
  button,
  field,
  fillStep,
  fillToSummary,
  fillUntil,
  goBack,
  goOn,
  kept,
  LI_WEN,
  lineOf,
  modal,
  nextMorning,
  PATIENCE_MS,
  photograph,
  presses,
  says,
  sheet,
  typesAndIsHeard,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const SAID = "订单减少两成，已裁员12人";
let officer: Page;
let reviewer: Page;
let today: string;
let number: string;

/** Power off and on again; every open window must find the desk by itself. */
async function powerFails(...windows: readonly Page[]): Promise<void> {
  await story.crashAndStart();
  for (const page of windows) {
    await page.getByText("Connecting again").waitFor({ state: "detached" });
  }
}

const listed = (page: Page): Locator => sheet(page).locator(".section").filter({ hasText: number });

describe("the desk is killed under an officer's hands", { timeout: 120_000 }, () => {
  it("loses the form but not the draft, which the officer's own list continues", async () => {
    officer = await story.as(LI_WEN);
    await nextMorning(officer);
    await sheet(officer).getByText("This is your list for").waitFor();
    today = await businessDate(officer);
    const line = lineOf(officer, "Routine inspection, on site", "Working capital", "Start check");
    number = /I-\d{4}-\d{5}/.exec(await words(line))?.[0] ?? "";
    await button(line, "Start check").click();
    await modal(officer).getByText("Step 1 of").waitFor();
    const people = "李雯 Li Wen\n何军 He Jun";
    await fillStep(modal(officer), { today, answers: { Inspectors: people, "Person met": "周主任，财务负责人" } });
    await goOn(modal(officer));
    await typesAndIsHeard(officer, "What the borrower said", SAID);

    await powerFails(officer);

    await modal(officer).waitFor({ state: "detached" });
    await sheet(officer).getByText("This is your list for").waitFor();
    await photograph(officer, "killed-1-list-again");
    await presses(officer, "Continue", number);
    await field(officer, "What the borrower said").waitFor();
    expect(await kept(officer, "What the borrower said")).toBe(SAID);
    await photograph(officer, "killed-2-draft-again");
    await goBack(modal(officer));
    await field(officer, "Person met").waitFor();
    expect(await kept(officer, "Person met")).toBe("周主任，财务负责人");
    expect(await kept(officer, "Inspectors")).toBe(people);
  });

  it("makes one report of a submission that the power failed upon, and tells the reviewer once", async () => {
    await fillUntil(officer, "What you saw yourself", { today });
    await fillToSummary(officer, { today });
    reviewer = await story.as(WANG_PING);
    await button(modal(officer), "Submit").click();

    await powerFails(officer, reviewer);

    // It was stored, or it was not: the list knows, and a person would press what it offers.
    await listed(officer).or(sheet(officer).getByText("✓ submitted")).first().waitFor();
    if ((await button(listed(officer), "Continue").count()) > 0) {
      await presses(officer, "Continue", number);
      await modal(officer).waitFor();
      if ((await button(modal(officer), "To summary").count()) > 0) {
        await button(modal(officer), "To summary").first().click();
      }
      await button(modal(officer), "Submit").click();
      await modal(officer).getByText(`Report ${number} is submitted.`).waitFor();
      await button(modal(officer), "Close").click();
    }
    await expect.poll(() => button(listed(reviewer), "Review").count(), { timeout: PATIENCE_MS }).toBe(1);
    await photograph(reviewer, "killed-3-one-report");
    await says(officer, `/postloan report ${number}`);
    await modal(officer).getByText("Submitted by").waitFor();
    expect(await words(modal(officer))).not.toContain(`${number}/2`);
    await photograph(officer, "killed-4-report");
    await button(modal(officer), "Close").click();
    await modal(officer).waitFor({ state: "detached" });
    await says(officer, `/postloan check ${number}`);
    await modal(officer).getByText("This inspection is waiting for review").waitFor();
  });
});
