/** What the month needs beside the portfolio: people above the officers, and each day's file of the loans that are past due. */
import { writeFileSync } from "node:fs";
import { daysBetween } from "../../src/domain/dates.ts";
import type { IsoDate } from "../../src/domain/vocabulary.ts";
import { afterloan } from "../reports/stand.ts";
import { livesOn, type Row } from "../tiers/book.ts";

/** The mapping's unit above all lenders: who sits there answers for those that have nobody of their own. */
const ABOVE = "SBA";
const ROLES = ["unit_manager", "risk_manager", "head_office_manager", "compliance"] as const;

export function importPeopleAbove(folder: string): void {
  const rows = ROLES.map((role) => `${role}@lender.example,${role.replaceAll("_", " ")},${ABOVE},${role},`);
  writeFileSync(`${folder}/people.csv`, `email,name,unit,roles,left_on\n${rows.join("\n")}\n`);
  afterloan(folder, "import-people", `${folder}/people.csv`);
}

/** As a core system tells it every night: a line for each loan that lives and is past due. Answers how many. */
export function writeOverdue(file: string, rows: readonly Row[], day: IsoDate): number {
  const lines = rows.flatMap((row) => {
    const { number, overdueFrom } = row;
    if (overdueFrom === undefined || overdueFrom >= day || !livesOn(row, day)) return [];
    return [`${number},${day},${row.amount.toFixed(2)},${daysBetween(overdueFrom, day)}`];
  });
  writeFileSync(file, `loan,as_of,balance,days_past_due\n${lines.join("\n")}\n`);
  return lines.length;
}
