/** From facts and a policy to what is due, when and why. Pure: the same facts give the same plan. */
export { explainPlan } from "./explain-plan.ts";
export { bandOf, exposure } from "./exposure.ts";
export { linesOf, loansWithoutLine } from "./lines.ts";
export { planFirst } from "./plan-first.ts";
export { planNote } from "./plan-note.ts";
export { planRoutine, type Spread } from "./plan-routine.ts";
export { overdueTrigger, planSpecial, type Trigger } from "./plan-special.ts";
export type { PlannedInspection, PlanPart } from "./planned-inspection.ts";
export { productOf } from "./product.ts";
export { type OpenInspection, replan, withGrace } from "./replan.ts";
export { planTakeOn, spreadTakeOn } from "./take-on.ts";
