/** The tier of one loan: what it is, the floor and why, what is on its way, and its history. */
import { isoDate } from "../../domain/dates.ts";
import { isRefusal, type Refusal, refuse } from "../../domain/refusal.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { bold, heading, line, note, type Piece, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { TIER_NOT_TAKEN } from "../portfolio/index.ts";
import { zoneOfBorrower } from "../standing-zones/index.ts";
import { zoneText } from "../zones/index.ts";
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
  const zone = await zoneOfBorrower(ctx, loan.borrower.id);
  const told = await fileSays(ctx, loan);
  const title = ctx.t("tier.of_loan", { number });
  const pieces: Piece[] = [
    line([bold(await customerOf(ctx, { loan })), " · ", loan.number, " · ", ctx.t(`tier.${tierOf(loan.tier)}`)]),
    ...(zone === undefined ? [] : [line(zoneText(ctx, zone))]),
    ...(told === undefined ? [] : [note(told)]),
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

/** Where the lender's own file says another tier than the approved one: as long as its last row does. */
async function fileSays(ctx: Context, { id, tier }: { id: string; tier: string }): Promise<string | undefined> {
  const { asOf } = await ctx.db.loan.findUniqueOrThrow({ where: { id }, select: { asOf: true } });
  const row = await ctx.db.factChange.findFirst({
    where: { subjectKind: "loan", subjectId: id, field: TIER_NOT_TAKEN, asOf },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
  });
  if (row === null || row.after === null || row.after === tier) return undefined;
  const said = { tier: ctx.t(`tier.${tierOf(row.after)}`), date: dateText(ctx.language, isoDate(row.asOf)) };
  return ctx.t("tier.file_says", { ...said, source: row.source });
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
