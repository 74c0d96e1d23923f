/** A person wants to know something about a signal of a named colleague; the answer stands at the signal. Its ladder runs on. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { type Context, inTransaction } from "../../../platform/context.ts";
import { newId } from "../../../platform/ids.ts";
import { promise } from "../../../platform/outbox/promise.ts";
import { ASKED_KIND, LONGEST_WORDS, SIGNAL_SUBJECT } from "../ids.ts";
import { writeDown } from "../write-down.ts";
import { colleaguesFor } from "./colleagues-for.ts";
import { standingFor } from "./holder.ts";

export interface Asking {
  readonly signalId: string;
  readonly ofId: string;
  readonly question: string;
}

/** Refusals stand at `to` or `words`. */
export async function askAbout(ctx: Context, asking: Asking): Promise<{ number: string; name: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const found = await standingFor(tx, "ask_about_signal", asking.signalId);
    if (isRefusal(found)) {
      return found;
    }
    const of = (await colleaguesFor(tx, found, "answer_about_signal")).find(({ id }) => id === asking.ofId);
    const question = asking.question.trim();
    if (of === undefined || question === "" || question.length > LONGEST_WORDS) {
      return of === undefined
        ? refuse("signal.not_for_them", {}, "to")
        : refuse("reason.needed", { most: LONGEST_WORDS }, "words");
    }
    const { row } = found;
    const id = newId();
    const asked = { id, askedById: tx.actor.personId, ofPersonId: of.id, question, askedAt: tx.now.toJSDate() };
    await tx.db.signalQuestion.create({ data: { ...asked, signalId: row.id } });
    await writeDown(tx, found, { act: "asked", words: `${of.name}: ${question}`, noted: { of: of.id } });
    await promise(tx, {
      key: `${ASKED_KIND}:${id}`,
      kind: ASKED_KIND,
      personId: of.id,
      urgent: true,
      refs: { signalId: row.id, questionId: id },
      items: [{ kind: SIGNAL_SUBJECT, id: row.id, stage: "asked" }],
    });
    return { number: row.number, name: of.name };
  });
}
