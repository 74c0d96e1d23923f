/** Somebody is on duty for a role of a unit on these days, weekends and holidays too: a red that falls into them is theirs. */
import { readDays } from "../../domain/absence.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { covers } from "../../domain/stand-in.ts";
import { ROLES, type Role } from "../../domain/vocabulary.ts";
import { record } from "../../platform/audit/index.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { isAtWork, standingAt, unitPath } from "../people/index.ts";
import { DUTY_SUBJECT } from "./ids.ts";

export interface TurnWish {
  readonly role: string;
  readonly personId: string;
  /** As typed. */
  readonly from: string;
  readonly to: string;
}

/** For the unit that the actor leads. Refused with the field it stands at. */
export async function enterTurn(ctx: Context, wish: TurnWish): Promise<{ id: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const unitId = await unitLed(tx);
    if (isRefusal(unitId)) return unitId;
    const role = rolesOnDuty(tx).find((one) => one === wish.role);
    if (role === undefined) return refuse("duty.no_role", {}, "role");
    const days = readDays(wish.from, wish.to, localDate(tx.now, tx.actor.timeZone));
    if (isRefusal(days)) return days;
    const unfit = await unfitFor(tx, { ...wish, role }, unitId);
    if (unfit !== undefined) return unfit;
    const id = newId();
    const data = { unitId, role, personId: wish.personId, fromOn: days.fromOn, toOn: days.toOn };
    await tx.db.dutyTurn.create({
      data: { id, ...data, enteredById: tx.actor.personId, enteredAt: tx.now.toJSDate() },
    });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "duty.entered",
      subject: { kind: DUTY_SUBJECT, id },
      after: data,
    });
    return { id };
  });
}

export async function endTurn(ctx: Context, id: string): Promise<{ name: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const turn = await tx.db.dutyTurn.findUnique({ where: { id }, include: { person: { select: { name: true } } } });
    const path = turn === null ? [] : await unitPath(tx.db, turn.unitId);
    const refused = authorize(tx, "enter_duty", { unitPath: path });
    if (turn === null || refused !== undefined) return refused ?? refuse("not_found", { number: "" });
    const { count } = await tx.db.dutyTurn.updateMany({
      where: { id, endedAt: null },
      data: { endedAt: tx.now.toJSDate() },
    });
    if (count === 0) return refuse("duty.ended_already", { name: turn.person.name });
    await record(tx.db, {
      at: tx.now,
      actorId: tx.actor.personId,
      verb: "duty.ended",
      subject: { kind: DUTY_SUBJECT, id },
    });
    return { name: turn.person.name };
  });
}

/** The roles to which a red climbs. */
export function rolesOnDuty(ctx: Context): Role[] {
  return [...new Set(ctx.policy.policy.clocks.signals.red.path.map(({ role }) => role))];
}

/** The first of the actor's units that they may enter turns for. */
export async function unitLed(ctx: Context): Promise<string | Refusal> {
  for (const { unitId } of ctx.actor.grants) {
    if (authorize(ctx, "enter_duty", { unitPath: await unitPath(ctx.db, unitId) }) === undefined) return unitId;
  }
  return authorize(ctx, "enter_duty", { unitPath: [] }) ?? refuse("may.scope");
}

/** Whoever is on duty must be able to do what the role may: they hold it, or one that covers it, for the unit. */
async function unfitFor(
  tx: Context,
  { personId, role }: { readonly personId: string; readonly role: Role },
  unitId: string,
): Promise<Refusal | undefined> {
  const person = await tx.db.person.findUnique({
    where: { id: personId },
    include: { unit: true, grants: { where: standingAt(tx.now) } },
  });
  if (person === null || !isAtWork(person, tx.now)) return refuse("person.unknown", { typed: "" }, "person");
  const path = await unitPath(tx.db, unitId);
  const fits = person.grants.some((grant) => path.includes(grant.unitId) && covers(oneOf(ROLES, grant.role), role));
  return fits ? undefined : refuse("duty.unfit", { name: person.name, role: tx.t(`role.${role}`) }, "person");
}
