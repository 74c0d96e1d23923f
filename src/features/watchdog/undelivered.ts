/** Promises that were not kept: held by a sender that died, or waiting for hours. */
import type { Context } from "../../platform/context.ts";
import { notPutOff } from "../../platform/outbox/quiet.ts";
import type { Difference } from "./difference.ts";

/** Long after a lease has ended, the next claim should have taken it over. */
const LEASE_MINUTES = 5;
const HOURS_UNSENT = 2;
/** So long something may be due while nothing at all leaves. */
const STANDSTILL_MINUTES = 15;
/** More of them say nothing new. */
const MOST = 200;

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly notBefore: Date;
}
const ROW = { id: true, kind: true, personId: true, notBefore: true } as const;

export async function findUndelivered(ctx: Context): Promise<Difference[]> {
  return [
    ...(await halfSent(ctx)).map((row) => ofMessage("half_sent", row)),
    ...(await unsent(ctx)).map((row) => ofMessage("unsent", row)),
    ...(await standstill(ctx)),
  ];
}

function ofMessage(kind: Difference["kind"], { id, kind: what, personId, notBefore }: Row): Difference {
  return {
    key: `${kind}:${id}`,
    kind,
    ...(personId === null ? {} : { personId }),
    subject: { kind: "message", id },
    detail: { what, since: notBefore.toISOString() },
  };
}

function halfSent(ctx: Context): Promise<Row[]> {
  const before = new Date(ctx.parts.clocks.machineNow().getTime() - LEASE_MINUTES * 60_000);
  return ctx.db.outboxMessage.findMany({
    where: { state: "claimed", OR: [{ leaseUntil: { lt: before } }, { leaseUntil: null }] },
    take: MOST,
    select: ROW,
  });
}

function unsent(ctx: Context): Promise<Row[]> {
  return ctx.db.outboxMessage.findMany({
    where: {
      state: { in: ["pending", "uncertain"] },
      notBefore: { lt: ctx.now.minus({ hours: HOURS_UNSENT }).toJSDate() },
      ...notPutOff(ctx.parts.clocks.machineNow()),
    },
    orderBy: { notBefore: "asc" },
    take: MOST,
    select: ROW,
  });
}

async function standstill(ctx: Context): Promise<Difference[]> {
  const before = ctx.now.minus({ minutes: STANDSTILL_MINUTES }).toJSDate();
  const machineNow = ctx.parts.clocks.machineNow();
  const oldest = await ctx.db.outboxMessage.findFirst({
    where: { state: "pending", notBefore: { lt: before }, ...notPutOff(machineNow) },
    orderBy: { notBefore: "asc" },
    select: ROW,
  });
  const last =
    oldest === null
      ? null
      : await ctx.db.outboxMessage.findFirst({ where: { sentAt: { gte: before } }, select: { id: true } });
  return oldest === null || last !== null
    ? []
    : [
        {
          key: "delivery_stopped",
          kind: "delivery_stopped",
          subject: { kind: "delivery", id: "all" },
          detail: { since: oldest.notBefore.toISOString() },
        },
      ];
}
