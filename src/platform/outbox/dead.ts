/** Messages that can never arrive are told to the administrators: one message a day each, which grows. */
import { nothingInParticular } from "../../domain/may.ts";
import { isTextKey, type TextKey } from "../../texts/index.ts";
import { localDate } from "../clock.ts";
import { authorize, type Context } from "../context.ts";
import type { OutboxRow } from "../storage/index.ts";
import { bold, line, note, type Piece, quiet, type View } from "../view.ts";
import { promise } from "./promise.ts";
import type { DueMessage, Renderers } from "./renderers.ts";

const DEAD = "delivery.dead";
const MESSAGE = "message";
const LINES = 15;

export function registerDelivery(renderers: Renderers): void {
  renderers.add(DEAD, drawDead);
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

async function administrators(tx: Context): Promise<string[]> {
  const now = tx.now.toJSDate();
  const grants = await tx.db.roleGrant.findMany({
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
  await tx.db.outboxMessage.update({ where: { key }, data: { staleAt: tx.parts.clocks.machineNow() } });
}

async function drawDead(ctx: Context, message: DueMessage): Promise<View | undefined> {
  if (authorize(ctx, "see_people_matching", nothingInParticular) !== undefined) {
    return undefined;
  }
  const ids = message.items.map(({ id }) => id);
  const dead = await ctx.db.outboxMessage.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const people = await ctx.db.person.findMany({ where: { id: { in: dead.flatMap((row) => row.personId ?? []) } } });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const title = ctx.t("delivery.dead", { count: dead.length });
  const shown = dead.slice(0, LINES).map((row) => deadPiece(ctx, row, nameOf.get(row.personId ?? "") ?? "?"));
  const more = dead.length > LINES ? [note(ctx.t("delivery.dead_more", { count: dead.length - LINES }))] : [];
  return { title, pieces: [line(title), ...shown, ...more] };
}

function deadPiece({ t }: Context, row: { kind: string; failure: string | null }, name: string): Piece {
  const key = `delivery.why.${row.failure ?? ""}`;
  const why: TextKey = isTextKey(key) ? key : "delivery.why.other";
  return {
    kind: "item",
    text: [bold(name), " · ", { code: row.kind }],
    detail: [quiet(t(why, { code: row.failure ?? "" }))],
  };
}
