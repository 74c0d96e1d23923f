/** A manager's Home tab, pressed: asks about what is late, gives more time, gives work to another, enters who is away; each has its effect at the other person. */
import type { BrowserContextOptions, Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { translator } from "../../../src/texts/index.ts";
import {
  businessDate,
  button,
  choose,
  closesAll,
  dayAfter,
  field,
  LI_WEN,
  modal,
  nextMorning,
  photograph,
  says,
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
/** The manager reads simplified Chinese, the officers Li Wen and Lin Chih-hsuan do not. */
const [en, zh] = [translator("en"), translator("zh-Hans")];
const CHEN_HAO = "U02CHENHAO";
const ZHOU_YUTONG = "U03ZHOUYU";
const SUN_QIANG = "U09SUNQIANG";
const OFFICER = "李雯 Li Wen";
const REVOKED = { en: "Licence revoked", zh: "经营许可被吊销" };
const LOAN = "JK2025000221";
const SEEN = "The licence was revoked on 20 November; the notice hangs at the gate.";
const WHY_LATER = "客户出差，下周回来";
const WHY_ANOTHER = "李雯本周事多，请协助";
const TALL = { viewport: { width: 1100, height: 3000 } } as const;
/** Many windows on one desk, on a machine that does other things too. */
const SLOW_MS = 90_000;
let li: Page;
let sun: Page;
let today: string;

async function window(person: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await story.as(person, options);
  page.setDefaultTimeout(SLOW_MS);
  return page;
}

async function opensHome(page: Page): Promise<void> {
  // A narrow window keeps the side bar behind a button.
  if ((await page.getByRole("navigation").count()) === 0) await button(page, /^(Places|位置)$/u).click();
  await button(page, /^(Home|首页)$/u).click();
  await sheet(page)
    .getByText(/Good day|您好/u)
    .first()
    .waitFor();
}

async function opensMessages(page: Page): Promise<void> {
  await button(page, /^(Messages|消息)/u).click();
  await page.locator(".composer textarea").last().waitFor();
}

/** The words of a line of the tab; what may be done about it stands in the row below. */
const lineWith = (page: Page, ...said: readonly (string | RegExp)[]): Locator =>
  said.reduce<Locator>((lines, hasText) => lines.filter({ hasText }), sheet(page).locator(".section")).first();
const rowOf = (line: Locator): Locator => line.locator("xpath=following-sibling::*[1][contains(@class, 'actions')]");

/** Late work of the officer that offers this, which no other step of the story has touched. Answers its number. */
async function lateWorkThatOffers(name: string): Promise<string> {
  const taken = new Set(touched);
  for (const line of await sheet(sun).locator(".section").filter({ hasText: OFFICER }).all()) {
    const number = /I-\d{4}-\d{5}/u.exec(await words(line))?.[0];
    if (number === undefined || taken.has(number)) continue;
    if ((await button(rowOf(line), name).count()) === 0) continue;
    touched.push(number);
    return number;
  }
  throw new Error(`no late work offers ${name}:\n${await words(sheet(sun))}`);
}
const touched: string[] = [];

async function submits(page: Page): Promise<void> {
  await modal(page).last().locator(".modal-foot .primary").click();
}

async function raisesRed(): Promise<void> {
  const wang = await window(WANG_PING);
  await says(wang, `/postloan signal ${LOAN}`);
  await choose(field(wang, en("signal.which")), "OPS-10");
  await field(wang, "What you saw").locator("textarea").fill(SEEN);
  await button(modal(wang), en("words.submit")).click();
  await modal(wang)
    .getByText(/S-\d{4}-\d{5} is raised/u)
    .waitFor();
  await wang.context().close();
}

const hears = (page: Page, ...said: readonly (string | RegExp)[]): Promise<void> =>
  said
    .reduce<Locator>((messages, hasText) => messages.filter({ hasText }), sheet(page).locator("article"))
    .first()
    .waitFor();

describe("a manager's Home tab", { timeout: 600_000 }, () => {
  beforeAll(async () => {
    li = await window(LI_WEN);
    await nextMorning(li);
    today = await businessDate(li);
    await raisesRed();
    sun = await window(SUN_QIANG, TALL);
    await opensHome(sun);
    await lineWith(sun, REVOKED.zh).waitFor();
  }, 300_000);

  it("has red signals before late work, each with its officer, and then how the unit stands", async () => {
    await photograph(sun, "home-manager-1-morning");
    const text = await words(sheet(sun));
    const places = ["无人响应的红色预警", "已上报给您的逾期检查", OFFICER, "城南支行："].map((said) =>
      text.indexOf(said),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it("asks the officer about a red signal and about a late check; she reads both", async () => {
    await button(rowOf(lineWith(sun, REVOKED.zh)), zh("nudge.button")).click();
    await hears(li, "孙强 Sun Qiang asks you", REVOKED.en);
    await closesAll(sun);
    const number = await lateWorkThatOffers(zh("nudge.button"));
    await button(rowOf(lineWith(sun, number)), zh("nudge.button")).click();
    await hears(li, "how does this inspection stand?", number);
    await closesAll(sun);
    await photograph(li, "home-manager-2-nudged");
  });

  it("gives a late check more time: its officer is told the new date, and has it on her Home", async () => {
    const number = await lateWorkThatOffers(zh("extension.button"));
    await button(rowOf(lineWith(sun, number)), zh("extension.button")).click();
    const date = await field(sun, zh("deadline.new_date")).locator("input").inputValue();
    await field(sun, zh("deadline.reason")).locator("textarea, input").first().fill(WHY_LATER);
    await photograph(sun, "home-manager-3-extend");
    await submits(sun);
    await modal(sun).getByText(`${number}`).getByText("的到期日已改为").waitFor();
    await closesAll(sun);
    await hears(li, number, "moved the due date to");
    expect(date > today).toBe(true);
    await opensHome(li);
  });

  it("offers a late check to a colleague; once accepted it is theirs, for both officers and the manager", async () => {
    const number = await lateWorkThatOffers(zh("handover.reassign"));
    await button(rowOf(lineWith(sun, number)), zh("handover.reassign")).click();
    await choose(field(sun, zh("handover.form.to")), "周瑜彤");
    await field(sun, zh("handover.form.reason")).locator("textarea, input").first().fill(WHY_ANOTHER);
    await photograph(sun, "home-manager-4-reassign");
    await submits(sun);
    await modal(sun).getByText("周瑜彤").first().waitFor();
    await closesAll(sun);
    const zhou = await window(ZHOU_YUTONG);
    const offer = sheet(zhou).locator("article").filter({ hasText: WHY_ANOTHER }).last();
    await button(offer, zh("handover.accept")).click();
    await closesAll(zhou);
    await opensHome(zhou);
    await photograph(zhou, "home-manager-5-taken");
    await zhou.context().close();
    await lineWith(sun, number, "周瑜彤").waitFor();
  });

  it("enters who is away; who stands in is told, and the manager sees both", async () => {
    await button(sheet(sun), zh("absence.open")).click();
    await choose(field(sun, zh("absence.form.person")), "陈浩");
    await field(sun, zh("absence.form.from")).locator("input").fill(dayAfter(today, 1));
    await field(sun, zh("absence.form.to")).locator("input").fill(dayAfter(today, 3));
    await choose(field(sun, zh("absence.form.stand_in")), "李雯");
    await photograph(sun, "home-manager-6-absence");
    await submits(sun);
    await closesAll(sun);
    await opensMessages(li);
    await hears(li, "陈浩 Chen Hao is away", "stands in");
    await lineWith(sun, /陈浩 Chen Hao .*由 .*李雯 Li Wen 代办/u).waitFor();
    await photograph(sun, "home-manager-7-after");
    const chen = await window(CHEN_HAO);
    await hears(chen, "李雯 Li Wen 代办");
    await chen.context().close();
  });

  it.each([
    ["8-dark", { ...TALL, colorScheme: "dark" }],
    ["9-narrow-dark", { viewport: { width: 390, height: 3600 }, colorScheme: "dark" }],
  ] as const)("reads well as %s, and no English stands among the Chinese", async (name, options) => {
    const page = await window(SUN_QIANG, options);
    await opensHome(page);
    await photograph(page, `home-manager-${name}`);
    expect(await words(sheet(page))).not.toMatch(/Nudge|Reassign|Extend|Late,|Waiting/u);
    await page.context().close();
  });
});
