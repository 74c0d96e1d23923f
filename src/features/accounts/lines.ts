/** Loans, collateral and visits as lines of a card. Pure. */
import { isoDate } from "../../domain/dates.ts";
import { yearlyRateText } from "../../domain/loan-rate.ts";
import { maskAccount } from "../../domain/masking.ts";
import { COLLATERAL_KINDS } from "../../domain/templates/item.ts";
import { LOAN_STATES, PRODUCTS, RISK_TIERS } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf, oneOfOrNone } from "../../platform/stored-word.ts";
import { bold, type Piece, quiet } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { moneyText } from "../../texts/money.ts";
import { SHOW_REPORT } from "../reviews/index.ts";
import type { CollateralRow, LoanRow } from "./card.ts";
import type { ListedVisit } from "./visits.ts";

export type Wording = Pick<Context, "t" | "language">;

export function loanPiece({ t, language }: Wording, loan: LoanRow, inFull: boolean): Piece {
  const drawn = moneyText(language, { minor: loan.drawnMinor, currency: loan.currency });
  const on = (date: string) => dateText(language, isoDate(date));
  const parts = [
    t(`product.${oneOf(PRODUCTS, loan.product)}`),
    t(`tier.${oneOf(RISK_TIERS, loan.tier)}`),
    t(`loan_state.${oneOf(LOAN_STATES, loan.state)}`),
    ...(loan.maturesOn === null ? [] : [t("account.matures", { date: on(loan.maturesOn) })]),
    ...rateOnCard({ t, language }, loan),
    ...nextRepayment({ t, language }, loan),
    ...(loan.pastDueSince === null ? [] : [t("account.past_due", { date: on(loan.pastDueSince) })]),
  ];
  return {
    kind: "item",
    text: [bold(inFull ? loan.number : maskAccount(loan.number)), " · ", drawn],
    detail: [quiet(parts.join(" · "))],
  };
}

function rateOnCard({ t, language }: Wording, { yearlyRatePpm, yearlyRateFrom }: LoanRow): string[] {
  if (yearlyRatePpm === null) return [];
  const rate = yearlyRateText(yearlyRatePpm);
  return [
    yearlyRateFrom === null
      ? t("account.rate", { rate })
      : t("account.rate_from", { rate, date: dateText(language, isoDate(yearlyRateFrom)) }),
  ];
}

/** Of a live loan with a plan: the day, and how much where the plan tells it. */
function nextRepayment({ t, language }: Wording, { state, currency, instalments: [next] }: LoanRow): string[] {
  if (state !== "live" || next === undefined) return [];
  const date = dateText(language, isoDate(next.dueOn));
  const minor = (next.principalMinor ?? 0n) + (next.interestMinor ?? 0n);
  return [
    minor === 0n
      ? t("account.next_repayment", { date })
      : t("account.next_repayment_of", { date, amount: moneyText(language, { minor, currency }) }),
  ];
}

/** What it is and where stands only for whoever answers for the customer: the kind and the dates are no secret of theirs. */
export function collateralPiece({ t, language }: Wording, piece: CollateralRow, inFull: boolean): Piece {
  const kind = t(`collateral_kind.${oneOfOrNone(COLLATERAL_KINDS, piece.kind) ?? "other"}`);
  const on = (date: string) => dateText(language, isoDate(date));
  const parts = [
    inFull ? piece.number : maskAccount(piece.number),
    inFull ? piece.loan.number : maskAccount(piece.loan.number),
    ...(piece.valuedOn === null ? [] : [t("account.valued", { date: on(piece.valuedOn) })]),
    ...(piece.insuredTo === null ? [] : [t("account.insured", { date: on(piece.insuredTo) })]),
  ];
  const value = moneyText(language, { minor: piece.valueMinor, currency: piece.currency });
  return {
    kind: "item",
    text: [bold(inFull ? `${kind}: ${piece.description}` : kind), " · ", value],
    detail: [quiet(parts.join(" · "))],
  };
}

export function visitPiece({ t, language }: Wording, visit: ListedVisit): Piece {
  const { number, kind, state, dueOn, visitedOn, person, opens } = visit;
  const when =
    visitedOn === undefined
      ? t("account.due", { date: dateText(language, dueOn) })
      : t("account.visited", { date: dateText(language, visitedOn) });
  return {
    kind: "item",
    text: [`${t(`kind.${kind}`)} · ${when} · `, bold(t(`state.${state}`))],
    detail: [quiet([number, person ?? t("account.no_owner_short")].join(" · "))],
    ...(opens ? { buttons: [{ text: t("account.report"), action: SHOW_REPORT, value: number }] } : {}),
  };
}
