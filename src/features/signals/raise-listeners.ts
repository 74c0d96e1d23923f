/** How a person comes to raise a signal: a command, a report that they read, a message in Slack. */
import type { SubjectFacts } from "../../domain/may.ts";
import { isRefusal, type Refusal } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { Button } from "../../platform/view.ts";
import { spokenRefusal } from "../../texts/refusal-sentence.ts";
import { chosenIn, typedIn } from "./fields.ts";
import { findLoans } from "./find-loans.ts";
import { formOf, nameOf, raiseForm } from "./forms.ts";
import { FIND_LOAN, RAISE, RAISE_FORM, RAISE_OF_MESSAGE } from "./ids.ts";
import { loanFor, loansOfInspection, raiseSignal } from "./raise.ts";
import { signalCards } from "./signal-modal.ts";

export function registerRaising(door: Door): void {
  door.onOpen(RAISE, "raise_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => formOfInspection(ctx, click.value)),
  );
  door.onShortcut(RAISE_OF_MESSAGE, "raise_signal", (ctx, { text }, reply) =>
    reply.openModal(async () => raiseForm(ctx, { loans: [], begun: text })),
  );
  door.onOptions(FIND_LOAN, "raise_signal", async (ctx, query) =>
    (await findLoans(ctx, query)).map((loan) => ({ text: nameOf(loan), value: loan.id })),
  );
  door.onSubmission(RAISE_FORM, "raise_signal", async (ctx, { view }) => {
    const raised = await raiseSignal(ctx, {
      loanId: formOf(view).id || chosenIn(view.values, "loan"),
      code: chosenIn(view.values, "code"),
      words: typedIn(view.values, "words"),
      colleague: typedIn(view.values, "colleague"),
    });
    if (isRefusal(raised)) {
      return raised.field === undefined
        ? { kind: "update", view: signalCards.refused(ctx, raised) }
        : { kind: "errors", errors: { [raised.field]: spokenRefusal(ctx.language, raised) } };
    }
    const sentence =
      raised.number === undefined
        ? ctx.t("signal.received")
        : ctx.t(raised.did === "note" ? "signal.noted" : "signal.is_raised", { number: raised.number });
    return { kind: "update", view: signalCards.done(ctx, sentence) };
  });
}

/** Of a loan or a customer, by number. `begun`: what is known of it already; whoever raises it may change it. */
export async function raiseModal(ctx: Context, number: string, begun = ""): Promise<ModalView | Refusal> {
  const loan = await loanFor(ctx, { number });
  return isRefusal(loan) ? loan : raiseForm(ctx, { loans: [loan], begun });
}

/** For whoever reads what was found and may raise a signal of it. */
export function raiseButton(ctx: Context, subject: SubjectFacts, inspectionId: string): Button[] {
  return authorize(ctx, "raise_signal", subject) === undefined
    ? [{ text: ctx.t("signal.raise"), action: RAISE, value: inspectionId }]
    : [];
}

async function formOfInspection(ctx: Context, inspectionId: string): Promise<ModalView> {
  const loans = await loansOfInspection(ctx, inspectionId);
  if (isRefusal(loans)) {
    return signalCards.refused(ctx, loans);
  }
  const inspection = await ctx.db.inspection.findUnique({ where: { id: inspectionId }, select: { number: true } });
  const begun = `${ctx.t("signal.from_inspection", { number: inspection?.number ?? "" })} `;
  return raiseForm(ctx, { loans, begun });
}
