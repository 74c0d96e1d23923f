/** A person raises a signal of a loan. Unsure is allowed: the manager and the reviewer find out which it is. */
import type { SubjectFacts } from "../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { pathOf } from "../../domain/signals/path.ts";
import type { SignalRule } from "../../domain/signals/rule.ts";
import { authorize, type Context, inTransaction } from "../../platform/context.ts";
import { findNamed, unitPath } from "../people/index.ts";
import { LONGEST_WORDS } from "./ids.ts";
import { type TakenIn, takeIn } from "./take-in.ts";

/** Stands where the raiser does not know which code fits. */
export const UNSURE = "UNSURE";
const UNSURE_RULE: Pick<SignalRule, "level" | "path" | "paths" | "about" | "restricted_to"> = {
  level: "yellow",
  path: "full",
  about: "borrower",
};

export interface Raising {
  readonly loanId: string;
  /** A code of the catalogue, or `UNSURE`. */
  readonly code: string;
  readonly words: string;
  /** Name, or e-mail address, of a colleague whom it concerns; empty for none. */
  readonly colleague: string;
}

export type RaisableLoan = NonNullable<Awaited<ReturnType<typeof findLoan>>>;

/** Answers what the raiser may know: of a restricted signal no more than that it was received. */
export async function raiseSignal(
  ctx: Context,
  raising: Raising,
): Promise<{ number: string | undefined; did: TakenIn["did"] } | Refusal> {
  return inTransaction(ctx, async (tx) => {
    const loan = await loanFor(tx, { id: raising.loanId });
    if (isRefusal(loan)) {
      return loan;
    }
    const rule = raising.code === UNSURE ? UNSURE_RULE : tx.policy.policy.signals.catalogue[raising.code];
    const refused = withoutWords(raising.words);
    if (rule === undefined || refused !== undefined) {
      return refused ?? refuse("signal.no_code", { code: raising.code }, "code");
    }
    const colleague = raising.colleague.trim() === "" ? undefined : await findNamed(tx, raising.colleague.trim());
    return isRefusal(colleague)
      ? { ...colleague, field: "colleague" }
      : raise(tx, { raising, loan, rule, colleagueId: colleague?.id });
  });
}

interface Raised {
  readonly raising: Raising;
  readonly loan: RaisableLoan;
  readonly rule: typeof UNSURE_RULE;
  readonly colleagueId: string | undefined;
}

async function raise(tx: Context, { raising, loan, rule, colleagueId }: Raised) {
  const isRestricted = rule.restricted_to !== undefined || colleagueId !== undefined;
  const { id, unitId, ownerships } = loan.borrower;
  const taken = await takeIn(tx, {
    code: raising.code,
    level: rule.level,
    path: isRestricted ? "full" : pathOf(rule, loan.product),
    isVeto: false,
    borrower: { id, unitId, keeperId: ownerships[0]?.personId ?? null },
    // Of a colleague, whatever the code: it must not meet a signal that the line may see.
    subject: colleagueId === undefined ? subjectOf(rule, loan) : { kind: "person", id: colleagueId },
    raisedById: tx.actor.personId,
    words: raising.words.trim(),
    because: null,
    isUnsure: raising.code === UNSURE,
    isRestricted,
    named: colleagueId === undefined ? [] : [colleagueId],
  });
  return isRestricted ? { number: undefined, did: "raise" as const } : { number: taken.number, did: taken.did };
}

/** Of a loan where the code is; all others are the customer's, so that two loans do not make two of them. */
export function subjectOf({ about }: Pick<SignalRule, "about">, loan: RaisableLoan): { kind: string; id: string } {
  return about === "loan" ? { kind: "loan", id: loan.id } : { kind: "borrower", id: loan.borrower.id };
}

function withoutWords(words: string): Refusal | undefined {
  const isGiven = words.trim() !== "" && words.length <= LONGEST_WORDS;
  return isGiven ? undefined : refuse("reason.needed", { most: LONGEST_WORDS }, "words");
}

/** All live loans of a customer, where the actor may raise a signal of them. */
export async function loansOfBorrower(ctx: Context, borrowerId: string): Promise<RaisableLoan[] | Refusal> {
  return raisable(
    ctx,
    await ctx.db.loan.findMany({ where: { borrowerId, state: "live" }, include: WITH_BORROWER, orderBy: FIRST_LIVE }),
  );
}

/** The loans that an inspection covers, the same. */
export async function loansOfInspection(ctx: Context, inspectionId: string): Promise<RaisableLoan[] | Refusal> {
  const covered = { inspections: { some: { inspectionId } } };
  return raisable(ctx, await ctx.db.loan.findMany({ where: covered, include: WITH_BORROWER, orderBy: FIRST_LIVE }));
}

async function raisable(ctx: Context, loans: RaisableLoan[]): Promise<RaisableLoan[] | Refusal> {
  const [first] = loans;
  return first === undefined ? refuse("signal.no_loan", { number: "" }) : ((await mayRaise(ctx, first)) ?? loans);
}

/** A loan by its id or number, or any live loan of a customer by theirs, where the actor may raise a signal of it. */
export async function loanFor(
  ctx: Context,
  which: { readonly id: string } | { readonly number: string },
): Promise<RaisableLoan | Refusal> {
  const loan = await findLoan(ctx, which);
  if (loan === null) {
    return refuse("signal.no_loan", { number: "number" in which ? which.number : "" });
  }
  return (await mayRaise(ctx, loan)) ?? loan;
}

async function mayRaise(ctx: Context, { borrower }: RaisableLoan): Promise<Refusal | undefined> {
  const subject: SubjectFacts = {
    unitPath: await unitPath(ctx.db, borrower.unitId),
    ownerId: borrower.ownerships[0]?.personId ?? null,
  };
  return authorize(ctx, "raise_signal", subject);
}

const WITH_BORROWER = { borrower: { include: { ownerships: { where: { toAt: null } }, unit: true } } } as const;
const FIRST_LIVE: { state?: "asc"; number?: "asc" }[] = [{ state: "asc" }, { number: "asc" }];

function findLoan({ db }: Context, which: { readonly id: string } | { readonly number: string }) {
  const where =
    "id" in which ? { id: which.id } : { OR: [{ number: which.number }, { borrower: { number: which.number } }] };
  return db.loan.findFirst({ where, include: WITH_BORROWER, orderBy: FIRST_LIVE });
}
