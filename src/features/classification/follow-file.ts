/** A file moved tiers: its customers cross as they do by people's own decisions (R113, R114, R117). */
import { nothingInParticular } from "../../domain/may.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { RISK_TIERS } from "../../domain/vocabulary.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { type LoanBefore, tiersMoved } from "./cross-departments.ts";

/** By customer, by loan: how it stood before; nothing of a loan that was not known. */
export type MovedByFile = ReadonlyMap<
  string,
  ReadonlyMap<string, { readonly tier: string; readonly state: string } | undefined>
>;

/**
 * Each customer in a transaction of its own, after their inspections have been planned. Answers how many are led by another
 * department now. A run that died is followed again: nobody is asked twice.
 */
export async function followFile(ctx: Context, moved: MovedByFile): Promise<{ crossed: number } | Refusal> {
  const refused = authorize(ctx, "import_portfolio", nothingInParticular);
  if (refused !== undefined) return refused;
  let crossed = 0;
  for (const [borrowerId, loans] of moved) {
    const before = new Map([...loans].map(([id, stood]) => [id, stoodAs(stood)]));
    const one = await inTransaction(ctx, (tx) => tiersMoved(tx, borrowerId, before));
    crossed += one === undefined ? 0 : 1;
  }
  return { crossed };
}

function stoodAs(stood: { readonly tier: string; readonly state: string } | undefined): LoanBefore | undefined {
  return stood === undefined ? undefined : { tier: oneOf(RISK_TIERS, stood.tier), state: stood.state };
}
