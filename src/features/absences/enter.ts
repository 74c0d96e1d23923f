/** Somebody will be away, and somebody else does their work: entered by themselves, or by whoever leads their unit. */
import { absenceInTheWay, readDays } from "../../domain/absence.ts";
import { RECHECK } from "../../domain/inspection.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { uncoveredRole } from "../../domain/stand-in.ts";
import { ROLES } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { refusedByGuard } from "../../platform/storage/index.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { drawnWithPartOf, isAtWork, standingAt, unitPath } from "../people/index.ts";
import { redrawQueuesOf } from "../review-queue/index.ts";
import { type AbsenceRow, absencesOf, findAbsence } from "./store.ts";
import { tellAbsence } from "./tell.ts";

export interface AbsenceWish {
  readonly personId: string;
  readonly standInId: string;
  /** As typed. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** The guard that sees both, whichever process they came from. */
const CROSSING = "absences_do_not_cross";

/** Refused with the field it stands at: from, to, stand_in. */
export async function enterAbsence(ctx: Context, wish: AbsenceWish): Promise<AbsenceRow | Refusal> {
  try {
    return await enterOnce(ctx, wish);
  } catch (error) {
    if (refusedByGuard(error) !== CROSSING) {
      throw error;
    }
    // Somebody's crossing absence was stored in the same instant: it is known now, and said to be in the way.
    return enterOnce(ctx, wish);
  }
}

async function enterOnce(ctx: Context, wish: AbsenceWish): Promise<AbsenceRow | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const person = await findPerson(tx, wish.personId);
    const standIn = await findPerson(tx, wish.standInId);
    if (person === null || standIn === null || !isAtWork(standIn, tx.now)) {
      return refuse("person.unknown", { typed: standIn?.name ?? "" }, "stand_in");
    }
    const path = await unitPath(tx.db, person.unitId);
    const own = wish.personId === tx.actor.personId ? wish.personId : null;
    const refused = authorize(tx, "enter_absence", { unitPath: path, assigneeId: own });
    const days = refused ?? readDays(wish.from, wish.to, localDate(tx.now, person.unit.timeZone));
    if (isRefusal(days)) {
      return days;
    }
    const wanted = { ...days, personId: person.id, standInId: standIn.id, standInName: standIn.name };
    const known = (await absencesOf(tx, { id: { in: [person.id, standIn.id] } }, days.fromOn)).map((row) => ({
      ...row,
      personName: row.person.name,
      standInName: row.standIn.name,
    }));
    return (
      absenceInTheWay(wanted, known) ??
      (await unfit(tx, person, standIn)) ??
      (await looksAtOwn(tx, person, standIn)) ??
      save(tx, { ...wish, ...days })
    );
  });
}

function findPerson(tx: Context, id: string) {
  return tx.db.person.findUnique({
    where: { id },
    include: { unit: true, grants: { where: standingAt(tx.now) } },
  });
}

type PersonFound = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** The stand-in must be able to do the work: the same rights, in the same unit or above. */
async function unfit(tx: Context, person: PersonFound, standIn: PersonFound): Promise<Refusal | undefined> {
  const absent = [];
  for (const grant of person.grants) {
    absent.push({ role: oneOf(ROLES, grant.role), unitPath: await unitPath(tx.db, grant.unitId) });
  }
  const other = standIn.grants.map(({ role, unitId }) => ({ role: oneOf(ROLES, role), unitId }));
  const missing = uncoveredRole(absent, other);
  return missing === undefined
    ? undefined
    : refuse("absence.stand_in_rights", { name: standIn.name, role: tx.t(`role.${missing}`) }, "stand_in");
}

/** A stand-in would get the absent one's re-checks, and nobody looks again at what they have a part in (R81). */
async function looksAtOwn(tx: Context, person: PersonFound, standIn: PersonFound): Promise<Refusal | undefined> {
  const rechecks = await tx.db.inspection.findMany({
    where: { assigneeId: person.id, occasion: RECHECK, state: { in: ["planned", "started", "returned"] } },
    select: { id: true },
  });
  const ids = rechecks.map(({ id }) => id);
  const [number] = await drawnWithPartOf(tx.db, ids, standIn.id);
  return number === undefined
    ? undefined
    : refuse("absence.stand_in_recheck", { name: standIn.name, number }, "stand_in");
}

type Wanted = Omit<AbsenceWish, "from" | "to"> & { readonly fromOn: string; readonly toOn: string };

async function save(tx: Context, { personId, standInId, fromOn, toOn, reason }: Wanted): Promise<AbsenceRow> {
  const id = newId();
  const data = { personId, standInId, fromOn, toOn, reason, enteredBy: tx.actor.personId };
  await tx.db.delegation.create({ data: { id, ...data, enteredAt: tx.now.toJSDate() } });
  await record(tx.db, {
    at: tx.now,
    actorId: tx.actor.personId,
    verb: "absence.entered",
    subject: { kind: "person", id: personId },
    after: { id, ...data },
  });
  await tellAbsence(tx, { id, personId, standInId }, "entered");
  await redrawQueuesOf(tx, [personId, standInId]);
  const saved = await findAbsence(tx, id);
  if (saved === null) {
    throw new Error(`absence ${id} was not saved`);
  }
  return saved;
}
