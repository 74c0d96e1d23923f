/** Two who know nothing of each other agree about signals that do not climb: over the National holiday of 2026, with absences and vacancies. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { findUntoldSignals } from "../../../src/features/watchdog/untold-signals.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { aBorrower, anAdministrator, aPerson, aStandIn } from "../../builders/index.ts";
import { aLadderDesk, type LadderDesk } from "../escalation/ladder-desk.ts";
import { comesIn, isPutRight, LIGHT, RESTRICTED } from "./signals-come-in.ts";

/** Tuesday 29 September 2026, 16:00 in Shanghai; the holiday begins on Thursday. */
const BEGINS = new Date("2026-09-29T08:00:00Z");
const MINUTES = 6 * 1_440;
const LOOK_EVERY = 535;

const WHAT = {
  light: LIGHT,
  contact: { ...LIGHT, path: "contact_note" },
  restricted: RESTRICTED,
  known: { ...RESTRICTED, code: "INT-02" },
} as const;

const signals = fc.record({
  what: fc.constantFrom("light" as const, "contact" as const, "restricted" as const, "known" as const),
  raisedAfter: fc.integer({ min: 0, max: 3 * 1_440 }),
  worsensAfter: fc.option(fc.integer({ min: 10, max: 1_440 }), { nil: undefined }),
  curedAfter: fc.option(fc.integer({ min: 0, max: 2_880 }), { nil: undefined }),
  namesManager: fc.boolean(),
});
const cases = fc.record({
  signals: fc.array(signals, { minLength: 1, maxLength: 4 }),
  away: fc.constantFrom("nobody" as const, "keeper" as const, "manager" as const),
  gone: fc.constantFrom("nobody" as const, "keeper" as const, "manager" as const),
  hasReviewer: fc.boolean(),
  isKept: fc.boolean(),
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;
type Acts = Map<number, (() => Promise<unknown>)[]>;

async function people({ db, head, branch, ...desk }: LadderDesk, { hasReviewer, gone, away }: Case): Promise<void> {
  await anAdministrator(db, { unitId: head.id });
  await aPerson(db, { unitId: head.id, roles: [{ role: "compliance" }] });
  if (hasReviewer) await aPerson(db, { unitId: branch.id, roles: [{ role: "post_loan_officer" }] });
  if (gone !== "nobody") {
    await db.person.update({ where: { id: desk[gone].id }, data: { leftOn: "2026-09-01" } });
  }
  if (away !== "nobody" && away !== gone) {
    const role = away === "keeper" ? "account_manager" : "unit_manager";
    const standIn = await aPerson(db, { unitId: branch.id, roles: [{ role }] });
    await aStandIn(db, { personId: desk[away].id, standInId: standIn.id, fromOn: "2026-09-30", toOn: "2026-10-08" });
  }
}

async function happens(desk: LadderDesk, one: Case["signals"][number], isKept: boolean, acts: Acts): Promise<void> {
  const add = (at: number, act: () => Promise<unknown>) => acts.set(at, [...(acts.get(at) ?? []), act]);
  const { what, raisedAfter, worsensAfter, curedAfter } = one;
  const kept = isKept ? { ownerId: desk.keeper.id } : {};
  const { id: borrowerId } = await aBorrower(desk.db, { unitId: desk.branch.id, ...kept });
  const named = one.namesManager && what === "restricted" ? [desk.manager.id] : [];
  let id = "";
  add(raisedAfter, async () => {
    id = await comesIn(desk.parts, borrowerId, { ...WHAT[what], named });
  });
  if (worsensAfter !== undefined && what === "light") {
    add(raisedAfter + worsensAfter, () => comesIn(desk.parts, borrowerId, { ...LIGHT, level: "orange" }));
  }
  if (curedAfter !== undefined && (what === "light" || what === "contact")) {
    add(raisedAfter + curedAfter, () => isPutRight(desk.parts, id));
  }
}

async function addedBy(desk: LadderDesk, acts: Acts): Promise<string[]> {
  const added: string[] = [];
  const looks = Array.from({ length: MINUTES / LOOK_EVERY }, (_, index) => index * LOOK_EVERY);
  for (const minute of [...new Set([...acts.keys(), ...looks])].toSorted((a, b) => a - b)) {
    desk.at(new Date(BEGINS.getTime() + minute * 60_000).toISOString());
    for (const act of acts.get(minute) ?? []) await act();
    const found = await findUntoldSignals(systemContext(desk.parts));
    // That there is nobody is no difference between the two.
    added.push(...found.filter(({ kind }) => kind !== "nobody").map(({ key }) => `${minute} ${key}`));
  }
  return added;
}

it("the watchdog finds nothing to add to what was said once, in every generated case", async () => {
  let told = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const desk = await aLadderDesk(BEGINS.toISOString());
      await people(desk, one);
      const acts: Acts = new Map();
      for (const signal of one.signals) await happens(desk, signal, one.isKept, acts);
      expect(await addedBy(desk, acts)).toEqual([]);
      told += await desk.db.outboxItem.count({ where: { subjectKind: "signal" } });
      await desk.close();
    }),
    { numRuns: 8, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(0);
}, 400_000);
