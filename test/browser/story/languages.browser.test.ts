import { Converter } from "opencc-js";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import {
  businessDate,
  button,
  dayAfter,
  field,
  fillStep,
  fillToSummary,
  goOn,
  lineOf,
  modal,
  nextMorning,
  PATIENCE_MS,
  photograph,
  problemAt,
  says,
  sheet,
  useStory,
  words,
} from "./acting.ts";

const story = useStory();
const CHEN_HAO = "U02CHENHAO";
const LIN_CHIH_HSUAN = "U04LINZX";
const PHOTO = { name: "门口.png", mimeType: "image/png", buffer: Buffer.from("a picture of the gate") };

/** What stays Latin in Chinese: names of people and products, numbers with their letters, commands, file types, keys. */
const LATIN =
  /afterloan|\/postloan|Slack|I-\d{4}-\d{5}(?:\/\d)?|(?:KH|JK)\d+|cn-bank|CNY|--[a-z]+|Shift|Enter|Asia\/Shanghai|\.png|\b(?:chekc|list|end)\b/g;
/** What people type is the same in every language. */
const TYPED = new RegExp(
  `\\b(?:${[...commands.map(({ name }) => name), "me", "today", "week", "month", "quarter", "every", "day", "never", "always", "charts", "as text", "picture", "xlsx", "csv", "last", "as"].join("|")})\\b`,
  "g",
);
const PEOPLE = /[A-Z][a-z]+(?:[ -][A-Za-z][a-z]+)+/g;

/** English words that are left on the page, names aside. */
async function leftEnglish(page: Page): Promise<string[]> {
  const places = page.locator(".not-real, .clock, .person-label, #side-bar > ul, summary, main, dialog.modal");
  const fields = page.getByPlaceholder(/./);
  const hints = await fields.evaluateAll((all) => all.map((one) => one.getAttribute("placeholder") ?? ""));
  return [...(await places.allInnerTexts()), ...hints]
    .flatMap((text) => text.replace(LATIN, "").replace(TYPED, "").replace(PEOPLE, "").split("\n"))
    .filter((text) => /[A-Za-z]{2,}/.test(text));
}

interface Reader {
  readonly locale: string;
  readonly person: string;
  /** In this reader's characters. */
  readonly say: (simplified: string) => string;
}

const READERS: readonly Reader[] = [
  { locale: "zh-CN", person: CHEN_HAO, say: (text) => text },
  { locale: "zh-TW", person: LIN_CHIH_HSUAN, say: Converter({ from: "cn", to: "tw" }) },
];

describe.each(READERS)("an officer whose Slack speaks $locale", { timeout: 120_000 }, ({ locale, person, say }) => {
  let officer: Page;
  let today: string;
  let number: string;
  const photo = (name: string) => photograph(officer, `${locale}-${name}`);

  it("reads the page, the morning and the Home tab in Chinese only", async () => {
    officer = await story.as(person, { locale, viewport: { width: 1100, height: 900 } });
    await photo("1-opened");
    expect(await leftEnglish(officer)).toEqual([]);
    await nextMorning(officer);
    await sheet(officer)
      .getByText(/待办清单|待辦清單/)
      .first()
      .waitFor();
    today = await businessDate(officer);
    await photo("2-morning");
    expect(await leftEnglish(officer)).toEqual([]);
    await button(officer, say("首页")).click();
    await sheet(officer).getByText("您好").first().waitFor();
    await photo("3-home");
    expect(await leftEnglish(officer)).toEqual([]);
    await officer.getByRole("button", { name: /^(消息|訊息)/ }).click();
  });

  it("is told at the field, in Chinese, what is wrong", async () => {
    const line = sheet(officer)
      .locator(".section")
      .filter({ hasText: say("，现场") })
      .filter({ hasText: say("开始检查") })
      .first();
    number = /I-\d{4}-\d{5}/.exec(await words(line))?.[0] ?? "";
    const form = modal(officer);
    // On a busy machine Slack would not show it any more: then it is pressed again, as a person does.
    const opened = async () => {
      if ((await form.count()) === 0) await button(line, say("开始检查")).click();
      return form.getByText(/第 ?1 ?步/).isVisible();
    };
    await expect.poll(opened, { timeout: 2 * PATIENCE_MS, interval: PATIENCE_MS / 3 }).toBe(true);
    await photo("4-form");
    expect(await leftEnglish(officer)).toEqual([]);
    await form.locator(".modal-foot .primary").click();
    await form.locator(".problem").first().waitFor();
    expect(await form.locator(".problem").allTextContents()).toContain(say("此项必填。"));
    await field(officer, say("检查日期")).locator("input").fill(dayAfter(today, 2));
    await fillStep(form, { today, answers: { [say("检查人员")]: "陈浩\n何军" } });
    await goOn(form);
    expect(await problemAt(officer, say("检查日期"))).toMatch(/^日期不能晚[于於]今天/);
    await photo("5-error-at-the-field");
    expect(await leftEnglish(officer)).toEqual([]);
    await field(officer, say("检查日期")).locator("input").fill(today);
    await goOn(form);
  });

  it("attaches a file, takes it off again, and submits", async () => {
    const form = modal(officer);
    const files = officer.locator('input[type="file"]');
    while ((await files.count()) === 0) {
      await fillStep(form, { today });
      await goOn(form);
      expect(await form.locator(".problem").allInnerTexts()).toEqual([]);
      expect(await leftEnglish(officer)).toEqual([]);
    }
    await files.first().setInputFiles(PHOTO);
    await button(form, `移除 ${PHOTO.name}`).waitFor();
    await photo("6-file");
    expect(await leftEnglish(officer)).toEqual([]);
    await button(form, `移除 ${PHOTO.name}`).click();
    await form.getByText(PHOTO.name).waitFor({ state: "detached" });
    await fillToSummary(officer, { today });
    await photo("7-summary");
    expect(await words(form)).not.toContain(PHOTO.name);
    expect(await leftEnglish(officer)).toEqual([]);
    await form.locator(".modal-foot .primary").click();
    await form.getByText(new RegExp(`${number}.*已提交`)).waitFor();
    await photo("8-submitted");
    expect(await leftEnglish(officer)).toEqual([]);
    await button(form, say("关闭")).click();
    await expect.poll(() => lineOf(officer, "✓ 已提交").count(), { timeout: PATIENCE_MS }).toBe(1);
  });

  it("is answered in Chinese whatever is typed", async () => {
    const commands = [
      "help",
      "due",
      "whoami",
      "find 公司",
      `report ${number}`,
      "check",
      "chekc 1",
      "report I-1999-00001",
    ];
    for (const command of commands) {
      // An answer is the newest of all, whatever else comes or goes meanwhile.
      const newest = () => sheet(officer).locator("article").last().textContent();
      const before = await newest();
      await says(officer, `/postloan ${command}`);
      await expect
        .poll(async () => (await modal(officer).count()) > 0 || (await newest()) !== before, { timeout: PATIENCE_MS })
        .toBe(true);
      await photo(`9-${command.split(" ")[0]}`);
      expect(await leftEnglish(officer), command).toEqual([]);
      if ((await modal(officer).count()) > 0) {
        await button(modal(officer), say("关闭")).click();
        await modal(officer).waitFor({ state: "detached" });
      }
    }
    await sheet(officer)
      .getByText(/“check”|「check」/)
      .waitFor();
  });
});
