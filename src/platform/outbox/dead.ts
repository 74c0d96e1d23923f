/** Messages that can never arrive are told to the administrators: one message a day each, which grows. */
import { nothingInParticular } from "../../domain/may.ts";
import { localDate } from "../clock.ts";
import { authorize, type Context } from "../context.ts";
import type { OutboxRow } from "../storage/index.ts";
import { bold, line, note, type Piece, quiet, type View } from "../view.ts";
import { drawBelow, FILE_BELOW } from "./file-below.ts";
import { markStaleWhere, promise } from "./promise.ts";
import { type DueMessage, REMINDER, type Renderers } from "./renderers.ts";
import { drawRerouted, MESSAGE, REROUTED, whyText } from "./reroute.ts";

const DEAD = "delivery.dead";
/** Nobody can find out whether it arrived, and it must not be said twice. */
export const MAY_HAVE_ARRIVED = "may_have_arrived";
const LINES = 15;

export function registerDelivery(renderers: Renderers): void {
  renderers.add(DEAD, drawDead, REMINDER);
  renderers.add(REROUTED, drawRerouted(renderers));
  renderers.add(FILE_BELOW, drawBelow(renderers), REMINDER);
}

/** Joins the transaction of the burial. A report that is itself undeliverable is not reported. */
export async function reportDead(tx: Context, row: OutboxRow): Promise<void> {
  if (row.kind === DEAD) {
    return;
  }
  const today = localDate(tx.now, tx.policy.policy.calendar.time_zone);
  const item = { kind: MESSAGE, id: row.id, stage: "dead" };
  for (const personId of await administrators(tx)) {
    const key = `${DEAD}:${personId}:${today}`;
    if (!(await promise(tx, { key, kind: DEAD, personId, slotOn: today, items: [item] }))) {
      await addTo(tx, key, row.id);
    }
  }
}

/** Who looks after the desk now, wherever. */
export async function administrators(ctx: Context): Promise<string[]> {
  const now = ctx.now.toJSDate();
  const grants = await ctx.db.roleGrant.findMany({
    where: { role: "administrator", fromAt: { lte: now }, OR: [{ toAt: null }, { toAt: { gt: now } }] },
    select: { personId: true },
  });
  return [...new Set(grants.map(({ personId }) => personId))];
}

async function addTo(tx: Context, key: string, deadId: string): Promise<void> {
  const { id: messageId } = await tx.db.outboxMessage.findUniqueOrThrow({ where: { key }, select: { id: true } });
  const item = { messageId, subjectKind: MESSAGE, subjectId: deadId };
  await tx.db.outboxItem.upsert({
    where: { messageId_subjectKind_subjectId: item },
    create: { ...item, stage: "dead" },
    update: {},
  });
  await markStaleWhere(tx, { key });
}

async function drawDead(ctx: Context, message: DueMessage): Promise<View | undefined> {
  if (authorize(ctx, "see_delivery", nothingInParticular) !== undefined) {
    return undefined;
  }
  const ids = message.items.map(({ id }) => id);
  const dead = await ctx.db.outboxMessage.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const instead = await readersInstead(ctx, ids);
  const nameOf = await namesOf(ctx, [...dead.map(({ personId }) => personId), ...[...instead.values()].flat()]);
  const title = ctx.t("delivery.dead", { count: dead.length });
  const shown = dead.slice(0, LINES).map((row) => deadPiece(ctx, row, nameOf, instead.get(row.id) ?? []));
  const more = dead.length > LINES ? [note(ctx.t("delivery.dead_more", { count: dead.length - LINES }))] : [];
  return { title, pieces: [line(title), ...shown, ...more, note(ctx.t("delivery.dead_hint"))] };
}

type NameOf = (personId: string | null) => string;

async function namesOf(ctx: Context, ids: readonly (string | null)[]): Promise<NameOf> {
  const known = ids.flatMap((id) => id ?? []);
  const people = await ctx.db.person.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (personId) => names.get(personId ?? "") ?? "?";
}

/** Who was told in the place of each. */
export async function readersInstead(ctx: Context, messageIds: readonly string[]): Promise<Map<string, string[]>> {
  const items = await ctx.db.outboxItem.findMany({
    where: { subjectKind: MESSAGE, subjectId: { in: [...messageIds] }, message: { kind: REROUTED } },
    select: { subjectId: true, message: { select: { personId: true } } },
  });
  const readers = new Map<string, string[]>();
  for (const { subjectId, message } of items) {
    readers.set(subjectId, [
      ...(readers.get(subjectId) ?? []),
      ...(message.personId === null ? [] : [message.personId]),
    ]);
  }
  return readers;
}

function deadPiece(ctx: Context, row: OutboxRow, nameOf: NameOf, instead: readonly string[]): Piece {
  const name = nameOf(row.personId);
  const also =
    instead.length === 0 ? "" : ` ${ctx.t("delivery.told_instead", { names: instead.map(nameOf).join(", ") })}`;
  return {
    kind: "item",
    text: [bold(name), " · ", { code: row.kind }],
    detail: [quiet(`${whyText(ctx, row.failure)}${also}`)],
  };
}
