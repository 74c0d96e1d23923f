/** Everybody's Home tab, by role, in English and Chinese, in light and dark, wide and narrow; it follows what happens while it is open. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  button,
  LI_WEN,
  modal,
  nextMorning,
  photograph,
  says,
  sheet,
  TRUTH_MS,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const CHEN_HAO = "U02CHENHAO";
const ZHAO_LEI = "U08ZHAOLEI";
const SUN_QIANG = "U09SUNQIANG";
const XU_YAN = "U11XUYAN";
const LUO_WEIMIN = "U12LUOWEI";

/** All of a tab on one picture. */
const TALL = { viewport: { width: 1100, height: 3200 } } as const;
const DARK = { ...TALL, colorScheme: "dark" } as const;
const NARROW = { viewport: { width: 390, height: 2400 } } as const;
const CHINESE = /[\u4e00-\u9fff]/u;

/** The view that is chosen. */
const chosen = (page: Page) => words(sheet(page).locator("button.primary").first());

/** Opens the tab; its words. */
async function opensHome(page: Page): Promise<string> {
  // A narrow window keeps the side bar behind a button.
  if ((await page.getByRole("navigation").count()) === 0) await button(page, /^(Places|位置)$/).click();
  await button(page, /^(Home|首页)$/).click();
  await sheet(page)
    .getByText(/Good day|您好/)
    .first()
    .waitFor();
  return words(sheet(page));
}

async function homeOf(person: string, name: string, options: BrowserContextOptions): Promise<[Page, string]> {
  const page = await story.as(person, options);
  const text = await opensHome(page);
  await photograph(page, `home-${name}`);
  return [page, text];
}

describe("the Home tab of everybody", { timeout: 300_000 }, () => {
  it("is an officer's day in views, and follows what happens within seconds", async () => {
    const first = await story.as(LI_WEN, TALL);
    for (let morning = 0; morning < 8; morning += 1) await nextMorning(first);
    const [page, text] = await homeOf(LI_WEN, "1-officer", TALL);
    expect(text).toMatch(/Your work[\s\S]*All \d+[\s\S]*Your month/);
    await button(sheet(page), /^Late \d+$/).click();
    await expect.poll(() => chosen(page), { timeout: 2 * TRUTH_MS }).toMatch(/^Late/);
    await photograph(page, "home-2-officer-late");
    const [narrow] = await homeOf(LI_WEN, "3-officer-narrow", { ...NARROW, colorScheme: "dark" });
    expect(await chosen(narrow)).toMatch(/^Late/);
    const [number = ""] = /I-\d{4}-\d{5}/u.exec(await words(sheet(page))) ?? [];
    await says(first, `/postloan check ${number}`);
    await modal(first).waitFor();
    const line = sheet(page).locator(".section").filter({ hasText: number });
    await button(line, "Continue").waitFor({ timeout: 2 * TRUTH_MS });
  });

  it("is a Chinese officer's in Chinese, in the dark", async () => {
    const [, text] = await homeOf(CHEN_HAO, "4-officer-chinese-dark", DARK);
    expect(text).toMatch(/您的工作[\s\S]*您的本月数字/);
    expect(text).not.toMatch(/Your|Late|Due|None/);
  });

  it("is a reviewer's queue by risk and age", async () => {
    const [, english] = await homeOf(WANG_PING, "5-reviewer", TALL);
    expect(english).toMatch(/Waiting for your review \(\d+\)/);
    const [, chinese] = await homeOf(ZHAO_LEI, "6-reviewer-chinese-dark", DARK);
    expect(chinese).toMatch(/待您复核（\d+）/);
  });

  it("is a manager's decisions, exceptions and units, with charts", async () => {
    const [, text] = await homeOf(LUO_WEIMIN, "7-head-office", TALL);
    expect(text).toContain("With whom");
    const [page, chinese] = await homeOf(SUN_QIANG, "8-manager-chinese-dark", DARK);
    await expect.poll(async () => sheet(page).locator("svg").count()).toBeGreaterThan(0);
    expect(chinese).toMatch(CHINESE);
    expect(chinese).not.toMatch(/Late|Nudge|Waiting/);
    await homeOf(SUN_QIANG, "9-manager-narrow", NARROW);
  });

  it("is an administrator's: does the desk work, and by which policy", async () => {
    const [, text] = await homeOf(XU_YAN, "10-administrator", TALL);
    expect(text).toMatch(/Health of the desk[\s\S]*Policy in force/);
    await homeOf(XU_YAN, "11-administrator-narrow-dark", { ...NARROW, colorScheme: "dark" });
  });
});
