/** A red signal: raised by a reviewer, answered by the officer, and a false alarm that is refused to whoever raised it. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  button,
  choose,
  closesAll,
  field,
  LI_WEN,
  modal,
  photograph,
  pressesOf,
  says,
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const SUN_QIANG = "U09SUNQIANG";
/** The manager reads simplified Chinese. */
const OPEN_HERE = "查看";
const SEEN = "The licence was revoked on 20 November; the notice hangs at the gate.";
/** `S-2026-00001`, unless the desk itself has raised one before. */
let number: string;
let li: Page;
let wang: Page;
let sun: Page;

async function closes(page: Page): Promise<void> {
  await button(modal(page), "Close").click();
  await modal(page).waitFor({ state: "detached" });
}

async function opensSignal(page: Page, open = "Open"): Promise<void> {
  await pressesOf(page, open, number);
  await modal(page).locator(".modal-body").waitFor();
}

describe("a red signal", { timeout: 240_000 }, () => {
  it("is raised with what was seen, and those who answer for it are told at once", async () => {
    [li, wang, sun] = await Promise.all([story.as(LI_WEN), story.as(WANG_PING), story.as(SUN_QIANG)]);
    await says(wang, "/postloan customer KH100022");
    await modal(wang).getByText("JK2025000221").waitFor();
    await closesAll(wang);
    await says(wang, "/postloan signal JK2025000221");
    await choose(field(wang, "Which signal"), "OPS-10");
    await field(wang, "What you saw").locator("textarea").fill(SEEN);
    await photograph(wang, "signal-raised");
    await button(modal(wang), "Submit").click();
    await modal(wang)
      .getByText(/S-\d{4}-\d{5} is raised/u)
      .waitFor();
    number = /S-\d{4}-\d{5}/u.exec(await words(modal(wang)))?.[0] ?? "";
    await closes(wang);
    await Promise.all([li, sun].map((page) => sheet(page).getByText(number).first().waitFor()));
    await photograph(li, "signal-officer");
    await photograph(sun, "signal-manager");
  });

  it("shows what happens next; acknowledged, it waits for its verification", async () => {
    await opensSignal(li);
    const before = await words(modal(li));
    expect(before).toContain("What happens next, unless somebody answers");
    expect(before).toContain("To be acknowledged by");
    await photograph(li, "signal-what-happens-next");
    await button(modal(li), "Acknowledge").click();
    await modal(li).getByText("To be verified by").waitFor();
    expect(await words(modal(li))).toContain("it has not been verified");
    await photograph(li, "signal-acknowledged");
    await closes(li);
  });

  it("is not confirmed as a false alarm by whoever raised it; the manager confirms it", async () => {
    await opensSignal(li);
    await button(modal(li), "False alarm").click();
    await field(li, "False alarm").locator("textarea").fill("The notice is for the shop next door: number 14, not 12.");
    await button(modal(li), "Submit").click();
    await modal(li).getByText("Submit").waitFor({ state: "detached" });
    await closes(li);

    await says(wang, "/postloan customer KH100022");
    await button(modal(wang).locator(".section").filter({ hasText: "Licence revoked" }).last(), "Open").click();
    await modal(wang).getByText("Asked as a false alarm").waitFor();
    expect(await button(modal(wang), "Confirm false alarm").count()).toBe(0);
    await photograph(wang, "signal-not-by-who-raised-it");
    await closesAll(wang);

    await opensSignal(sun, OPEN_HERE);
    await photograph(sun, "signal-manager-decides");
    await button(modal(sun), /^(Confirm false alarm|确认误报|確認誤報)/u).click();
    await expect.poll(async () => words(modal(sun)), { timeout: 25_000 }).toMatch(/false alarm|误报|誤報/u);
    await photograph(sun, "signal-false-alarm");
  });
});
