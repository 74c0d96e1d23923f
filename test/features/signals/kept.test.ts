/** A new keeper hears of what stands on the account, and answers for it; what is not theirs to know stays away. */
import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { acceptHandover } from "../../../src/features/handovers/answer.ts";
import { askHandover, letBooksFall } from "../../../src/features/handovers/index.ts";
import { addSignalRenderers } from "../../../src/features/signals/messages.ts";
import { Renderers } from "../../../src/platform/outbox/renderers.ts";
import { aBorrower, aLoan, anOfficer, aUnitManager } from "../../builders/index.ts";
import { aSignal, type SignalWishes } from "../../builders/signals.ts";
import { aWorld, reads, theMessage, type World } from "../morning/desk-world.ts";

let world: World;
let borrowerId: string;
const ids = { li: "", chen: "", manager: "" };
const renderers = new Renderers();
addSignalRenderers(renderers);

beforeEach(async () => {
  world = await aWorld();
  const li = await anOfficer(world.db);
  ids.li = li.id;
  ids.chen = (await anOfficer(world.db, { unitId: li.unitId })).id;
  ids.manager = (await aUnitManager(world.db, { unitId: li.unitId })).id;
  borrowerId = (await aBorrower(world.db, { ownerId: li.id, unitId: li.unitId, name: "Harbour Foods" })).id;
  await aLoan(world.db, { borrowerId });
});

const stands = (wishes: Partial<SignalWishes> = {}) =>
  aSignal(world.db, { borrowerId, policyVersionId: "policy-1", ownerId: ids.li, ...wishes });
const ownerOf = async (id: string) => (await world.db.signal.findUniqueOrThrow({ where: { id } })).ownerId;

async function handsOver(): Promise<void> {
  const wish = {
    inspectionIds: [],
    borrowerIds: [borrowerId],
    toPersonId: ids.chen,
    reason: "moves to another branch",
  };
  const asked = await askHandover(await world.as(ids.manager), wish);
  if (isRefusal(asked)) throw new Error(asked.refused);
  const accepted = await acceptHandover(await world.as(ids.chen), { batchId: asked.batchId });
  if (isRefusal(accepted)) throw new Error(accepted.refused);
}

const told = () => world.db.outboxItem.findMany({ where: { message: { kind: "signals.kept", personId: ids.chen } } });

describe("an account that is handed over", () => {
  it("brings its signals along: the new keeper answers for them and reads of them in one message", async () => {
    const [first, second] = [await stands(), await stands({ code: "FIN-05", level: "yellow" })];
    await handsOver();
    expect([await ownerOf(first.id), await ownerOf(second.id)]).toEqual([ids.chen, ids.chen]);
    const message = await theMessage(world, ids.chen, "signals.kept");
    const render = renderers.of("signals.kept");
    if (render === undefined) throw new Error("nobody draws it");
    const lines = await reads(world, render, message);
    expect(lines?.[0]).toBe("2 signals stand on accounts that you keep now");
    expect(lines?.filter((line) => line.startsWith("Harbour Foods"))).toHaveLength(2);
    const { act, personId } = await world.db.signalEvent.findFirstOrThrow({ where: { signalId: first.id } });
    expect([act, personId]).toEqual(["passed_on", null]);
  });

  it("asks the new keeper no more to take what is theirs with the account", async () => {
    const offer = { offeredToId: ids.chen, offeredById: ids.li, offeredAt: new Date("2026-03-09") };
    const offered = await stands(offer);
    await handsOver();
    const { ownerId, offeredToId } = await world.db.signal.findUniqueOrThrow({ where: { id: offered.id } });
    expect([ownerId, offeredToId]).toEqual([ids.chen, null]);
  });

  it("leaves a signal with whoever took it over, and tells the new keeper of it all the same", async () => {
    const taken = await stands({ ownerId: ids.manager });
    await handsOver();
    expect(await ownerOf(taken.id)).toBe(ids.manager);
    expect((await told()).map(({ subjectId }) => subjectId)).toEqual([taken.id]);
  });

  it("says nothing of a restricted signal, of one about the work of the one before, nor of one that has ended", async () => {
    await stands({ isRestricted: true, ownerId: null, code: "INT-05" });
    const about = await stands({ code: "PRC-04", ownerId: ids.manager });
    await world.db.signalNamed.create({ data: { signalId: about.id, personId: ids.li } });
    await stands({ code: "FIN-05", state: "false_alarm", endedById: ids.manager, endedAt: new Date("2026-03-09") });
    await handsOver();
    expect(await told()).toEqual([]);
    expect(await world.db.outboxMessage.count({ where: { kind: "signals.kept" } })).toBe(0);
  });

  it("that falls to the manager because its keeper has left brings them along too", async () => {
    const signal = await stands();
    await world.db.person.update({ where: { id: ids.li }, data: { leftOn: "2026-03-09" } });
    const fallen = await letBooksFall(world.system());
    expect(isRefusal(fallen)).toBe(false);
    expect(await ownerOf(signal.id)).toBe(ids.manager);
    expect(await world.db.outboxMessage.count({ where: { kind: "signals.kept", personId: ids.manager } })).toBe(1);
  });
});
