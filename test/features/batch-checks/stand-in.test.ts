/** Who is away, and a batch: a colleague approves it in their place; who stands in for its keeper does not, nor whoever gains no right by it. */
import { afterEach, describe, expect, it } from "vitest";
import { translator } from "../../../src/texts/index.ts";
import type { PersonDriver } from "../../../src/workspace/workspace.ts";
import { aStandIn } from "../../builders/index.ts";
import { showButton } from "../../setup/copied-button.ts";
import {
  CHEN,
  CURRENT,
  concludes,
  LI,
  type RetailBook,
  type RetailDesk,
  SUN,
  startRetailDesk,
  submitsBatch,
  TODAY,
  throughPages,
  WANG,
} from "./batch-desk.ts";

type Who = "liId" | "sunId" | "wangId" | "chenId";

let retail: RetailDesk;
afterEach(() => retail.desk.stop());

const [NO_ROLE, FOUR_EYES] = [translator("en")("refusal.may.role"), translator("en")("refusal.may.four_eyes")];
const customers = CURRENT.slice(0, 3);
const db = () => retail.desk.db;

async function starts(): Promise<RetailBook> {
  retail = await startRetailDesk(customers);
  return retail.book;
}

/** From today for a week. */
async function standsIn(away: Who, standIn: Who): Promise<void> {
  const { book } = retail;
  await aStandIn(db(), { personId: book[away], standInId: book[standIn], fromOn: TODAY, toOn: "2026-03-08" });
}

async function submittedBy(who: string): Promise<string> {
  await pressesCopied(who, "batch.open", "");
  await throughPages(retail, who);
  await concludes(retail, undefined, who);
  await submitsBatch(retail, who);
  await retail.desk.as(who).closes();
  await retail.desk.tick();
  return (await db().offSiteBatch.findFirstOrThrow({ where: { submittedAt: { not: null } } })).id;
}

const isAsked = (who: string) =>
  retail.desk
    .as(who)
    .messagesFromBot()
    .some(({ buttons }) => buttons.includes("Review batch"));

/** As if the button had been copied into a message of their own. */
async function pressesCopied(who: string, action: string, value: string): Promise<PersonDriver> {
  const person = retail.desk.as(who);
  await showButton(retail.desk, person, action, value);
  await person.clicks(action);
  return person;
}

const decided = () => db().review.count();

async function staysAsItWas(who: string, batchId: string, says: string): Promise<void> {
  const ofBatch = says === FOUR_EYES ? "you have a part in them" : says;
  for (const [action, value, said] of [
    ["reviews.approve_batch", batchId, ofBatch],
    ["reviews.approve", (await db().report.findFirstOrThrow({ where: { batchId } })).id, says],
  ] as const) {
    const person = await pressesCopied(who, action, value);
    expect([person.modal?.text, person.lastMessage?.shown].join("\n"), action).toContain(said);
    if (person.modal !== null) await person.closes({ all: true });
  }
  expect(await decided()).toBe(0);
  expect(await db().report.count({ where: { batchId, state: "approved" } })).toBe(0);
}

describe("a batch whose reviewer is away", () => {
  it("is asked of the colleague who stands in, who approves all of it in their own name", async () => {
    const book = await starts();
    await standsIn("wangId", "chenId");
    await submittedBy(LI);
    expect([isAsked(WANG), isAsked(CHEN)]).toEqual([false, true]);
    const chen = retail.desk.as(CHEN);
    await chen.clicks("Review batch");
    await chen.clicks("Approve all 3 that wait");
    expect(chen.modal?.text).toContain("Nothing waits for you. Approved: 3.");
    const reviews = await db().review.findMany();
    expect(reviews.map(({ reviewerId }) => reviewerId)).toEqual([book.chenId, book.chenId, book.chenId]);
    expect(retail.desk.workspace.refused).toEqual([]);
  });

  it("is not approved by a stand-in who has no right of their own to review", async () => {
    await starts();
    await standsIn("wangId", "sunId");
    const batchId = await submittedBy(LI);
    expect(isAsked(SUN)).toBe(false);
    await staysAsItWas(SUN, batchId, NO_ROLE);
  });
});

describe("a batch whose keeper is away", () => {
  it("is not approved by a reviewer who stands in for them, whenever that began: another reviewer does it", async () => {
    await starts();
    const batchId = await submittedBy(LI);
    await standsIn("liId", "wangId");
    const wang = retail.desk.as(WANG);
    await wang.clicks("Review batch");
    expect(wang.modal?.text).toContain("Nothing waits for you.");
    expect(wang.modal?.buttons.filter((name) => /Approve|Return/u.test(name))).toEqual([]);
    await wang.closes({ all: true });
    await staysAsItWas(WANG, batchId, FOUR_EYES);
    const chen = retail.desk.as(CHEN);
    await chen.clicks("Review batch");
    await chen.clicks("Approve all 3 that wait");
    expect(await decided()).toBe(3);
  });

  it("is done by who stands in for them, and approved by neither of the two", async () => {
    const book = await starts();
    await standsIn("liId", "chenId");
    const batchId = await submittedBy(CHEN);
    const reports = await db().report.findMany({ where: { batchId } });
    expect(new Set(reports.map(({ submittedById }) => submittedById))).toEqual(new Set([book.chenId]));
    await staysAsItWas(CHEN, batchId, FOUR_EYES);
    await staysAsItWas(LI, batchId, NO_ROLE);
    const wang = retail.desk.as(WANG);
    await wang.clicks("Review batch");
    await wang.clicks("Approve all 3 that wait");
    expect(await decided()).toBe(3);
  });
});
