/** The three zones (R102): computed, shown where the customer is named, set by people with somebody else's approval. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { refreshKeyDates } from "../../src/features/key-dates/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { aSignal } from "../builders/signals.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { type Branch, LI, startBranch, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
let number: string;

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
  ({ number } = await desk.db.loan.findFirstOrThrow({ where: { borrowerId: branch.borrowerId } }));
});
afterEach(() => desk.stop());

const card = async (who: string) => {
  if (desk.as(who).modal !== null) await desk.as(who).closes({ all: true });
  await desk.as(who).says("/postloan customer Ningbo");
  return desk.as(who).modal?.text ?? "";
};
const override = () => desk.db.zoneOverride.findFirstOrThrow({ orderBy: { askedAt: "desc" } });

async function liAsks(zone: string, until = "2026-05-29"): Promise<void> {
  const li = desk.as(LI);
  await card(LI);
  await li.clicks("Ask for another zone");
  await li.chooses("Zone", zone);
  await li.fills("Until and with", until);
  await li.fills("Reason", "The largest buyer has stopped ordering");
  await li.submits();
}

describe("the zone of a customer", () => {
  it("is shown on the card, the check, the signal and the tier, and follows signals that anybody may see", async () => {
    expect(await card(LI)).toContain("Zone 1: worst tier Normal");
    const policyVersionId = desk.parts.policies.inForce().versionId;
    await aSignal(desk.db, {
      policyVersionId,
      borrowerId: branch.borrowerId,
      level: "red",
      code: "INT-02",
      isRestricted: true,
    });
    expect(await card(LI)).toContain("Zone 1: worst tier Normal");
    await aSignal(desk.db, { policyVersionId, borrowerId: branch.borrowerId, level: "orange" });
    expect(await card(LI)).toContain("Zone 2: an open warning signal");
    const li = desk.as(LI);
    await li.clicks("Open");
    expect(li.modal?.text).toContain("Zone 2: an open warning signal");
    await li.closes({ all: true });
    await li.says(`/postloan tiers ${number}`);
    expect(li.lastMessage?.shown).toContain("Zone 2: an open warning signal");
    await li.says("/postloan due");
    await li.clicks("Start check");
    expect(li.modal?.text).toContain("Zone: Zone 2");
  });

  it("is set by people when somebody else approves, plans the inspections again, and ends on its day", async () => {
    await liAsks("Zone 2");
    expect(desk.as(LI).modal?.text).toContain("Asked: Zhao Lei");
    await desk.as(LI).closes({ all: true });
    expect(await card(LI)).toContain("Zone 1: worst tier Normal");
    await desk.tick();
    const zhao = desk.as(ZHAO);
    expect(zhao.lastMessage?.text).not.toContain("Harbour");
    await zhao.says("/postloan tiers");
    expect(zhao.lastMessage?.shown).toContain("Zones to be decided");
    await zhao.clicks("Approve");
    expect(await override()).toMatchObject({ state: "approved", askedById: branch.liId, decidedById: branch.zhaoId });
    expect(await card(LI)).toContain("Zone 2: set by people until 29 May 2026 (by the rules Zone 1)");
    const planned = await desk.db.inspection.findFirstOrThrow({ where: { id: branch.inspectionId } });
    expect(planned.because).toContain("line_by_override");
    expect(await desk.db.auditEvent.count({ where: { verb: { startsWith: "zone." } } })).toBe(2);

    // A week before the last day its keeper hears of it; the day after, the rules count.
    desk.at("2026-05-22T00:35:00+08:00");
    await refreshKeyDates(systemContext(desk.parts));
    expect(await desk.db.keyDate.findMany({ where: { metOn: null, kind: "zone_override" } })).toMatchObject([
      { dueOn: "2026-05-29" },
    ]);
    desk.at("2026-05-30T09:05:00+08:00");
    expect(await card(LI)).toContain("Zone 1: worst tier Normal");
  });

  it("that was asked for climbs to whoever decides where nobody does, until somebody has", async () => {
    await liAsks("Zone 2");
    await desk.as(LI).closes({ all: true });
    const zhao = desk.as(ZHAO);
    desk.at("2026-03-03T09:05:00+08:00");
    await desk.tick();
    const mornings = () =>
      zhao.messagesFromBot().filter(({ shown }) => shown.includes("Zones asked for, and not decided"));
    expect(mornings()).toEqual([]);
    // Its working day is over.
    desk.at("2026-03-04T09:05:00+08:00");
    await desk.tick();
    expect(mornings()).toHaveLength(1);
    expect(mornings()[0]?.shown).toContain("Li Wen asks for another zone");
    expect(mornings()[0]?.shown).toContain("The largest buyer has stopped ordering");
    await zhao.says("/postloan due");
    expect(zhao.lastMessage?.shown ?? zhao.modal?.text).toContain("Zones asked for, and not decided (1)");
    await zhao.clicks("Approve", { in: mornings()[0] });
    expect(await override()).toMatchObject({ state: "approved", decidedById: branch.zhaoId });
    await desk.tick();
    expect(zhao.messagesFromBot().some(({ shown }) => shown.includes("✓ decided"))).toBe(true);
  });

  it("is not set milder for a non-performing customer, nor without an end, nor twice at a time", async () => {
    const li = desk.as(LI);
    await liAsks("Zone 2", "2026-09-01");
    expect(li.modal?.text).toContain("Please choose a day from");
    await li.closes({ all: true });
    await liAsks("Zone 2");
    await li.closes({ all: true });
    expect(await card(LI)).not.toContain("Ask for another zone");
    await desk.as(ZHAO).says("/postloan tiers");
    await desk.as(ZHAO).clicks("Decline");
    expect(await override()).toMatchObject({ state: "declined" });
    await desk.db.loan.updateMany({ data: { tier: "substandard" } });
    await liAsks("Zone 1");
    expect(li.modal?.text).toContain("stands in zone 3");
  });

  it("is not approved by who asked, and may be taken back", async () => {
    const zhao = desk.as(ZHAO);
    await card(ZHAO);
    await zhao.clicks("Ask for another zone");
    await zhao.chooses("Zone", "Zone 2");
    await zhao.fills("Reason", "Branch is worried");
    await zhao.submits();
    expect(zhao.modal?.text).toContain("There is nobody else who may approve it");
    expect(await desk.db.zoneOverride.count()).toBe(0);
    await zhao.closes({ all: true });
    await liAsks("Zone 3");
    await desk.as(LI).closes({ all: true });
    await zhao.says("/postloan tiers");
    await zhao.clicks("Approve");
    await card(ZHAO);
    await zhao.clicks("Take back");
    expect(await override()).toMatchObject({ state: "ended", decidedById: branch.zhaoId });
    expect(await card(LI)).toContain("Zone 1: worst tier Normal");
  });
});
