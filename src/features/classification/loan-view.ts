/** The tier of one loan: what it is, the floor and why, what is on its way, and its history. */
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { bold, heading, line, note, type Piece, type View } from "../../platform/view.ts";
import { debtorsOf } from "./debtor-floors.ts";
import { PROPOSE_TIER } from "./ids.ts";
import { customerOf, proposalPiece } from "./pieces.ts";
import { subjectOfLoan, tierOf, WITH_LOAN } from "./proposals.ts";
import { ruleText } from "./say-rules.ts";

const LISTED = 12;

/** By the loan's number; the answer to a number that the reader may not see is that there is none. */
export async function tierOfLoan(ctx: Context, number: string): Promise<View | Refusal> {
  const loan = await ctx.db.loan.findUnique({ where: { number }, select: WITH_LOAN.loan.select });
  if (loan === null || authorize(ctx, "see_tiers", await subjectOfLoan(ctx, loan)) !== undefined) {
    return refuse("not_found", { number });
  }
  const [debtor] = await debtorsOf(ctx, [loan.borrower.id]);
  const floor = debtor?.floors.get(loan.id);
  const proposals = await ctx.db.tierProposal.findMany({
    where: { loanId: loan.id },
    include: WITH_LOAN,
    orderBy: [{ id: "desc" }],
    take: LISTED,
  });
  const title = ctx.t("tier.of_loan", { number });
  const pieces: Piece[] = [
    line([bold(await customerOf(ctx, { loan })), " · ", loan.number, " · ", ctx.t(`tier.${tierOf(loan.tier)}`)]),
    ...(floor === undefined
      ? []
      : [
          line(ctx.t("tier.floor_is", { tier: ctx.t(`tier.${floor.tier}`) })),
          ...floor.because.map((fired) => note(ruleText(ctx.t, fired))),
        ]),
    ...(await proposeButton(ctx, loan)),
    ...(proposals.length === 0 ? [] : [heading(ctx.t("tier.history"))]),
    ...(await Promise.all(proposals.map((row) => proposalPiece(ctx, row)))),
  ];
  return { title, pieces };
}

/** The form that proposes a tier, or why there is none for this reader. */
export async function whyNotPropose(
  ctx: Context,
  loanId: string,
): Promise<{ number: string; today: string } | Refusal> {
  const loan = await ctx.db.loan.findUnique({ where: { id: loanId }, select: WITH_LOAN.loan.select });
  if (loan === null) return refuse("not_found", { number: "" });
  const refused = authorize(ctx, "propose_tier", await subjectOfLoan(ctx, loan));
  if (isRefusal(refused)) return refused;
  const [debtor] = await debtorsOf(ctx, [loan.borrower.id]);
  return debtor === undefined ? refuse("tier.not_live") : { number: loan.number, today: debtor.today };
}

async function proposeButton(
  ctx: Context,
  loan: { readonly id: string } & Parameters<typeof subjectOfLoan>[1],
): Promise<Piece[]> {
  if (authorize(ctx, "propose_tier", await subjectOfLoan(ctx, loan)) !== undefined) return [];
  return [{ kind: "buttons", buttons: [{ text: ctx.t("tier.propose"), action: PROPOSE_TIER, value: loan.id }] }];
}
