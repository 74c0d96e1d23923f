/** Answers every question of an open check in Chromium, optional ones too, and counts what it took. */
import type { Locator, Page } from "playwright-core";
import type { Tally } from "./pace.ts";
import { usualChoice, usualDate, usualLine } from "./usual.ts";

const PATIENCE_MS = 180_000;
const SENTENCE = "盘点库存1,240吨，账面1,238吨；大门上锁，两条线开工";
/** Said below what a small check asks in turn. */
const ROTATES = "It has its turn";
const MOST_VIEWS = 60;
const MOST_PRESSES = 5;
const PRESSED_AGAIN_MS = 8000;

const modal = (page: Page): Locator => page.locator("dialog.modal");
// biome-ignore lint/performance/useDomNodeTextContent: the text content would run the lines together
const words = (place: Locator): Promise<string> => place.innerText();

/** Presses *Start check* beside the customer. As in Slack, no form shown in three seconds means that it is pressed again. */
export async function openCheck(page: Page, customer: string, tally: Tally): Promise<void> {
  const start = page.getByRole("button", { name: "Start check", exact: true });
  const line = page.locator("main .section").filter({ hasText: customer }).filter({ has: start }).last();
  await line.scrollIntoViewIfNeeded();
  tally.taps += 1;
  await tally.waits(async () => {
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      await line.getByRole("button", { name: "Start check", exact: true }).click();
      const isOpen = await opens(modal(page));
      if (isOpen) return;
    }
    throw new Error(`the check of ${customer} does not open`);
  });
}

async function opens(form: Locator): Promise<boolean> {
  return form
    .getByText("Step 1 of")
    .waitFor({ timeout: PRESSED_AGAIN_MS })
    .then(() => true)
    .catch(() => false);
}

/** From the first step to the summary; throws where the form refuses something. */
export async function fillCheck(
  page: Page,
  today: string,
  tally: Tally,
  look: (name: string) => Promise<void>,
): Promise<void> {
  for (let view = 0; view < MOST_VIEWS; view += 1) {
    const title = await words(modal(page).locator(".modal-head"));
    if (title.startsWith("Summary")) return;
    const isStep = !title.startsWith("Compare");
    if (isStep) tally.steps += 1;
    else tally.views += 1;
    if (isStep) await fillFields(page, today, tally);
    await look(`${isStep ? "step" : "compare"}-${tally.steps}`);
    await goOn(page, tally);
  }
  throw new Error("the form does not end");
}

/** Questions of the summary, then Submit. */
export async function submitCheck(
  page: Page,
  today: string,
  tally: Tally,
  look: (name: string) => Promise<void>,
): Promise<void> {
  tally.views += 1;
  await fillFields(page, today, tally);
  await look("summary");
  tally.taps += 1;
  await tally.waits(async () => {
    await modal(page).locator(".modal-foot .primary").click();
    await page.getByText("is submitted").first().waitFor({ timeout: PATIENCE_MS });
  });
  // A form belongs to the person, not to the window: left open, it would stand before the next check.
  tally.taps += 1;
  await page.keyboard.press("Escape");
  await modal(page).waitFor({ state: "detached" });
}

async function fillFields(page: Page, today: string, tally: Tally): Promise<void> {
  for (const input of await modal(page).locator(".input").all()) {
    const before = tally.typed;
    await fillField(input, await words(input.locator(".label")), today, tally);
    if (tally.typed > before && (await words(input)).includes(ROTATES)) tally.rotating += 1;
  }
}

async function fillField(input: Locator, label: string, today: string, tally: Tally): Promise<void> {
  const has = async (selector: string) => (await input.locator(selector).count()) > 0;
  if (await has("input[type=radio]")) return ticks(input, label, tally);
  if (await has("input[type=date]")) return dates(input, usualDate(label, today), tally);
  if (await has("input[type=file]")) return attaches(input, label, tally);
  return (await has("[role=combobox]")) ? picks(input, tally) : typeIn(input, label, tally);
}

async function ticks(input: Locator, label: string, tally: Tally): Promise<void> {
  if ((await input.locator("input[type=radio]:checked").count()) > 0) return;
  await input.locator(".tick").nth(usualChoice(label)).locator("input").check();
  tally.chooses(1);
}

async function dates(input: Locator, date: string, tally: Tally): Promise<void> {
  const box = input.locator("input[type=date]");
  if ((await box.inputValue()) !== "") return;
  await box.fill(date);
  tally.chooses(2);
}

/** Photos of the visit; papers are handed in where there are some. */
async function attaches(input: Locator, label: string, tally: Tally): Promise<void> {
  if (!label.startsWith("Photos")) return;
  const photo = { name: "gate.png", mimeType: "image/png", buffer: Buffer.from(`the gate ${Math.random()}`) };
  await input.locator("input[type=file]").setInputFiles(photo);
  await input.page().getByRole("button", { name: "Remove gate.png" }).waitFor({ timeout: PATIENCE_MS });
  tally.chooses(3);
}

async function picks(input: Locator, tally: Tally): Promise<void> {
  const page = input.page();
  await input.getByRole("combobox").click();
  await page.getByRole("listbox").getByRole("option").first().click();
  if (await page.getByRole("listbox").isVisible()) await page.keyboard.press("Escape");
  tally.chooses(2);
}

async function typeIn(input: Locator, label: string, tally: Tally): Promise<void> {
  const box = input.locator("textarea, input").first();
  const said = await box.inputValue();
  if (label.startsWith("Inspectors")) {
    if (said.includes("\n")) return;
    await box.fill(`${said}\n何军`);
    tally.types("\n何军");
    return;
  }
  if (said !== "") return;
  const isText = (await input.locator("textarea").count()) > 0;
  const text = isText ? SENTENCE : usualLine(label);
  await box.fill(text);
  tally.types(text);
}

async function goOn(page: Page, tally: Tally): Promise<void> {
  const before = await standing(page);
  tally.taps += 1;
  await tally.waits(async () => {
    await modal(page).locator(".modal-foot .primary").click();
    const until = Date.now() + PATIENCE_MS;
    while ((await standing(page)) === before) {
      if (Date.now() > until) throw new Error(`stands still at ${before}`);
      await pressesAgain(page);
      await page.waitForTimeout(20);
    }
  });
  const problems = await modal(page).locator(".problem").allInnerTexts();
  if (problems.length > 0) throw new Error(`refused: ${problems.join(" | ")}`);
}

/** Where Slack's client asks to try again, since nothing was acknowledged in three seconds, a person does. */
async function pressesAgain(page: Page): Promise<void> {
  const isIdle = (await modal(page).getAttribute("aria-busy")) !== "true";
  if (isIdle && (await modal(page).locator(".notice").count()) > 0)
    await modal(page).locator(".modal-foot .primary").click();
}

async function standing(page: Page): Promise<string> {
  const body = await words(modal(page).locator(".modal-body"));
  const step = /Step \d+/u.exec(body)?.[0] ?? "";
  const problems = await modal(page).locator(".problem").allInnerTexts();
  return [await words(modal(page).locator(".modal-head")), step, ...problems].join("\n");
}
