/** Rows of facts into the record, of a file or of a push: the one way in. */
import type { Fact } from "../../domain/facts/fact.ts";
import type { FactKindName } from "../../domain/facts/kinds.ts";
import type { Context } from "../../platform/context.ts";
import { lookAgain } from "../looks/index.ts";
import { tellBook } from "./book.ts";
import { tellCollateral } from "./collateral-in-book.ts";
import { factProblems, type Measure } from "./fact-problems.ts";
import { type GoodRow, planFacts, type RowOutcome, writeFacts } from "./keep.ts";
import { tellPlan } from "./plan-in-book.ts";
import type { RowProblem } from "./row-problems.ts";
import { findSubjects, nameOf, type SubjectBook } from "./subjects.ts";

/** A row that can be taken, or everything that is wrong with it. */
export type Judged = { readonly good: GoodRow } | { readonly problems: readonly RowProblem[] };

/** Facts of earlier rows, by `sameFact`. */
export interface Seen {
  has(fact: string): boolean;
  add(fact: string): unknown;
}

/** Writes nothing. A good row's facts are seen from then on: the same fact in a later row is refused. */
export async function judgeRows(
  ctx: Context,
  rows: readonly (readonly Fact[])[],
  measure: Measure,
  seen: Seen,
): Promise<Judged[]> {
  const book = await findSubjects(
    ctx,
    rows.flat().map(({ subject }) => subject),
  );
  return rows.map((facts) => judgeRow(facts, book, measure, seen));
}

function judgeRow(facts: readonly Fact[], book: SubjectBook, measure: Measure, seen: Seen): Judged {
  const problems = facts.flatMap((fact) => factProblems(fact, book, measure));
  const [subject] = facts.flatMap((fact) => book.find(fact.subject));
  if (problems.length > 0 || subject === undefined) return { problems: oncePerField(problems) };
  if (facts.some((fact) => seen.has(sameFact(fact)))) return { problems: [{ field: "", reason: "told_twice" }] };
  for (const fact of facts) seen.add(sameFact(fact));
  return { good: { facts, subjectId: subject.id, borrowerId: subject.borrowerId } };
}

export interface Telling {
  /** Which system tells it. */
  readonly source: string;
  readonly kind: FactKindName;
}

/** What follows once facts are stored, for the borrowers of whom something new is known. */
export type FactsFollowed = (kind: FactKindName, borrowerIds: readonly string[]) => Promise<unknown>;

export interface TakenRows {
  readonly outcomes: readonly RowOutcome[];
  /** Borrowers of whom something new is known. */
  readonly borrowerIds: readonly string[];
}

/** In the caller's transaction. */
export async function takeRows(tx: Context, { source, kind }: Telling, rows: readonly GoodRow[]): Promise<TakenRows> {
  const { outcomes, observations } = await planFacts(tx, source, rows);
  await writeFacts(tx, source, observations);
  const told = rows.filter((_, at) => outcomes[at] !== "unchanged");
  if (kind === "balances") {
    const days = told.flatMap(({ subjectId: loanId, facts }) => facts.map(({ asOf }) => ({ loanId, asOf })));
    await tellBook(tx, source, days);
  }
  if (kind === "valuations") {
    await tellCollateral(
      tx,
      source,
      told.map(({ subjectId }) => subjectId),
    );
  }
  if (kind === "repayments") {
    const instalments = told.flatMap(({ subjectId: loanId, facts }) =>
      facts.slice(0, 1).map(({ reference: dueOn }) => ({ loanId, dueOn })),
    );
    await tellPlan(tx, instalments);
  }
  const borrowerIds = [...new Set(told.map(({ borrowerId }) => borrowerId))];
  await lookAgain(tx, borrowerIds);
  return { outcomes, borrowerIds };
}

/** By what one fact is told from another of the same source. */
function sameFact({ subject, key, asOf, reference }: Fact): string {
  return JSON.stringify([nameOf(subject), key, asOf, reference]);
}

function oncePerField(problems: readonly RowProblem[]): RowProblem[] {
  return [...new Map([...problems].reverse().map((one) => [one.field, one])).values()].reverse();
}
