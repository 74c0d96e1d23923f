/** How a signal that was just raised, got worse or came back is told: by its path (handbook 2.4). */
import { climbs } from "../../domain/escalation/index.ts";
import type { Context } from "../../platform/context.ts";
import { climb, tellOnce } from "../escalation/index.ts";
import { openContactNote } from "../planning/index.ts";
import type { Sign } from "./sign.ts";
import { tellRaised } from "./tell.ts";

/** In the transaction of the fact. */
export async function tellOf(tx: Context, id: string, sign: Sign): Promise<void> {
  if (sign.isRestricted) return tellRaised(tx, id);
  const { path, subject, borrower } = sign;
  const asksForCall = path === "contact_note" && subject.kind === "loan";
  const isCalled = asksForCall && (await openContactNote(tx, borrower.id, subject.id));
  if (climbs(sign)) return beginLadder(tx, id);
  // The note itself stands in the morning of whoever makes the call.
  if (path !== "quiet" && !isCalled) await tellOnce(tx, id);
}

/** A post that nobody holds is reported by the sweep, which looks once more. */
async function beginLadder(tx: Context, id: string): Promise<void> {
  const { vacant } = await climb(tx, id);
  if (vacant.length > 0) {
    await tx.db.signal.update({ where: { id }, data: { ladderAt: tx.now.toJSDate() } });
  }
}
