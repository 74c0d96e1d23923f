import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { businessDate, modal, PATIENCE_MS, photograph, SOUND, sheet, useStory, words } from "./acting.ts";

const story = useStory();
const GUO_MIN = "U06GUOMIN";
/** A telephone in the evening, worked with keys alone. */
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: "dark" } as const;
let officer: Page;
let number: string;

/** Tab after Tab until the focus stands on a control of this name. */
async function tabsTo(page: Page, name: RegExp): Promise<void> {
  const focus = page.locator(":focus");
  for (let pressed = 0; pressed < 120; pressed += 1) {
    await page.keyboard.press("Tab");
    const said = await focus.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent));
    if (name.test(said.join(" "))) {
      return;
    }
  }
  throw new Error(`no ${name} by keyboard`);
}

async function typesCommand(command: string): Promise<void> {
  await sheet(officer).locator(".composer textarea").focus();
  await officer.keyboard.type(`/postloan ${command}`);
  await officer.keyboard.press("Enter");
}

async function sidewaysPixels(page: Page): Promise<number> {
  const places = page.locator("html, main .log, main .scroll, dialog.modal .modal-body");
  const wide = await places.evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
  return Math.max(...wide);
}

/** Answers the field that has the focus, as its kind is answered with keys. */
async function answersFocused(page: Page, today: string): Promise<void> {
  const [kind, answered] = await page
    .locator("dialog.modal :focus")
    .evaluateAll(([one]) => [
      one?.getAttribute("role") ?? one?.getAttribute("type") ?? one?.nodeName.toLowerCase() ?? "",
      one !== undefined &&
        "value" in one &&
        (one.getAttribute("type") === "radio" ? one.matches(":checked") : one.value),
    ]);
  const [year = "", month = "", day = ""] = today.split("-");
  if (answered) {
    return;
  }
  if (kind === "radio") {
    const asked = await words(page.locator("dialog.modal .input").filter({ has: page.locator(":focus") }));
    // The second choice: no risk, which asks for one line in place of a step of its own.
    await page.keyboard.press(asked.startsWith("Was a risk found?") ? "ArrowDown" : "Space");
  } else if (kind === "date") {
    await page.keyboard.type(`${month}${day}${year}`);
  } else if (kind === "combobox") {
    await page.keyboard.press("ArrowDown");
    await page.getByRole("listbox").getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
  } else if (kind === "text" || kind === "textarea") {
    await page.keyboard.type(kind === "textarea" ? SOUND : "1");
  }
}

/** Through one step by Tab, from its first field to the main button. */
async function fillsStepByKeys(page: Page, today: string): Promise<void> {
  const place = modal(page);
  const before = await words(place.locator(".modal-body"));
  for (let fields = 0; fields < 40; fields += 1) {
    const onMain = await place.locator(".modal-foot .primary").evaluate((one) => one.matches(":focus"));
    if (onMain) {
      break;
    }
    await answersFocused(page, today);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect.poll(() => words(place.locator(".modal-body")), { timeout: PATIENCE_MS }).not.toBe(before);
  expect(await place.locator(".problem").allTextContents()).toEqual([]);
}

describe("an officer with a dark telephone and no pointer", { timeout: 120_000 }, () => {
  let today: string;

  it("reads the morning, the Home tab and every command within 390 pixels", async () => {
    officer = await story.as(GUO_MIN, PHONE);
    await photograph(officer, "phone-1-opened");
    await tabsTo(officer, /^Next morning$/);
    await officer.keyboard.press("Enter");
    await sheet(officer).getByText("This is your list for").waitFor();
    today = await businessDate(officer);
    expect(await sidewaysPixels(officer)).toBe(0);
    await photograph(officer, "phone-2-morning");
    const answers = [
      ["help", /Write \/postloan and one of these/],
      ["due", /As of/],
      ["find 柳河", /customers fit/],
      ["queue", /Your role does not include this/],
      ["report I-1999-00001", /nothing with the number/],
      ["whoami", /Your commands/],
      ["chekc 1", /Did you mean “check”/],
      ["check", /Please write: \/postloan check NUMBER/],
    ] as const;
    for (const [command, answer] of answers) {
      await typesCommand(command);
      await sheet(officer).getByText(answer).last().waitFor();
      await photograph(officer, `phone-3-${command.split(" ")[0]}`);
      expect(await sidewaysPixels(officer), command).toBe(0);
    }
  });

  it("opens a check, fills every step and submits it, by keys alone", async () => {
    const line = sheet(officer).locator(".section").filter({ hasText: "Personal consumption" });
    number = /I-\d{4}-\d{5}/.exec(await words(line.first()))?.[0] ?? "";
    await typesCommand(`check ${number}`);
    const form = modal(officer);
    await form.getByText("Step 1 of").waitFor();
    await photograph(officer, "phone-4-form");
    for (let steps = 0; steps < 40 && !(await words(form.locator(".modal-head"))).startsWith("Summary"); steps += 1) {
      await fillsStepByKeys(officer, today);
      expect(await sidewaysPixels(officer)).toBe(0);
    }
    await photograph(officer, "phone-5-summary");
    await tabsTo(officer, /^Submit$/);
    await officer.keyboard.press("Enter");
    await form.getByText(`Report ${number} is submitted.`).waitFor();
    await photograph(officer, "phone-6-submitted");
    await officer.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await sheet(officer).getByText("✓ submitted").first().waitFor();
    await photograph(officer, "phone-7-list");
  });
});
