/** How a signal climbs that nobody answers. */
export { compareMinutes, isLater, type Length, type LevelTime } from "./level-time.ts";
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
