/** What a reviewer decides from: the screen of a second report, the one before beside it, how the officer's reports fared. */
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  businessDate,
  button,
  fillToSummary,
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
const ZHAO_LEI = "U08ZHAOLEI";
const PHONE = { viewport: { width: 390, height: 844 } };
let officer: Page;
let wang: Page;
let first = "";
let second = "";
let customer = "";

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

async function submits(number: string, answers: Readonly<Record<string, string>>): Promise<void> {
  await says(officer, `/postloan check ${number}`);
  const early = button(modal(officer), "Start now");
  await modal(officer).getByText("Step 1 of").or(early).first().waitFor();
  if ((await early.count()) > 0) await early.click();
  await modal(officer).getByText("Step 1 of").waitFor();
  await fillToSummary(officer, { today: await businessDate(officer), answers });
  await goOn(modal(officer));
  await modal(officer).getByText(`Report ${number} is submitted.`).waitFor();
  await closes(officer);
}

/** From the customer's card: what is planned next. */
async function findsNext(customer: string): Promise<string> {
  await says(officer, `/postloan customer ${customer}`);
  const planned = modal(officer)
    .locator(".section")
    .filter({ hasText: "Routine inspection" })
    .filter({ hasText: "planned" })
    .last();
  await planned.waitFor();
  const number = /I-\d{4}-\d{5}/.exec(await words(planned))?.[0] ?? "";
  await closes(officer);
  return number;
}

async function closes(page: Page): Promise<void> {
  await button(modal(page), "Close").click();
  await modal(page).waitFor({ state: "detached" });
}

/** Whether what is asked of a reader stands above the buttons, in this order. */
async function readsInOrder(place: Locator, ...said: readonly string[]): Promise<void> {
  const text = await words(place);
  const found = said.map((part) => text.indexOf(part));
  expect(found, text).not.toContain(-1);
  expect(found, text).toEqual(found.toSorted((a, b) => a - b));
}

describe("a reviewer's decision", { timeout: 240_000 }, () => {
  it("of a first report begins with what is out of range, and has the conclusion before its buttons", async () => {
    officer = await story.as(LI_WEN);
    await nextMorning(officer);
    await sheet(officer).getByText("This is your list for").waitFor();
    first = await findsMortgage();
    await submits(first, { "Seized by a court": "Yes" });
    wang = await story.as(WANG_PING);
    await presses(wang, "Review", first);
    await button(modal(wang), "Approve").waitFor();
    await readsInOrder(
      modal(wang),
      "Submitted by",
      "drawn",
      "the customer's first report here",
      "out of range",
      "Coverage",
      "Was a risk found?: ",
      "No file was given",
      "reports in the last 12 months",
      "Approve",
      "All answers",
    );
    await photograph(wang, "judged-1-first-report");
    customer = /KH\d+/.exec(await words(modal(wang)))?.[0] ?? "";
    await button(modal(wang), "Approve").click();
    await button(wang.locator("dialog.confirm"), "Approve").click();
    await modal(wang).getByText("is approved.").waitFor();
    await closes(wang);
  });

  it("of the next report begins with what changed, and says what stayed", async () => {
    second = await findsNext(customer);
    expect(second).not.toBe("");
    await submits(second, { "Seized by a court": "No" });
    await presses(wang, "Review", second);
    await button(modal(wang), "Approve").waitFor();
    await readsInOrder(
      modal(wang),
      `Changed since report ${first}`,
      "Seized by a court",
      "before: Yes",
      "Coverage",
      "Was a risk found?: ",
      "reports in the last 12 months",
      "1 approved",
      "Approve",
      "All answers",
    );
    await photograph(wang, "judged-2-second-report");
  });

  it("has the last report beside it, what differs first, one click away and back", async () => {
    await button(modal(wang), "Beside the last one").click();
    await modal(wang).locator(".modal-head").getByText("Side by side").waitFor();
    await readsInOrder(modal(wang), `${second}`, `${first}`, "Seized by a court", "before: Yes");
    await photograph(wang, "judged-3-beside");
    await button(modal(wang), "Back").click();
    await button(modal(wang), "Approve").waitFor();
  });

  it("has the officer's reports that were sent back behind one button, each to be read", async () => {
    await button(modal(wang), /sent back/).click();
    await modal(wang).locator(".modal-head").getByText("Sent back").waitFor();
    await button(modal(wang), "Read").first().waitFor();
    await photograph(wang, "judged-4-history");
    await button(modal(wang), "Back").click();
    await button(modal(wang), "Approve").waitFor();
  });

  it("is made on a telephone in Chinese from the same screen", async () => {
    await button(modal(wang), "Close").click();
    const zhao = await story.as(ZHAO_LEI, PHONE);
    await presses(zhao, "复核", second);
    await button(modal(zhao), "通过").waitFor();
    await readsInOrder(modal(zhao), "余额", "是否发现风险", "近 12 个月的报告", "通过", "全部内容");
    await photograph(zhao, "judged-5-telephone");
    await button(modal(zhao), "通过").scrollIntoViewIfNeeded();
    await photograph(zhao, "judged-6-telephone-buttons");
    await button(modal(zhao), "通过").click();
    await button(zhao.locator("dialog.confirm"), "通过").click();
    await modal(zhao).getByText("已通过").first().waitFor();
  });
});
