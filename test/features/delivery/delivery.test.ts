import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { delivery } from "../../../commands/delivery.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { promiseDaily } from "../../../src/features/delivery/index.ts";
import { healthOf } from "../../../src/features/delivery/state.ts";
import { verifyAudit } from "../../../src/platform/audit/index.ts";
import { momentFromIso } from "../../../src/platform/clock.ts";
import { systemContext } from "../../../src/platform/context.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { aBorrower, anAdministrator, anOfficer, aUnit, aUnitManager } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import { startTestDesk, type TestDesk } from "../../setup/test-desk.ts";

const TODAY = "2026-03-02";
const [LI, WANG, MA] = ["U000000LI", "U00000WANG", "U000000MA"] as const;
const SECRET = "Harbour Foods";
let desk: TestDesk;
beforeEach(async () => {
  desk = await startTestDesk({
    at: `${TODAY}T08:59:00+08:00`,
    people: [aColleague(LI, "Li Wen"), aColleague(WANG, "Wang Ping"), aColleague(MA, "Ma Jun")],
    book: (db, parts) => aBook(db, parts.policies.inForce().versionId),
  });
});
afterEach(async () => {
  await desk.stop();
});

async function aBook(db: Tx, policyVersionId: string): Promise<void> {
  const unit = await aUnit(db);
  const email = (id: string) => `${id.toLowerCase()}@bank.example`;
  const li = await anOfficer(db, { name: "Li Wen", email: email(LI), unitId: unit.id });
  await aUnitManager(db, { name: "Wang Ping", email: email(WANG), unitId: unit.id });
  await anAdministrator(db, { name: "Ma Jun", email: email(MA), unitId: unit.id });
  const borrower = await aBorrower(db, { name: SECRET, unitId: unit.id, ownerId: li.id });
  await anInspection(db, { policyVersionId, borrowerId: borrower.id, assigneeId: li.id, dueOn: TODAY });
}

const at = (time: string) => desk.at(`${TODAY}T${time}:00+08:00`);
async function asks(userId: string): Promise<string> {
  const person = desk.as(userId);
  await person.says("/postloan delivery");
  return person.lastMessage?.shown ?? "";
}
const unreachable = () =>
  desk.workspace.faults.add({
    kind: "refused",
    error: "account_inactive",
    on: "chat.postMessage",
    channel: `D${LI.slice(1)}`,
  });
const json = async () => {
  const surface = { where: "terminal" as const, progress: () => undefined };
  const outcome = await delivery.execute(systemContext(desk.parts), { words: [], flags: {} }, surface);
  return isRefusal(outcome) || outcome.kind !== "view"
    ? outcome
    : { ...(outcome.view.json as object), exit: outcome.exitCode };
};

describe("how delivery stands", () => {
  it("begins with the oldest unsent message, and counts what is planned, sent and acted on", async () => {
    // Li's morning, and the manager's, should anything climb.
    expect(await json()).toMatchObject({ oldest_unsent_seconds: 0, planned: 2, queued: 0, sent_today: 0, exit: 0 });
    at("09:00");
    await desk.tick();
    await desk.as(LI).clicks("Start check");
    expect(await json()).toMatchObject({ planned: 0, sent_today: 1, acted_today: 1, failed: 0, health: "green" });
    expect((await asks(MA)).startsWith("*No message waits to be sent.*")).toBe(true);
  });

  it("is red, with exit code 1, when a message is ten minutes late or Slack takes nothing", async () => {
    await desk.db.outboxMessage.create({
      data: {
        key: "late",
        kind: "morning",
        state: "pending",
        refs: "{}",
        notBefore: momentFromIso(`${TODAY}T08:40:00+08:00`).toJSDate(),
        createdAt: momentFromIso(`${TODAY}T08:40:00+08:00`).toJSDate(),
      },
    });
    expect(await json()).toMatchObject({ oldest_unsent_seconds: 19 * 60, health: "red", exit: 1 });
    expect(await asks(MA)).toContain("*The oldest unsent message waits for 19 minutes.*");
    expect([healthOf("stopped", 0, 0), healthOf("limited", 0, 0), healthOf(undefined, 1, 0)]).toEqual([
      "red",
      "amber",
      "green",
    ]);
  });

  it("is for the administrator alone", async () => {
    expect(await asks(LI)).toContain("Your role does not include this.");
    expect(await asks(WANG)).toContain("Your role does not include this.");
  });
});

describe("a message that failed", () => {
  beforeEach(async () => {
    unreachable();
    at("09:00");
    await desk.tick();
  });

  it("is listed with its reason and who reads it instead, and names no customer", async () => {
    const read = await asks(MA);
    expect(read).toContain("Li Wen");
    expect(read).toContain("The person's Slack account is switched off.");
    expect(read).toContain("Told instead: Wang Ping.");
    expect(read).not.toContain(SECRET);
    expect(await json()).toMatchObject({ failed: 1, failed_why: { account_inactive: 1 }, health: "amber" });
  });

  it("is tried again by the administrator's click, and arrives; the second click says that it is done", async () => {
    await asks(MA);
    await desk.as(MA).clicks("Try again");
    await desk.tick();
    expect(desk.as(LI).messagesFromBot()).toHaveLength(1);
    expect(await desk.db.auditEvent.count({ where: { verb: "delivery.retried" } })).toBe(1);
    expect((await verifyAudit(desk.database.db)).findings).toEqual([]);
  });

  it("is read elsewhere once, however often that is asked", async () => {
    const managers = desk.as(WANG).messagesFromBot().length;
    await asks(MA);
    await desk.as(MA).clicks("Send elsewhere");
    await desk.tick();
    expect(desk.as(WANG).messagesFromBot()).toHaveLength(managers);
    expect(await desk.db.auditEvent.count({ where: { verb: "delivery.rerouted" } })).toBe(1);
  });
});

describe("the administrator's daily message", () => {
  it("comes once a working day at the morning's hour, with a head that audit verify knows", async () => {
    expect(await promiseDaily(systemContext(desk.parts))).toBe(0);
    at("09:00");
    expect(await promiseDaily(systemContext(desk.parts))).toBe(1);
    expect(await promiseDaily(systemContext(desk.parts))).toBe(0);
    await desk.tick();
    const shown = desk
      .as(MA)
      .messagesFromBot()
      .map((message) => message.shown)
      .join("\n");
    const [head] = /\d+:[0-9a-f]{64}/.exec(shown) ?? [];
    expect((await verifyAudit(desk.database.db, { expect: head ?? "none" })).findings).toEqual([]);
    desk.at("2026-03-07T10:00:00+08:00");
    expect(await promiseDaily(systemContext(desk.parts))).toBe(0);
  });
});
