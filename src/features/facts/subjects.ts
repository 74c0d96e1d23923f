/** Whom or what a fact is about, found by the number that the other system knows. */
import type { Context } from "../../platform/context.ts";
import type { FactSubject } from "./event.ts";

/** Of every subject by its name in `nameOf`; more than one where a loan has two guarantors of one name. */
export type SubjectIds = ReadonlyMap<string, readonly string[]>;

export function nameOf(subject: FactSubject): string {
  const parts = Object.values(subject);
  return JSON.stringify([subject.kind, ...parts.slice(1)]);
}

/** A few questions, however many facts. */
export async function findSubjects(tx: Context, subjects: readonly FactSubject[]): Promise<SubjectIds> {
  const numbers = (kind: "borrower" | "loan") =>
    subjects.flatMap((one) => (one.kind === kind && "number" in one ? [one.number] : []));
  const loans = subjects.flatMap((one) => ("loan" in one ? [one.loan] : []));
  const borrowers = await tx.db.borrower.findMany({
    where: { number: { in: numbers("borrower") } },
    select: { id: true, number: true },
  });
  const loanRows = await tx.db.loan.findMany({
    where: { number: { in: [...numbers("loan"), ...loans] } },
    select: {
      id: true,
      number: true,
      collateral: { select: { id: true, number: true } },
      guarantors: { select: { id: true, name: true } },
    },
  });
  const found: [FactSubject, string][] = [
    ...borrowers.map(({ id, number }): [FactSubject, string] => [{ kind: "borrower", number }, id]),
    ...loanRows.flatMap(({ id, number: loan, collateral, guarantors }): [FactSubject, string][] => [
      [{ kind: "loan", number: loan }, id],
      ...collateral.map((one): [FactSubject, string] => [{ kind: "collateral", loan, number: one.number }, one.id]),
      ...guarantors.map((one): [FactSubject, string] => [{ kind: "guarantor", loan, name: one.name }, one.id]),
    ]),
  ];
  const ids = new Map<string, string[]>();
  for (const [subject, id] of found) ids.set(nameOf(subject), [...(ids.get(nameOf(subject)) ?? []), id]);
  return ids;
}
