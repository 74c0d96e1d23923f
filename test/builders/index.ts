export {
  aBorrower,
  aLoan,
  type BorrowerRow,
  type BorrowerWishes,
  type LoanRow,
} from "./book.ts";
export {
  anAdministrator,
  anOfficer,
  aPerson,
  aReviewer,
  aSlackAccount,
  aStandIn,
  aUnit,
  aUnitManager,
  type PersonRow,
  type PersonWishes,
  type RoleWish,
  type UnitRow,
} from "./people.ts";
export { LONG_AGO, nextNumber } from "./unique.ts";
