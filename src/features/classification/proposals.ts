/** A proposal with the loan it is about, and who may have a hand in it. */
import { type Hand, nextHand } from "../../domain/classification/index.ts";
import type { SubjectFacts } from "../../domain/may.ts";
import type { Verb } from "../../domain/rights.ts";
import { RISK_TIERS, TIER_PROPOSAL_STATES } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { unitPath } from "../people/index.ts";

export const VERB_OF: Readonly<Record<Hand, Verb>> = {
  propose: "propose_tier",
  recognise: "recognise_tier",
  approve: "approve_tier",
};

export const WITH_LOAN = {
  loan: {
    select: {
      id: true,
      number: true,
      tier: true,
      state: true,
      product: true,
      disbursedOn: true,
      version: true,
      borrower: {
        select: {
          id: true,
          name: true,
          number: true,
          unitId: true,
          unit: { select: { timeZone: true } },
          ownerships: { where: { toAt: null }, select: { personId: true } },
        },
      },
    },
  },
} as const;

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

export function findProposal(ctx: Context, id: string) {
  return ctx.db.tierProposal.findUnique({ where: { id }, include: WITH_LOAN });
}

export function handOf({ state, hands }: ProposalRow): Hand | undefined {
  return nextHand(oneOf(TIER_PROPOSAL_STATES, state), hands);
}

export const tierOf = (word: string) => oneOf(RISK_TIERS, word);

/** Whoever had a hand in it has no second one. */
export async function subjectOfProposal(ctx: Context, row: ProposalRow): Promise<SubjectFacts> {
  const had = [row.proposedById, row.recognisedById].flatMap((id) => id ?? []);
  return { ...(await subjectOfLoan(ctx, row.loan)), notByPersons: had };
}

export async function subjectOfLoan(
  ctx: Context,
  { borrower }: Pick<ProposalRow["loan"], "borrower">,
): Promise<SubjectFacts> {
  return {
    unitPath: await unitPath(ctx.db, borrower.unitId),
    ownerId: borrower.ownerships[0]?.personId ?? null,
  };
}
