/** What is wrong with a fact beyond its shape: whom it is about, its day, and what the policy says of its key. */

import { compareDates } from "../../domain/dates.ts";
import type { Fact } from "../../domain/facts/fact.ts";
import { type Metric, metricsOf } from "../../domain/signals/metric.ts";
import type { IsoDate } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { readAmount } from "../portfolio/index.ts";
import type { RowProblem } from "./row-problems.ts";
import type { SubjectBook } from "./subjects.ts";

/** What the facts of a file or an event are held against. */
export interface Measure {
  readonly today: IsoDate;
  /** What the policy in force knows by name. */
  readonly metrics: ReadonlyMap<string, Metric>;
}

export function measureOf({ now, policy: { policy } }: Context): Measure {
  return {
    today: localDate(now, policy.calendar.time_zone),
    metrics: metricsOf(policy.signals.metrics, policy.templates),
  };
}

export function factProblems(fact: Fact, book: SubjectBook, { today, metrics }: Measure): RowProblem[] {
  const problems: (RowProblem | undefined)[] = [
    subjectProblem(fact, book),
    compareDates(fact.asOf, today) > 0 ? { field: "as_of", reason: "in_the_future" } : undefined,
    valueProblem(fact, metrics.get(fact.key)),
    moneyProblem(fact, book),
  ];
  return problems.filter((one) => one !== undefined);
}

function subjectProblem({ subject }: Fact, book: SubjectBook): RowProblem | undefined {
  const found = book.find(subject).length;
  if (found === 1) return undefined;
  if (found > 1) return { field: "guarantor", reason: "name_not_alone" };
  const isPart = "loan" in subject && book.hasLoan(subject.loan);
  return { field: isPart || subject.kind === "borrower" ? subject.kind : "loan", reason: "not_in_book" };
}

/** Some currencies have no small coin. */
function moneyProblem({ subject, unit, value, field }: Fact, book: SubjectBook): RowProblem | undefined {
  const currency = book.find(subject)[0]?.currency;
  if (unit !== "money" || currency === undefined) return undefined;
  return readAmount(value, currency, "major") === undefined ? { field, reason: "not_a_decimal" } : undefined;
}

const IS_NUMBER = /^-?\d/u;
const FLAGS = ["true", "false"];
/** Units of our own, which no policy has. */
const OURS = ["date", "money", "text"];

function valueProblem({ value, unit, field }: Fact, metric: Metric | undefined): RowProblem | undefined {
  if (OURS.includes(unit)) return undefined;
  if (metric !== undefined && metric.unit !== unit) {
    return { field: field === "value" ? "unit" : field, reason: "other_unit", known: [metric.unit] };
  }
  const known = unit === "flag" ? FLAGS : metric?.words;
  const isNumber = IS_NUMBER.test(value);
  const fits = unit === "flag" || unit === "word" ? (known?.includes(value) ?? !isNumber) : isNumber;
  return fits ? undefined : { field, reason: "not_of_unit", ...(known === undefined ? {} : { known }) };
}
