/** What a person is shown as coming next is what then comes: in every generated case. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aPerson, aStandIn } from "../../builders/index.ts";
import { aSignal } from "../../builders/signals.ts";
import { aLadderDesk, type LadderDesk } from "./ladder-desk.ts";

/** Tuesday 29 September 2026: the National holiday begins on Thursday. */
const BEGINS = "2026-09-29T02:00:00Z";
const DAYS = 12;

const cases = fc.record({
  level: fc.constantFrom("red" as const, "orange" as const, "yellow" as const, "blue" as const),
  /** Minutes after the beginning; it may be night, or the holiday. */
  raisedAfter: fc.integer({ min: 0, max: 3 * 1_440 }),
  byPerson: fc.boolean(),
  isVeto: fc.boolean(),
  acknowledgedAfter: fc.option(fc.integer({ min: 0, max: 1_440 }), { nil: undefined }),
  verifiedAfter: fc.option(fc.integer({ min: 0, max: 1_440 }), { nil: undefined }),
  away: fc.constantFrom("nobody" as const, "keeper" as const, "manager" as const),
  vacant: fc.constantFrom("nobody" as const, "manager" as const, "risk" as const, "president" as const),
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

const after = (iso: string, minutes: number) => new Date(Date.parse(iso) + minutes * 60_000);

async function scene(one: Case): Promise<{ desk: LadderDesk; signalId: string }> {
  const desk = await aLadderDesk(BEGINS);
  const everyday = { fromOn: "2026-09-01", toOn: "2026-12-31" };
  if (one.vacant !== "nobody") {
    await desk.db.person.update({ where: { id: desk[one.vacant].id }, data: { leftOn: "2026-09-01" } });
  }
  if (one.away !== "nobody" && one.away !== one.vacant) {
    const role = one.away === "keeper" ? "account_manager" : "unit_manager";
    const standIn = await aPerson(desk.db, { unitId: desk.branch.id, roles: [{ role }] });
    // Their own post is not the one that they fill for another: they hold it in the same unit.
    await aStandIn(desk.db, { personId: desk[one.away].id, standInId: standIn.id, ...everyday });
  }
  const raisedAt = after(BEGINS, one.raisedAfter);
  const acknowledgedAt =
    one.acknowledgedAfter === undefined ? null : after(raisedAt.toISOString(), one.acknowledgedAfter);
  const isVerified = acknowledgedAt !== null && one.verifiedAfter !== undefined;
  const verifiedAt = isVerified ? after(acknowledgedAt.toISOString(), one.verifiedAfter ?? 0) : null;
  const signal = await aSignal(desk.db, {
    policyVersionId: desk.policyVersionId,
    borrowerId: desk.borrowerId,
    level: one.level,
    raisedAt,
    isVeto: one.isVeto,
    raisedById: one.byPerson ? desk.keeper.id : null,
    acknowledgedAt,
    verifiedAt,
  });
  return { desk, signalId: signal.id };
}

interface Telling {
  readonly at: number;
  readonly person: string;
}
const sorted = (tellings: readonly Telling[]) =>
  [...new Set(tellings.map(({ at, person }) => `${new Date(at).toISOString()} ${person}`))].sort();

/** The clock goes from one foreseen moment to the next, and through the quarter hours between; each time the sweep runs. */
async function lives(desk: LadderDesk, moments: readonly number[]): Promise<Telling[]> {
  const last = moments.at(-1) ?? 0;
  const ticks = new Set(moments);
  for (let at = Date.parse(BEGINS); at <= last; at += 7 * 60 * 60_000) ticks.add(at);
  for (const at of [...ticks].sort((a, b) => a - b)) {
    desk.at(new Date(at).toISOString());
    await desk.sweeps();
  }
  const told = await desk.db.escalation.findMany();
  return told.map(({ toldAt, personId }) => ({ at: toldAt.getTime(), person: personId }));
}

describe("what happens next", () => {
  it("agrees with what is then told, to whom and in which minute, in every generated case", async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(cases, async (one) => {
        const { desk, signalId } = await scene(one);
        const foreseen = await desk.foresees(signalId, DAYS);
        const shown = foreseen.flatMap(({ at, personIds }) =>
          personIds.map((person) => ({ at: at.getTime(), person })),
        );
        const came = await lives(
          desk,
          foreseen.map(({ at }) => at.getTime()),
        );
        const laterThanShown = came.filter(({ at }) => at > Date.parse(BEGINS));
        expect(sorted(laterThanShown)).toEqual(sorted(shown));
        tried += shown.length;
      }),
      { numRuns: 25 },
    );
    expect(tried).toBeGreaterThan(20);
  }, 180_000);
});
