export { daysBefore, type Term } from "./days-before.ts";
export {
  boundADay,
  type LapsedDate,
  type LapsedSum,
  lapsedDays,
  lapsedIn,
  type Period,
} from "./lapsed.ts";
