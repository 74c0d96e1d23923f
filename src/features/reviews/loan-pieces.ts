/** What is at stake: the loans that a report covers, as they stand today. Pure. */
import { maskAccount } from "../../domain/masking.ts";
import { PRODUCTS, RISK_TIERS } from "../../domain/vocabulary.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, note, type Piece } from "../../platform/view.ts";
import { moneyText } from "../../texts/money.ts";
import type { Reader } from "../review-queue/index.ts";
import { packed } from "./packed.ts";
import type { ReportSheet } from "./report-sheet.ts";

const SHOWN = 4;

export function loanPieces({ case: { inspection }, masked }: ReportSheet, { t, language }: Reader): Piece[] {
  const covered = inspection.loans.map(({ loan }) => loan);
  const lines = covered.slice(0, SHOWN).map((loan) => {
    const drawn = moneyText(language, { minor: loan.drawnMinor, currency: loan.currency });
    const parts = [
      masked ? maskAccount(loan.number) : loan.number,
      t(`product.${oneOf(PRODUCTS, loan.product)}`),
      t(`tier.${oneOf(RISK_TIERS, loan.tier)}`),
    ];
    return [bold(t("review.drawn", { amount: drawn })), ` · ${parts.join(" · ")}`];
  });
  const rest = covered.length - SHOWN;
  return [...packed(lines), ...(rest > 0 ? [note(t("review.more_loans", { count: rest }))] : [])];
}
