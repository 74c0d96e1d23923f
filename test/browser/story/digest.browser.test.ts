/** Managers ask where they stand: down to one person's late inspections and up again in English, in the dark in Chinese. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { button, modal, nextMorning, photograph, says, sheet, useStory, words } from "./acting.ts";

const story = useStory();
const LUO_WEIMIN = "U12LUOWEI";
const SUN_QIANG = "U09SUNQIANG";
const BRANCH = "城南支行";
const OFFICER = "李雯 Li Wen";

/** Work that nobody does becomes late. */
async function daysPass(page: Page, mornings: number): Promise<void> {
  for (let morning = 0; morning < mornings; morning += 1) {
    await nextMorning(page);
  }
}

async function asks(page: Page, command: string, last: string): Promise<void> {
  await says(page, command);
  await sheet(page).getByText(last).last().waitFor();
}

/** Presses in the modal and waits until it says these words. */
async function turns(page: Page, name: string | RegExp, to: string | RegExp): Promise<string> {
  await button(modal(page), name).first().click();
  await modal(page).getByText(to).first().waitFor();
  return words(modal(page));
}

const fileLink = (page: Page, name: RegExp) => sheet(page).locator("a.file").filter({ hasText: name }).last();

async function fileShown(page: Page, name: RegExp): Promise<void> {
  await fileLink(page, name).waitFor();
  await fileLink(page, name).scrollIntoViewIfNeeded();
}

async function contentOf(page: Page, name: RegExp): Promise<Buffer> {
  const address = await fileLink(page, name).getAttribute("href");
  return (await page.request.get(new URL(address ?? "", page.url()).href)).body();
}

const figure = (text: string, name: string): number => Number(new RegExp(`${name}: ([\\d,]+)`).exec(text)?.[1] ?? "0");

describe("a head-office manager who asks", { timeout: 300_000 }, () => {
  it("reads what is late and with whom, goes down to one person's late inspections, and up again", async () => {
    const page = await story.as(LUO_WEIMIN);
    await daysPass(page, 8);
    await asks(page, "/postloan digest quarter", "As of");
    await photograph(page, "digest-1-end");
    await sheet(page).getByText("With whom").last().scrollIntoViewIfNeeded();
    await photograph(page, "digest-2-whom");

    await button(sheet(page), BRANCH).last().click();
    await modal(page).getByText(`${BRANCH}: `).waitFor();
    await photograph(page, "digest-3-branch");
    await button(modal(page).locator(".section").filter({ hasText: OFFICER }), "Open").click();
    await modal(page).getByText(`${OFFICER}: `).waitFor();
    const late = figure(await words(modal(page)), "Late inspections");
    expect(late).toBeGreaterThan(0);
    await photograph(page, "digest-4-officer");

    const list = await turns(page, /^Late inspections/, `To ${OFFICER}`);
    expect(list.match(/I-\d{4}-\d{5}/g)).toHaveLength(Math.min(late, 15));
    await photograph(page, "digest-5-list");

    await turns(page, `To ${OFFICER}`, `To ${BRANCH}`);
    await turns(page, `To ${BRANCH}`, `${BRANCH}: `);
    await button(modal(page), "Close").click();
    await modal(page).waitFor({ state: "detached" });
  });

  it("reads how the book stands by zone and tier, and which customers are in one", async () => {
    const page = await story.as(LUO_WEIMIN);
    await asks(page, "/postloan digest quarter", "As of");
    await sheet(page).getByText("The book now").last().scrollIntoViewIfNeeded();
    await photograph(page, "digest-9-book");
    expect(await words(sheet(page))).toMatch(/Non-performing: \d+ loans/);
    await button(sheet(page), /^Customers in zone 1/)
      .last()
      .click();
    await modal(page).getByText(/^To /).first().waitFor();
    await photograph(page, "digest-10-zone");
    await button(modal(page), "Close").click();
  });

  it("reads the stock by zone, product, tier and size, the loans of one segment, and the four mechanisms", async () => {
    const page = await story.as(LUO_WEIMIN);
    await asks(page, "/postloan digest quarter", "As of");
    await button(sheet(page), "By zone, product, tier and size").last().click();
    await modal(page)
      .getByText(/^Zone \d · /)
      .first()
      .waitFor();
    await photograph(page, "digest-15-segments");
    const back = await turns(page, "Open", "By zone, product, tier and size");
    expect(back).toMatch(/Zone \d · .* · (Small|Medium|Large)/);
    await modal(page).getByText(/CNY/).first().waitFor({ state: "detached" });
    await photograph(page, "digest-16-segment");
    await button(modal(page), "Close").click();
    await button(sheet(page), "The four mechanisms").last().click();
    await modal(page).getByText("Not built yet").waitFor();
    await photograph(page, "digest-17-mechanisms");
    await button(modal(page), "Close").click();
  });

  it("has it as a picture and as a workbook, in the conversation with the app", async () => {
    const page = await story.as(LUO_WEIMIN);
    await says(page, "/postloan digest quarter as picture");
    await fileShown(page, /Digest .*\.png/);
    await photograph(page, "digest-11-picture");
    expect((await contentOf(page, /Digest .*\.png/)).subarray(1, 4).toString()).toBe("PNG");

    await says(page, "/postloan digest quarter as xlsx");
    await fileShown(page, /Digest .*\.xlsx/);
    expect((await contentOf(page, /Digest .*\.xlsx/)).subarray(0, 2).toString()).toBe("PK");
    await photograph(page, "digest-12-workbook");
  });

  it("is told what is wrong with days that are none", async () => {
    const page = await story.as(LUO_WEIMIN);
    await asks(page, `/postloan digest ${BRANCH} fortnight`, "“fortnight” are no days");
  });
});

describe("a manager who reads Chinese, in the dark", { timeout: 300_000 }, () => {
  it("reads it in Chinese", async () => {
    const page = await story.as(SUN_QIANG, { colorScheme: "dark" });
    await asks(page, "/postloan digest quarter", "截至");
    await photograph(page, "digest-6-dark-chinese");
    await sheet(page).getByText("本期").last().scrollIntoViewIfNeeded();
    await photograph(page, "digest-7-dark-chinese-period");
    await button(sheet(page), /^逾期检查/)
      .last()
      .click();
    await modal(page).getByText(`返回${BRANCH}`).waitFor();
    await photograph(page, "digest-8-dark-chinese-list");
    expect(await words(modal(page))).not.toMatch(/Late|Open|Nobody/);
    await button(modal(page), "关闭").click();
    await sheet(page).getByText("当前存量").last().scrollIntoViewIfNeeded();
    await photograph(page, "digest-13-dark-chinese-book");

    await button(sheet(page), "发图片").last().click();
    await fileShown(page, /简报 .*\.png/);
    await photograph(page, "digest-14-dark-chinese-picture");
  });
});
