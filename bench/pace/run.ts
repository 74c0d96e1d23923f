/**
 * `npm run pace [-- --pictures FOLDER] [--json]`: lives a small routine check and a full working-capital check in Chromium, answers
 * every question, counts fields, taps and characters, and adds a person's pace to the time that the desk was waited for.
 */
import { mkdirSync } from "node:fs";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../../test/browser/page/browser.ts";
import { deskFolder } from "../../test/browser/story/desk.ts";
import { FULL, OFFICER, SMALL, writeBook } from "./book.ts";
import { fillCheck, openCheck, submitCheck } from "./fill.ts";
import { PACE, Tally } from "./pace.ts";

const { values } = parseArgs({
  options: { pictures: { type: "string" }, json: { type: "boolean", default: false } },
});
/** A busy machine gets its time; what it took is measured. */
const PATIENCE_MS = 180_000;
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Wanted {
  readonly name: string;
  readonly customer: string;
  readonly size: { readonly width: number; readonly height: number };
}

const WANTED: readonly Wanted[] = [
  { name: "small", customer: SMALL.name, size: PHONE },
  { name: "full", customer: FULL.name, size: DESKTOP },
];

async function main(): Promise<void> {
  const folder = await deskFolder();
  await writeBook(folder.path);
  const desk = await folder.start();
  const browser = await startBrowser();
  try {
    await morningComes(browser, desk.url);
    for (const wanted of WANTED) print(wanted.name, await lives(browser, desk.url, wanted));
  } finally {
    await browser.close();
    await desk.stop();
    folder.remove();
  }
}

/** As soon as it is known: a check that fails takes no other figure with it. */
function print(check: string, tally: Tally): void {
  const { steps, views, typed, rotating, chosen, taps, characters } = tally;
  const waited = Math.round(tally.waitedMs / 100) / 10;
  const row = { check, steps, views, typed, rotating, chosen, taps, characters, waited, seconds: tally.seconds() };
  console.table([row]);
  if (values.json) process.stdout.write(`${JSON.stringify({ ...row, pace: PACE, load: loadavg()[0] })}\n`);
}

async function morningComes(browser: Browser, url: string): Promise<void> {
  const page = await windowOn(browser, url, DESKTOP);
  await page.getByRole("button", { name: "Next morning", exact: true }).click();
  await page.locator("main").getByText("This is your list for").last().waitFor();
  await page.context().close();
}

/** In a window of its own. */
async function lives(browser: Browser, url: string, { name, customer, size }: Wanted): Promise<Tally> {
  const page = await windowOn(browser, url, size);
  const tally = new Tally();
  const look = (view: string) => photograph(page, `${name}-${view}`);
  try {
    const today = (await page.locator(".clock time").getAttribute("datetime"))?.slice(0, 10) ?? "";
    await openCheck(page, customer, tally);
    await fillCheck(page, today, tally, look);
    await submitCheck(page, today, tally, look);
    return tally;
  } catch (error) {
    await look("failed");
    throw error;
  } finally {
    await page.context().close();
  }
}

async function windowOn(browser: Browser, url: string, viewport: Wanted["size"]): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${url}/?as=${OFFICER}`);
  await page.locator(".not-real").waitFor();
  return page;
}

async function photograph(page: Page, name: string): Promise<void> {
  if (values.pictures === undefined) return;
  mkdirSync(values.pictures, { recursive: true });
  await page.screenshot({ path: `${values.pictures}/${name}.png` });
}

await main();
