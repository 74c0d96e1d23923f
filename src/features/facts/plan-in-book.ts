/** What the newest facts say of an instalment also stands in its loan's plan, from which repayments are reminded of (R60). */

import { isoDate } from "../../domain/dates.ts";
import { NO_DAY } from "../../domain/facts/fact.ts";
import { INSTALMENT } from "../../domain/facts/kinds/of-loans.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import { factsOf, type Observed } from "../../domain/signals/observed.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { bulkIn, type Context } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { bulkInsert, bulkUpdate, momentText } from "../../platform/storage/index.ts";
import { readAmount } from "../portfolio/index.ts";

/** An instalment of which something was told. */
export interface ToldInstalment {
  readonly loanId: string;
  readonly dueOn: string;
}

const ROW = {
  id: "text",
  loanId: "text",
  dueOn: "text",
  principalMinor: "bigint",
  interestMinor: "bigint",
  currency: "text",
  state: "text",
  stateOn: "text",
  paidOn: "text",
  asOf: "text",
  source: "text",
  recordedAt: "moment",
} as const;
const KEYS = Object.values(INSTALMENT);

/** In the transaction of the facts; a word of an earlier day than the one that stands changes nothing: it is history. */
export async function tellPlan(tx: Context, told: readonly ToldInstalment[]): Promise<void> {
  const places = new Set(told.map(placeOf));
  const loanIds = [...new Set(told.map(({ loanId }) => loanId))];
  const days = [...new Set(told.map(({ dueOn }) => dueOn))];
  const loans = await tx.db.loan.findMany({ where: { id: { in: loanIds } }, select: { id: true, currency: true } });
  const rows = await tx.db.observation.findMany({
    where: { subjectKind: "loan", subjectId: { in: loanIds }, key: { in: KEYS }, reference: { in: days } },
  });
  const standing = await tx.db.instalment.findMany({
    where: { loanId: { in: loanIds }, dueOn: { in: days } },
    select: { id: true, loanId: true, dueOn: true },
  });
  const facts = new Map<string, Observed[]>();
  for (const row of rows) {
    const place = placeOf({ loanId: row.subjectId, dueOn: row.reference });
    const fact = { ...row, asOf: isoDate(row.asOf), recordedAt: row.recordedAt.toISOString() };
    if (places.has(place)) addTo(facts, place, fact);
  }
  const currencies = new Map(loans.map(({ id, currency }) => [id, currency]));
  const ids = new Map(standing.map((row) => [placeOf(row), row.id]));
  const today = localDate(tx.now, tx.policy.policy.calendar.time_zone);
  const recordedAt = momentText(tx.now.toJSDate());
  const wanted = [...facts].flatMap(([place, of]) => {
    const { subjectId: loanId, reference: dueOn } = rows.find((row) => row.id === of[0]?.id) ?? {};
    const currency = currencies.get(loanId ?? "");
    if (loanId === undefined || dueOn === undefined || currency === undefined) return [];
    return [{ id: ids.get(place), loanId, dueOn, currency, recordedAt, ...newestOf(of, currency, today) }];
  });
  const isKnown = wanted.flatMap(({ id, ...row }) => (id === undefined ? [] : [{ id, ...row }]));
  const fresh = wanted.flatMap(({ id, ...row }) => (id === undefined ? [{ id: newId(), ...row }] : []));
  await bulkUpdate(bulkIn(tx), "Instalment", ROW, isKnown);
  await bulkInsert(bulkIn(tx), "Instalment", ROW, fresh);
}

function placeOf({ loanId, dueOn }: ToldInstalment): string {
  return `${loanId}\n${dueOn}`;
}

function newestOf(facts: readonly Observed[], currency: string, today: IsoDate) {
  const last = (key: string) => factsOf(facts, key, { asOf: today, reads: "confirmed" }).at(-1);
  const minor = (key: string) => {
    const sum = last(key);
    return sum === undefined ? null : (readAmount(sum.value, currency, "major") ?? null);
  };
  const state = last(INSTALMENT.state);
  const paidOn = last(INSTALMENT.paidOn)?.value ?? NO_DAY;
  const newest = KEYS.flatMap((key) => last(key) ?? []).reduce((a, b) => (b.asOf > a.asOf ? b : a));
  return {
    principalMinor: minor(INSTALMENT.principal),
    interestMinor: minor(INSTALMENT.interest),
    state: state?.value ?? "planned",
    stateOn: state?.asOf ?? null,
    paidOn: paidOn === NO_DAY ? null : paidOn,
    asOf: newest.asOf,
    source: newest.source,
  };
}
