import { isRefusal, refuse } from "../src/domain/refusal.ts";
import { OPEN_INSPECTION_STATES } from "../src/domain/vocabulary.ts";
import { findInspection, openCheck, subjectOf } from "../src/features/inspections/index.ts";
import { borrowerIdOf } from "../src/features/planning/index.ts";
import { defineCommand, words } from "../src/platform/commands/definition.ts";
import { authorize, type Context } from "../src/platform/context.ts";

export const check = defineCommand({
  name: "check",
  summary: "command.check.summary",
  usage: "NUMBER",
  verb: "start_check",
  where: ["slack"],
  args: words("number"),
  run: async (ctx, { number }) => {
    const inspectionId = await openInspection(ctx, number);
    if (inspectionId === undefined) {
      return refuse("not_found", { number });
    }
    return { kind: "modal", build: () => openCheck(ctx, inspectionId) };
  },
});

/** The inspection of that number, or the most urgent open one of that customer or loan's borrower; only the person's own. */
async function openInspection(ctx: Context, number: string): Promise<string | undefined> {
  const named = await ctx.db.inspection.findUnique({ where: { number }, select: { id: true } });
  const borrowerId = named === null ? await borrowerIdOf(ctx.db, number) : undefined;
  if (named === null && borrowerId === undefined) {
    return undefined;
  }
  const candidates = await ctx.db.inspection.findMany({
    where: { ...(named === null ? { borrowerId } : named), state: { in: [...OPEN_INSPECTION_STATES] } },
    orderBy: { dueOn: "asc" },
    take: 20,
    select: { id: true },
  });
  for (const { id } of candidates) {
    const inspection = await findInspection(ctx.db, id);
    if (inspection !== null && !isRefusal(authorize(ctx, "start_check", await subjectOf(ctx.db, inspection)))) {
      return id;
    }
  }
  return undefined;
}
