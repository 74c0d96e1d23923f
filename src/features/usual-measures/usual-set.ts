/** Which measures are usual for a customer, and by when one that is chosen today would be done. */
import { addWorkingDays } from "../../domain/calendar/business-calendar.ts";
import { measuresFor, type OfferedMeasure } from "../../domain/measure-sets.ts";
import type { Policy } from "../../domain/policy/schema.ts";
import { CUSTOMER_TYPES, type CustomerType, type IsoDate, type Zone } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";

export interface UsualSet {
  readonly customerType: CustomerType;
  readonly zone: Zone;
  readonly measures: readonly OfferedMeasure[];
}

/** `customer.customerType` as it is stored. */
export function usualSet(policy: Policy, customer: { readonly customerType: string }, zone: Zone): UsualSet {
  const customerType = oneOf(CUSTOMER_TYPES, customer.customerType);
  return { customerType, zone, measures: measuresFor(policy, customerType, zone) };
}

/** `today`: the date where the account is kept, on whose calendar the working days are counted. */
export function proposedDay(
  { parts }: Context,
  { calendarId }: { readonly calendarId: string },
  today: IsoDate,
  { workingDays }: OfferedMeasure,
): IsoDate {
  const calendar = parts.calendars.get(calendarId);
  if (calendar === undefined) throw new Error(`a unit names the calendar ${calendarId}, which is not loaded`);
  return addWorkingDays(calendar, today, workingDays).date;
}
