/** Two who know nothing of each other agree about signals: over the National holiday of 2026, with absences, quiet, duty and vacancies. What does not climb: agrees-on-said-once. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findUntoldSignals } from "../../../src/features/watchdog/untold-signals.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { anAdministrator, aPerson, aStandIn } from "../../builders/index.ts";
import { aSignal } from "../../builders/signals.ts";
import { aLadderDesk, type LadderDesk } from "../escalation/ladder-desk.ts";

/** Tuesday 29 September 2026, 10:00 in Shanghai; the holiday begins on Thursday and ends after 7 October. */
const BEGINS = "2026-09-29T02:00:00Z";
const MINUTES = 12 * 1_440;

const cases = fc.record({
  level: fc.constantFrom("red" as const, "orange" as const, "yellow" as const, "blue" as const),
  raisedAfter: fc.integer({ min: 0, max: 3 * 1_440 }),
  byPerson: fc.boolean(),
  isVeto: fc.boolean(),
  acknowledgedAfter: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
  verifiedAfter: fc.option(fc.integer({ min: 0, max: 4_000 }), { nil: undefined }),
  plannedAfter: fc.option(fc.integer({ min: 0, max: 4_000 }), { nil: undefined }),
  quietAfter: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
  away: fc.constantFrom("nobody" as const, "keeper" as const, "manager" as const),
  gone: fc.constantFrom(
    "nobody" as const,
    "keeper" as const,
    "manager" as const,
    "risk" as const,
    "president" as const,
  ),
  onDuty: fc.boolean(),
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

const later = (iso: string | Date, minutes: number) => new Date(new Date(iso).getTime() + minutes * 60_000);

async function people(desk: LadderDesk, { gone, away, onDuty }: Case): Promise<void> {
  await anAdministrator(desk.db, { unitId: desk.head.id });
  if (gone !== "nobody") {
    await desk.db.person.update({ where: { id: desk[gone].id }, data: { leftOn: "2026-09-01" } });
  }
  if (away !== "nobody" && away !== gone) {
    const role = away === "keeper" ? "account_manager" : "unit_manager";
    const standIn = await aPerson(desk.db, { unitId: desk.branch.id, roles: [{ role }] });
    const days = { fromOn: "2026-10-02", toOn: "2026-10-09" };
    await aStandIn(desk.db, { personId: desk[away].id, standInId: standIn.id, ...days });
  }
  if (onDuty) {
    const duty = await aPerson(desk.db, { unitId: desk.branch.id, roles: [{ role: "unit_manager" }] });
    const turn = { unitId: desk.branch.id, role: "unit_manager", personId: duty.id, enteredById: desk.manager.id };
    const days = { fromOn: "2026-10-01", toOn: "2026-10-04" };
    await desk.db.dutyTurn.create({ data: { id: duty.id, ...turn, ...days, enteredAt: new Date(BEGINS) } });
  }
}

/** What happens to it, by the minute: as a person's act would write it. */
async function scene(desk: LadderDesk, one: Case): Promise<Map<number, () => Promise<unknown>>> {
  await people(desk, one);
  const raisedAt = later(BEGINS, one.raisedAfter);
  const acts = new Map<number, () => Promise<unknown>>();
  let id = "";
  const change = (data: object, at: Date) => () =>
    desk.db.signal.update({ where: { id }, data: { ...data, ladderAt: at } });
  acts.set(one.raisedAfter, async () => {
    const raised = { level: one.level, raisedAt, isVeto: one.isVeto };
    const by = { raisedById: one.byPerson ? desk.keeper.id : null };
    id = (
      await aSignal(desk.db, { policyVersionId: desk.policyVersionId, borrowerId: desk.borrowerId, ...raised, ...by })
    ).id;
  });
  let at = one.raisedAfter;
  const answers = [
    ["acknowledgedAt", one.acknowledgedAfter],
    ["verifiedAt", one.verifiedAfter],
    ["planApprovedAt", one.plannedAfter],
  ] as const;
  for (const [field, after] of answers) {
    if (after === undefined) break;
    at += after + 1;
    acts.set(at, change({ [field]: later(BEGINS, at) }, later(BEGINS, at)));
  }
  if (one.quietAfter !== undefined) {
    const minute = one.raisedAfter + one.quietAfter + 1;
    const before = acts.get(minute);
    acts.set(minute, async () => {
      await before?.();
      const fromAt = later(BEGINS, minute);
      const snooze = { personId: desk.keeper.id, fromAt, untilAt: later(fromAt, 1_500), reason: "away" };
      await desk.db.signalSnooze.create({
        data: { signalId: id, ...snooze, policyVersionId: desk.policyVersionId },
      });
      await change({}, fromAt)();
    });
  }
  return acts;
}

/** The sweep comes at the moment of every rung before `end`, and again each quarter of an hour while the rung waits. */
async function sweptUntil(desk: LadderDesk, end: Date): Promise<void> {
  for (let waits = 0; ; waits += 1) {
    const next = await desk.db.signal.findFirst({ where: { ladderAt: { lt: end } } });
    if (next?.ladderAt == null) return;
    const comes = later(next.ladderAt, waits * 15);
    if (comes >= end) return;
    desk.at(comes.toISOString());
    await desk.sweeps();
  }
}

it("the watchdog finds nothing to add to what the ladder says, in every generated case", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const desk = await aLadderDesk(BEGINS);
      const acts = await scene(desk, one);
      const added: string[] = [];
      const moments = new Set([
        ...acts.keys(),
        ...Array.from({ length: MINUTES / 1_035 }, (_, index) => index * 1_035),
      ]);
      for (const minute of [...moments].toSorted((a, b) => a - b)) {
        await sweptUntil(desk, later(BEGINS, minute));
        desk.at(later(BEGINS, minute).toISOString());
        await acts.get(minute)?.();
        await desk.sweeps();
        const differences = await findUntoldSignals(systemContext(desk.parts));
        // That there is nobody is no difference between the two.
        added.push(...differences.filter(({ kind }) => kind !== "nobody").map(({ key }) => `${minute} ${key}`));
      }
      expect(added).toEqual([]);
      told += await desk.db.escalation.count();
    }),
    { numRuns: 5, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(0);
}, 400_000);
