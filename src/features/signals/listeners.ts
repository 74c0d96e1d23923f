/** What a person does with a signal in Slack: parse, one use case, show. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import type { Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { ModalView, SubmissionAnswer } from "../../platform/slack/modal.ts";
import { line } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { chosenIn, typedIn } from "./fields.ts";
import { formOf, stepIn, wordsForm } from "./forms.ts";
import { AGREE_RELEASES, ASK_WORDS, OPEN_RELEASES, OPEN_SIGNAL, TAKE_STEP, WORDS_FORM } from "./ids.ts";
import { isUnnamed } from "./name-code.ts";
import { loansOfBorrower } from "./raise.ts";
import { agreeToReleases } from "./releases.ts";
import { releasePieces } from "./releases-view.ts";
import { signalFor } from "./signal-case.ts";
import { titleOf } from "./signal-lines.ts";
import { signalCards, signalModal } from "./signal-modal.ts";
import { needsWords, takeStep } from "./step.ts";

const NO_SUCH = refuse("not_found", { number: "" });

export function registerSignalListeners(door: Door): void {
  door.onOpen(OPEN_SIGNAL, "see_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => signalModal(ctx, click.value)),
  );
  door.onOpen(ASK_WORDS, "see_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => wordsFormOf(ctx, click.value)),
  );
  door.onDecision(TAKE_STEP, "see_signal", async (ctx, click, reply) => {
    const { id, step } = stepIn(click.value);
    const taken = step === undefined ? NO_SUCH : await takeStep(ctx, { signalId: id, step, words: "" });
    const view = isRefusal(taken) ? signalCards.refused(ctx, taken) : await signalModal(ctx, id);
    await (click.view === undefined ? reply.openModal(async () => view) : reply.updateModal(view));
  });
  door.onOpen(OPEN_RELEASES, "second_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, async () => signalCards.card(ctx, await releasePieces(ctx))),
  );
  door.onDecision(AGREE_RELEASES, "second_signal", async (ctx, click, reply) => {
    const asked = new Date(click.value);
    const done = Number.isNaN(asked.getTime()) ? NO_SUCH : await agreeToReleases(ctx, asked);
    const sentence = isRefusal(done)
      ? spokenRefusal(ctx.language, done)
      : ctx.t("signal.releases.done", { agreed: done.agreed, released: done.released });
    await (click.view === undefined
      ? reply.tell({ title: ctx.t("signal.releases.title"), pieces: [line(sentence)] })
      : reply.updateModal(signalCards.done(ctx, sentence)));
  });
  door.onSubmission(WORDS_FORM, "see_signal", async (ctx, { view }) => {
    const { id, step } = formOf(view);
    const words = typedIn(view.values, "words");
    const naming = { code: chosenIn(view.values, "code"), loanId: chosenIn(view.values, "loan") };
    const taken = step === undefined ? NO_SUCH : await takeStep(ctx, { signalId: id, step, words, naming });
    return isRefusal(taken) ? refused(ctx, taken) : { kind: "update", view: await signalModal(ctx, id) };
  });
}

async function wordsFormOf(ctx: Context, value: string): Promise<ModalView> {
  const { id, step } = stepIn(value);
  const found = await signalFor(ctx, "see_signal", id);
  if (isRefusal(found) || step === undefined || !needsWords(step)) {
    return signalCards.refused(ctx, isRefusal(found) ? found : NO_SUCH);
  }
  const { row } = found;
  const loans = step === "verify" && isUnnamed(found) ? await loansOfBorrower(ctx, row.borrowerId) : undefined;
  const about = `${row.borrower.name} · ${row.number} · ${titleOf(ctx, row.code)}`;
  return isRefusal(loans) ? signalCards.refused(ctx, loans) : wordsForm(ctx, { about, signalId: id, step, loans });
}

function refused(ctx: Context, refusal: Refusal): SubmissionAnswer {
  return refusal.field === undefined
    ? { kind: "update", view: signalCards.refused(ctx, refusal) }
    : { kind: "errors", errors: { [refusal.field]: spokenRefusal(ctx.language, refusal) } };
}
