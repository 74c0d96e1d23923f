/** Asks for another zone than the rules compute, until a day, with a reason (R102). Nothing moves before somebody else approves. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { readZoneWish, type ZoneWish } from "../../domain/zones/index.ts";
import { record } from "../../platform/audit/index.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { promise } from "../../platform/outbox/promise.ts";
import { ZONE_SUBJECT } from "../morning/index.ts";
import { holdersOf, namesOf } from "../people/index.ts";
import { type StandingZone, zoneOfBorrower } from "../standing-zones/index.ts";
import { findCustomer, subjectOfCustomer, subjectOfOverride, type ZoneCustomer } from "./case.ts";
import { ASKED_KIND, LONGEST_REASON } from "./ids.ts";

export interface ZoneAsking extends ZoneWish {
  readonly borrowerId: string;
  readonly reason: string;
}

/** The zone as it stands, where the actor may ask for another; or why there is no form for this reader. */
export async function whyNotAskZone(ctx: Context, borrowerId: string): Promise<StandingZone | Refusal> {
  const customer = await findCustomer(ctx, borrowerId);
  if (customer === null) return refuse("not_found", { number: "" });
  const refused = authorize(ctx, "ask_zone", await subjectOfCustomer(ctx, customer));
  return refused ?? (await zoneOfBorrower(ctx, borrowerId)) ?? refuse("not_found", { number: customer.number });
}

/** Answers the names of those who may approve it. */
export async function askZone(ctx: Context, asking: ZoneAsking): Promise<{ readonly names: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const customer = await findCustomer(tx, asking.borrowerId);
    if (customer === null) return refuse("not_found", { number: "" });
    const refused = authorize(tx, "ask_zone", await subjectOfCustomer(tx, customer));
    if (refused !== undefined) return refused;
    const wished = await readAsking(tx, customer, asking);
    if (isRefusal(wished)) return wished;
    const deciders = await decidersOf(tx, customer);
    if (deciders.length === 0) return refuse("zone.nobody");
    await store(tx, customer, wished, deciders);
    return { names: (await namesOf(tx.db, deciders)).join(", ") };
  });
}

async function readAsking(tx: Context, customer: ZoneCustomer, asking: ZoneAsking): Promise<Wished | Refusal> {
  const stands = await zoneOfBorrower(tx, customer.id);
  if (stands === undefined) return refuse("not_found", { number: customer.number });
  const { computed, today } = stands;
  const wish = readZoneWish(asking, { computed, today, maxDays: tx.policy.policy.zones.override.max_days });
  if (isRefusal(wish)) return wish;
  const reason = asking.reason.trim();
  if (reason === "" || reason.length > LONGEST_REASON) {
    return refuse("reason.needed", { most: LONGEST_REASON }, "reason");
  }
  const waiting = await tx.db.zoneOverride.findFirst({ where: { borrowerId: customer.id, state: "asked" } });
  return waiting === null ? { ...wish, computed, reason } : refuse("zone.waits_already");
}

type Wished = { readonly zone: string; readonly untilOn: string; readonly computed: string; readonly reason: string };

async function store(tx: Context, customer: ZoneCustomer, wished: Wished, deciders: readonly string[]): Promise<void> {
  const id = newId();
  await tx.db.zoneOverride.create({
    data: {
      ...wished,
      id,
      borrowerId: customer.id,
      unitId: customer.unitId,
      askedById: tx.actor.personId,
      askedAt: tx.now.toJSDate(),
      state: "asked",
      policyVersionId: tx.policy.versionId,
    },
  });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "zone.asked",
    subject: { kind: ZONE_SUBJECT, id },
    before: { zone: wished.computed },
    after: { borrower: customer.number, ...wished },
    policyVersionId: tx.policy.versionId,
  });
  for (const personId of deciders) {
    await promise(tx, {
      key: `${ASKED_KIND}:${id}:${personId}`,
      kind: ASKED_KIND,
      personId,
      urgent: true,
      refs: { overrideId: id },
      items: [{ kind: ZONE_SUBJECT, id, stage: "asked" }],
    });
  }
}

/** The unit's risk manager and its manager, or the nearest above; the head office's where there is neither. */
async function decidersOf(tx: Context, customer: ZoneCustomer): Promise<string[]> {
  const subject = await subjectOfOverride(tx, { borrower: customer, askedById: tx.actor.personId });
  const not = subject.notByPersons ?? [];
  const found = new Set<string>();
  for (const role of ["risk_manager", "unit_manager"] as const) {
    for (const person of (await holdersOf(tx.db, role, customer.unitId, tx.now, not)).personIds) found.add(person);
  }
  if (found.size > 0) return [...found];
  return [...(await holdersOf(tx.db, "head_office_manager", customer.unitId, tx.now, not)).personIds];
}
