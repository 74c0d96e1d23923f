/** What an import works with from its first row to its last. */
import type { IsoDate } from "../../domain/vocabulary.ts";
import type { BulkSql } from "../../platform/storage/index.ts";
import type { AwaitingKeeper } from "../handovers/index.ts";
import type { LoanHead } from "./bulk/known.ts";
import type { Telling } from "./changed-facts.ts";
import type { RowFacts } from "./facts.ts";
import type { OfficerBook } from "./officer-book.ts";
import type { UnitBook } from "./unit-book.ts";
import type { Untold } from "./untold.ts";

export interface ImportDesk {
  readonly sql: BulkSql;
  readonly units: UnitBook;
  readonly officers: OfficerBook;
  /** By borrower number: the keeper has left, and nobody who does the checks has taken it on. */
  readonly awaiting: ReadonlyMap<string, AwaitingKeeper>;
  readonly untold: Untold;
  readonly telling: Telling;
  readonly asOf: IsoDate;
  /** Where the policy is at home: the day on which the file comes in. */
  readonly today: IsoDate;
  readonly takeOnOn: IsoDate;
  /** From when a new account has its keeper: the as-of date, so that a book of another year stands in that year. */
  readonly standsFrom: string;
}

/** A row whose unit is known, beside what the record holds of its loan. */
export interface Candidate {
  readonly facts: RowFacts;
  readonly unitId: string;
  readonly hash: string;
  readonly known: LoanHead | undefined;
}
