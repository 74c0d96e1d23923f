/** A past period lived again on a copy of the book. What the root may use. */
export { type Answers, readAnswers } from "./answers.ts";
export { type ReplayedDay, type ReplayWishes, replay } from "./replay.ts";
export { replayView } from "./views.ts";
