/** Extracts and mappings for the tests of the import. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryPath } from "../../../prisma/schema.ts";
import { isoDate } from "../../../src/domain/dates.ts";
import { isRefusal, type Refusal } from "../../../src/domain/refusal.ts";
import {
  importPortfolio,
  loadMapping,
  type Mapping,
  type PortfolioReport,
  type PortfolioWishes,
} from "../../../src/features/portfolio/index.ts";
import type { Context } from "../../../src/platform/context.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

/** 314 real rows, chosen for everything that is odd in the book. */
export const REAL_ROWS = repositoryPath("test/data/sba-rows.csv");

const folder = mkdtempSync(join(tmpdir(), "extract-"));
let files = 0;

export function aFile(text: string, name = "extract.csv"): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, text);
  return path;
}

/** The real rows after a change to their text. */
export function realRowsWith(change: (text: string) => string): string {
  return aFile(change(readFileSync(REAL_ROWS, "utf8")));
}

export function shipped(name: "own" | "sba"): Mapping {
  const mapping = loadMapping(repositoryPath(`policy/mappings/${name}.yml`));
  if (isProblems(mapping)) {
    throw new Error(JSON.stringify(mapping));
  }
  return mapping;
}

const COLUMNS = [
  "loan_number",
  "borrower_number",
  "borrower_name",
  "customer_type",
  "unit",
  "officer_email",
  "product",
  "principal",
  "drawn",
  "disbursed_on",
  "matures_on",
  "tier",
  "state",
] as const;
type OwnRow = Readonly<Record<string, string>>;

/** A row of our own layout: one million yuan of working capital to a small company of unit N1. */
export const ownRow = (wishes: OwnRow = {}): OwnRow => ({
  loan_number: "L-1",
  borrower_number: "C-1",
  borrower_name: "Hengyu Trading",
  customer_type: "mse",
  unit: "N1",
  officer_email: "li.wen@bank.example",
  product: "working_capital",
  principal: "1000000.00",
  drawn: "800000",
  disbursed_on: "2026-01-05",
  matures_on: "2027-01-05",
  tier: "normal",
  state: "live",
  ...wishes,
});

/** Rows may have columns of their own; they are added to the header. */
export function ownText(...rows: readonly OwnRow[]): string {
  const extra = rows.flatMap((row) => Object.keys(row)).filter((column) => !COLUMNS.some((known) => known === column));
  const columns = [...COLUMNS, ...new Set(extra)];
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

export const ownFile = (...rows: readonly OwnRow[]): string => aFile(ownText(...rows));

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export async function imported(
  ctx: Context,
  wishes: Omit<PortfolioWishes, "asOf"> & { readonly asOf: string },
): Promise<PortfolioReport> {
  return sure(await importPortfolio(ctx, { ...wishes, asOf: isoDate(wishes.asOf) }));
}

export function sure<Report>(outcome: Report | Refusal): Report {
  if (isRefusal(outcome)) {
    throw new Error(JSON.stringify(outcome));
  }
  return outcome;
}
