/** How a signal climbs that nobody answers. */
export { climbs } from "./climbs.ts";
export { compareMinutes, isLater, type Length, type LevelTime, timeAfter } from "./level-time.ts";
export { endsToChoose, latestEnd, type Quiet } from "./quiet.ts";
export {
  AWAITED_ANSWERS,
  type AwaitedAnswer,
  answerDue,
  type LevelClock,
  type StandingSignal,
  type Step,
  stepsUntil,
} from "./rungs.ts";
export { rolesOfClock, type Seated, seatedAt } from "./seats.ts";
