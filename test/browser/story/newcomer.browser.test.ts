import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  borrowerConfirms,
  businessDate,
  button,
  choose,
  dayAfter,
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
  problemAt,
  says,
  sheet,
  TRUTH_MS,
  typesAndIsHeard,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const PHOTO = { name: "仓库大门.png", mimeType: "image/png", buffer: Buffer.from("a picture of the gate") };
const REMARK = "请写明盘点日期和人员";
let officer: Page;
let reviewer: Page;
let today: string;
/** `I-2026-00003` */
let number: string;

describe("a newcomer lives one morning of a post-loan team", { timeout: 120_000 }, () => {
  it("opens the one address that was printed, and presses the one button that is spoken of", async () => {
    expect(story.desk.said().match(/http:/g)).toHaveLength(1);
    officer = await story.as(LI_WEN);
    await photograph(officer, "01-opened");
    await nextMorning(officer);
    await sheet(officer).getByText("This is your list for").waitFor();
    await expect.poll(() => button(sheet(officer), "Start check").count(), { timeout: PATIENCE_MS }).toBeGreaterThan(5);
    await photograph(officer, "02-morning");
    today = await businessDate(officer);
  });

  it("starts a check, and is told at each field what is wrong", async () => {
    const line = lineOf(officer, "Routine inspection, on site", "Working capital", "Start check");
    number = /I-\d{4}-\d{5}/.exec(await words(line))?.[0] ?? "";
    await button(line, "Start check").click();
    const form = modal(officer);
    await form.getByText("Step 1 of").waitFor();
    await photograph(officer, "03-first-step");
    await field(officer, "Date of the check").locator("input").fill(dayAfter(today, 3));
    await fillStep(form, { today, answers: { "Person met": "周主任，财务负责人", Cooperation: "Full" } });
    await goOn(form);
    expect(await problemAt(officer, "Date of the check")).toMatch(/cannot lie ahead/);
    expect(await problemAt(officer, "Inspectors")).toMatch(/at least 2 people; one is named/);
    await photograph(officer, "04-errors-at-the-fields");
    await field(officer, "Date of the check").locator("input").fill(today);
    await field(officer, "Inspectors").locator("textarea").fill("李雯 Li Wen\n何军 He Jun");
    await fillUntil(officer, "What the borrower said", { today });
    await field(officer, "What the borrower said").locator("textarea").fill("订单减少两成，已裁员12人");
    await fillUntil(officer, "Stock", { today });
    await fillStep(form, { today, answers: { Stock: "three" } });
    await goOn(form);
    expect(await problemAt(officer, "Stock")).toMatch(/number in digits/);
    await field(officer, "Stock").scrollIntoViewIfNeeded();
    await photograph(officer, "05-a-word-in-a-number");
  });

  it("finds what was typed after closing, and on another device", async () => {
    await fillStep(modal(officer), { today, answers: { Stock: "240000" } });
    await typesAndIsHeard(officer, "Stock", "230000");
    await button(modal(officer), "Go on later").click();
    await modal(officer).waitFor({ state: "detached" });

    const other = await story.as(LI_WEN);
    await presses(other, "Continue", number);
    await field(other, "Stock").waitFor();
    expect(await kept(other, "Stock")).toBe("230000");
    await photograph(other, "06-another-device");
    await button(modal(other), "Go on later").click();
    await modal(officer).waitFor({ state: "detached" });
    await other.context().close();

    await says(officer, `/postloan check ${number}`);
    await field(officer, "Stock").waitFor();
    while ((await field(officer, "Person met").count()) === 0) {
      await goBack(modal(officer));
    }
    expect(await kept(officer, "Person met")).toBe("周主任，财务负责人");
  });

  it("attaches a file, which is listed with Remove, and fills in the other steps", async () => {
    const form = modal(officer);
    await fillUntil(officer, "Photos of this visit", { today, answers: { "Interest cover": "1.2" } });
    await field(officer, "Photos of this visit").locator('input[type="file"]').setInputFiles(PHOTO);
    await button(form, `Remove ${PHOTO.name}`).waitFor();
    await fillStep(form, { today });
    await goOn(form);
    await goBack(form);
    await button(form, "Remove").waitFor();
    expect(await form.getByText(PHOTO.name).count()).toBe(1);
    await button(form, "Remove").scrollIntoViewIfNeeded();
    await photograph(officer, "07-a-file");
    const { steps } = await fillToSummary(officer, { today });
    expect(steps).toBeGreaterThan(1);
    await photograph(officer, "08-summary");
  });

  it("is shown in the summary what an earlier answer has made wrong, goes there, mends it and submits", async () => {
    const form = modal(officer);
    await button(form, "Change").first().click();
    await field(officer, "Inspectors").locator("textarea").fill("李雯 Li Wen");
    await button(form, "To summary").click();
    await form.getByText("One answer needs your attention").waitFor();
    expect(await button(form, "Submit").count()).toBe(0);
    await photograph(officer, "09-summary-with-an-error");
    await button(form, "Go to step 1").click();
    await form.getByText("Step 1 of").waitFor();
    await field(officer, "Inspectors").locator("textarea").fill("李雯 Li Wen\n何军 He Jun");
    await button(form, "To summary").click();
    await button(form, "Submit").waitFor();
    reviewer = await story.as(WANG_PING);
    const before = await words(sheet(reviewer));
    await button(form, "Submit").click();
    await form.getByText(`Report ${number} is submitted.`).waitFor();
    await photograph(officer, "10-submitted");
    await button(form, "Close").click();
    await expect.poll(() => lineOf(officer, "✓ submitted").count(), { timeout: TRUTH_MS }).toBe(1);
    await expect.poll(() => words(sheet(reviewer)), { timeout: TRUTH_MS }).not.toBe(before);
    await photograph(reviewer, "10b-queue");
  });

  it("is reviewed: what changed and what is out of range stand first; it comes back with reasons and a remark", async () => {
    await presses(reviewer, "Review", number);
    const form = modal(reviewer);
    await form.getByText("answers are out of range").waitFor();
    expect(await words(form)).toMatch(/Orange · Interest cover.*1\.20× \(< 1\.5×\)/s);
    await photograph(reviewer, "11-report");
    await button(form, "Return").click();
    await form.getByText("Reasons").waitFor();
    await field(reviewer, "The record").getByText("not in order").click();
    await field(reviewer, "The conclusion").getByText("in order", { exact: true }).click();
    await choose(field(reviewer, "Reasons"), "Evidence is missing");
    await reviewer.keyboard.press("Escape");
    await field(reviewer, "Note to the officer").locator("textarea").fill("盘点表请重拍");
    await choose(field(reviewer, "Field 1"), "What you saw yourself");
    await field(reviewer, "Remark beside field 1").locator("input").fill(REMARK);
    await photograph(reviewer, "12-return");
    await goOn(form);
    await form.getByText("is returned").waitFor();
    await photograph(reviewer, "13-returned");
    await button(form, "Close").click();
  });

  it("gets the reasons beside the fields, corrects, submits again, and is approved; the next date is planned", async () => {
    await sheet(officer).getByText(`Your report ${number} was returned`).waitFor({ timeout: TRUTH_MS });
    await photograph(officer, "14-returned-message");
    await presses(officer, "Correct", number);
    const form = modal(officer);
    await form.getByText("Step 1 of").waitFor();
    await fillUntil(officer, "What you saw yourself", { today });
    expect(await words(form)).toContain(REMARK);
    await form.getByText(REMARK).scrollIntoViewIfNeeded();
    await photograph(officer, "15-reason-beside-the-field");
    await field(officer, "What you saw yourself").locator("textarea").fill("11月23日由何军盘点，原料800吨，与账面一致");
    await button(form, "To summary").click();
    await form.getByText(REMARK).waitFor();
    const sheetNumber = await borrowerConfirms(officer, today, "15b-the-borrower-confirms");
    await photograph(officer, "15c-after-the-confirmation");
    await button(form, "Submit").click();
    await form.getByText(`Report ${number} is submitted.`).waitFor();
    await button(form, "Close").click();

    await presses(reviewer, "Review", number);
    await modal(reviewer).getByText("Changed since").first().waitFor();
    await modal(reviewer).getByText(`sheet ${sheetNumber}`).first().waitFor();
    await photograph(reviewer, "16-second-revision");
    await button(modal(reviewer), "Approve").click();
    await photograph(reviewer, "17-sure");
    await button(reviewer.locator("dialog.confirm"), "Approve").click();
    await modal(reviewer)
      .getByText(/^Report .* is approved/)
      .waitFor();
    await photograph(reviewer, "18-approved");
    await sheet(officer)
      .getByText(/^Your report .* is approved/)
      .last()
      .waitFor({ timeout: TRUTH_MS });
    await expect.poll(() => lineOf(officer, "✓ approved").count(), { timeout: TRUTH_MS }).toBe(1);
    await photograph(officer, "19-the-truth");
  });
});
