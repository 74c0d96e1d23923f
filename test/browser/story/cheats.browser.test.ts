/**
 * The four complaints of the article, tried by an officer in English and in Chinese: words without a figure, the last report again,
 * a confirmation signed before the visit, a figure in another unit, a photo of another check. What the bot answers is photographed.
 */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type TextKey, translator } from "../../../src/texts/index.ts";
import { aPicture, asJpeg, type Pixels, resized } from "../../platform/pictures/a-picture.ts";
import {
  businessDate,
  button,
  choose,
  dayAfter,
  field,
  fillStep,
  fillToSummary,
  fillUntil,
  goOn,
  LI_WEN,
  modal,
  nextMorning,
  PATIENCE_MS,
  photograph,
  presses,
  problemAt,
  says,
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
/** A yuan of the first report, written as if in ten thousand. */
const TEN_THOUSAND = "10000";
const jpeg = (name: string, bytes: Uint8Array) => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(bytes) });
const CHEN_HAO = "U02CHENHAO";
/** An on-site check takes two. */
const TWO_WHO_WENT = { Inspectors: "Li Wen\nHe Jun", 检查人员: "陈浩\n何军" };

interface Cheat {
  readonly language: "en" | "zh-Hans";
  readonly locale: string;
  readonly person: string;
  readonly conclusion: string;
  readonly empty: string;
  readonly refused: string;
  /** Long enough to be compared, with figures, so that it passes the first time. */
  readonly report: string;
  /** The label of why there is no risk. */
  readonly because: string;
  readonly photos: string;
  /** A picture of a hall of their own. */
  readonly hall: Pixels;
  readonly unit: RegExp;
  readonly signedBefore: RegExp;
}

const CHEATS: readonly Cheat[] = [
  {
    language: "en",
    locale: "en-US",
    person: LI_WEN,
    conclusion: "Conclusion",
    empty: "Everything is normal, handled as required, no abnormality found.",
    refused: "holds no figure with its unit",
    report:
      "Rent of 8,200 yuan came in on both first days of the month; the tenant's 3 rooms are let until May, and the gate was new painted. The owner showed 12 slips.",
    because: "None, because",
    photos: "Photos of this visit",
    hall: aPicture(7),
    unit: /Is the unit right\?/u,
    signedBefore: /is before the visit/u,
  },
  {
    language: "zh-Hans",
    locale: "zh-CN",
    person: CHEN_HAO,
    conclusion: "检查结论",
    empty: "一切正常，按规定执行，未见异常。",
    refused: "本身不说明任何问题",
    report:
      "租金8200元两个月均在月初到账，三间房出租至五月，大门新刷油漆；业主出示银行回单12张，与账面相差3元。邻居称该户去年冬天以来一直有人居住，未见转租，水电费每月约460元。",
    because: "未发现风险的依据",
    photos: "本次检查照片",
    hall: aPicture(11),
    unit: /单位对吗/u,
    signedBefore: /早于检查日期/u,
  },
];

/** A line of the morning that can be begun, with all of these words. */
async function begins(page: Page, t: (key: TextKey) => string, ...said: readonly string[]): Promise<string> {
  const line = [...said, t("desk.start")]
    .reduce((lines, hasText) => lines.filter({ hasText }), sheet(page).locator(".section"))
    .first();
  await line.waitFor();
  const text = await words(line);
  // On a busy machine Slack would not show it any more: then it is pressed again, as a person does.
  const opened = async () => {
    if ((await modal(page).count()) === 0) await button(line, t("desk.start")).click();
    return modal(page).locator(".input").first().isVisible();
  };
  await expect.poll(opened, { timeout: 4 * PATIENCE_MS, interval: PATIENCE_MS / 3 }).toBe(true);
  return text;
}

/** Asked on site, and where the last report became a signal: the same words there too. */
const saysAgain = (report: string) => ({
  "What you saw yourself": report,
  "What is behind the open warning": report,
  现场所见: report,
  预警情况说明: report,
});

describe.each(CHEATS)("an officer who would rather not look, in $language", { timeout: 400_000 }, (cheat) => {
  const t = translator(cheat.language);
  const photo = (page: Page, name: string) => photograph(page, `cheat-${cheat.language}-${name}`);
  let officer: Page;
  let today: string;
  let number: string;

  it("writes a conclusion of words alone: refused at the field, with an example of what is wanted", async () => {
    officer = await story.as(cheat.person, { locale: cheat.locale });
    if (cheat.language === "en") await nextMorning(officer);
    const line = await begins(officer, t, t("mode.off_site"), t("kind.routine"));
    number = /I-\d{4}-\d{5}/u.exec(line)?.[0] ?? "";
    today = await businessDate(officer);
    await fillUntil(officer, cheat.conclusion, { today, answers: {} });
    await fillStep(modal(officer), { today });
    await concludes(cheat.empty);
    await goOn(modal(officer));
    const problem = await problemAt(officer, cheat.conclusion);
    expect(problem).toContain(cheat.refused);
    expect(problem.length).toBeGreaterThan(20);
    await field(officer, cheat.conclusion).locator(".problem").scrollIntoViewIfNeeded();
    await photo(officer, "a-empty-conclusion");
    await concludes(cheat.report);
    await goOn(modal(officer));
  });

  /** The same words wherever the step asks for some. */
  async function concludes(text: string): Promise<void> {
    for (const label of [cheat.conclusion, cheat.because]) {
      const box = field(officer, label).locator("textarea");
      if ((await box.count()) > 0)
        await box.last().fill(text === cheat.empty && label !== cheat.conclusion ? cheat.report : text);
    }
  }

  it("writes the last report again, with a figure in another unit: asked about both before it is submitted", async () => {
    await fillToSummary(officer, { today });
    await fillStep(modal(officer), { today });
    await button(modal(officer), t("words.submit")).click();
    await modal(officer).getByText(number).first().waitFor();
    await button(modal(officer), t("words.close")).click();
    const wang = await story.as(WANG_PING);
    await presses(wang, "Review", number);
    const customer = /KH\d+/u.exec(await words(modal(wang)))?.[0] ?? "";
    await button(modal(wang), "Approve").click();
    await button(wang.locator("dialog.confirm"), "Approve").click();
    await modal(wang).getByText("is approved.").waitFor();
    await button(modal(wang), "Close").click();

    const opened = async () => {
      if ((await modal(officer).count()) === 0) await says(officer, `/postloan check ${customer}`);
      return modal(officer).isVisible();
    };
    await expect.poll(opened, { timeout: 4 * PATIENCE_MS, interval: PATIENCE_MS / 3 }).toBe(true);
    const early = button(modal(officer), t("inspection.start_early"));
    await early.or(modal(officer).locator(".input")).first().waitFor();
    if ((await early.count()) > 0) await early.click();
    await modal(officer).locator(".input").first().waitFor();
    while (!(await words(modal(officer).locator(".modal-head"))).startsWith(t("inspection.summary"))) {
      await fillStep(modal(officer), {
        today,
        answers: { ...TWO_WHO_WENT, ...saysAgain(cheat.report), "Figures as of": today, 数据截止日期: today },
      });
      for (const input of await modal(officer)
        .locator(".input")
        .filter({ hasText: /\((yuan|元)\)|（元）/u })
        .all()) {
        await input.locator("input").fill(TEN_THOUSAND);
      }
      if ((await field(officer, cheat.conclusion).locator("textarea").count()) > 0) await concludes(cheat.report);
      await goOn(modal(officer));
    }
    await expect.poll(() => words(modal(officer))).toMatch(/(100|[89]\d)%/u);
    expect(await words(modal(officer))).toMatch(cheat.unit);
    await photo(officer, "b-copied-report");
    await modal(officer).getByText(cheat.unit).first().scrollIntoViewIfNeeded();
    await photo(officer, "d-implausible-figure");
  });

  it("brings a confirmation that was signed before the visit: refused at its date", async () => {
    await modal(officer).locator(".modal-head button").first().click();
    await modal(officer).waitFor({ state: "detached" });
    const comma = cheat.language === "en" ? ", " : "，";
    await begins(officer, t, `${t("kind.routine")}${comma}${t("mode.on_site")}`);
    await fillToSummary(officer, { today, answers: TWO_WHO_WENT });
    await button(modal(officer), t("confirmation.button")).click();
    await button(modal(officer), t("confirmation.make")).click();
    await expect.poll(() => words(modal(officer)), { timeout: 25_000 }).toMatch(/C-\d{4}-\d{5}/u);
    const paper = /C-\d{4}-\d{5}/u.exec(await words(modal(officer)))?.[0] ?? "";
    await button(modal(officer), t("confirmation.enter")).click();
    await field(officer, t("confirmation.number")).locator("input").fill(paper);
    await choose(field(officer, t("confirmation.answer")), t("confirmation.answer.confirmed"));
    await choose(field(officer, t("confirmation.signer")), undefined);
    await field(officer, t("confirmation.signed_on")).locator("input").fill(dayAfter(today, -20));
    const photoFile = { name: `${paper}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(`signed ${paper}`) };
    await officer.locator('input[type="file"]').setInputFiles(photoFile);
    await goOn(modal(officer));
    expect(await problemAt(officer, t("confirmation.signed_on"))).toMatch(cheat.signedBefore);
    await photo(officer, "c-signed-before-the-visit");
  });

  it("hands in a photo that another check had: refused by its content, and pointed out where it was made smaller", async () => {
    await modal(officer).locator(".modal-head button").first().click();
    await modal(officer).waitFor({ state: "detached" });
    await beginsOnSite();
    await fillsWith(jpeg("hall.jpg", asJpeg(cheat.hall)));
    await submits();
    const first = /I-\d{4}-\d{5}/u.exec(await words(modal(officer)))?.[0] ?? "";
    await button(modal(officer), t("words.close")).click();

    await beginsOnSite();
    await fillsWith(jpeg("hall.jpg", asJpeg(cheat.hall)));
    const used = t("refusal.files.used_before", { name: "hall.jpg", number: first });
    await expect.poll(() => drawnAgain(), { timeout: 4 * PATIENCE_MS, interval: 1000 }).toContain(used);
    await modal(officer).getByText(used).first().scrollIntoViewIfNeeded();
    await photo(officer, "e-used-photo");

    const [goTo = ""] = t("inspection.go_to_step", { step: 0 }).split("0");
    await button(modal(officer), new RegExp(`^${goTo}`, "u"))
      .first()
      .click();
    await button(modal(officer), t("files.remove")).first().click();
    await modal(officer).getByText("hall.jpg").waitFor({ state: "detached" });
    await fillsWith(jpeg("smaller.jpg", asJpeg(resized(cheat.hall, 0.6), 70)));
    const looks = t("finding.looks_used_in", { label: cheat.photos, name: "smaller.jpg", number: first });
    await expect.poll(() => drawnAgain(), { timeout: 4 * PATIENCE_MS, interval: 1000 }).toContain(looks);
    await modal(officer).getByText(looks).first().scrollIntoViewIfNeeded();
    await photo(officer, "f-smaller-photo");
  });

  const beginsOnSite = () =>
    begins(officer, t, `${t("kind.routine")}${cheat.language === "en" ? ", " : "，"}${t("mode.on_site")}`);

  async function submits(): Promise<void> {
    const before = await words(modal(officer));
    await button(modal(officer), t("words.submit")).click();
    await expect.poll(() => words(modal(officer)), { timeout: PATIENCE_MS }).not.toBe(before);
  }

  /** From the open step to the summary, with this file where photos are asked for. */
  async function fillsWith(file: ReturnType<typeof jpeg>): Promise<void> {
    for (let steps = 0; steps < 40 && !(await isSummary()); steps += 1) {
      await fillStep(modal(officer), { today, answers: TWO_WHO_WENT });
      const photos = field(officer, cheat.photos);
      if ((await photos.count()) > 0) {
        await photos.locator('input[type="file"]').setInputFiles(file);
        await photos.getByText(file.name).waitFor();
      }
      await goOn(modal(officer));
    }
    await fillStep(modal(officer), { today });
  }

  const isSummary = async () =>
    (await words(modal(officer).locator(".modal-head"))).startsWith(t("inspection.summary"));

  /** A picture is looked at once its copy is there: back to the last step, and on to the summary again. */
  async function drawnAgain(): Promise<string> {
    if (await isSummary()) {
      await button(modal(officer), t("inspection.change")).last().click();
      await expect.poll(isSummary, { timeout: PATIENCE_MS }).toBe(false);
      await fillStep(modal(officer), { today });
      await goOn(modal(officer));
    }
    return words(modal(officer));
  }
});
