/** A customer as rights over their file are judged. */
import { type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { unitPath } from "../people/index.ts";

/** Nothing where the actor may file for this customer. */
export async function mayNotFile(ctx: Context, borrowerId: string): Promise<Refusal | undefined> {
  const customer = await ctx.db.borrower.findUnique({
    where: { id: borrowerId },
    select: { unitId: true, ownerships: { where: { toAt: null }, select: { personId: true } } },
  });
  if (customer === null) return refuse("not_found", { number: "" });
  const subject = {
    unitPath: await unitPath(ctx.db, customer.unitId),
    ownerId: customer.ownerships[0]?.personId ?? null,
  };
  return authorize(ctx, "file_document", subject);
}
