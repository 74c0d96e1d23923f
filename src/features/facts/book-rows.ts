/** What the book and the facts hold of a batch of loans, asked in bulk: the write of a file must not hold others up. */
import { z } from "zod";
import { isoDate } from "../../domain/dates.ts";
import { BALANCE, DAYS_PAST_DUE, YEARLY_RATE } from "../../domain/facts/kinds/of-loans.ts";
import type { Observed } from "../../domain/signals/observed.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { bulkIn, type Context } from "../../platform/context.ts";
import { bulkSelect } from "../../platform/storage/index.ts";

/** SQLite gives a moment as text, PostgreSQL as a date. */
const moment = z.union([z.string(), z.date()]).transform((at) => new Date(at).toISOString());
/** Integers come as numbers or bigints, according to their size and the driver. */
const integer = z.union([z.number(), z.bigint(), z.string()]).transform(String);
const day = z.string().transform(isoDate);

const loan = z.object({
  id: z.string(),
  version: integer,
  currency: z.string(),
  drawnMinor: integer,
  pastDueSince: z.string().nullable(),
  yearlyRatePpm: integer.nullable(),
  yearlyRateFrom: z.string().nullable(),
  asOf: day,
  recordedAt: moment,
  lastRunId: z.string().nullable(),
});
const run = z.object({ id: z.string(), asOf: day, startedAt: moment });
const fact = z.object({
  ...{ id: z.string(), subjectId: z.string(), key: z.string(), value: z.string(), unit: z.string(), asOf: day },
  ...{ recordedAt: moment, source: z.string(), reference: z.string(), standing: z.string() },
  supersedes: z.string().nullable(),
});

export type LoanRow = z.infer<typeof loan>;
/** With the loan that it is about. */
export type LoanFact = Observed & { readonly subjectId: string };

export async function loanRows(tx: Context, ids: readonly string[]): Promise<LoanRow[]> {
  const question = { table: "Loan", columns: Object.keys(loan.shape), key: "id" };
  return z.array(loan).parse(await bulkSelect(bulkIn(tx), question, ids));
}

/** Imports of the book by id: of which evening each was, and when it began. */
export async function runRows(tx: Context, ids: readonly string[]): Promise<Map<string, z.infer<typeof run>>> {
  const question = { table: "ImportRun", columns: Object.keys(run.shape), key: "id" };
  const rows = z.array(run).parse(await bulkSelect(bulkIn(tx), question, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

const KEYS = [BALANCE, DAYS_PAST_DUE, YEARLY_RATE].map((key) => `'${key}'`).join(", ");

/** Balances, days past due and yearly rates of these loans from a day on. */
export async function loanFacts(tx: Context, loanIds: readonly string[], since: IsoDate): Promise<LoanFact[]> {
  const where = `"subjectKind" = 'loan' AND "key" IN (${KEYS}) AND "asOf" >= '${since}'`;
  const question = { table: "Observation", columns: Object.keys(fact.shape), key: "subjectId", where };
  return z.array(fact).parse(await bulkSelect(bulkIn(tx), question, loanIds));
}
