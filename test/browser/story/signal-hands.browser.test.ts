/** A signal between people: raised from a message, taken over, handed over and accepted, asked about and answered. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { translator } from "../../../src/texts/index.ts";
import {
  button,
  choose,
  field,
  LI_WEN,
  modal,
  PATIENCE_MS,
  photograph,
  pressesOf,
  says,
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
/** The branch's manager, who reads simplified Chinese. */
const SUN_QIANG = "U09SUNQIANG";
const [en, zh] = [translator("en"), translator("zh-Hans")];
const TANG_JING = "U13TANGJING";
const OPEN_HERE = "查看";
const LOAN = "JK2025000221";
const SEEN = "The licence was revoked on 20 November and the notice hangs at the gate.";
const QUESTION = "去登记机关核实过了吗？";
const ANSWER = "Yes, on 26 November: file 3307, revoked for 2 years without a report.";
let li: Page;
let wang: Page;
let sun: Page;
/** `S-2026-00001` */
let number: string;

async function closes(page: Page, close = en("words.close")): Promise<void> {
  await button(modal(page), close).first().click();
  await modal(page).waitFor({ state: "detached" });
}

/** Closes whatever stands open, all at once. */
async function leaves(page: Page): Promise<void> {
  if ((await modal(page).count()) === 0) return;
  await modal(page).last().locator(".modal-head button").first().click();
  await expect.poll(() => modal(page).count()).toBe(0);
}

const modalSays = (page: Page, sentence: string | RegExp) =>
  modal(page).getByText(sentence).first().waitFor({ timeout: PATIENCE_MS });

describe("a signal between people", { timeout: 240_000 }, () => {
  it("is raised from the menu of a message, which says what was seen", async () => {
    [li, wang, sun] = await Promise.all([story.as(LI_WEN), story.as(WANG_PING), story.as(SUN_QIANG)]);
    await says(wang, SEEN);
    const said = sheet(wang).locator(".message").filter({ hasText: SEEN }).last();
    await said.hover();
    await said.locator("summary", { hasText: "More actions" }).click();
    await photograph(wang, "hands-01-menu-of-a-message");
    await said.getByRole("button", { name: en("signal.raise") }).click();
    await field(wang, "Which loan").getByRole("combobox").fill(LOAN);
    await wang.getByRole("listbox").getByRole("option").first().click();
    await choose(field(wang, "Which signal"), "OPS-10");
    expect(await field(wang, "What you saw").locator("textarea").inputValue()).toContain(SEEN);
    await photograph(wang, "hands-02-raised-from-it");
    await button(modal(wang), en("words.submit")).click();
    await modalSays(wang, /S-\d{4}-\d{5} is raised/u);
    number = /S-\d{4}-\d{5}/u.exec(await words(modal(wang)))?.[0] ?? "";
    await closes(wang);
    await Promise.all([li, sun].map((page) => sheet(page).getByText(number).first().waitFor({ timeout: PATIENCE_MS })));
  });

  it("is taken over by the manager, and every copy says so; a red one is not put off", async () => {
    await pressesOf(sun, zh("signal.hand.take_over"), number);
    await modalSays(sun, zh("signal.is_taken_over", { number }));
    await photograph(sun, "hands-03-taken-over-zh");
    await closes(sun, zh("words.close"));
    await sheet(li).getByText("has taken over").first().waitFor({ timeout: PATIENCE_MS });
    await photograph(li, "hands-04-the-officer-hears");
    await pressesOf(sun, OPEN_HERE, number);
    await modal(sun).locator(".modal-body").waitFor();
    expect(await button(modal(sun), zh("signal.hand.snooze")).count()).toBe(0);
    await photograph(sun, "hands-05-what-can-be-done-zh");
  });

  it("is handed over, and goes when the other accepts", async () => {
    await button(modal(sun), zh("signal.hand.hand_over")).click();
    await choose(field(sun, zh("signal.to")), "李雯");
    await field(sun, zh("signal.offer_note")).locator("textarea").fill("已电话联系，请明天到现场核实。");
    await photograph(sun, "hands-06-handing-over-zh");
    await button(modal(sun), zh("words.submit")).click();
    await sheet(li).getByText("asks you to take this on").first().waitFor({ timeout: PATIENCE_MS });
    await photograph(li, "hands-07-asked-to-take-it");
    await pressesOf(li, en("signal.hand.accept"), number);
    await modalSays(li, en("signal.is_taken_over", { number }));
    await closes(li);
    await sheet(sun).getByText(number).last().waitFor();
  });

  it("is asked about, and the answer stands at it", async () => {
    await leaves(sun);
    await leaves(li);
    await pressesOf(sun, zh("signal.hand.ask"), number);
    await choose(field(sun, zh("signal.of_whom")), "李雯");
    await field(sun, zh("signal.question")).locator("textarea").fill(QUESTION);
    await button(modal(sun), zh("words.submit")).click();
    await sheet(li).getByText(QUESTION).first().waitFor({ timeout: PATIENCE_MS });
    await photograph(li, "hands-08-asked");
    await pressesOf(li, en("signal.hand.answer"), QUESTION);
    await field(li, en("signal.answer")).locator("textarea").fill(ANSWER);
    await button(modal(li), en("words.submit")).click();
    await sheet(sun).getByText(ANSWER).first().waitFor({ timeout: PATIENCE_MS });
    await photograph(sun, "hands-09-answered-zh");
  });

  it("reaches compliance alone where few may know of it: whoever raised it reads that it is received", async () => {
    const tang = await story.as(TANG_JING);
    await leaves(li);
    await says(li, `/postloan signal ${LOAN}`);
    await choose(field(li, "Which signal"), "INT-05");
    await field(li, "What you saw").locator("textarea").fill("Deposits at 18% a year are taken from 40 neighbours.");
    await button(modal(li), en("words.submit")).click();
    await modalSays(li, en("signal.received"));
    await photograph(li, "hands-10-received");
    await closes(li);
    await sheet(tang).getByText("涉嫌非法集资").first().waitFor({ timeout: PATIENCE_MS });
    await photograph(tang, "hands-11-compliance-hears-zh");
    await pressesOf(tang, OPEN_HERE, "涉嫌非法集资");
    await modal(tang).locator(".modal-body").waitFor();
    await photograph(tang, "hands-12-compliance-reads-zh");
    expect(await words(sheet(sun))).not.toContain("涉嫌非法集资");
  });
});
