/** Who is who, and how files about them are read: what other features may use. */
export { actorOf, contextFor, contextOfEmail, contextOfPerson, type SlackUserId } from "./actor.ts";
export { type Colleague, colleaguesWho } from "./colleagues.ts";
export { ENCODINGS, type Extract, type ExtractRow } from "./extract/extract.ts";
export { openExtract } from "./extract/open.ts";
export { findNamed, type NamedPerson } from "./find-named.ts";
export { type Holders, holdersOf, managerOf } from "./holders.ts";
export { importPeople, MADE_UP_DOMAIN } from "./import-people.ts";
export { beginRun, endRun, type ImportReport, recordTurn } from "./import-run.ts";
export { type ImportOptions, importUnits } from "./import-units.ts";
export { importedView } from "./import-view.ts";
export { inPlaceOf } from "./in-place-of.ts";
export { type Kept, keeperAt } from "./keeper-at.ts";
export { type ImportCounts, ImportLedger, type RefusalReason, type RowRefusal, rowRefusal } from "./ledger.ts";
export { type MatchReport, matchPeople, refreshUser, type Unmatched, unmatchedPeople } from "./match.ts";
export { namesById, namesOf } from "./names.ts";
export {
  type HoldersByUnit,
  holdersByUnit,
  type NearestHolders,
  nearestHolders,
  type Seat,
} from "./nearest-holders.ts";
export { isAtWork, standingAt } from "./presence.ts";
export { drawnWithPartOf, type MaybeRecheck, recheckParties } from "./recheck-parties.ts";
export { readSlackUser, type SlackUser } from "./slack-user.ts";
export { actingFor, notEnded, type StandIn, standInsFor, workOfOthers } from "./stand-ins.ts";
export { registerPeople, tellUnmatched, unmatchedPieces } from "./tell-unmatched.ts";
export { TurningPoints } from "./turning-points.ts";
export { forgetUnits, unitPath } from "./unit-tree.ts";
export { unitsBelow } from "./units-below.ts";
export { unitsWhere } from "./units-where.ts";
