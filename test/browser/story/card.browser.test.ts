/** A customer's card from the morning, their file with a document handed in, and finding customers, as officer, manager and outsider. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  button,
  choose,
  closesAll,
  field,
  LI_WEN,
  modal,
  nextMorning,
  PATIENCE_MS,
  photograph,
  says,
  sheet,
  useStory,
  words,
} from "./acting.ts";

const story = useStory();
const CHEN_HAO = "U02CHENHAO";
const HE_JUN = "U05HEJUN";
const SUN_QIANG = "U09SUNQIANG";

const TALL = { viewport: { width: 1100, height: 1600 } } as const;
const CHINESE = { ...TALL, locale: "zh-CN" } as const;
const SCAN = { name: "licence.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 the licence") };

const top = (page: Page) => modal(page).last();
const heard = (page: Page, text: RegExp) => expect.poll(() => words(top(page)), { timeout: PATIENCE_MS }).toMatch(text);

/** Chooses a customer in the menu below the list of the newest morning; answers the name. */
async function choosesCard(page: Page): Promise<string> {
  const menu = sheet(page).getByRole("combobox").last();
  await menu.click();
  const option = page.getByRole("listbox").getByRole("option").first();
  const name = (await words(option)).trim();
  await option.click();
  return name;
}

async function finds(page: Page, wanted: string): Promise<string> {
  const input = top(page).locator("input").first();
  await input.fill(wanted);
  const find = top(page).locator(".modal-foot .primary");
  await find.click();
  // On a busy machine Slack's client asks to try again: then it is pressed again, as a person does.
  const answered = async () => {
    if ((await top(page).getAttribute("aria-busy")) === "true") return "";
    if ((await top(page).locator(".notice").count()) > 0) await find.click();
    return words(top(page));
  };
  await expect.poll(answered, { timeout: 2 * PATIENCE_MS }).toMatch(/位客户符合|符合的客户很多/u);
  return words(top(page));
}

/** The customer's file, by the card that a command opens. */
async function opensFile(page: Page, customer: string): Promise<void> {
  const opened = async () => {
    if ((await modal(page).count()) === 0) await says(page, `/postloan customer ${customer}`);
    return modal(page).count();
  };
  await expect.poll(opened, { timeout: 2 * PATIENCE_MS, interval: PATIENCE_MS / 3 }).toBeGreaterThan(0);
  await button(top(page), "Customer's file").click();
}

describe("a customer's card", { timeout: 300_000 }, () => {
  let customer = "";

  it("opens from the menu below the morning's list, with file, strategy and all that is known", async () => {
    const page = await story.as(LI_WEN, TALL);
    await nextMorning(page);
    customer = await choosesCard(page);
    await heard(page, /Customer number/);
    expect(await words(top(page))).toContain(customer);
    await photograph(page, "card-1-card");
    await button(top(page), "Customer's file").click();
    await heard(page, /File a document/);
    await photograph(page, "card-2-file");
    // Every window of a person shows what stands open.
    await closesAll(page);
  });

  it("takes a document into the file, and gives it back to who may read it", async () => {
    const page = await story.as(LI_WEN, TALL);
    await opensFile(page, customer);
    await button(top(page), "File a document").click();
    await heard(page, /Which document/);
    await choose(field(page, "Which document"), undefined);
    await page.locator('input[type="file"]').setInputFiles(SCAN);
    await button(top(page), `Remove ${SCAN.name}`).waitFor();
    await photograph(page, "card-3-filing");
    await top(page).locator(".modal-foot .primary").click();
    await heard(page, /It is in the file of customer/);
    await closesAll(page);
    await opensFile(page, customer);
    await heard(page, /1 file kept here/);
    await photograph(page, "card-4-filed");
    await button(top(page), "Open").first().click();
    await page.locator(".message-files a").filter({ hasText: SCAN.name }).last().waitFor({ timeout: PATIENCE_MS });
    await closesAll(page);
  });
});

describe("whoever looks for a customer", { timeout: 300_000 }, () => {
  it("finds by number, by name and by officer, as a Chinese manager does, in either script", async () => {
    const page = await story.as(SUN_QIANG, CHINESE);
    await button(page, "首页").click();
    await button(sheet(page), "查找客户").click();
    await heard(page, /编号、名称或客户经理/);
    await photograph(page, "card-5-search");
    expect(await finds(page, "KH1")).toMatch(/KH1\d+/);
    await photograph(page, "card-6-found-by-number");
    const officer = await finds(page, "陈浩");
    expect(officer).toMatch(/KH\d+/);
    await photograph(page, "card-7-found-by-officer");
    const traditional = await finds(page, "陳浩");
    const numbers = (text: string) => (text.match(/KH\d+/gu) ?? []).toSorted();
    expect(numbers(traditional)).toEqual(numbers(officer));
    await top(page).getByRole("button", { name: "客户卡片" }).first().click();
    await button(top(page), "客户档案").waitFor({ timeout: PATIENCE_MS });
    await photograph(page, "card-8-chinese-card");
    await closesAll(page);
  });

  it("is told the same of a customer of others as of one that does not exist", async () => {
    const keeper = await story.as(CHEN_HAO, CHINESE);
    const [number = ""] = /KH\d+/u.exec(await answerTo(keeper, "find KH")) ?? [];
    expect(number).not.toBe("");
    const outsider = await story.as(HE_JUN, CHINESE);
    const about = async (one: string) => {
      const said = [await answerTo(outsider, `find ${one}`), await answerTo(outsider, `customer ${one}`)];
      return said.map((text) => text.replaceAll(one, "…").replaceAll(/\d{1,2}:\d{2}/gu, ""));
    };
    expect(await about(number)).toEqual(await about("KH999999"));
    await photograph(outsider, "card-9-outsider");
  });
});

/** What the desk answers in the conversation. */
async function answerTo(page: Page, command: string): Promise<string> {
  const articles = sheet(page).locator("article");
  const before = await articles.count();
  await says(page, `/postloan ${command}`);
  await expect.poll(() => articles.count(), { timeout: PATIENCE_MS }).toBeGreaterThan(before);
  return words(articles.last());
}
