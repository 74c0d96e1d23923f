/** What was drawn of a month, whenever that was: what the terminal says after a draw, and what is there to verify. */
import { z } from "zod";
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { SAMPLE_REASONS, type SampleReason } from "../../domain/vocabulary.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { namesById } from "../people/index.ts";

export interface SampleKept {
  readonly id: string;
  readonly unit: string;
  readonly unitCode: string;
  readonly period: string;
  readonly drawnAt: Date;
  readonly seed: string;
  readonly population: number;
  readonly items: readonly {
    readonly number: string;
    readonly why: SampleReason;
    readonly recheck: string;
    /** Nobody was free of a part in it. */
    readonly assignee: string | undefined;
  }[];
}

/** By unit. The rights of a draw: whoever draws sees numbers and colleagues, and no customer. */
export async function samplesOf(ctx: Context, period: string): Promise<SampleKept[] | Refusal> {
  const refused = authorize(ctx, "draw_sample", nothingInParticular);
  if (refused !== undefined) {
    return refused;
  }
  const draws = await ctx.db.sampleDraw.findMany({
    where: { period },
    orderBy: { unit: { code: "asc" } },
    include: { unit: { select: { name: true, code: true } }, items: true },
  });
  const kept: SampleKept[] = [];
  for (const { id, unit, drawnAt, seed, population, items } of draws) {
    const known = { id, unit: unit.name, unitCode: unit.code, period, drawnAt, seed };
    kept.push({ ...known, population: sizeOf(population), items: await itemsOf(ctx, items) });
  }
  return kept;
}

function sizeOf(population: string): number {
  return z.array(z.unknown()).parse(JSON.parse(population)).length;
}

async function itemsOf(ctx: Context, items: readonly { inspectionId: string; why: string; recheckId: string }[]) {
  const rows = await ctx.db.inspection.findMany({
    where: { id: { in: items.flatMap(({ inspectionId, recheckId }) => [inspectionId, recheckId]) } },
    select: { id: true, number: true, assigneeId: true },
  });
  const names = await namesById(
    ctx.db,
    rows.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return items
    .map(({ inspectionId, why, recheckId }) => {
      const recheck = byId.get(recheckId);
      return {
        number: byId.get(inspectionId)?.number ?? "",
        why: oneOf(SAMPLE_REASONS, why),
        recheck: recheck?.number ?? "",
        assignee: names.get(recheck?.assigneeId ?? ""),
      };
    })
    .sort((a, b) => (a.number < b.number ? -1 : 1));
}
