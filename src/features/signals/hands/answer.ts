/** What was asked about a signal is answered, once, by whoever was asked or stands in for them; whoever asked is told. */
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import { authorize, type Context, inTransaction } from "../../../platform/context.ts";
import { LONGEST_WORDS } from "../ids.ts";
import { loadSignal, type SignalCase } from "../signal-case.ts";
import { writeDown } from "../write-down.ts";
import { askedOf } from "./answer-offer.ts";
import { tellHands } from "./tell-hands.ts";

export type Question = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;

export interface AskedQuestion {
  readonly question: Question;
  readonly found: SignalCase;
}

/** The question, where the actor may answer it and nobody has. */
export async function questionFor(ctx: Context, questionId: string): Promise<AskedQuestion | Refusal> {
  const question = await findQuestion(ctx, questionId);
  const found = question === null ? undefined : await loadSignal(ctx, question.signalId);
  if (question === null || found === undefined) {
    return refuse("not_found", { number: "" });
  }
  const refused = authorize(ctx, "answer_about_signal", askedOf(found, question.ofPersonId));
  if (refused !== undefined) {
    return refused;
  }
  const isAnswered = question.answeredAt !== null;
  return isAnswered ? refuse("signal.answered_already", { number: found.row.number }) : { question, found };
}

/** Taken also where the signal has ended meanwhile: what somebody knows is kept. Refusals stand at `words`. */
export async function answerAbout(
  ctx: Context,
  questionId: string,
  words: string,
): Promise<{ number: string } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const asked = await questionFor(tx, questionId);
    if (isRefusal(asked)) {
      return asked;
    }
    const answer = words.trim();
    if (answer === "" || answer.length > LONGEST_WORDS) {
      return refuse("reason.needed", { most: LONGEST_WORDS }, "words");
    }
    const { question, found } = asked;
    const given = { answer, answeredById: tx.actor.personId, answeredAt: tx.now.toJSDate() };
    await tx.db.signalQuestion.update({ where: { id: question.id, answeredAt: null }, data: given });
    await writeDown(tx, found, { act: "answered", words: answer, noted: { question: question.question } });
    await tellHands(tx, found, { outcome: "answered", to: [question.askedById], questionId: question.id });
    return { number: found.row.number };
  });
}

function findQuestion({ db }: Context, id: string) {
  return db.signalQuestion.findUnique({ where: { id } });
}
