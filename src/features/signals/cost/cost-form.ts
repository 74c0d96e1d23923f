/** The form in which cost and loss of a case are stated. Pure. */
import type { KnownBlock } from "@slack/types";
import { decimalMoney } from "../../../domain/decimal-money.ts";
import type { Context } from "../../../platform/context.ts";
import type { ModalView } from "../../../platform/slack/modal.ts";
import { toBlocks } from "../../../platform/slack/render.ts";
import { note } from "../../../platform/view.ts";
import { COST_FORM } from "../../case-costs/index.ts";
import { textField } from "../fields.ts";
import type { CostRow } from "./cost-of.ts";

export interface CostFormFacts {
  readonly signalId: string;
  readonly about: string;
  /** What was stated before. */
  readonly last: CostRow | undefined;
}

export function costForm({ t }: Pick<Context, "t">, { signalId, about, last }: CostFormFacts): ModalView {
  const begun = (minor: bigint | null | undefined) =>
    minor == null || last === undefined ? "" : decimalMoney({ minor, currency: last.currency });
  const field = (name: "cost" | "loss", minor: bigint | null | undefined): KnownBlock => ({
    ...textField(
      name,
      { label: t(`case_cost.${name}_field`), hint: t(`case_cost.${name}_why`) },
      { multiline: false, begun: begun(minor) },
    ),
    optional: true,
  });
  return {
    callbackId: COST_FORM,
    title: t("case_cost.title"),
    submit: t("words.submit"),
    close: t("words.cancel"),
    metadata: JSON.stringify({ id: signalId }),
    blocks: [
      ...toBlocks([note(about), note(t("case_cost.intro"))], 2),
      field("cost", last?.costMinor),
      field("loss", last?.lossMinor),
    ],
  };
}
