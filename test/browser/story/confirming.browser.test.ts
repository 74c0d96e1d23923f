/**
 * The borrower's confirmation as officer and reviewer live it, in English and in Chinese: the sheet as a PDF, what is refused at its
 * field, an answer that survives a return and one that does not, a borrower who disagrees and one who will not sign. Each is photographed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { translator } from "../../../src/texts/index.ts";
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
  sheet,
  useStory,
  WANG_PING,
  words,
} from "./acting.ts";

const story = useStory();
const FOLDER = fileURLToPath(new URL("../../../test-results/story/", import.meta.url));
/** An on-site check takes two. */
const TWO_WHO_WENT = { Inspectors: "Li Wen\nHe Jun", 检查人员: "陈浩\n何军" };

const TELLERS = [
  {
    language: "en",
    locale: "en-US",
    officer: LI_WEN,
    reviewer: WANG_PING,
    products: ["working_capital", "personal_business"],
    seen: "What you saw yourself",
    conclusion: "Conclusion",
    mended: "Stock counted 1,239 t on the visit, book 1,238 t; two of three lines ran.",
    changed: "Two of three lines ran, 41 pallets stood in store.",
    disagrees: "They count 1,300 t of stock, not 1,200 t.",
    refuses: "They sign nothing before their lawyer is back on Monday.",
  },
  {
    language: "zh-Hans",
    locale: "zh-CN",
    officer: "U02CHENHAO",
    reviewer: "U08ZHAOLEI",
    /** The demonstration itself submits another of theirs meanwhile. */
    products: ["fixed_asset"],
    seen: "现场所见",
    conclusion: "检查结论",
    mended: "检查当日盘点库存1,239吨，账面1,238吨；三条生产线开两条。",
    changed: "三条生产线开两条，库内41托盘。",
    disagrees: "称库存为1,300吨，并非1,200吨。",
    refuses: "称周一律师回来之前不签任何文件。",
  },
] as const;

describe.each(TELLERS)("the borrower's confirmation, in $language", { timeout: 400_000 }, (teller) => {
  const t = translator(teller.language);
  const photo = (page: Page, name: string) => photograph(page, `confirming-${teller.language}-${name}`);
  const close = async (page: Page) => {
    await button(modal(page), t("words.close")).click();
  };
  let officer: Page;
  let reviewer: Page;
  let today: string;
  let number: string;
  let paper: string;
  const signed = () => jpeg(`${paper}.jpg`, `signed ${paper}`);

  it("has a sheet of what is frozen, which comes as a PDF", async () => {
    officer = await story.as(teller.officer, { locale: teller.locale });
    reviewer = await story.as(teller.reviewer, { locale: teller.locale });
    if ((await button(sheet(officer), t("desk.start")).count()) === 0) await nextMorning(officer);
    number = await beginsOnSite("routine");
    today = await businessDate(officer);
    await fillToSummary(officer, { today, answers: TWO_WHO_WENT });
    await button(modal(officer), t("confirmation.button")).click();
    await modal(officer).getByText(t("confirmation.no_sheet")).waitFor();
    await photo(officer, "01-before-the-sheet");
    paper = await makesSheet();
    await photo(officer, "02-sheet-is-made");
    const link = sheet(officer).locator("a.file").last();
    await link.waitFor();
    const bytes = await (
      await officer.request.get(new URL((await link.getAttribute("href")) ?? "", officer.url()).href)
    ).body();
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(`${FOLDER}confirming-${teller.language}.pdf`, bytes);
  });

  it("is refused at its field: a day ahead, another sheet's number, a signer who may not", async () => {
    await button(modal(officer), t("confirmation.enter")).click();
    await enters({ number: paper, answer: "confirmed", signer: 0, on: dayAfter(today, 3), file: signed() });
    await photo(officer, "03-form");
    await refusedAt(t("confirmation.signed_on"), teller.language === "en" ? /has not come yet/u : /尚未到来/u);
    await photo(officer, "04-in-the-future");
    await enters({ on: today, number: "C-2025-00007" });
    await refusedAt(t("confirmation.number"), new RegExp(`C-2025-00007.*${paper}`, "u"));
    await photo(officer, "05-another-sheet");
    await enters({ number: paper, signer: t("confirmation.signer_other") });
    await refusedAt(t("confirmation.signer"), teller.language === "en" ? /may sign for the borrower/u : /有权代表/u);
    await photo(officer, "06-not-authorised");
    await enters({ signer: 0 });
    await goesOn(t("confirmation.taken"));
    await photo(officer, "07-kept");
    await close(officer);
  });

  it("is kept by a return that leaves the borrower's part as it is", async () => {
    await submits();
    await returns();
    await corrects(teller.conclusion, teller.mended);
    await submits();
    await reviews();
    expect(await words(modal(reviewer))).toContain(paper);
    expect(await button(modal(reviewer), t("review.approve")).count()).toBe(1);
    await modal(reviewer).getByText(t("confirmation.for_review")).last().scrollIntoViewIfNeeded();
    await photo(reviewer, "08-kept-by-a-return");
    await close(reviewer);
  });

  it("is asked for anew where something of it is changed: no approval, and the reason stands there", async () => {
    await returns();
    await corrects(teller.seen, teller.changed);
    await button(modal(officer), t("confirmation.button")).click();
    const changed = t("confirmation.changed", { number: paper });
    await modal(officer).getByText(changed).waitFor();
    await photo(officer, "09-changed-officer");
    await close(officer);
    await submits();
    await reviews();
    await modal(reviewer).getByText(changed).first().scrollIntoViewIfNeeded();
    expect(await button(modal(reviewer), t("review.approve")).count()).toBe(0);
    await photo(reviewer, "10-changed-reviewer");
    await close(reviewer);
  });

  it("is entered from the message: an old file is refused; the borrower who does not sign is an answer", async () => {
    await sheet(officer).getByText(t("confirmation.needed", { number })).last().scrollIntoViewIfNeeded();
    await photo(officer, "10b-message");
    await button(sheet(officer), t("confirmation.button")).last().click();
    await modal(officer).locator(".modal-body").waitFor();
    const old = signed();
    paper = await makesSheet();
    await button(modal(officer), t("confirmation.enter")).click();
    await enters({ number: paper, answer: "confirmed", signer: 0, on: today, file: old });
    await refusedAt(t("confirmation.file"), teller.language === "en" ? /was used before/u : /以前使用过/u);
    await photo(officer, "11-file-used-before");
    await button(modal(officer), `${t("files.remove")} ${old.name}`)
      .or(button(modal(officer), /^(Remove|移除)/u))
      .first()
      .click();
    await enters({ answer: "refused" });
    await refusedAt(t("confirmation.note"), teller.language === "en" ? /why they do not sign/u : /未签字的原因/u);
    await photo(officer, "12-why-they-do-not-sign");
    await field(officer, t("confirmation.note")).locator("textarea").fill(teller.refuses);
    await goesOn(t("confirmation.dispute_taken"));
    await photo(officer, "13-not-signed-kept");
    await close(officer);
  });

  it("is read by the reviewer, for whom a refusal to sign is a reason for a signal", async () => {
    await reviews();
    await modal(reviewer).getByText(teller.refuses).first().scrollIntoViewIfNeeded();
    await photo(reviewer, "14-not-signed-reviewer");
    await button(modal(reviewer), t("confirmation.raise_signal")).scrollIntoViewIfNeeded();
    await photo(reviewer, "14b-offers-a-signal");
    await raises(teller.refuses, "BHV-03", "15-signal-form", "16-signal-raised");
  });

  it("may be that the borrower disagrees: the reviewer reads with what, and may raise a signal", async () => {
    number = await beginsOnSite("routine", "first");
    await fillToSummary(officer, { today, answers: TWO_WHO_WENT });
    await button(modal(officer), t("confirmation.button")).click();
    paper = await makesSheet();
    await button(modal(officer), t("confirmation.enter")).click();
    await enters({ number: paper, answer: "disagreed", signer: 0, on: today, file: signed() });
    await field(officer, t("confirmation.note")).locator("textarea").fill(teller.disagrees);
    await goesOn(t("confirmation.dispute_taken"));
    await photo(officer, "17-disagrees-officer");
    await close(officer);
    await submits();
    await reviews();
    await modal(reviewer)
      .locator(".modal-body")
      .first()
      .evaluate((body) => body.scrollTo(0, 0));
    await photo(reviewer, "18-disagrees-first-screen");
    await modal(reviewer).getByText(teller.disagrees).first().scrollIntoViewIfNeeded();
    await photo(reviewer, "19-disagrees-reviewer");
    await raises(teller.disagrees, "INT-03", "20-disagrees-signal-form", "21-disagrees-signal-raised");
  });

  const jpeg = (name: string, content: string) => ({ name, mimeType: "image/jpeg", buffer: Buffer.from(content) });

  interface Entered {
    readonly number?: string;
    readonly answer?: "confirmed" | "disagreed" | "refused";
    /** The first of the menu, or the one with these words. */
    readonly signer?: 0 | string;
    readonly on?: string;
    readonly file?: ReturnType<typeof jpeg>;
  }

  /** What is not said stays as it is. */
  async function enters(given: Entered): Promise<void> {
    const { number: typed, on, file } = given;
    if (typed !== undefined) await field(officer, t("confirmation.number")).locator("input").fill(typed);
    await chooses(given);
    if (on !== undefined) await field(officer, t("confirmation.signed_on")).locator("input").fill(on);
    if (file !== undefined) await attaches(file);
  }

  async function chooses({ answer, signer }: Entered): Promise<void> {
    if (answer !== undefined)
      await choose(field(officer, t("confirmation.answer")), t(`confirmation.answer.${answer}`));
    if (signer !== undefined) await choose(field(officer, t("confirmation.signer")), signer === 0 ? undefined : signer);
  }

  async function attaches(file: ReturnType<typeof jpeg>): Promise<void> {
    await modal(officer).locator('input[type="file"]').setInputFiles(file);
    await modal(officer).getByText(file.name).waitFor();
  }

  async function refusedAt(label: string, said: RegExp): Promise<void> {
    await goOn(modal(officer));
    expect(await problemAt(officer, label)).toMatch(said);
    await field(officer, label).locator(".problem").scrollIntoViewIfNeeded();
  }

  async function goesOn(said: string): Promise<void> {
    await goOn(modal(officer));
    await modal(officer).getByText(said).first().waitFor();
  }

  /** A check of a business that was not begun yet, from the morning's list. Answers its number. */
  async function beginsOnSite(...kinds: readonly ("routine" | "first")[]): Promise<string> {
    const comma = teller.language === "en" ? ", " : "，";
    const any = (texts: readonly string[]) => new RegExp(texts.join("|"), "u");
    const products = kinds.length === 1 ? teller.products : (["working_capital", "personal_business"] as const);
    const lines = sheet(officer)
      .locator(".section")
      .filter({ hasText: any(kinds.map((kind) => `${t(`kind.${kind}`)}${comma}${t("mode.on_site")}`)) })
      .filter({ hasText: any(products.map((product) => t(`product.${product}`))) });
    const line = lines.filter({ has: button(officer, t("desk.start")) }).first();
    await line.waitFor();
    const begun = /I-\d{4}-\d{5}/u.exec(await words(line))?.[0] ?? "";
    const opened = async () => {
      if ((await modal(officer).count()) === 0) await button(line, t("desk.start")).click();
      return modal(officer).locator(".input").first().isVisible();
    };
    await expect.poll(opened, { timeout: 4 * PATIENCE_MS, interval: PATIENCE_MS / 3 }).toBe(true);
    return begun;
  }

  async function makesSheet(): Promise<string> {
    await button(modal(officer), t("confirmation.make")).click();
    const [before = ""] = t("confirmation.sent", { number: "|" }).split("|").reverse();
    await modal(officer).getByText(before.slice(0, 12)).first().waitFor();
    return /C-\d{4}-\d{5}/u.exec(await words(modal(officer)))?.[0] ?? "";
  }

  async function submits(): Promise<void> {
    await fillStep(modal(officer), { today });
    await button(modal(officer), t("words.submit")).click();
    await modal(officer)
      .getByText(t("inspection.submitted", { number }))
      .waitFor({ timeout: 2 * PATIENCE_MS });
    await close(officer);
  }

  async function reviews(): Promise<void> {
    const place = await listed();
    await button(place.filter({ hasText: number }).last(), t("queue.review")).click();
    await button(modal(reviewer), t("review.return")).waitFor({ timeout: 2 * PATIENCE_MS });
  }

  /** The lines of the message, or of the whole list where twelve others stand before this report. */
  async function listed(): Promise<Locator> {
    const review = button(reviewer, t("queue.review"));
    const lines = (place: Locator) => place.locator(".section").filter({ has: review });
    const there = lines(sheet(reviewer)).filter({ hasText: number });
    const told = () => there.count();
    if (await becomes(told, PATIENCE_MS / 2)) return lines(sheet(reviewer));
    const newest = sheet(reviewer).locator("article").filter({ has: review }).last();
    await button(newest, /^(Show all|查看全部)/u).click();
    return lines(modal(reviewer));
  }

  const becomes = (count: () => Promise<number>, timeout: number) =>
    expect
      .poll(count, { timeout })
      .toBeGreaterThan(0)
      .then(
        () => true,
        () => false,
      );

  async function returns(): Promise<void> {
    await reviews();
    await button(modal(reviewer), t("review.return")).click();
    await field(reviewer, t("review.judge_record")).getByText(t("review.judged.not_in_order"), { exact: true }).click();
    await field(reviewer, t("review.judge_conclusion")).getByText(t("review.judged.in_order"), { exact: true }).click();
    await choose(field(reviewer, t("review.reasons")), t("reason.missing_evidence"));
    await reviewer.keyboard.press("Escape");
    await goOn(modal(reviewer));
    await close(reviewer);
  }

  /** To the summary again, with one answer said differently. */
  async function corrects(label: string, text: string): Promise<void> {
    await presses(officer, t("inspection.correct"), number);
    await modal(officer).locator(".input").first().waitFor();
    await fillUntil(officer, label, { today });
    await field(officer, label).locator("textarea").fill(text);
    await fillToSummary(officer, { today });
  }

  async function raises(because: string, code: string, form: string, done: string): Promise<void> {
    await button(modal(reviewer), t("confirmation.raise_signal")).click();
    await field(reviewer, t("signal.which")).waitFor();
    const seen = field(reviewer, t("signal.seen")).locator("textarea");
    expect(await seen.inputValue()).toContain(because);
    await choose(field(reviewer, t("signal.which")), code);
    await photo(reviewer, form);
    await goOn(modal(reviewer));
    await modal(reviewer)
      .getByText(/S-\d{4}-\d{5}/u)
      .first()
      .waitFor();
    await photo(reviewer, done);
    await close(reviewer);
    await button(modal(reviewer), t("review.return")).waitFor();
    await close(reviewer);
  }
});
