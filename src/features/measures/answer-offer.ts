/** What becomes of an offered measure: the colleague accepts or declines; unanswered in time, the unit's manager decides. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { becomeOwner, endOffer, tellGiven, tellOutcome, whyNotTaker } from "./change-owner.ts";
import { loadMeasure, type MeasureCase, measureFor } from "./measure-case.ts";

export async function answerOffer(
  ctx: Context,
  measureId: string,
  accepted: boolean,
): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await offeredMeasure(tx, "answer_measure", measureId);
    if (isRefusal(found)) {
      return found;
    }
    const { row } = found;
    const toId = row.offeredToId ?? "";
    const refused = accepted ? await whyNotTaker(tx, found, toId) : undefined;
    if (refused !== undefined) {
      return refused;
    }
    await (accepted
      ? becomeOwner(tx, found, { toId, verb: "measure.accepted", note: row.offerNote ?? "" })
      : endOffer(tx, found, "measure.declined"));
    await tellOutcome(tx, found, accepted ? "accepted" : "declined", [row.ownerId, row.offeredById]);
    return { number: found.number };
  });
}

/** The manager gives it to whom it was offered, or leaves it where it is. */
export async function decideOffer(
  ctx: Context,
  measureId: string,
  given: boolean,
): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await offeredMeasure(tx, "give_measure", measureId);
    if (isRefusal(found)) {
      return found;
    }
    const { row } = found;
    const toId = row.offeredToId ?? "";
    const refused = given ? await whyNotTaker(tx, found, toId) : undefined;
    if (refused !== undefined) {
      return refused;
    }
    if (given) {
      await becomeOwner(tx, found, { toId, verb: "measure.given", note: row.offerNote ?? "" });
      await tellGiven(tx, found, toId);
      await tellOutcome(tx, found, "given", [row.ownerId]);
    } else {
      await endOffer(tx, found, "measure.left");
      await tellOutcome(tx, found, "left", [row.ownerId, toId]);
    }
    return { number: found.number };
  });
}

/** Whoever may not even see it learns nothing; to everybody else an offer that has ended is said to have ended. */
async function offeredMeasure(
  tx: Context,
  verb: "answer_measure" | "give_measure",
  measureId: string,
): Promise<MeasureCase | Refusal> {
  const found = await loadMeasure(tx, measureId);
  if (found?.row.offeredToId == null) {
    const seen = await measureFor(tx, "see_measure", measureId);
    return isRefusal(seen) ? seen : refuse("measure.no_offer", { number: seen.number });
  }
  const subject = verb === "answer_measure" ? { ...found.subject, assigneeId: found.row.offeredToId } : found.subject;
  return authorize(tx, verb, subject) ?? found;
}
