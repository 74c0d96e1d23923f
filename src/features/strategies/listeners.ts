/** What people press and send about a customer's strategy: parse, one use case, show. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { cardModals } from "../../platform/slack/card-modal.ts";
import type { Door } from "../../platform/slack/door.ts";
import { showInPlace } from "../../platform/slack/in-place.ts";
import { refusalSentence } from "../../texts/index.ts";
import { readStrategy, strategyForm } from "./form.ts";
import { SET_STRATEGY, STRATEGY_FORM } from "./ids.ts";
import { findKept, mayNotSet, setStrategy } from "./set.ts";

const cards = cardModals("strategies.notice", "strategy.heading", 5);

export function registerStrategies(door: Door): void {
  door.onOpen(SET_STRATEGY, "set_strategy", (ctx, click, reply) =>
    showInPlace("strategies.", click, reply, async () => {
      const customer = await findKept(ctx, click.value);
      const refused: Refusal | undefined =
        customer === null ? refuse("not_found", { number: "" }) : await mayNotSet(ctx, customer);
      return refused === undefined ? strategyForm(ctx, click.value) : cards.refused(ctx, refused);
    }),
  );
  door.onSubmission(STRATEGY_FORM, "set_strategy", async (ctx, { view }) => {
    const set = await setStrategy(ctx, readStrategy(view));
    if (isRefusal(set)) {
      return set.field === undefined
        ? { kind: "update", view: cards.refused(ctx, set) }
        : { kind: "errors", errors: { [set.field]: refusalSentence(ctx.language, set) } };
    }
    return { kind: "update", view: cards.done(ctx, ctx.t("strategy.is_set", set)) };
  });
}
