/** When an open item is told, and to whom. */
export { type Ladder, lastRungDays, type Rung, rolesOf, type Told, toldAt } from "./ladder.ts";
export {
  type ExtensionCap,
  latestExtension,
  type QuietTime,
  refuseAttempt,
  refuseExtension,
  refuseSnooze,
} from "./limits.ts";
export { latestAfterQuiet } from "./quiet-limit.ts";
export { type ReviewClock, reviewDueOn, reviewLadder } from "./review-clock.ts";
export {
  isReminderStage,
  type Lateness,
  latenessOf,
  latenessOfMany,
  type ReminderStage,
  stageBefore,
  stageRank,
} from "./stage.ts";
