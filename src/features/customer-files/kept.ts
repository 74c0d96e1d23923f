/** A customer as rights over their file are judged. */
import { readsInFull, type SubjectFacts } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { unitPath } from "../people/index.ts";

export interface Keepable {
  readonly number: string;
  readonly subject: SubjectFacts;
}

export async function customerOfFile(ctx: Context, borrowerId: string): Promise<Keepable | Refusal> {
  const customer = await ctx.db.borrower.findUnique({
    where: { id: borrowerId },
    select: { number: true, unitId: true, ownerships: { where: { toAt: null }, select: { personId: true } } },
  });
  if (customer === null) return refuse("not_found", { number: "" });
  const { number, unitId, ownerships } = customer;
  return { number, subject: { unitPath: await unitPath(ctx.db, unitId), ownerId: ownerships[0]?.personId ?? null } };
}

/** Nothing where the actor may file for this customer. */
export async function mayNotFile(ctx: Context, borrowerId: string): Promise<Refusal | undefined> {
  const found = await customerOfFile(ctx, borrowerId);
  return isRefusal(found) ? found : authorize(ctx, "file_document", found.subject);
}

/** Nothing where the actor reads what was handed in: whoever reads the customer's name in full. */
export async function mayNotRead(ctx: Context, borrowerId: string): Promise<Refusal | undefined> {
  const found = await customerOfFile(ctx, borrowerId);
  if (isRefusal(found)) return found;
  const refused = authorize(ctx, "see_account", found.subject);
  if (refused !== undefined) return refused;
  return readsInFull(ctx.actor, "see_account", found.subject) ? undefined : refuse("not_found", { number: "" });
}
