/** The register as sheets: its rows, what it is, and how it adds up. */
import { categoryOf } from "../../domain/ledger/events.ts";
import type { LedgerFilters } from "../../domain/ledger/filters.ts";
import type { Context } from "../../platform/context.ts";
import type { Row, Sheet, Workbook } from "../../platform/sheets/index.ts";
import type { Translate } from "../../texts/index.ts";
import { eventText, ledgerColumns } from "./columns.ts";
import type { CountBeside, FigureBeside } from "./tally.ts";
import type { LedgerUnits } from "./units.ts";

export interface LedgerSheets {
  readonly rows: AsyncIterable<Row>;
  readonly filters: LedgerFilters;
  readonly units: LedgerUnits;
  readonly policy: { readonly name: string; readonly hash: string };
  /** Asked once the rows have been read. */
  readonly result: () => {
    readonly rows: number;
    readonly counts: readonly CountBeside[];
    readonly figures: readonly FigureBeside[];
  };
}

export function ledgerWorkbook(ctx: Context, sheets: LedgerSheets): Workbook {
  const { t, actor, now } = ctx;
  return {
    title: t("ledger.title"),
    madeBy: t("words.product"),
    madeAt: now.toJSDate(),
    timeZone: actor.timeZone,
    sheets: [
      { name: t("ledger.sheet.events"), columns: ledgerColumns(t), rows: sheets.rows },
      aboutSheet(ctx, sheets),
      recountSheet(t, sheets),
      digestSheet(t, sheets),
    ],
  };
}

function aboutSheet({ t, actor, now }: Context, { filters, units, policy, result }: LedgerSheets): Sheet {
  const rows = function* (): Generator<Row> {
    yield [t("ledger.about.for"), actor.name];
    yield [t("ledger.about.at"), now.setZone(actor.timeZone).toFormat("yyyy-MM-dd HH:mm:ss")];
    yield [t("ledger.about.zone"), actor.timeZone];
    yield [t("ledger.about.filters"), filterText(t, filters, units)];
    yield [t("ledger.about.policy"), policy.name];
    yield [t("ledger.about.hash"), policy.hash];
    yield [t("ledger.about.rows"), String(result().rows)];
    yield [t("ledger.about.clipped"), undefined];
    yield [t("ledger.about.now"), undefined];
  };
  return {
    name: t("ledger.sheet.about"),
    columns: [
      { title: t("ledger.what"), kind: "text", width: 40 },
      { title: t("ledger.value"), kind: "text", width: 80 },
    ],
    rows: rows(),
  };
}

/** What was asked for, in the reader's words. */
export function filterText(t: Translate, filters: LedgerFilters, units: LedgerUnits): string {
  const { category, unitId, product, tier, customerType, from, to } = filters;
  const words = [
    unitId && units.of(unitId).name,
    category && t(`ledger.category.${category}`),
    product && t(`product.${product}`),
    tier && t(`tier.${tier}`),
    customerType && t(`ledger.customer_type.${customerType}`),
    from && t("ledger.filter.from", { date: from }),
    to && t("ledger.filter.to", { date: to }),
  ].filter((word) => word !== undefined && word !== "");
  return words.length === 0 ? t("ledger.about.everything") : words.join(", ");
}

function recountSheet(t: Translate, { units, result }: LedgerSheets): Sheet {
  const rows = function* (): Generator<Row> {
    for (const { event, unitId, currency, rows, rowsAgain, drawn, drawnAgain } of result().counts) {
      const money = (minor: bigint) => (currency === "" ? undefined : { minor, currency });
      yield [
        ...[t(`ledger.category.${categoryOf(event) ?? "other"}`), eventText(t, event), units.of(unitId).name],
        ...[rows, rowsAgain, rows - rowsAgain],
        ...[currency, money(drawn), money(drawnAgain), money(drawn - drawnAgain)],
      ];
    }
  };
  return {
    name: t("ledger.sheet.recount"),
    columns: [
      { title: t("ledger.column.category"), kind: "text" },
      { title: t("ledger.column.event"), kind: "text", width: 28 },
      { title: t("ledger.column.unit"), kind: "text", width: 24 },
      { title: t("ledger.recount.rows"), kind: "number" },
      { title: t("ledger.recount.rows_again"), kind: "number" },
      { title: t("ledger.recount.difference"), kind: "number" },
      { title: t("ledger.column.currency"), kind: "text" },
      { title: t("ledger.recount.drawn"), kind: "money" },
      { title: t("ledger.recount.drawn_again"), kind: "money" },
      { title: t("ledger.recount.drawn_difference"), kind: "money" },
    ],
    rows: rows(),
  };
}

function digestSheet(t: Translate, { result }: LedgerSheets): Sheet {
  const rows = function* (): Generator<Row> {
    const { figures } = result();
    if (figures.length === 0) {
      yield [t("ledger.digest.not_beside"), undefined, undefined, undefined, undefined];
    }
    for (const { figure, unit, here, there } of figures) {
      yield [t(`digest.figure.${figure}`), unit.name, here, there, here - there];
    }
  };
  return {
    name: t("ledger.sheet.digest"),
    columns: [
      { title: t("ledger.digest.figure"), kind: "text", width: 32 },
      { title: t("ledger.column.unit"), kind: "text", width: 24 },
      { title: t("ledger.digest.here"), kind: "number" },
      { title: t("ledger.digest.there"), kind: "number" },
      { title: t("ledger.recount.difference"), kind: "number" },
    ],
    rows: rows(),
  };
}
