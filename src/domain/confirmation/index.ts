export {
  type AuthorisedSigner,
  CONFIRMATION_ANSWERS,
  type ConfirmationAnswer,
  maySignOn,
  refuseAnswer,
  SIGNED_BY_ANOTHER,
  SIGNS_THEMSELVES,
} from "./answer.ts";
export {
  type BorrowerPart,
  borrowerPart,
  isConfirmationDue,
  isOfThePart,
  type PartLine,
  partText,
} from "./borrower-part.ts";
export { type ConfirmationStanding, standingOf } from "./standing.ts";
