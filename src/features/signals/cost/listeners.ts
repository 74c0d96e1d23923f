/** Cost and loss of a case in Slack: parse, one use case, show. */
import { isRefusal } from "../../../domain/refusal.ts";
import type { Context } from "../../../platform/context.ts";
import type { Door } from "../../../platform/slack/door.ts";
import { showInPlace } from "../../../platform/slack/in-place.ts";
import type { ModalView } from "../../../platform/slack/modal.ts";
import { spokenRefusal } from "../../../texts/refusal-sentence.ts";
import { COST_FORM, STATE_COST } from "../../case-costs/index.ts";
import { typedIn } from "../fields.ts";
import { formOf } from "../forms.ts";
import { signalFor } from "../signal-case.ts";
import { titleOf } from "../signal-lines.ts";
import { signalCards, signalModal } from "../signal-modal.ts";
import { costForm } from "./cost-form.ts";
import { caseForCost, costsOf } from "./cost-of.ts";
import { recordCost } from "./record-cost.ts";

export function registerCostListeners(door: Door): void {
  door.onOpen(STATE_COST, "see_signal", (ctx, click, reply) =>
    showInPlace("signals.", click, reply, () => formFor(ctx, click.value)),
  );
  door.onSubmission(COST_FORM, "see_signal", async (ctx, { view }) => {
    const { id } = formOf(view);
    const stated = { signalId: id, cost: typedIn(view.values, "cost"), loss: typedIn(view.values, "loss") };
    const done = await recordCost(ctx, stated);
    if (isRefusal(done)) {
      return done.field === undefined
        ? { kind: "update", view: signalCards.refused(ctx, done) }
        : { kind: "errors", errors: { [done.field]: spokenRefusal(ctx.language, done) } };
    }
    return { kind: "update", view: await afterwards(ctx, id, done.number) };
  });
}

/** The signal; whoever only has a measure of the customer reads that it is recorded. */
async function afterwards(ctx: Context, id: string, number: string): Promise<ModalView> {
  const seen = await signalFor(ctx, "see_signal", id);
  return isRefusal(seen) ? signalCards.done(ctx, ctx.t("case_cost.recorded", { number })) : signalModal(ctx, id);
}

async function formFor(ctx: Context, id: string): Promise<ModalView> {
  const found = await caseForCost(ctx, id);
  if (isRefusal(found)) return signalCards.refused(ctx, found);
  const [last] = await costsOf(ctx, id);
  const about = `${found.row.borrower.name} · ${found.row.number} · ${titleOf(ctx, found.row.code)}`;
  return costForm(ctx, { signalId: id, about, last });
}
