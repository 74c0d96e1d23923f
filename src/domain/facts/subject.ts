/** How a row names whom or what it is about. */
import type { FactSubject } from "./fact.ts";
import { short } from "./fields.ts";

export const borrower = short.meta({ description: "The customer's number" });
export const loan = short.meta({ description: "The loan's number" });
export const collateral = short.meta({ description: "The number of the collateral within that loan" });
export const guarantor = short.meta({
  description: "The guarantor's name as the book has it; guarantors bear no numbers",
});

/** A customer; or a loan, alone or with one of its collateral or guarantors. */
export const anySubject = {
  borrower: borrower.optional(),
  loan: loan.optional(),
  collateral: collateral.optional(),
  guarantor: guarantor.optional(),
};

interface Named {
  readonly borrower?: string | undefined;
  readonly loan?: string | undefined;
  readonly collateral?: string | undefined;
  readonly guarantor?: string | undefined;
}

/** Nothing where it names none, or more than one. */
export function subjectOf(named: Named): FactSubject | undefined {
  const { borrower: customer, loan: number, collateral: piece, guarantor: name } = named;
  if ((customer === undefined) === (number === undefined)) return undefined;
  if (customer !== undefined) {
    return piece === undefined && name === undefined ? { kind: "borrower", number: customer } : undefined;
  }
  if (number === undefined || (piece !== undefined && name !== undefined)) return undefined;
  if (piece !== undefined) return { kind: "collateral", loan: number, number: piece };
  return name === undefined ? { kind: "loan", number } : { kind: "guarantor", loan: number, name };
}
