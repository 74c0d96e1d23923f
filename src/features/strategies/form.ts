/** The form that sets a customer's strategy, and what was chosen in it. Pure. */
import { z } from "zod";
import { STRATEGIES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import type { ModalView } from "../../platform/slack/modal.ts";
import type { OpenView } from "../../platform/slack/payload.ts";
import { plain, toBlocks } from "../../platform/slack/render.ts";
import { note } from "../../platform/view.ts";
import { LONGEST_REASON, STRATEGY_FORM } from "./ids.ts";
import type { StrategySetting } from "./set.ts";

const VALUE = "strategies.value";

export function strategyForm({ t }: Pick<Context, "t">, borrowerId: string): ModalView {
  const options = STRATEGIES.map((value) => ({ text: plain(t(`strategy.${value}`), 75), value }));
  return {
    callbackId: STRATEGY_FORM,
    title: t("strategy.heading"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: borrowerId,
    blocks: [
      {
        type: "input",
        block_id: "strategy",
        label: plain(t("strategy.form.strategy"), 200),
        element: { type: "radio_buttons", action_id: VALUE, options },
      },
      {
        type: "input",
        block_id: "reason",
        label: plain(t("strategy.form.reason"), 200),
        element: { type: "plain_text_input", action_id: VALUE, multiline: true, max_length: LONGEST_REASON },
      },
      ...toBlocks([note(t("strategy.form.note"))], 1),
    ],
  };
}

const element = z.looseObject({
  value: z.string().nullish(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
});

export function readStrategy({ metadata, values }: OpenView): StrategySetting {
  const at = (block: string) => element.catch({}).parse(values[block]?.[VALUE]);
  return {
    borrowerId: metadata,
    strategy: at("strategy").selected_option?.value ?? "",
    reason: at("reason").value ?? "",
  };
}
