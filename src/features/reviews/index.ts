import type { Renderers } from "../../platform/outbox/renderers.ts";
import type { Door } from "../../platform/slack/door.ts";
import type { Keeper } from "../evidence/index.ts";
import { addQueueRenderers, registerQueue } from "../review-queue/index.ts";
import { registerReviewListeners } from "./listeners.ts";
import { addReviewRenderers } from "./messages.ts";
import { registerRoutine } from "./routine/listeners.ts";

/** The queue and the review: what they hear, and what their messages say. */
export function registerReviews(door: Door, renderers: Renderers, keeper: Keeper): void {
  registerQueue(door);
  registerReviewListeners(door, keeper);
  registerRoutine(door);
  addQueueRenderers(renderers);
  addReviewRenderers(renderers);
}

export { approveReport } from "./approve.ts";
export { besideModal } from "./beside-view.ts";
export type { Decided } from "./decide.ts";
export { findReportSheet } from "./find-report.ts";
export { type FirstPass, firstPass } from "./first-pass.ts";
export { OPEN_ROUTINE, SHOW_REPORT } from "./ids.ts";
export { openReview } from "./open-review.ts";
export { ownButtons } from "./own-buttons.ts";
export { printNumber } from "./print.ts";
export { askReinspection, type ReInspectInput } from "./re-inspect.ts";
export { reportModal } from "./report-view.ts";
export { type ReturnInput, returnReport } from "./return.ts";
export { routineValue } from "./routine/of-officer.ts";
export { outlierText } from "./routine/outlier-text.ts";
export { routineQueue } from "./routine/routine-queue.ts";
