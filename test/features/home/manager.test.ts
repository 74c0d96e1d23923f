/** A manager's Home tab: decisions first, then what went wrong with others, who is away, how the units stand. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { homePieces } from "../../../src/features/home/home.ts";
import { renderHome } from "../../../src/platform/slack/render.ts";
import { aPerson } from "../../builders/index.ts";
import { aSignal } from "../../builders/signals.ts";
import { type HomeDesk, startHomeDesk } from "./home-desk.ts";

let desk: HomeDesk;
beforeEach(async () => {
  desk = await startHomeDesk();
});
afterEach(() => desk.stop());

const here = { in: "home" } as const;
const ME = "unit_manager";

async function asksForLater(name: string): Promise<string> {
  const inspectionId = await desk.aCheck({ name, dueOn: "2026-03-03" });
  const askedById = await desk.personId("account_manager");
  const asked = {
    inspectionId,
    fromDueOn: "2026-03-03",
    toDueOn: "2026-03-06",
    reason: "The owner travels",
    askedById,
  };
  await desk.db.extension.create({ data: { ...asked, askedAt: new Date("2026-03-02T01:00:00Z"), state: "asked" } });
  return inspectionId;
}

describe("what waits for a manager's decision", () => {
  it("stands first, is decided there, and goes", async () => {
    const inspectionId = await asksForLater("Mill One");
    const text = await desk.opened(ME);
    expect(text).toMatch(/Waiting for your decision \(1\)\s+\*Later dates asked for \(1\)\*\s+\*Mill One\*/);
    expect(text.indexOf("Waiting for your decision")).toBeLessThan(text.indexOf("Harbour Branch"));
    await desk.person(ME).clicks("Approve", here);
    expect((await desk.db.inspection.findUniqueOrThrow({ where: { id: inspectionId } })).dueOn).toBe("2026-03-06");
    expect(desk.shown(ME)).not.toContain("Waiting for your decision");
  });

  it("is three of a kind, and all of them behind a button", async () => {
    for (const name of ["Mill One", "Mill Two", "Mill Three", "Mill Four"]) await asksForLater(name);
    expect(await desk.opened(ME)).not.toContain("Mill Four");
    await desk.person(ME).clicks("Show all (4)", here);
    expect(desk.person(ME).modal?.text).toContain("Mill Four");
  });

  it("is nobody else's: an officer who asked, a reviewer and an overseer see none of it", async () => {
    await asksForLater("Mill One");
    for (const role of ["account_manager", "post_loan_officer", "overseer"] as const) {
      expect(await desk.opened(role)).not.toContain("Waiting for your decision");
    }
  });
});

describe("what went wrong with others", () => {
  it("is late work with what may be done about it, each once a day", async () => {
    await desk.aCheck({ name: "Late One", dueOn: "2026-02-10" });
    const text = await desk.opened(ME);
    expect(text).toMatch(/Late, and climbed to you \(1\)\s+\*Late One\*.*Nudge.*Reassign.*Extend/s);
    await desk.person(ME).clicks("Nudge", here);
    await desk.person(ME).closes({ all: true });
    await desk.person(ME).clicks("Nudge", here);
    const told = await desk.db.outboxMessage.findMany({ where: { kind: "deadlines.nudged" } });
    expect(told.map(({ personId }) => personId)).toEqual([await desk.personId("account_manager")]);
    expect(await desk.db.auditEvent.count({ where: { verb: "officer.nudged" } })).toBe(1);
  });

  it("is a red signal that nobody answers, with whom it is; a restricted one is not there", async () => {
    const { borrowerId } = await desk.db.inspection.findFirstOrThrow();
    const policyVersionId = desk.parts.policies.inForce().versionId;
    const red = { borrowerId, policyVersionId, level: "red", raisedAt: new Date("2026-03-02T00:50:00Z") };
    await aSignal(desk.db, { ...red, code: "INT-05", isRestricted: true });
    expect(await desk.opened(ME)).not.toContain("Red signals");
    await aSignal(desk.db, { ...red, code: "OPS-10" });
    expect(await desk.opened(ME)).toMatch(/Red signals that nobody has answered \(1\).*Nudge.*Take over/s);
    for (let press = 0; press < 2; press += 1) {
      await desk.person(ME).clicks("Nudge", here);
      await desk.person(ME).closes({ all: true });
    }
    const told = await desk.db.outboxMessage.findMany({ where: { kind: "signal.nudged" } });
    expect(told.map(({ personId }) => personId)).toEqual([await desk.personId("account_manager")]);
    expect(await desk.db.auditEvent.count({ where: { verb: "signal.nudged" } })).toBe(1);
    await desk.tick();
    const heard = desk.person("account_manager").messagesFromBot();
    expect(heard.map(({ shown }) => shown).join("\n")).toMatch(/unit_manager asks you: .*Licence revoked/s);
  });
});

describe("who is away", () => {
  it("stands with who stands in; where nobody does, that is said first", async () => {
    const [officer, reviewer] = [await desk.personId("account_manager"), await desk.personId("post_loan_officer")];
    const { unitId } = await desk.db.person.findUniqueOrThrow({ where: { id: officer } });
    const leaver = await aPerson(desk.db, { name: "Zhou Leaves", unitId, leftOn: "2026-03-03" });
    const overseer = await desk.personId("overseer");
    const away = { reason: "", enteredBy: officer, enteredAt: new Date("2026-03-01T00:00:00Z"), toOn: "2026-03-05" };
    const standsIn = { ...away, fromOn: "2026-03-02", personId: overseer, standInId: reviewer };
    await desk.db.delegation.create({ data: standsIn });
    await desk.db.delegation.create({
      data: { ...away, fromOn: "2026-03-03", personId: officer, standInId: leaver.id },
    });
    expect(await desk.opened(ME)).toMatch(
      /Away now or within a week \(2\)\s+\*Nobody stands in:\* account_manager.*Zhou Leaves.*\n.*overseer/,
    );
  });
});

describe("what cannot wait", () => {
  it("stands above what can: others' unanswered reds before the manager's own signals, and once only", async () => {
    const { borrowerId } = await desk.db.inspection.findFirstOrThrow();
    const signal = { borrowerId, policyVersionId: desk.parts.policies.inForce().versionId };
    const raisedAt = new Date("2026-03-02T00:50:00Z");
    await aSignal(desk.db, { ...signal, code: "FIN-02", ownerId: await desk.personId(ME), raisedAt });
    await aSignal(desk.db, { ...signal, code: "OPS-10", level: "red", raisedAt });
    const text = await desk.opened(ME);
    const [red, own] = [text.indexOf("Red signals that nobody has answered"), text.indexOf("Your signals")];
    expect(red).toBeGreaterThan(-1);
    expect(own).toBeGreaterThan(red);
    expect(text.split("Licence revoked")).toHaveLength(2);
  });
});

describe("what else a manager does", () => {
  it("is a press away: an absence entered for somebody, and the register of events as a file", async () => {
    await desk.opened(ME);
    await desk.person(ME).clicks("Absence…", here);
    expect(desk.person(ME).modal?.text).toContain("Who stands in");
    await desk.person(ME).closes({ all: true });
    await desk.person(ME).clicks("Register as a file…", here);
    expect(desk.person(ME).modal?.submit).toBeDefined();
    expect(await desk.opened("administrator")).not.toContain("Register as a file…");
  });
});

describe("a full day", () => {
  it("of a manager fits into one view", async () => {
    for (let n = 0; n < 30; n += 1) {
      await asksForLater(`Later ${n}`);
      await desk.aCheck({ name: `Late ${n}`, dueOn: "2026-02-10" });
    }
    const { blocks } = renderHome(await homePieces(await desk.contextOf(await desk.personId(ME))));
    expect(blocks.length).toBeLessThanOrEqual(100);
    expect(JSON.stringify(blocks.at(-1))).not.toContain("…");
  });
});
