/** A customer as an asset, in words. Pure. */
import { monthsBetween } from "../../domain/dates.ts";
import type { Retention, Revenue } from "../../domain/retention.ts";
import type { Context } from "../../platform/context.ts";
import { bold, heading, line, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { moneyText } from "../../texts/money.ts";
import type { CustomerAsset } from "./asset-of.ts";

type Wording = Pick<Context, "t" | "language">;

const MONTHS_A_YEAR = 12;

/** As two facts of a card. */
export function assetLines(wording: Wording, asset: CustomerAsset): [label: string, value: string][] {
  const { t } = wording;
  const since = tenureText(wording, asset);
  const revenue = asset.revenue.map((one) => revenueText(wording, one)).join(" · ");
  return [
    ...(since === undefined ? [] : ([[t("asset.since"), since]] as [string, string][])),
    ...(revenue === "" ? [] : ([[t("asset.revenue"), revenue]] as [string, string][])),
  ];
}

/** Nothing where the customer is not at risk, or not one to keep: a card says nothing of either then. */
export function retentionPieces(wording: Wording, { retention }: CustomerAsset): Piece[] {
  const { t, language } = wording;
  if (retention === undefined) {
    return [];
  }
  return [
    heading(t("asset.retention")),
    line([bold(t(`asset.risk.${retention.risk}`)), " · ", retentionText(wording, retention)]),
    note(t("asset.proposal", { date: dateText(language, retention.endsOn) })),
  ];
}

/** In a list: since when, what they bear, and why they may leave. */
export function assetText(wording: Wording, asset: CustomerAsset): string {
  const { t } = wording;
  const { retention } = asset;
  const since = tenureText(wording, asset);
  const parts = [
    ...(retention === undefined ? [] : [t(`asset.risk.${retention.risk}`), retentionText(wording, retention)]),
    ...(since === undefined ? [] : [t("asset.since_text", { since })]),
    ...asset.revenue.map((one) => t("asset.revenue_text", { revenue: revenueText(wording, one) })),
  ];
  return parts.join(" · ");
}

/** Why, each reason by its name. */
function retentionText({ t, language }: Wording, { endsOn, quietDays, lastContactOn }: Retention): string {
  const reasons = [t("asset.reason.ends", { date: dateText(language, endsOn) })];
  if (quietDays !== undefined) {
    reasons.push(
      lastContactOn === undefined
        ? t("asset.reason.no_contact")
        : t("asset.reason.quiet", { date: dateText(language, lastContactOn), days: quietDays }),
    );
  }
  return [...reasons, t("asset.reason.good")].join(language === "en" ? "; " : "；");
}

function tenureText({ t, language }: Wording, { since, today }: CustomerAsset): string | undefined {
  if (since === undefined) return undefined;
  const months = monthsBetween(since, today);
  const [years, rest] = [Math.floor(months / MONTHS_A_YEAR), months % MONTHS_A_YEAR];
  return t("asset.tenure", { date: dateText(language, since), years, months: rest });
}

/** Estimated always, and never without what it leaves out. */
function revenueText({ t, language }: Wording, revenue: Revenue): string {
  const { currency, interestMinor, ratedMinor, untoldMinor } = revenue;
  const money = (minor: bigint) => moneyText(language, { minor, currency });
  if (ratedMinor === 0n && untoldMinor > 0n) {
    return t("asset.untold", { drawn: money(untoldMinor) });
  }
  const interest = money(interestMinor);
  return untoldMinor === 0n
    ? t("asset.estimated", { interest })
    : t("asset.estimated_in_part", { interest, untold: money(untoldMinor) });
}
