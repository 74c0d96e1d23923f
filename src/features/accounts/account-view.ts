/** The customer card in its first form (R49, R119): loans, tier, visits, the keeper. Pure. */
import { isoDate } from "../../domain/dates.ts";
import { maskAccount, maskIdentity, maskName, maskPhone } from "../../domain/masking.ts";
import { INSPECTION_KINDS, INSPECTION_STATES, LOAN_STATES, PRODUCTS, RISK_TIERS } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { bold, heading, note, type Piece, quiet, type View } from "../../platform/view.ts";
import { dateText } from "../../texts/dates.ts";
import { moneyText } from "../../texts/money.ts";
import { reassignAccountButton } from "../handovers/index.ts";
import { measurePieces } from "../measures/index.ts";
import { signalPieces } from "../signals/index.ts";
import { zoneText } from "../zones/index.ts";
import { type FoundAccount, MOST_ACCOUNTS } from "./find-accounts.ts";

import { foundPieces } from "./found-pieces.ts";

type Wording = Pick<Context, "t" | "language">;

export function accountView(
  wording: Wording,
  { account, inFull, reassignable, measures, signals, found, zone, zonePieces }: FoundAccount,
): View {
  const { t } = wording;
  const name = inFull ? account.name : maskName(account.name);
  const facts: [string, string][] = [
    [t("account.number"), account.number],
    [t("account.unit"), account.unit.name],
    [t("account.owner"), account.ownerships[0]?.person.name ?? t("account.no_owner")],
    ...(zone === undefined ? [] : [[t("zone.label"), zoneText(wording, zone)] satisfies [string, string]]),
    [t("account.last_visit"), visitText(wording, account.lastVisitOn ?? account.lastInspectedOn)],
    ...optional(t("account.industry"), account.industryCode, (code) => code),
    ...optional(t("account.identity"), account.identityNumber, maskIdentity),
    ...optional(t("account.phone"), account.phone, maskPhone),
    ...(inFull && account.signers.length > 0
      ? [[t("account.signers"), account.signers.map((signer) => signer.name).join(", ")] satisfies [string, string]]
      : []),
  ];
  return {
    title: `${t("words.product")} · ${maskName(account.name)}`,
    pieces: [
      heading(name),
      { kind: "facts", facts },
      ...zonePieces,
      heading(t("account.loans")),
      ...account.loans.map((loan) => loanPiece(wording, loan, inFull)),
      ...(account.inspections.length > 0 ? [heading(t("account.inspections"))] : []),
      ...account.inspections.map((inspection) => inspectionPiece(wording, inspection)),
      ...signalPieces(wording, signals),
      ...(found === undefined ? [] : foundPieces(wording, found)),
      ...measurePieces(wording, measures),
      ...(reassignable ? [{ kind: "buttons" as const, buttons: [reassignAccountButton(wording, account.id)] }] : []),
    ],
    json: accountJson(account, name, inFull),
  };
}

export function accountList(wording: Wording, found: readonly FoundAccount[]): View {
  const { t } = wording;
  const shown = found.slice(0, MOST_ACCOUNTS);
  const isCut = found.length > shown.length;
  const title = isCut ? t("account.many", { count: shown.length }) : t("account.several", { count: shown.length });
  return {
    title,
    pieces: [
      heading(title),
      ...shown.map(({ account, inFull }): Piece => {
        const name = inFull ? account.name : maskName(account.name);
        return { kind: "item", text: [bold(name), " ", account.number], detail: [quiet(account.unit.name)] };
      }),
      ...(isCut ? [note(t("account.narrow"))] : []),
    ],
    json: shown.map(({ account }) => ({ number: account.number, name: maskName(account.name) })),
  };
}

type Account = FoundAccount["account"];

function loanPiece({ t, language }: Wording, loan: Account["loans"][number], inFull: boolean): Piece {
  const drawn = moneyText(language, { minor: loan.drawnMinor, currency: loan.currency });
  const parts = [
    t(`product.${oneOf(PRODUCTS, loan.product)}`),
    t(`tier.${oneOf(RISK_TIERS, loan.tier)}`),
    t(`loan_state.${oneOf(LOAN_STATES, loan.state)}`),
    ...(loan.maturesOn === null ? [] : [t("account.matures", { date: dateText(language, isoDate(loan.maturesOn)) })]),
  ];
  return {
    kind: "item",
    text: [bold(inFull ? loan.number : maskAccount(loan.number)), " · ", drawn],
    detail: [quiet(parts.join(" · "))],
  };
}

function inspectionPiece({ t, language }: Wording, inspection: Account["inspections"][number]): Piece {
  const kind = t(`kind.${oneOf(INSPECTION_KINDS, inspection.kind)}`);
  const state = t(`state.${oneOf(INSPECTION_STATES, inspection.state)}`);
  const due = t("account.due", { date: dateText(language, isoDate(inspection.dueOn)) });
  return { kind: "item", text: [`${kind} · ${due} · `, bold(state)], detail: [quiet(inspection.number)] };
}

function visitText({ t, language }: Wording, visitedOn: string | null): string {
  return visitedOn === null ? t("account.never") : dateText(language, isoDate(visitedOn));
}

function optional(label: string, value: string | null, mask: (text: string) => string): [string, string][] {
  return value === null ? [] : [[label, mask(value)]];
}

function accountJson(account: Account, name: string, inFull: boolean): unknown {
  return {
    number: account.number,
    name,
    owner: account.ownerships[0]?.person.name ?? null,
    loans: account.loans.map(({ number, product, tier, state, drawnMinor, currency }) => ({
      number: inFull ? number : maskAccount(number),
      product,
      tier,
      state,
      drawn_minor: String(drawnMinor),
      currency,
    })),
  };
}
