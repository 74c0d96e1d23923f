/** Closed cases of a customer that whoever had a measure to carry out may say the cost of. A restricted one is none, for nobody. */
import type { Context } from "../../platform/context.ts";
import type { Piece } from "../../platform/view.ts";
import { costButton } from "./cost-button.ts";

const MOST = 3;

/** The latest that ended at `since` or after it. */
export async function endedCasePieces({ db, t }: Context, borrowerId: string, since: Date): Promise<Piece[]> {
  const rows = await db.signal.findMany({
    where: { borrowerId, state: "closed", isRestricted: false, named: { none: {} }, endedAt: { gte: since } },
    orderBy: [{ endedAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: { id: true, number: true, costs: { take: 1, select: { id: true } } },
  });
  return rows.map(({ id, number, costs }) => ({
    kind: "item",
    text: [t("case_cost.ended_case", { number })],
    buttons: [costButton(t, id, costs.length > 0)],
  }));
}
