/** Whom or what a fact is about, found by the number that the other system knows. */

import type { FactSubject } from "../../domain/facts/fact.ts";
import { addTo } from "../../domain/lists-by-key.ts";
import type { Context } from "../../platform/context.ts";

export interface FoundSubject {
  readonly id: string;
  readonly borrowerId: string;
  /** Of a loan. */
  readonly currency?: string;
}

export interface SubjectBook {
  /** More than one where a loan has two guarantors of one name. */
  find(subject: FactSubject): readonly FoundSubject[];
  hasLoan(number: string): boolean;
}

export function nameOf(subject: FactSubject): string {
  const { kind } = subject;
  if (kind === "collateral") return JSON.stringify([kind, subject.loan, subject.number]);
  return JSON.stringify(kind === "guarantor" ? [kind, subject.loan, subject.name] : [kind, subject.number]);
}

/** A few questions, however many facts. */
export async function findSubjects({ db }: Context, subjects: readonly FactSubject[]): Promise<SubjectBook> {
  const borrowers = await db.borrower.findMany({
    where: { number: { in: once(subjects.flatMap((one) => (one.kind === "borrower" ? [one.number] : []))) } },
    select: { id: true, number: true },
  });
  const pieces = once(subjects.flatMap((one) => (one.kind === "collateral" ? [one.number] : [])));
  const names = once(subjects.flatMap((one) => (one.kind === "guarantor" ? [one.name] : [])));
  const loans = await db.loan.findMany({
    where: { number: { in: once(subjects.flatMap(loanOf)) } },
    select: {
      id: true,
      number: true,
      borrowerId: true,
      currency: true,
      collateral: { select: { id: true, number: true }, where: { number: { in: pieces } } },
      guarantors: { select: { id: true, name: true }, where: { name: { in: names } } },
    },
  });
  const found = new Map<string, FoundSubject[]>();
  const add = (subject: FactSubject, one: FoundSubject) => addTo(found, nameOf(subject), one);
  for (const { id, number } of borrowers) add({ kind: "borrower", number }, { id, borrowerId: id });
  for (const { id, number: loan, borrowerId, currency, collateral, guarantors } of loans) {
    add({ kind: "loan", number: loan }, { id, borrowerId, currency });
    for (const piece of collateral)
      add({ kind: "collateral", loan, number: piece.number }, { id: piece.id, borrowerId });
    for (const { id: guarantorId, name } of guarantors) {
      add({ kind: "guarantor", loan, name }, { id: guarantorId, borrowerId });
    }
  }
  return {
    find: (subject) => found.get(nameOf(subject)) ?? [],
    hasLoan: (number) => found.has(nameOf({ kind: "loan", number })),
  };
}

function loanOf(subject: FactSubject): string[] {
  if (subject.kind === "borrower") return [];
  return [subject.kind === "loan" ? subject.number : subject.loan];
}

function once(numbers: readonly string[]): string[] {
  return [...new Set(numbers)];
}
