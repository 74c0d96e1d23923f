/** The rows of the register that a reader asked for and may see. */
import { categoryOf, type LedgerCategory } from "../../domain/ledger/events.ts";
import type { LedgerFilters } from "../../domain/ledger/filters.ts";
import { maskName } from "../../domain/masking.ts";
import { CUSTOMER_TYPES, type CustomerType, PRODUCTS, type Product, type RiskTier } from "../../domain/vocabulary.ts";
import { wallClock } from "../../platform/sheets/index.ts";
import type { Database } from "../../platform/storage/index.ts";
import { oneOf } from "../../platform/stored-word.ts";
import type { Bounds } from "./event-select.ts";
import { readEvents, type StoredEvent } from "./read-events.ts";
import type { LedgerReader } from "./reader.ts";
import type { LedgerUnit, LedgerUnits } from "./units.ts";

export interface LedgerEntry {
  readonly event: StoredEvent;
  readonly unit: LedgerUnit;
  /** The unit's business date. */
  readonly on: string;
  /** Nothing: the program has learnt a new event since. */
  readonly category: LedgerCategory | undefined;
  readonly product: Product | undefined;
  readonly tier: RiskTier | undefined;
  /** The name in full or masked, as the reader may read it. */
  readonly customer: { readonly number: string; readonly name: string; readonly type: CustomerType } | undefined;
}

export interface Asked {
  readonly filters: LedgerFilters;
  readonly reader: LedgerReader;
  readonly units: LedgerUnits;
  readonly bounds: Bounds;
}

export async function* ledgerEntries(database: Database, asked: Asked): AsyncGenerator<LedgerEntry> {
  const { filters, reader, units } = asked;
  const dayOf = businessDays();
  for await (const event of readEvents(database, asked.bounds)) {
    const unit = units.of(event.unitId);
    const entry: LedgerEntry = {
      event,
      unit,
      on: event.onDate ?? dayOf(unit.timeZone, event.at),
      category: categoryOf(event.event),
      product: event.product === null ? event.loans.product : oneOf(PRODUCTS, event.product),
      tier: event.loans.tier,
      customer: customerOf(event, reader.readsInFull(event, unit)),
    };
    if (fits(entry, filters) && reader.sees(event, unit)) {
      yield entry;
    }
  }
}

function customerOf({ customerNumber, customerName, customerType }: StoredEvent, inFull: boolean) {
  if (customerNumber === null || customerName === null || customerType === null) {
    return undefined;
  }
  const name = inFull ? customerName : maskName(customerName);
  return { number: customerNumber, name, type: oneOf(CUSTOMER_TYPES, customerType) };
}

function fits({ category, unit, product, tier, customer, on }: LedgerEntry, filters: LedgerFilters): boolean {
  const wanted = (value: string | undefined, asked: string | undefined) => asked === undefined || value === asked;
  return (
    wanted(category, filters.category) &&
    wanted(product, filters.product) &&
    wanted(tier, filters.tier) &&
    wanted(customer?.type, filters.customerType) &&
    (filters.unitId === undefined || unit.path.includes(filters.unitId)) &&
    on >= (filters.from ?? "") &&
    (filters.to === undefined || on <= filters.to)
  );
}

/** A moment's date where the unit is. */
function businessDays(): (timeZone: string, moment: Date) => string {
  const clocks = new Map<string, (moment: Date) => number>();
  return (timeZone, moment) => {
    const clock = clocks.get(timeZone) ?? wallClock(timeZone);
    clocks.set(timeZone, clock);
    return new Date(clock(moment)).toISOString().slice(0, 10);
  };
}
