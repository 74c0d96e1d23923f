/** Quality and yield as people read them: the whole, by product, by unit. Pure. */
import { NON_PERFORMING_LOANS } from "../../../domain/digest/figures.ts";
import { partsInTenThousand, type QualityAndYield } from "../../../domain/digest/quality.ts";
import { yearlyRateText } from "../../../domain/loan-rate.ts";
import type { Money } from "../../../domain/vocabulary.ts";
import type { Context } from "../../../platform/context.ts";
import { type Button, bold, heading, line, note, type Piece, quiet } from "../../../platform/view.ts";
import { moneyText } from "../../../texts/money.ts";
import { OPEN_LIST, OPEN_YIELD } from "../ids.ts";
import { listed, opensDigest, scopeName } from "../links.ts";
import type { DigestPlace, ListPlace } from "../place.ts";
import type { Yield, YieldPart } from "./yield.ts";

type Reader = Pick<Context, "t" | "language">;

/** A line is a block or two, and a modal holds a hundred. */
const SHOWN = 20;

export function yieldPieces(reader: Reader, of: Yield): Piece[] {
  const { t, language } = reader;
  const { scope, place, figures, products, units } = of;
  const back = opensDigest(t("digest.up", { name: scopeName(t, scope) }), place);
  if (figures.loans === 0) {
    return [heading(title(reader, of)), line(t("yield.none")), { kind: "buttons", buttons: [back] }];
  }
  return [
    heading(title(reader, of)),
    { kind: "facts", facts: factsOf(reader, figures) },
    note(t("yield.estimate")),
    ...(figures.unknownCurrencies.length === 0
      ? []
      : [note(t("digest.without_rate", { currencies: listed(language, figures.unknownCurrencies) }))]),
    ...(of.behind ? [note(t("digest.behind"))] : []),
    { kind: "buttons", buttons: [...listOf(reader, place, figures), back] },
    ...(products.length === 0 ? [] : [heading(t("yield.by_product")), ...linesOf(reader, of, products)]),
    ...(units.length === 0 ? [] : [heading(t("yield.by_unit")), ...linesOf(reader, of, units)]),
  ];
}

/** What opens it, below a digest. */
export function yieldButton({ t }: Pick<Reader, "t">, place: DigestPlace): Button {
  return { text: t("yield.button"), action: OPEN_YIELD, value: JSON.stringify(place) };
}

const title = ({ t }: Reader, { scope }: Yield) => t("yield.title", { name: scopeName(t, scope) });

function factsOf(reader: Reader, figures: QualityAndYield): [string, string][] {
  const { t, language } = reader;
  const money = (sum: Money) => moneyText(language, sum);
  const { drawn, interest, interestNonPerforming, untold, loans } = figures;
  return [
    [t("yield.drawn"), t("yield.drawn_of", { drawn: money(drawn), loans })],
    [t("yield.non_performing"), shareText(reader, figures.nonPerforming, drawn)],
    [t("yield.special_mention"), shareText(reader, figures.specialMention, drawn)],
    [t("yield.rate"), rateText(reader, figures)],
    [
      t("yield.interest"),
      interestNonPerforming.minor === 0n
        ? money(interest)
        : t("yield.interest_of", { interest: money(interest), bad: money(interestNonPerforming) }),
    ],
    [t("yield.untold"), shareText(reader, untold, drawn)],
  ];
}

function linesOf(reader: Reader, of: Yield, parts: readonly YieldPart[]): Piece[] {
  const rest = parts.length - SHOWN;
  return [
    ...parts.slice(0, SHOWN).map((part) => partLine(reader, of, part)),
    ...(rest > 0 ? [note(reader.t("yield.more", { count: rest }))] : []),
  ];
}

function partLine(reader: Reader, { scope, place }: Yield, { ref, name, figures }: YieldPart): Piece {
  const { t, language } = reader;
  const at: DigestPlace = { of: ref, days: place.days };
  const share = (part: Money) => percent(partsInTenThousand(part, figures.drawn));
  const said = {
    ...{ drawn: moneyText(language, figures.drawn), rate: rateText(reader, figures) },
    ...{ interest: moneyText(language, figures.interest), untold: moneyText(language, figures.untold) },
    ...{ bad: share(figures.nonPerforming), watched: share(figures.specialMention) },
  };
  const isProduct = ref.product !== scope.ref.product;
  const detail = [t("yield.line_quality", said), t("yield.line_yield", said)];
  if (figures.untold.minor > 0n) detail.push(t("yield.line_untold", said));
  return {
    kind: "item",
    text: [bold(isProduct && ref.product !== undefined ? t(`product.${ref.product}`) : name)],
    detail: [quiet(detail.join(" · "))],
    // Both as buttons: an entry of a menu carries 150 characters, and a place with its days is longer.
    buttons: [{ ...yieldButton(reader, at), text: t("digest.open") }, ...listOf(reader, at, figures)],
  };
}

/** The list behind the share of what does not perform. */
function listOf({ t }: Reader, at: DigestPlace, { nonPerformingLoans }: QualityAndYield): Button[] {
  const place: ListPlace = { ...at, figure: NON_PERFORMING_LOANS, page: 0 };
  const text = t("yield.non_performing_loans", { count: nonPerformingLoans });
  return nonPerformingLoans === 0 ? [] : [{ text, action: OPEN_LIST, value: JSON.stringify(place) }];
}

function shareText({ t, language }: Reader, part: Money, whole: Money): string {
  return t("yield.share", { part: moneyText(language, part), percent: percent(partsInTenThousand(part, whole)) });
}

/** Two places always: 749 is 7.49. */
function percent(parts: number): string {
  return `${Math.floor(parts / 100)}.${String(parts % 100).padStart(2, "0")}`;
}

function rateText({ t }: Reader, { ratePpm }: QualityAndYield): string {
  return ratePpm === undefined ? t("yield.rate_untold") : t("yield.percent", { rate: yearlyRateText(ratePpm) });
}
