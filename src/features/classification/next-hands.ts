/** Who has the next hand in a tier: of the unit, or where it lacks such a person of the unit above (article 30). */
import type { Hand } from "../../domain/classification/index.ts";
import type { Role } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { holdersOf } from "../people/index.ts";

const ROLES_OF: Readonly<Record<Exclude<Hand, "propose">, readonly Role[]>> = {
  recognise: ["risk_manager", "post_loan_officer"],
  approve: ["unit_manager", "head_office_manager"],
};

/** Nobody of `except`, who had a hand in it already. Empty where the lender has no such person. */
export async function nextHands(
  tx: Context,
  hand: Exclude<Hand, "propose">,
  unitId: string,
  except: readonly string[],
): Promise<readonly string[]> {
  for (const role of ROLES_OF[hand]) {
    const { personIds } = await holdersOf(tx.db, role, unitId, tx.now, except);
    if (personIds.length > 0) return personIds;
  }
  return [];
}
