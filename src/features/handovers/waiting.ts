/** Requests that wait for the actor's answer: work that is offered to them, and what nobody answered in the units they lead. */
import { authorize, type Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { type Button, bold, type Excerpt, type Piece, quiet } from "../../platform/view.ts";
import { unitPath, unitsWhere } from "../people/index.ts";
import { unitOf } from "./batch.ts";
import { ACCEPT, DECLINE, GIVE, LEAVE } from "./ids.ts";
import { loadTold } from "./messages.ts";
import { reasonTexts, type Told } from "./views.ts";

const READ = 200;

/** Offered to the actor. */
export async function handoversToAnswer(ctx: Context, most: number): Promise<Excerpt> {
  const rows = await ctx.db.handover.findMany({
    where: { toPersonId: ctx.actor.personId, state: { in: ["asked", "escalated"] } },
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
    take: READ,
    select: { batchId: true },
  });
  const { t } = ctx;
  return batches(ctx, rows, most, async (told) => {
    const value = told.batchId;
    return {
      text: t("handover.offered.title", { name: told.askedBy, count: told.rows.length }),
      buttons: [
        { text: t("handover.accept"), action: ACCEPT, value, style: "primary" },
        { text: t("handover.decline"), action: DECLINE, value },
      ],
    };
  });
}

/** Not answered in time: the actor gives the work, or leaves it where it is. */
export async function handoversToDecide(ctx: Context, most: number): Promise<Excerpt> {
  const units = new Set(await unitsWhere(ctx, "decide_handover"));
  const escalated =
    units.size === 0
      ? []
      : await ctx.db.handover.findMany({
          where: { state: "escalated" },
          orderBy: [{ answerBy: "asc" }, { id: "asc" }],
          take: READ,
          select: { batchId: true, borrower: { select: { unitId: true } }, inspection: { select: { unitId: true } } },
        });
  const mine = escalated.filter(({ inspection, borrower }) => units.has(inspection?.unitId ?? borrower.unitId));
  const { t } = ctx;
  return batches(ctx, mine, most, async (told) => {
    const subjects = await Promise.all(
      told.rows.map(async (row) => ({ unitPath: await unitPath(ctx.db, unitOf(row)) })),
    );
    if (subjects.some((subject) => authorize(ctx, "decide_handover", subject) !== undefined)) return undefined;
    const names = { to: told.to, from: told.from === "" ? "–" : told.from };
    const count = told.rows.filter(({ state }) => state === "escalated").length;
    return {
      text: t("handover.escalated.title", { to: told.to, count }),
      buttons: [
        { text: t("handover.give", names), action: GIVE, value: told.batchId, style: "primary" },
        { text: t("handover.leave", names), action: LEAVE, value: told.batchId },
      ],
    };
  });
}

interface Line {
  readonly text: string;
  readonly buttons: readonly Button[];
}

async function batches(
  ctx: Context,
  rows: readonly { readonly batchId: string | null }[],
  most: number,
  lineOf: (told: Told) => Promise<Line | undefined>,
): Promise<Excerpt> {
  const ids = [...new Set(rows.flatMap(({ batchId }) => batchId ?? []))];
  const pieces: Piece[] = [];
  const told = await inTurns(ids, (some) => Promise.all(some.map((id) => loadTold(ctx, id))));
  for (const one of told) {
    const said = one && (await lineOf(one));
    if (one === undefined || said === undefined) continue;
    const why = reasonTexts(ctx.t, one.rows[0]?.reason ?? "");
    const detail = why.length === 0 ? {} : { detail: [quiet(why.join(" "))] };
    pieces.push({ kind: "item", text: [bold(said.text)], ...detail, buttons: said.buttons });
  }
  return { count: pieces.length, pieces: pieces.slice(0, most) };
}
