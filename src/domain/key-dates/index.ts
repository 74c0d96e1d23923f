export { daysBefore, type Term } from "./days-before.ts";
export {
  boundADay,
  type LapsedDate,
  type LapsedSum,
  lapsedDays,
  lapsedIn,
  type Period,
} from "./lapsed.ts";
export { type PlannedInstalment, type RepayingLoan, type RepaymentDate, repaymentDates } from "./repayments.ts";
