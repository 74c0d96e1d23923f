/** What a signal shows as coming next is what each person's Slack then receives, over a holiday, with absences and vacancies. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { foreseen } from "../../src/features/escalation/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import type { PersonSeed } from "../../src/workspace/workspace.ts";
import { aBorrower, anOfficer, aPerson, aStandIn, aUnit, aUnitManager } from "../builders/index.ts";
import { aSignal } from "../builders/signals.ts";
import { startTestDesk, type TestDesk } from "../setup/test-desk.ts";

/** Tuesday 29 September 2026, ten in the morning; the National holiday begins on Thursday. */
const BEGINS = "2026-09-29T02:00:00Z";
const DAYS = 10;
/** What is not red is told in bundles: so many minutes later at most. */
const BUNDLE_MS = 15 * 60_000;

const ROLES = ["keeper", "manager", "risk", "president", "stand_in"] as const;
type Role = (typeof ROLES)[number];
const userOf = (role: Role) => `U${role.toUpperCase().replace("_", "")}`;
const emailOf = (role: Role) => `${role}@bank.example`;
const seeds = ROLES.map((role): PersonSeed => {
  const names = { name: role, realName: role, title: role, locale: "en-US", timeZone: "Asia/Shanghai" };
  return { id: userOf(role), email: emailOf(role), ...names };
});

const cases = fc.record({
  level: fc.constantFrom("red" as const, "orange" as const, "yellow" as const),
  raisedAfter: fc.integer({ min: 0, max: 3 * 1_440 }),
  byPerson: fc.boolean(),
  away: fc.constantFrom("nobody" as const, "keeper" as const, "manager" as const),
  vacant: fc.constantFrom("nobody" as const, "manager" as const, "risk" as const, "president" as const),
});
type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

interface Lived {
  readonly desk: TestDesk;
  readonly people: ReadonlyMap<string, Role>;
  readonly signalId: string;
}

async function aBook(db: Tx, { away, vacant }: Case): Promise<{ people: Map<string, Role>; borrowerId: string }> {
  const head = await aUnit(db, { name: "Head office", kind: "head_office" });
  const branch = await aUnit(db, { name: "Harbour Branch", parentId: head.id });
  const keeper = await anOfficer(db, { email: emailOf("keeper"), unitId: branch.id });
  const manager = await aUnitManager(db, { email: emailOf("manager"), unitId: branch.id });
  const risk = await aPerson(db, { email: emailOf("risk"), unitId: head.id, roles: [{ role: "risk_manager" }] });
  const president = await aPerson(db, {
    email: emailOf("president"),
    unitId: head.id,
    roles: [{ role: "head_office_manager" }],
  });
  const role = away === "manager" ? "unit_manager" : "account_manager";
  const standIn = await aPerson(db, { email: emailOf("stand_in"), unitId: branch.id, roles: [{ role }] });
  const posts = { keeper, manager, risk, president, stand_in: standIn };
  if (vacant !== "nobody") {
    await db.person.update({ where: { id: posts[vacant].id }, data: { leftOn: "2026-09-01" } });
  }
  if (away !== "nobody" && away !== vacant) {
    const days = { fromOn: "2026-09-01", toOn: "2026-12-31" };
    await aStandIn(db, { personId: posts[away].id, standInId: standIn.id, ...days });
  }
  const { id: borrowerId } = await aBorrower(db, { unitId: branch.id, ownerId: keeper.id });
  return { people: new Map(ROLES.map((one) => [posts[one].id, one])), borrowerId };
}

async function lived(one: Case): Promise<Lived> {
  const raisedAt = new Date(Date.parse(BEGINS) + one.raisedAfter * 60_000);
  let book: Awaited<ReturnType<typeof aBook>> | undefined;
  const desk = await startTestDesk({
    at: raisedAt.toISOString(),
    people: seeds,
    book: async (db) => {
      book = await aBook(db, one);
    },
  });
  if (book === undefined) throw new Error("no book");
  const { people, borrowerId } = book;
  const raisedById = one.byPerson ? ([...people].find(([, role]) => role === "keeper")?.[0] ?? null) : null;
  const policyVersionId = desk.parts.policies.inForce().versionId;
  const { level } = one;
  const signal = await aSignal(desk.db, { policyVersionId, borrowerId, level, raisedAt, raisedById });
  return { desk, people, signalId: signal.id };
}

/** Messages of rungs that have come to a person's own conversation with the app since they were looked at last, by person. */
async function arrivals({ desk, people }: Lived, seen: Set<string>): Promise<Role[]> {
  const rungs = await desk.db.outboxMessage.findMany({
    where: { kind: { startsWith: "signals.rung" }, ts: { not: null } },
    select: { ts: true, personId: true },
  });
  return rungs.flatMap(({ ts, personId }) => {
    const role = people.get(personId ?? "");
    if (role === undefined || ts === null || seen.has(ts)) return [];
    const isThere = desk
      .as(userOf(role))
      .messagesFromBot()
      .some((message) => message.ts === ts);
    if (!isThere) return [];
    seen.add(ts);
    return [role];
  });
}

it("agrees in every generated case with the messages that the workspace received, person by person", async () => {
  let received = 0;
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      const scene = await lived(one);
      const { desk, people, signalId } = scene;
      try {
        const rungs = await foreseen(systemContext(desk.parts), signalId, DAYS);
        const shown = rungs.flatMap(({ at, personIds }) =>
          personIds.map((id) => ({ at: at.getTime(), role: people.get(id) })),
        );
        const moments = new Set(shown.flatMap(({ at }) => [at, at + BUNDLE_MS]));
        const seen = new Set<string>();
        const came: { at: number; role: Role }[] = [];
        for (const at of [...moments].sort((a, b) => a - b)) {
          desk.at(new Date(at).toISOString());
          await desk.run("escalations");
          await desk.tick();
          came.push(...(await arrivals(scene, seen)).map((role) => ({ at, role })));
        }
        const isTold = (telling: (typeof shown)[number], message: (typeof came)[number]) =>
          message.role === telling.role && message.at >= telling.at && message.at <= telling.at + BUNDLE_MS;
        expect(shown.filter((telling) => !came.some((message) => isTold(telling, message)))).toEqual([]);
        expect(came.filter((message) => !shown.some((telling) => isTold(telling, message)))).toEqual([]);
        received += came.length;
      } finally {
        await desk.stop();
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
  expect(received).toBeGreaterThan(0);
}, 400_000);
