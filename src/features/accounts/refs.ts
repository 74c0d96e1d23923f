/** A customer by whatever names them in a message: an id, or a number of theirs. */
import type { Context } from "../../platform/context.ts";

/** A report is numbered as its inspection, a later revision with `/2` behind it, a measure with `/M1`. */
const inspectionNumberOf = (wanted: string) => wanted.toUpperCase().replace(/\/M?\d+$/u, "");

/** The exact number of the customer, of a loan, of an inspection or a report. Whether the reader may see them is asked afterwards. */
export async function idByNumber({ db }: Context, number: string): Promise<string | undefined> {
  const customer = await db.borrower.findUnique({ where: { number }, select: { id: true } });
  if (customer !== null) return customer.id;
  const loan = await db.loan.findUnique({ where: { number }, select: { borrowerId: true } });
  if (loan !== null) return loan.borrowerId;
  const named = { where: { number: inspectionNumberOf(number) }, select: { borrowerId: true } };
  return (await db.inspection.findUnique(named))?.borrowerId;
}

export async function idByRef(ctx: Context, ref: string): Promise<string | undefined> {
  const known = await ctx.db.borrower.findUnique({ where: { id: ref }, select: { id: true } });
  return known?.id ?? (await idByNumber(ctx, ref));
}
