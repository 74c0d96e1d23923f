/** A manager asks for the register, sees it being made and opens the file; an officer gets their own; in Chinese the headers are Chinese. */
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/platform/storage/index.ts";
import { sheetsOf } from "../../features/ledger/written.ts";
import { button, LI_WEN, modal, PATIENCE_MS, photograph, says, sheet, useStory, words } from "./acting.ts";

const story = useStory();
const LUO_WEIMIN = "U12LUOWEI";
const SUN_QIANG = "U09SUNQIANG";
const OFFICER = "李雯 Li Wen";

type Sheets = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The newest file in the conversation. */
async function bytesIn(page: Page, name: RegExp): Promise<Buffer> {
  const link = page.locator(".message-files a").filter({ hasText: name }).last();
  await link.waitFor({ timeout: 120_000 });
  const fetched = await page.request.get(new URL((await link.getAttribute("href")) ?? "", page.url()).href);
  expect(fetched.status()).toBe(200);
  return fetched.body();
}

/** And opened. */
const fileIn = async (page: Page, name: RegExp): Promise<Sheets> => sheetsOf(await bytesIn(page, name));

/** Customers of whom something is the officer's, or of whoever they stand in for, by their number; as the record has it. */
async function customersOf(officer: string): Promise<ReadonlyMap<string, string>> {
  const database = await openDatabase({ url: `file:${join(story.folder, "afterloan.db")}` });
  try {
    const { id } = await database.db.person.findFirstOrThrow({ where: { name: officer } });
    const away = await database.db.delegation.findMany({ where: { standInId: id }, select: { personId: true } });
    const people = { in: [id, ...away.map(({ personId }) => personId)] };
    const kept = await database.db.borrower.findMany({
      where: {
        OR: [{ ownerships: { some: { personId: people, toAt: null } } }, { inspections: { some: { assigneeId: id } } }],
      },
    });
    return new Map(kept.map(({ number, name }) => [number, name]));
  } finally {
    await database.close();
  }
}

const ofSheet = (sheets: Sheets, name: string) => sheets.get(name)?.slice(1) ?? [];
const figure = (text: string, name: string): number =>
  Number(new RegExp(`${name}: ([\\d,]+)`).exec(text)?.[1]?.replace(",", "") ?? "0");

const COMPARED = ["Reports approved", "Reports returned"];

/** What the digest of the quarter says now. */
async function digestSays(page: Page): Promise<ReadonlyMap<string, number>> {
  const digests = sheet(page).getByText("Done in time");
  const before = await digests.count();
  await says(page, "/postloan digest quarter as text");
  await expect.poll(() => digests.count(), { timeout: PATIENCE_MS }).toBeGreaterThan(before);
  const said = await words(sheet(page));
  const newest = said.slice(said.lastIndexOf("Done in time") - 2000);
  return new Map(COMPARED.map((name) => [name, figure(newest, name)]));
}

/** Asks for the register in the form and opens it. */
async function made(page: Page): Promise<Sheets> {
  const ready = sheet(page).getByText("Your register is ready");
  const before = await ready.count();
  await says(page, "/postloan ledger quarter");
  await modal(page).getByText("Whatever is left empty is not narrowed").waitFor();
  await photograph(page, "ledger-1-form");
  await button(modal(page), "Make the file").click();
  await modal(page).getByText("Your register is being made").waitFor();
  await button(modal(page), "Close").click();
  await expect.poll(() => ready.count(), { timeout: 120_000 }).toBeGreaterThan(before);
  return fileIn(page, /post-loan-register-.*xlsx/);
}

/** The demonstration's people act while the page is open: what is compared must not move meanwhile. */
async function peopleHaveActed(): Promise<void> {
  const database = await openDatabase({ url: `file:${join(story.folder, "afterloan.db")}` });
  const left = () => database.db.setting.count({ where: { key: "demonstration_play" } });
  try {
    await expect.poll(left, { timeout: 120_000, interval: 500 }).toBe(0);
  } finally {
    await database.close();
  }
}

describe("a head-office manager who asks for the register", { timeout: 300_000 }, () => {
  it("chooses in a form, is told when it is ready, and opens a file whose figures are the digest's", async () => {
    const page = await story.as(LUO_WEIMIN);
    await peopleHaveActed();
    const sheets = await made(page);
    const digest = await digestSays(page);
    await photograph(page, "ledger-2-ready");
    expect(await words(sheet(page))).toContain("it agrees");

    const rows = ofSheet(sheets, "Register");
    expect(rows.length).toBeGreaterThan(100);
    const beside = ofSheet(sheets, "Beside the digest");
    expect(beside.length).toBeGreaterThan(3);
    expect(beside.map((row) => row.at(-1))).toEqual(beside.map(() => "0"));
    expect(ofSheet(sheets, "Reconciliation").map((row) => row[5])).toEqual(
      ofSheet(sheets, "Reconciliation").map(() => "0"),
    );

    for (const name of COMPARED) {
      const row = beside.find(([said]) => said === name);
      expect(row?.[2], name).toBe(String(digest.get(name)));
    }
  });

  it("is told what word is none, and cannot have two at once", async () => {
    const page = await story.as(LUO_WEIMIN);
    await says(page, "/postloan ledger fortnight as csv");
    await sheet(page).getByText("fortnight is no unit").last().waitFor();
  });
});

describe("an officer who asks for the register", { timeout: 300_000 }, () => {
  it("gets rows of their own accounts only", async () => {
    const page = await story.as(LI_WEN);
    await says(page, "/postloan ledger as csv");
    const bytes = await bytesIn(page, /post-loan-register-.*csv/);
    const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true, record_delimiter: "\r\n" });
    const named = rows.filter((row) => row["Customer number"] !== "");
    expect(named.length).toBeGreaterThan(10);
    const own = await customersOf(OFFICER);
    const strangers = named.filter((row) => !own.has(row["Customer number"] ?? ""));
    expect(strangers).toEqual([]);
    // Who answers for a customer reads the name in full.
    expect(named.filter((row) => row.Customer !== own.get(row["Customer number"] ?? ""))).toEqual([]);
    await photograph(page, "ledger-3-officer");
  });
});

describe("a manager who reads Chinese, in the dark", { timeout: 300_000 }, () => {
  it("gets it in Chinese", async () => {
    const page = await story.as(SUN_QIANG, { colorScheme: "dark" });
    await says(page, "/postloan ledger 报告 as xlsx");
    await sheet(page).getByText("台账已生成").last().waitFor({ timeout: 120_000 });
    const sheets = await fileIn(page, /贷后管理台账-.*xlsx/);
    await photograph(page, "ledger-4-dark-chinese");
    expect([...sheets.keys()]).toEqual(["台账", "说明", "核对", "与简报核对"]);
    expect(sheets.get("台账")?.[0]).toContain("业务日期");
    expect(await words(sheet(page))).not.toMatch(/Your register/);
  });
});
