import { NON_PERFORMING_LOANS, ZONE_FIGURES } from "../../../domain/digest/figures.ts";
import { type Held, shareOf } from "../../../domain/digest/standing.ts";
import { heading, line, note, type Piece } from "../../../platform/view.ts";
import { moneyText } from "../../../texts/money.ts";
import type { Digest } from "../digest.ts";
import { figurePieces, listButton } from "../figure-pieces.ts";
import { listed, placeOf } from "../links.ts";
import type { Section, Telling } from "./index.ts";

/** How the book stands now: by zone, by tier, and how much of it is non-performing. Nothing where no loan is pursued. */
export const standing: Section = (telling, digest) => {
  const { t, language, shows } = telling;
  const { all, nonPerforming, unknownCurrencies } = digest.standing;
  if (all.loans === 0) {
    return [];
  }
  const share = { ...words(telling, nonPerforming), share: shareOf(nonPerforming, all) };
  return [
    heading(t("digest.standing")),
    line(t("digest.non_performing_now", share)),
    ...(shows === "message" || shows === "picture"
      ? [...zoneShares(telling, digest), zoneTable(telling, digest), tierTable(telling, digest)]
      : asLines(telling, digest)),
    ...(nonPerforming.loans > 0 && (shows === "message" || shows === "modal")
      ? [
          {
            kind: "buttons" as const,
            buttons: [listButton(telling, placeOf(digest), NON_PERFORMING_LOANS, nonPerforming.loans)],
          },
        ]
      : []),
    ...(digest.scope.ref.product === undefined && shows !== "text" && shows !== "picture"
      ? figurePieces(telling, digest, ZONE_FIGURES)
      : []),
    ...(unknownCurrencies.length === 0
      ? []
      : [note(t("digest.without_rate", { currencies: listed(language, unknownCurrencies) }))]),
  ];
};

const words = ({ language }: Telling, { loans, drawn }: Held) => ({ loans, drawn: moneyText(language, drawn) });

function asLines(telling: Telling, { standing: { zones, tiers }, scope }: Digest): Piece[] {
  const { t } = telling;
  const text = zones.map(({ zone, customers, ...held }) => {
    const said = { name: t(`zone.${zone}`), customers, ...words(telling, held) };
    return t(scope.ref.product === undefined ? "digest.zone_line" : "digest.held_line", said);
  });
  const some = tiers.filter(({ loans }) => loans > 0);
  const rest = some.map(({ tier, ...held }) =>
    t("digest.held_line", { name: t(`tier.${tier}`), ...words(telling, held) }),
  );
  return [line([...text, ...rest].join("\n"))];
}

/** On a picture alone: a message has its tables, and Slack takes few charts. */
function zoneShares({ t, shows }: Telling, { standing: { zones }, scope }: Digest): Piece[] {
  if (shows !== "picture" || scope.ref.product !== undefined) {
    return [];
  }
  const segments = zones.map(({ zone, customers }) => ({ label: t(`zone.${zone}`), value: customers }));
  return [{ kind: "chart", title: t("digest.customers_by_zone"), chart: { type: "pie", segments } }];
}

function zoneTable(telling: Telling, { standing: { zones, all } }: Digest): Piece {
  const { t } = telling;
  const columns = [t("digest.column.zone"), t("digest.column.customers"), ...heldColumns(telling)];
  const rows = zones.map(({ zone, customers, ...held }) => [
    t(`zone.${zone}`),
    customers,
    ...heldCells(telling, held, all),
  ]);
  return { kind: "table", caption: t("digest.by_zone"), columns, rows };
}

function tierTable(telling: Telling, { standing: { tiers, all } }: Digest): Piece {
  const { t } = telling;
  const rows = tiers.map(({ tier, ...held }) => [t(`tier.${tier}`), ...heldCells(telling, held, all)]);
  return {
    kind: "table",
    caption: t("digest.by_tier"),
    columns: [t("digest.column.tier"), ...heldColumns(telling)],
    rows,
  };
}

const heldColumns = ({ t }: Telling) => [t("digest.column.loans"), t("digest.column.drawn"), t("digest.column.share")];

const heldCells = (telling: Telling, held: Held, all: Held) => [
  held.loans,
  moneyText(telling.language, held.drawn),
  shareOf(held, all),
];
