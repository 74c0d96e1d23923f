/** A proposal as people read it, with what the reader may do about it now. */
import { isoDate } from "../../domain/dates.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { type Button, bold, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { customerMore } from "../named-customers/index.ts";
import { namesById } from "../people/index.ts";
import { zoneOfBorrower } from "../standing-zones/index.ts";
import { zoneText } from "../zones/index.ts";
import { APPROVE_TIER, DECLINE_TIER, PROPOSE_TIER, RECOGNISE_TIER } from "./ids.ts";
import { handOf, type ProposalRow, subjectOfLoan, subjectOfProposal, tierOf, VERB_OF } from "./proposals.ts";
import { storedRules, storedShown } from "./say-rules.ts";

export async function proposalPiece(ctx: Context, row: ProposalRow): Promise<Piece> {
  const { t } = ctx;
  const move = t("tier.move", { from: t(`tier.${tierOf(row.fromTier)}`), to: t(`tier.${tierOf(row.tier)}`) });
  return {
    kind: "item",
    text: [bold(await customerOf(ctx, row)), " · ", row.loan.number, " · ", move],
    detail: [quiet((await details(ctx, row)).join(" · "))],
    buttons: await buttonsOf(ctx, row),
    more: customerMore(ctx, row.loan.borrower.id),
  };
}

export async function customerOf(ctx: Context, { loan }: Pick<ProposalRow, "loan">): Promise<string> {
  const isFull = readsInFull(ctx.actor, "see_tiers", await subjectOfLoan(ctx, loan));
  return isFull ? loan.borrower.name : maskName(loan.borrower.name);
}

async function details(ctx: Context, row: ProposalRow): Promise<string[]> {
  const { t } = ctx;
  const ids = [row.proposedById, row.recognisedById, row.approvedById, row.endedById].flatMap((id) => id ?? []);
  const names = await namesById(ctx.db, ids);
  const by = (
    key: "tier.by.proposed" | "tier.by.recognised" | "tier.by.approved" | "tier.by.declined",
    id: string | null,
  ) => (id === null ? [] : [t(key, { name: names.get(id) ?? "" })]);
  const zone = await zoneOfBorrower(ctx, row.loan.borrower.id);
  return [
    ...(zone === undefined ? [] : [zoneText(ctx, zone)]),
    ...(row.effectiveOn === null
      ? []
      : [t("tier.from_day", { date: dateText(ctx.language, isoDate(row.effectiveOn)) })]),
    ...(row.reason === null ? [] : [row.reason]),
    ...storedRules(t, row.because),
    ...storedShown(row.shown).map((check) => t(`tier.shown.${check}`)),
    ...by("tier.by.proposed", row.proposedById),
    ...by("tier.by.recognised", row.recognisedById),
    ...by("tier.by.approved", row.approvedById),
    ...by("tier.by.declined", row.endedById),
    ...(row.endedWhy === null ? [] : [row.endedWhy]),
    ...(row.hands === 2 ? [t("tier.departure")] : []),
  ];
}

async function buttonsOf(ctx: Context, row: ProposalRow): Promise<Button[]> {
  const { t } = ctx;
  const hand = handOf(row);
  if (hand === undefined || authorize(ctx, VERB_OF[hand], await subjectOfProposal(ctx, row)) !== undefined) return [];
  if (hand === "propose") {
    return [{ text: t("tier.propose"), action: PROPOSE_TIER, value: row.loanId, style: "primary" }];
  }
  const action = hand === "recognise" ? RECOGNISE_TIER : APPROVE_TIER;
  return [
    { text: t(`tier.${hand}`), action, value: row.id, style: "primary" },
    { text: t("tier.decline"), action: DECLINE_TIER, value: row.id },
  ];
}
