/** The real portfolio as lines for `classify`: one borrower a loan; the 120 days before a charge-off are days past due. */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { addDays, addMonths, dateOf, daysBetween } from "../../src/domain/dates.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";

const rowShape = z.object({
  LoanNr_ChkDgt: z.string(),
  Term: z.coerce.number(),
  DisbursementDate: z.string(),
  DisbursementGross: z.coerce.number(),
  ChgOffDate: z.string(),
});

export interface Row {
  readonly number: string;
  readonly disbursedOn: IsoDate;
  readonly maturesOn: IsoDate;
  /** The first day past due; of a loan that was not charged off, none. */
  readonly overdueFrom: IsoDate | undefined;
  readonly chargedOffOn: IsoDate | undefined;
  readonly amount: number;
}

const DAYS_BEFORE = 120;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function readRows(file: string): Row[] {
  const options = { columns: true, relax_quotes: true, relax_column_count: true };
  return z
    .array(rowShape)
    .parse(parse(readFileSync(file, "utf8"), options))
    .flatMap(rowOf);
}

function rowOf(row: z.infer<typeof rowShape>): Row[] {
  const disbursedOn = slashed(row.DisbursementDate);
  if (disbursedOn === undefined) return [];
  const chargedOffOn = hyphened(row.ChgOffDate);
  const overdueFrom = chargedOffOn && addDays(chargedOffOn, -DAYS_BEFORE);
  const maturesOn = addMonths(disbursedOn, row.Term);
  return [
    { number: row.LoanNr_ChkDgt, disbursedOn, maturesOn, overdueFrom, chargedOffOn, amount: row.DisbursementGross },
  ];
}

/** Paid out, not matured, not charged off. */
export function livesOn({ disbursedOn, maturesOn, chargedOffOn = maturesOn }: Row, asOf: IsoDate): boolean {
  return [disbursedOn <= asOf, asOf < maturesOn, asOf < chargedOffOn].every(Boolean);
}

/** The loans that live on that day. Their balance is what was paid out. */
export function linesOn(rows: readonly Row[], asOf: IsoDate): string[] {
  return rows
    .filter((row) => livesOn(row, asOf))
    .map(({ number, overdueFrom = asOf, amount }) => {
      const loan = {
        id: number,
        balance: amount,
        dpd: Math.max(0, daysBetween(overdueFrom, asOf)),
        technicalOverdueApproved: false,
        refinanced: "none",
        misuse: false,
        restructuredOn: null,
        restructuredCount: 0,
        currentTier: "normal",
      };
      return JSON.stringify({ asOf, retail: false, allBankDebt: amount, allBankDebtOver90: 0, loans: [loan] });
    });
}

/** 6/30/1997 */
function slashed(text: string): IsoDate | undefined {
  const [month, day, year] = text.split("/").map(Number);
  return year === undefined || month === undefined || day === undefined ? undefined : dateOf({ year, month, day });
}

/** 22-May-90 is 1990. */
function hyphened(text: string): IsoDate | undefined {
  const [day = "", month = "", year = ""] = text.split("-");
  const at = MONTHS.indexOf(month);
  return at < 0
    ? undefined
    : dateOf({ year: Number(year) + (Number(year) < 50 ? 2000 : 1900), month: at + 1, day: Number(day) });
}
