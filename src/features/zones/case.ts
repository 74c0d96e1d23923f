/** A customer, or an override that was asked for, with whoever may do something about its zone. */
import type { SubjectFacts } from "../../domain/may.ts";
import type { Context } from "../../platform/context.ts";
import { actingFor, unitPath } from "../people/index.ts";

const KEPT = {
  id: true,
  name: true,
  number: true,
  unitId: true,
  ownerships: { where: { toAt: null }, select: { personId: true } },
} as const;

export type ZoneCustomer = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;
export type ZoneOverrideRow = NonNullable<Awaited<ReturnType<typeof findOverride>>>;

export function findCustomer({ db }: Context, borrowerId: string) {
  return db.borrower.findUnique({ where: { id: borrowerId }, select: KEPT });
}

export function findOverride({ db }: Context, id: string) {
  return db.zoneOverride.findUnique({ where: { id }, include: { borrower: { select: KEPT } } });
}

export async function subjectOfCustomer(ctx: Context, customer: ZoneCustomer): Promise<SubjectFacts> {
  return {
    unitPath: await unitPath(ctx.db, customer.unitId),
    ownerId: customer.ownerships[0]?.personId ?? null,
  };
}

/** Neither who asked, nor who keeps the customer, nor who does that person's work today decides. */
export async function subjectOfOverride(
  ctx: Context,
  { borrower, askedById }: Pick<ZoneOverrideRow, "borrower" | "askedById">,
): Promise<SubjectFacts> {
  const parties = [askedById, ...borrower.ownerships.map(({ personId }) => personId)];
  const acting = await actingFor(ctx.db, parties, ctx.now);
  return { ...(await subjectOfCustomer(ctx, borrower)), notByPersons: [...parties, ...acting.values()] };
}
