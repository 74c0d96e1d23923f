/** The button that opens the form for cost and loss of a closed case. Pure. */
import type { Button } from "../../platform/view.ts";
import type { Translate } from "../../texts/index.ts";

/** Its value is the signal's id. */
export const STATE_COST = "case_costs.state";
export const COST_FORM = "case_costs.form";

export function costButton(t: Translate, signalId: string, isStated: boolean): Button {
  return { text: t(isStated ? "case_cost.correct" : "case_cost.state"), action: STATE_COST, value: signalId };
}
