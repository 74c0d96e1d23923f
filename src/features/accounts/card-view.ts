/** The first page of a customer's card (R49, R119): who they are, how they stand, what is owed, seen, done, and by whom. Pure. */
import { isoDate } from "../../domain/dates.ts";
import { maskIdentity, maskName, maskPhone } from "../../domain/masking.ts";
import { type Button, heading, note, type Piece } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { moneyText } from "../../texts/money.ts";
import { assetLines, retentionPieces } from "../asset/index.ts";
import { reassignAccountButton } from "../handovers/index.ts";
import { measurePieces } from "../measures/index.ts";
import { signalPieces } from "../signals/index.ts";
import { zoneText } from "../zones/index.ts";
import type { CustomerCard } from "./card.ts";
import { foundPieces } from "./found-pieces.ts";
import { TURN_CARD } from "./ids.ts";
import { collateralPiece, loanPiece, visitPiece, type Wording } from "./lines.ts";
import { type CardPart, placeText } from "./place.ts";

/** Of signals and of measures: a modal holds a hundred blocks. */
const MOST_LINES = 8;

export function cardPieces(wording: Wording, card: CustomerCard): Piece[] {
  const { t } = wording;
  const { customer, inFull, signals, measures, found, asset } = card;
  return [
    heading(shownName(card)),
    { kind: "facts", facts: factsOf(wording, card) },
    ...card.zonePieces,
    ...card.file.chased,
    ...card.strategyPieces,
    ...(asset === undefined ? [] : retentionPieces(wording, asset)),
    ...signalPieces(wording, signals.slice(0, MOST_LINES)),
    ...moreNote(wording, signals.length),
    ...measurePieces(wording, measures.slice(0, MOST_LINES)),
    ...moreNote(wording, measures.length),
    heading(t("account.loans", { count: card.loanCount })),
    ...card.loans.map((loan) => loanPiece(wording, loan, inFull)),
    ...(card.collateralCount === 0 ? [] : [heading(t("account.collateral", { count: card.collateralCount }))]),
    ...card.collateral.map((piece) => collateralPiece(wording, piece, inFull)),
    ...(found === undefined ? [] : foundPieces(wording, found)),
    ...(card.visits.length === 0 ? [] : [heading(t("account.inspections"))]),
    ...card.visits.map((visit) => visitPiece(wording, visit)),
    heading(t("account.people")),
    { kind: "facts", facts: peopleFacts(wording, card) },
    ...buttonsOf(wording, card, customer.id),
  ];
}

export function shownName({ customer, inFull }: Pick<CustomerCard, "customer" | "inFull">): string {
  return inFull ? customer.name : maskName(customer.name);
}

function factsOf(wording: Wording, card: CustomerCard): [string, string][] {
  const { t, language } = wording;
  const { customer, zone, drawn, asset } = card;
  const visited = customer.lastVisitOn ?? customer.lastInspectedOn;
  return [
    [t("account.number"), customer.number],
    [t("account.unit"), customer.unit.name],
    ...fact(t("zone.label"), zone && zoneText(wording, zone)),
    ...fact(t("account.drawn"), drawn.map((money) => moneyText(language, money)).join(" · ")),
    ...(asset === undefined ? [] : assetLines(wording, asset)),
    [t("account.last_visit"), visited === null ? t("account.never") : dateText(language, isoDate(visited))],
    ...fact(t("account.industry"), customer.industryCode),
    ...fact(t("account.identity"), customer.identityNumber && maskIdentity(customer.identityNumber)),
    ...fact(t("document.heading"), card.file.asked === 0 ? "" : card.file.said),
    ...fact(t("account.phone"), customer.phone && maskPhone(customer.phone)),
  ];
}

/** Colleagues by name; whoever signs or guarantees only for those who answer for the customer. */
function peopleFacts({ t }: Wording, { customer, inFull, people }: CustomerCard): [string, string][] {
  const { keeper, standIn, managers, riskManagers, guarantors } = people;
  const kept = keeper ?? t("account.no_owner");
  return [
    [t("account.owner"), standIn === undefined ? kept : t("account.stood_in", { name: kept, standIn })],
    ...fact(t("role.unit_manager"), managers.join(", ")),
    ...fact(t("role.risk_manager"), riskManagers.join(", ")),
    ...fact(t("account.signers"), inFull ? customer.signers.map(({ name }) => name).join(", ") : ""),
    ...fact(t("account.guarantors"), guarantors.map((name) => (inFull ? name : maskName(name))).join(", ")),
  ];
}

function buttonsOf(wording: Wording, card: CustomerCard, id: string): Piece[] {
  const { t } = wording;
  const turn = (text: string, part: CardPart): Button => ({
    text,
    action: TURN_CARD,
    value: placeText({ id, part, page: 0 }),
  });
  const buttons = [
    ...(card.loanCount > card.loans.length ? [turn(t("account.all_loans", { count: card.loanCount }), "loans")] : []),
    ...(card.collateralCount > card.collateral.length
      ? [turn(t("account.all_collateral", { count: card.collateralCount }), "collateral")]
      : []),
    ...(card.file.asked > 0 ? [turn(t("document.heading"), "file")] : []),
    ...(card.reassignable ? [reassignAccountButton(wording, id)] : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: "buttons", buttons }];
}

function fact(label: string, value: string | null | undefined): [string, string][] {
  return value === null || value === undefined || value === "" ? [] : [[label, value]];
}

function moreNote({ t }: Wording, count: number): Piece[] {
  return count > MOST_LINES ? [note(t("account.and_more", { count: count - MOST_LINES }))] : [];
}
