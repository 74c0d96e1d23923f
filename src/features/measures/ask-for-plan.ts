/**
 * One plan per customer (R117, R118): where the policy asks for one, it is opened for whoever keeps the customer, with a date, and
 * waits on their desk like any measure until a second person has approved it. What is in it, people decide.
 */
import { isoDate } from "../../domain/dates.ts";
import { CUSTOMER_TYPES, type IsoDate, PLAN_KINDS } from "../../domain/vocabulary.ts";
import { type PlanAsked, planAskedFor, planReviewOn, planWrittenBy } from "../../domain/zones/index.ts";
import { record } from "../../platform/audit/index.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { markStale, promise } from "../../platform/outbox/promise.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { leadersOf } from "../handovers/index.ts";
import { type StandingZone, zoneOfBorrower } from "../standing-zones/index.ts";
import { GIVEN_KIND, MEASURE_SUBJECT } from "./ids.ts";

export interface AskedPlan {
  readonly id: string;
  readonly ownerId: string;
  readonly dueOn: IsoDate;
}

/**
 * In the transaction of what moved the customer: a tier, a file, an approved zone. As often as you like: a plan that waits for its
 * author or its second person is the plan. Nothing where the policy asks for none, and where nobody keeps the customer or leads
 * its unit. What waits when the policy asks for nothing any more stays: a person says what became of it.
 */
export async function askForPlan(tx: Context, borrowerId: string): Promise<AskedPlan | undefined> {
  const customer = await standingOf(tx, borrowerId);
  if (customer?.asked === undefined) return undefined;
  const waiting = await tx.db.case.findFirst({
    where: { borrowerId, kind: { in: [...PLAN_KINDS] }, state: { in: ["open", "reported"] } },
  });
  const dueOn = planWrittenBy(customer.calendar, customer.zone.today, customer.asked);
  if (waiting === null) return open(tx, customer, { asked: customer.asked, dueOn, reviewsId: null });
  // Handed in, it is judged as what it is; its approval asks for what is missing then.
  if (waiting.kind === customer.asked.kind || waiting.state === "reported") return undefined;
  await changeKind(tx, waiting, customer, { asked: customer.asked, dueOn });
  return { id: waiting.id, ownerId: waiting.ownerId, dueOn };
}

interface ApprovedPlan {
  readonly id: string;
  readonly kind: string;
  readonly borrowerId: string;
}

/** In the transaction of an approval: when the plan is looked at again, or the other one that the policy asks for by now. */
export async function askAgain(tx: Context, approved: ApprovedPlan): Promise<AskedPlan | undefined> {
  const customer = await standingOf(tx, approved.borrowerId);
  if (customer?.asked === undefined) return undefined;
  const { asked, calendar, zone } = customer;
  return asked.kind === approved.kind
    ? open(tx, customer, { asked, dueOn: planReviewOn(calendar, zone.today, asked), reviewsId: approved.id })
    : open(tx, customer, { asked, dueOn: planWrittenBy(calendar, zone.today, asked), reviewsId: null });
}

type Standing = NonNullable<Awaited<ReturnType<typeof standingOf>>>;

async function standingOf(tx: Context, borrowerId: string) {
  const zone = await zoneOfBorrower(tx, borrowerId);
  const borrower = await tx.db.borrower.findUnique({
    where: { id: borrowerId },
    select: {
      id: true,
      unitId: true,
      customerType: true,
      unit: { select: { calendarId: true } },
      loans: { where: { state: { in: ["live", "written_off"] } }, select: { id: true }, take: 1 },
      ownerships: { where: { toAt: null }, select: { personId: true } },
    },
  });
  if (zone === undefined || borrower === null || borrower.loans.length === 0) return undefined;
  const customerType = oneOf(CUSTOMER_TYPES, borrower.customerType);
  const asked = planAskedFor(tx.policy.policy, { ...zone, customerType });
  const calendar = tx.parts.calendars.get(borrower.unit.calendarId);
  if (calendar === undefined) {
    throw new Error(`a unit names the calendar ${borrower.unit.calendarId}, which is not loaded`);
  }
  return { borrower, zone, asked, calendar };
}

interface Wanted {
  readonly asked: PlanAsked;
  readonly dueOn: IsoDate;
  readonly reviewsId: string | null;
}

async function open(tx: Context, customer: Standing, { asked, dueOn, reviewsId }: Wanted) {
  const { borrower, zone } = customer;
  const ownerId = borrower.ownerships[0]?.personId ?? (await leadersOf(tx, borrower.unitId))[0]?.holderId;
  if (ownerId === undefined) return undefined;
  const id = newId();
  const place = 1 + (await tx.db.case.count({ where: { borrowerId: borrower.id, kind: { in: [...PLAN_KINDS] } } }));
  await tx.db.case.create({
    data: {
      ...{ id, kind: asked.kind, borrowerId: borrower.id, unitId: borrower.unitId, place, ownerId, dueOn, reviewsId },
      ...{ cause: zone.tier, goal: "", proof: "", state: "open" },
      openedById: tx.actor.personId,
      openedAt: tx.now.toJSDate(),
    },
  });
  // The next look at an approved plan is news to nobody yet: its reminders say it in time.
  if (reviewsId === null) await tellAuthor(tx, { id, ownerId, version: 0 });
  await noted(tx, id, "measure.opened", {
    ...saidOf(zone),
    kind: asked.kind,
    ownerId,
    dueOn,
    reviews: reviewsId ?? "",
  });
  return { id, ownerId, dueOn };
}

type WaitingPlan = NonNullable<Awaited<ReturnType<Context["db"]["case"]["findFirst"]>>>;

/** The customer has moved on before its plan was written: one plan, of the kind and by the date that are asked for now. */
async function changeKind(
  tx: Context,
  row: WaitingPlan,
  { zone }: Standing,
  { asked, dueOn }: Omit<Wanted, "reviewsId">,
): Promise<void> {
  await tx.db.case.update({
    where: { id: row.id, version: row.version },
    data: { kind: asked.kind, cause: zone.tier, dueOn, reviewsId: null, version: { increment: 1 } },
  });
  await tellAuthor(tx, { ...row, version: row.version + 1 });
  const before = { kind: row.kind, dueOn: isoDate(row.dueOn) };
  await noted(tx, row.id, "measure.changed", { ...saidOf(zone), kind: asked.kind, dueOn }, before);
  await markStale(tx, { kind: MEASURE_SUBJECT, id: row.id });
}

const saidOf = ({ zone, tier }: StandingZone) => ({ zone, tier });

interface Authored {
  readonly id: string;
  readonly ownerId: string;
  readonly version: number;
}

/** Also whoever opened it by their own decision: it is work of theirs with a date. */
async function tellAuthor(tx: Context, { id, ownerId, version }: Authored): Promise<void> {
  await promise(tx, {
    key: `${GIVEN_KIND}:${id}:${version}:${ownerId}`,
    kind: GIVEN_KIND,
    personId: ownerId,
    refs: { measureId: id },
    items: [{ kind: MEASURE_SUBJECT, id, stage: "given" }],
  });
}

function noted(
  tx: Context,
  id: string,
  verb: "measure.opened" | "measure.changed",
  after: Readonly<Record<string, string>>,
  before?: Readonly<Record<string, string>>,
): Promise<unknown> {
  return record(tx.db, {
    ...{ at: tx.now, actorId: tx.actor.personId, verb, subject: { kind: MEASURE_SUBJECT, id }, after },
    ...(before === undefined ? {} : { before }),
    policyVersionId: tx.policy.versionId,
  });
}
