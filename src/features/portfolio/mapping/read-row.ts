/** One row of an extract to facts. Everything that is wrong with a row is found at once. */
import { addMonths } from "../../../domain/dates.ts";
import { COLLATERAL_KINDS } from "../../../domain/templates/item.ts";
import {
  CUSTOMER_TYPES,
  type IsoDate,
  LOAN_STATES,
  PRODUCTS,
  PROJECT_PHASES,
  RISK_TIERS,
} from "../../../domain/vocabulary.ts";
import { type ExtractRow, type RowRefusal, rowRefusal } from "../../people/index.ts";
import type { BorrowerFacts, CollateralFacts, LoanFacts, RowFacts, SignerFacts } from "../facts.ts";
import { readAmount } from "./amount.ts";
import { compileAssignment } from "./assignment.ts";
import { dateReader } from "./date-format.ts";
import { optionalDate, optionalText, optionalWord, requiredDate, requiredText, requiredWord } from "./read-fact.ts";
import { type Mapping, type Source, YES_OR_NO } from "./schema.ts";
import { type Columns, type CompiledSource, cellOf, compileSource, type RowInHand, refuseCell } from "./source.ts";
import { compileYearlyRate } from "./yearly-rate.ts";

export interface RowRead {
  /** The loan's number, also where the row is refused; empty where it cannot be told. */
  readonly number: string;
  /** Missing where the row is refused. */
  readonly facts?: RowFacts;
  readonly refusals: readonly RowRefusal[];
}
export type RowReader = (row: ExtractRow) => RowRead;

/** The reader for a file with this header; or the columns that the mapping names and the file lacks. */
export function rowReader(
  mapping: Mapping,
  header: readonly string[],
  asOf: IsoDate,
): { readonly read: RowReader } | { readonly missingColumns: readonly string[] } {
  const { dates, two_digit_years_from } = mapping.file;
  const columns: Columns = { header, asOf, readDate: dateReader(dates, two_digit_years_from), missing: new Set() };
  const readLoan = compileLoan(columns, mapping);
  const readBorrower = compileBorrower(columns, mapping);
  const readAssignment = compileAssignment(columns, mapping);
  const loanNumber = compileSource(columns, "loan.number", mapping.loan.number).say;
  if (columns.missing.size > 0) {
    return { missingColumns: [...columns.missing] };
  }
  const read: RowReader = ({ line, cells, broken }) => {
    if (broken !== undefined) {
      return { number: "", refusals: [rowRefusal(line, "", cells.join(","), broken)] };
    }
    const row: RowInHand = { line, cells, fields: {}, refusals: [] };
    const loan = readLoan(row);
    const borrower = readBorrower(row);
    const assignment = readAssignment(row);
    const { refusals } = row;
    const facts = refusals.length > 0 || loan === undefined ? undefined : { line, ...assignment, ...borrower, ...loan };
    return { number: loanNumber(row), refusals, ...(facts === undefined ? {} : { facts }) };
  };
  return { read };
}

function compileBorrower(columns: Columns, { borrower }: Mapping) {
  const at = (name: string, source: Source) => compileSource(columns, `borrower.${name}`, source);
  const maybe = (name: string, source: Source | undefined) => (source === undefined ? undefined : at(name, source));
  const number = at("number", borrower.number);
  const name = at("name", borrower.name);
  const customerType = at("customer_type", borrower.customer_type);
  const identityNumber = maybe("identity_number", borrower.identity_number);
  const phone = maybe("phone", borrower.phone);
  const address = maybe("address", borrower.address);
  const industryCode = maybe("industry_code", borrower.industry_code);
  const lastInspectedOn = maybe("last_inspected_on", borrower.last_inspected_on);
  const signers = borrower.signers.map((signer) => ({
    name: at("signers", signer.name),
    title: at("signers", signer.title),
  }));
  return (row: RowInHand): { borrower: BorrowerFacts; signers: SignerFacts[] } => ({
    borrower: {
      number: requiredText(row, number),
      name: requiredText(row, name),
      customerType: requiredWord(row, customerType, CUSTOMER_TYPES),
      identityNumber: optionalText(row, identityNumber),
      phone: optionalText(row, phone),
      address: optionalText(row, address),
      industryCode: optionalText(row, industryCode),
      lastInspectedOn: seen(columns, optionalDate(row, lastInspectedOn, columns.readDate)),
    },
    signers: signers.flatMap((signer) => {
      const signs = optionalText(row, signer.name);
      return signs === null ? [] : [{ name: signs, title: optionalText(row, signer.title) ?? "" }];
    }),
  });
}

type LoanPart = Pick<RowFacts, "loan" | "collateral" | "guarantors">;

function compileLoan(columns: Columns, mapping: Mapping): (row: RowInHand) => LoanPart | undefined {
  const { loan } = mapping;
  const at = (name: string, source: Source) => compileSource(columns, `loan.${name}`, source);
  const maybe = (name: string, source: Source | undefined) => (source === undefined ? undefined : at(name, source));
  const readDates = compileDates(columns, mapping);
  const readCollateral = compileCollateral(columns, mapping);
  const number = at("number", loan.number);
  const product = at("product", loan.product);
  const phase = maybe("phase", loan.phase);
  const state = at("state", loan.state);
  const currency = maybe("currency", loan.currency);
  const principal = at("principal", loan.principal);
  const drawn = at("drawn", loan.drawn);
  const tier = at("tier", loan.tier);
  const purpose = maybe("purpose", loan.purpose);
  const seasonKey = maybe("season_key", loan.season_key);
  const { separator = ";" } = loan.approval_conditions ?? {};
  const conditions = maybe("approval_conditions", loan.approval_conditions?.texts);
  const survey = maybe("survey_simplified", loan.survey_simplified);
  const pastDueSince = maybe("past_due_since", loan.past_due_since);
  const readRate = compileYearlyRate(columns, mapping);
  const guarantors = loan.guarantors === undefined ? undefined : at("guarantors", loan.guarantors.names);
  return (row) => {
    const loanNumber = requiredText(row, number);
    const dates = readDates(row);
    if (dates === undefined) {
      return undefined;
    }
    const productFact = requiredWord(row, product, PRODUCTS);
    row.fields.product = productFact;
    const money = optionalText(row, currency) ?? mapping.file.money.currency;
    if (!/^[A-Z]{3}$/u.test(money)) refuseCell(row, currency?.place ?? "", money, "unknown_word");
    const stateFact = requiredWord(row, state, LOAN_STATES);
    const facts: LoanFacts = {
      number: loanNumber,
      product: productFact,
      phase: productFact === "fixed_asset" ? optionalWord(row, phase, PROJECT_PHASES) : null,
      state: stateFact,
      currency: money,
      principalMinor: amount(row, principal, money, mapping, 1n),
      drawnMinor: stateFact === "settled" ? "0" : amount(row, drawn, money, mapping, 0n),
      ...dates,
      tier: requiredWord(row, tier, RISK_TIERS),
      purpose: optionalText(row, purpose),
      seasonKey: optionalText(row, seasonKey),
      approvalConditions: linesOf(optionalText(row, conditions), separator),
      surveySimplified: truthOf(optionalWord(row, survey, YES_OR_NO)),
      pastDueSince: seen(columns, optionalDate(row, pastDueSince, columns.readDate)),
      ...readRate(row),
    };
    const names = (guarantors?.say(row) ?? "").split(loan.guarantors?.separator ?? ";").map((name) => name.trim());
    const guarantorNames = [...new Set(names.filter((name) => name !== ""))];
    return { loan: facts, collateral: readCollateral(row, money), guarantors: guarantorNames };
  };
}

function truthOf(word: "yes" | "no" | null): LoanFacts["surveySimplified"] {
  return word === null ? null : word === "yes" ? "true" : "false";
}

/** One a line; nothing where the cell holds none. */
function linesOf(cell: string | null, separator: string): string | null {
  const lines = (cell ?? "").split(separator).map((one) => one.trim());
  const said = [...new Set(lines.filter((one) => one !== ""))];
  return said.length === 0 ? null : said.join("\n");
}

/** A loan that is paid out after the as-of date does not exist yet. */
function compileDates(columns: Columns, { loan }: Mapping) {
  const disbursedOn = compileSource(columns, "loan.disbursed_on", loan.disbursed_on);
  const maturity = compileMaturity(columns, loan.matures_on);
  return (row: RowInHand): Pick<LoanFacts, "disbursedOn" | "maturesOn"> | undefined => {
    const disbursed = requiredDate(row, disbursedOn, columns.readDate);
    if (disbursed === null) {
      return undefined;
    }
    if (disbursed > columns.asOf) {
      refuseCell(row, disbursedOn.place, disbursedOn.say(row), "not_yet_disbursed");
    }
    const matures = maturity(row, disbursed);
    row.fields.disbursed_on = disbursed;
    if (matures !== null) row.fields.matures_on = matures;
    return { disbursedOn: disbursed, maturesOn: matures };
  };
}

function compileMaturity(columns: Columns, source: Mapping["loan"]["matures_on"]) {
  if (typeof source === "object" && "months_after_disbursement" in source) {
    const place = source.months_after_disbursement;
    const months = cellOf(columns, place);
    return (row: RowInHand, disbursed: IsoDate): IsoDate | null => {
      const text = months(row);
      if (!/^\d{1,3}$/u.test(text)) refuseCell(row, place, text, text === "" ? "missing" : "not_a_number");
      return /^\d{1,3}$/u.test(text) ? addMonths(disbursed, Number(text)) : null;
    };
  }
  const compiled = source === undefined ? undefined : compileSource(columns, "loan.matures_on", source);
  return (row: RowInHand, disbursed: IsoDate): IsoDate | null => {
    const matures = optionalDate(row, compiled, columns.readDate);
    if (matures !== null && matures < disbursed) {
      refuseCell(row, compiled?.place ?? "", matures, "matures_before");
    }
    return matures;
  };
}

function compileCollateral(columns: Columns, mapping: Mapping) {
  const at = (source: Source) => compileSource(columns, "loan.collateral", source);
  const pledges = mapping.loan.collateral.map((pledge) => ({
    number: at(pledge.number),
    kind: at(pledge.kind),
    description: at(pledge.description),
    value: at(pledge.value),
    valuedOn: pledge.valued_on === undefined ? undefined : at(pledge.valued_on),
    insuredTo: pledge.insured_to === undefined ? undefined : at(pledge.insured_to),
  }));
  return (row: RowInHand, currency: string): CollateralFacts[] =>
    pledges.flatMap((pledge) => {
      const number = optionalText(row, pledge.number);
      if (number === null) return [];
      return [
        {
          number,
          kind: requiredWord(row, pledge.kind, COLLATERAL_KINDS),
          description: requiredText(row, pledge.description),
          currency,
          valueMinor: amount(row, pledge.value, currency, mapping, 0n),
          valuedOn: seen(columns, optionalDate(row, pledge.valuedOn, columns.readDate)),
          insuredTo: optionalDate(row, pledge.insuredTo, columns.readDate),
        },
      ];
    });
}

/** Minor units; `least` is in minor units too. */
function amount(row: RowInHand, source: CompiledSource, currency: string, mapping: Mapping, least: bigint): string {
  const text = requiredText(row, source);
  if (text === "" || !/^[A-Z]{3}$/u.test(currency)) {
    return "0";
  }
  const minor = readAmount(text, currency, mapping.file.money.unit);
  if (minor === undefined) {
    refuseCell(row, source.place, text, "not_an_amount");
  } else if (BigInt(minor) < least) {
    refuseCell(row, source.place, text, "too_small");
  }
  return minor ?? "0";
}

/** What is dated after the as-of date is not seen yet. */
function seen({ asOf }: Columns, date: IsoDate | null): IsoDate | null {
  return date !== null && date > asOf ? null : date;
}
