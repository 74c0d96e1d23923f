/** Of a signal whose fact is gone: for how long it was there, and of which product. */
import { daysBetween, isoDate } from "../../../domain/dates.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";
import { localDate, momentFromDate } from "../../../platform/clock.ts";
import type { SignalKnown } from "./known-signals.ts";
import type { BorrowerRecord } from "./record-of.ts";

/** In calendar days. Arrears from the day they began, however late the book told of them; anything else from when it was raised. */
export function daysItLasted(record: BorrowerRecord, signal: SignalKnown, today: IsoDate): number {
  const paid = record
    .changed(signal.subjectId)
    .findLast(({ field, before, after }) => field === "pastDueSince" && before !== null && after === null);
  const raisedOn = localDate(momentFromDate(signal.raisedAt), record.row.unit.timeZone);
  return paid?.before == null ? daysBetween(raisedOn, today) : daysBetween(isoDate(paid.before), isoDate(paid.asOf));
}

export function productOf({ row }: BorrowerRecord, { subjectId }: SignalKnown): string {
  const loan = row.loans.find(({ id, collateral, guarantors }) =>
    [id, ...[...collateral, ...guarantors].map((one) => one.id)].includes(subjectId),
  );
  return loan?.product ?? "";
}
