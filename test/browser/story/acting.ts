/** What a person does with the page, in the words of the stories. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Locator, Page, Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { startBrowser } from "../page/browser.ts";
import { type DeskFolder, deskFolder, READY_MS, type RunningDesk, type Settings } from "./desk.ts";

export const LI_WEN = "U01LIWEN";
export const WANG_PING = "U07WANGPING";

const PICTURES = fileURLToPath(new URL("../../../test-results/story/", import.meta.url));
/** How long a step of a person may take on a busy machine before the story is given up. */
export const PATIENCE_MS = 25_000;
/** Every copy of a message tells the truth within so many milliseconds. */
export const TRUTH_MS = 5000;

/** Says something: passes wherever a text is asked for. */
export const SOUND = "2026年11月核对银行流水12笔，库存1,200件与账面一致";

export interface Story {
  readonly desk: RunningDesk;
  as(person: string, options?: BrowserContextOptions, place?: string): Promise<Page>;
  /** The desk's data folder. */
  readonly folder: string;
  /** A window of a person's, at any address: a page that Slack links to. */
  at(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** Takes the power away and starts again on the same folder, with the machine's clock so many minutes ahead. */
  crashAndStart(minutesAhead?: number): Promise<void>;
}

/** One product and one browser for a file. At the end the product is asked to stop, and must do so in good order. */
export function useStory(settings?: Settings): Story {
  let folder: DeskFolder;
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    folder = await deskFolder(settings);
    [desk, browser] = await Promise.all([folder.start(), startBrowser()]);
    // Longer than the desk is given: what it printed until then is said, not only that time was over.
  }, READY_MS + PATIENCE_MS);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") {
      const windows = browser.contexts().flatMap((context) => context.pages());
      await Promise.all(windows.map((page, at) => photograph(page, `failed-${task.id}-window-${at + 1}`)));
    }
  });
  afterAll(async () => {
    await browser.close();
    const exitCode = await desk.stop();
    folder.remove();
    expect(exitCode, desk.said()).toBe(0);
  });
  return {
    get desk() {
      return desk;
    },
    get folder() {
      return folder.path;
    },
    as: async (person, options = {}, place = "") => {
      const page = await windowOn(browser, `${desk.url}/?as=${person}${place}`, options);
      await page.locator(".not-real").waitFor();
      return page;
    },
    at: (address, options = {}) => windowOn(browser, address, options),
    async crashAndStart(minutesAhead) {
      await desk.crash();
      desk = await folder.start(minutesAhead);
    },
  };
}

/** A window of its own; a mistake in the page's script fails the test that opened it. */
async function windowOn(browser: Browser, address: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(address);
  return page;
}

export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}

/** The words of what a person sees besides the bars. */
export const sheet = (page: Page): Locator => page.locator("main");
export const modal = (page: Page): Locator => page.locator("dialog.modal");
export const button = (place: Page | Locator, name: string | RegExp): Locator =>
  place.getByRole("button", { name, ...(typeof name === "string" ? { exact: true } : {}) });

/** Presses the button and waits until the page shows that morning: what stands in the list may be the morning's before. */
export async function nextMorning(page: Page): Promise<void> {
  const before = await page.locator(".clock time").getAttribute("datetime");
  await button(page, /^(Next morning|下一个早晨|下一個早晨)$/u).click();
  await page.locator(`.clock time:not([datetime="${before}"])`).waitFor();
}

/** The newest line of a list that says all of these words. */
export function lineOf(page: Page, ...words: readonly string[]): Locator {
  return words.reduce((lines, hasText) => lines.filter({ hasText }), sheet(page).locator(".section")).last();
}

/** Presses a button beside the newest line that says all of these words. */
export async function presses(page: Page, name: string, ...said: readonly string[]): Promise<void> {
  const line = said.reduce((lines, hasText) => lines.filter({ hasText }), sheet(page).locator(".section"));
  await button(line.filter({ has: button(page, name) }).last(), name).click();
}

/** Presses a button of the newest message that says all of these words; it need not stand beside them. */
export async function pressesOf(page: Page, name: string, ...said: readonly string[]): Promise<void> {
  const message = said.reduce((messages, hasText) => messages.filter({ hasText }), sheet(page).locator("article"));
  await button(message.filter({ has: button(page, name) }).last(), name)
    .last()
    .click();
}

export async function says(page: Page, command: string): Promise<void> {
  const composer = page.locator(".composer textarea").last();
  await composer.fill(command);
  await composer.press("Enter");
}

export function field(place: Page, label: string): Locator {
  return place.locator(".input").filter({ has: place.locator(".label", { hasText: label }) });
}

/** What stands in a field now. */
export function kept(place: Page, label: string): Promise<string> {
  return field(place, label).locator("input, textarea").first().inputValue();
}

/** As it is laid out: each block on a line of its own. */
export function words(place: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the text content would run the lines together
  return place.innerText();
}

export const problemAt = (place: Page, label: string): Promise<string> =>
  words(field(place, label).locator(".problem"));

export interface Filling {
  /** The business date, for dates that nothing else is said about. */
  readonly today: string;
  /** By the beginning of a label: text, date, or the label of a choice. */
  readonly answers?: Readonly<Record<string, string>>;
}

/** Asked of whoever finds no risk, which is what somebody in a hurry finds. */
const NO_RISK = /^(None, because|未发现风险的依据|未發現風險的依據)/u;

const RISK_FOUND = /^(Was a risk found|是否发现风险|是否發現風險)/u;
const namesRisk = (answers: Readonly<Record<string, string>>) =>
  Object.entries(answers).some(([start, answer]) => RISK_FOUND.test(start) && /^(Yes|是)$/u.test(answer));

/** Answers what is empty and not optional, and what `answers` names; leaves the rest. Answers how many it touched. */
export async function fillStep(place: Locator, { today, answers = {} }: Filling): Promise<number> {
  let touched = 0;
  for (const input of await place.locator(".input").all()) {
    const label = await words(input.locator(".label"));
    const wanted = Object.entries(answers).find(([start]) => label.startsWith(start))?.[1];
    const isAsked = !(await isOptional(input)) || (NO_RISK.test(label) && !namesRisk(answers));
    if (wanted !== undefined || (isAsked && !(await isAnswered(input)))) {
      await answer(input, wanted, today);
      touched += 1;
    }
  }
  return touched;
}

async function isOptional(input: Locator): Promise<boolean> {
  return (await input.locator(".optional").count()) > 0;
}

async function isAnswered(input: Locator): Promise<boolean> {
  const radios = input.locator("input[type=radio]");
  if ((await radios.count()) > 0) {
    return (await input.locator("input[type=radio]:checked").count()) > 0;
  }
  const written = input.locator("textarea, input:not([type=file])");
  return (await written.count()) > 0 && (await written.first().inputValue()) !== "";
}

/** What is known already is still so. */
const STILL_SO = /^(Is this still so|以上已知)/u;

async function answer(input: Locator, wanted: string | undefined, today: string): Promise<void> {
  if ((await input.locator("input[type=radio]").count()) > 0) {
    const choices = input.locator(".tick");
    const unasked = STILL_SO.test(await words(input.locator(".label"))) ? choices.first() : choices.last();
    await (wanted === undefined ? unasked : choices.filter({ hasText: wanted })).locator("input").check();
  } else if ((await input.locator("input[type=date]").count()) > 0) {
    await input.locator("input[type=date]").fill(wanted ?? today);
  } else if ((await input.getByRole("combobox").count()) > 0) {
    await choose(input, wanted);
  } else if ((await input.locator("textarea").count()) > 0) {
    await input.locator("textarea").fill(wanted ?? SOUND);
  } else {
    await input.locator("input").fill(wanted ?? "1");
  }
}

export async function choose(input: Locator, wanted: string | undefined): Promise<void> {
  await input.getByRole("combobox").click();
  const options = input.page().getByRole("listbox").getByRole("option");
  await (wanted === undefined ? options.first() : options.filter({ hasText: wanted }).first()).click();
}

/** A menu that stands between the fields and acts at once. */
export async function choosesAtOnce(page: Page, prompt: string, wanted?: string): Promise<void> {
  await choose(modal(page).locator(".actions", { has: page.getByRole("combobox", { name: prompt }) }), wanted);
}

/** Types like a person who then stops: what was typed is told shortly after its last character. */
export async function typesAndIsHeard(page: Page, label: string, text: string): Promise<void> {
  const heard = page.waitForResponse((answer) => answer.url().endsWith("/_local/act") && tells(answer.request(), text));
  await field(page, label).locator("input, textarea").first().fill(text);
  await heard;
}

/** Whether it is this text that is told; whatever another field tells carries the whole form beside it. */
function tells(request: Request, text: string): boolean {
  const act: { payload?: unknown } = JSON.parse(request.postData() ?? "{}");
  return JSON.stringify(act.payload ?? null).includes(text);
}

/**
 * Presses the main button of a modal and waits until another step, the summary or another error stands there. Where Slack's
 * client asks to try again, since no acknowledgement came in three seconds, it is pressed again, as a person does.
 */
export async function goOn(place: Locator): Promise<void> {
  const before = await standing(place);
  const onward = place.locator(".modal-foot .primary");
  await onward.click();
  const settled = async () => {
    if ((await place.getAttribute("aria-busy")) === "true") {
      return before;
    }
    if ((await place.locator(".notice").count()) > 0) {
      await onward.click();
      return before;
    }
    return standing(place);
  };
  await expect.poll(settled, { timeout: PATIENCE_MS, message: "the form goes on" }).not.toBe(before);
}

/** Presses Back and waits until the step before stands there. */
export async function goBack(place: Locator): Promise<void> {
  const before = await standing(place);
  await button(place, "Back").click();
  await expect.poll(() => standing(place), { timeout: PATIENCE_MS, message: "the form goes back" }).not.toBe(before);
}

/** Which view it is and what is wrong in it; not the time of saving, which moves by itself. */
async function standing(place: Locator): Promise<string> {
  const step = /(?:Step|第) ?\d+/.exec(await words(place.locator(".modal-body")))?.[0] ?? "";
  const problems = await place.locator(".problem").allTextContents();
  return [await words(place.locator(".modal-head")), step, ...problems].join("\n");
}

/** Answers step after step until one asks for this. */
export async function fillUntil(page: Page, label: string, filling: Filling): Promise<void> {
  while ((await field(page, label).count()) === 0) {
    await fillStep(modal(page), filling);
    await goOn(modal(page));
    expect(await modal(page).locator(".problem").allInnerTexts()).toEqual([]);
  }
}

/** Through all steps to the summary. Answers how many fields were touched and how many steps there were. */
export async function fillToSummary(page: Page, filling: Filling): Promise<{ fields: number; steps: number }> {
  const place = modal(page);
  let [fields, steps] = [0, 0];
  while (!/^(Summary|汇总|彙總)/.test(await words(place.locator(".modal-head")))) {
    fields += await fillStep(place, filling);
    steps += 1;
    await goOn(place);
    expect(await place.locator(".problem").allInnerTexts()).toEqual([]);
    expect(steps).toBeLessThan(60);
  }
  return { fields, steps };
}

/** From the summary: the sheet is made, and comes back signed as a photo. Answers its number. */
export async function borrowerConfirms(page: Page, signedOn: string, picture?: string): Promise<string> {
  const form = modal(page);
  await button(form, "Borrower's confirmation").click();
  await button(form, "Make the sheet (PDF)").click();
  await form.getByText("is in your conversation").waitFor();
  const number = /C-\d{4}-\d{5}/.exec(await words(form))?.[0] ?? "";
  await button(form, "Enter the answer").click();
  await field(page, "Number on the sheet").locator("input").fill(number);
  await choose(field(page, "What the borrower answered"), "Confirms");
  await choose(field(page, "Signed by"), undefined);
  await field(page, "Date beside the signature").locator("input").fill(signedOn);
  const photo = { name: `${number}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(`signed ${number}`) };
  await page.locator('input[type="file"]').setInputFiles(photo);
  await button(form, `Remove ${photo.name}`).waitFor();
  await (picture === undefined ? undefined : photograph(page, picture));
  await form.locator(".modal-foot .primary").click();
  await form.getByText("Kept.").waitFor();
  await button(form, "Close").click();
  return number;
}

/** `YYYY-MM-DD` of the business clock, as the top bar shows it. */
export async function businessDate(page: Page): Promise<string> {
  return (await page.locator(".clock time").getAttribute("datetime"))?.slice(0, 10) ?? "";
}

export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Closes whatever stands open, one modal after the other. */
export async function closesAll(page: Page, name: string | RegExp = /^(Close|关闭|Cancel|取消)$/u): Promise<void> {
  for (let left = await modal(page).count(); left > 0; left = await modal(page).count()) {
    const head = await words(modal(page).last());
    await button(modal(page).last(), name).first().click();
    await expect.poll(async () => ((await modal(page).count()) === 0 ? "" : words(modal(page).last()))).not.toBe(head);
  }
}
