/** A digest as a workbook: its figures, how the book stands, whose they are, and what each figure counts. */
import { Writable } from "node:stream";
import {
  askedList,
  FIGURE_NAMES,
  LIST_NAMES,
  type ListName,
  NON_PERFORMING_LOANS,
} from "../../domain/digest/figures.ts";
import { segmentShare } from "../../domain/digest/segments.ts";
import { shareOf } from "../../domain/digest/standing.ts";
import type { Context } from "../../platform/context.ts";
import { type Column, type Row, type Sheet, writeXlsx } from "../../platform/sheets/index.ts";
import type { Digest } from "./digest.ts";
import { figureLabel } from "./figure-pieces.ts";
import { scopeName } from "./links.ts";
import { linesFrom } from "./lists/index.ts";
import { segmentsOf } from "./segments.ts";
import { segmentWords } from "./segments-view.ts";

/** Rows of one list. Where a figure counts more, the list's last row says so. */
const MOST_LISTED = 10_000;

export async function workbookOf(ctx: Context, digest: Digest, mostListed = MOST_LISTED): Promise<Uint8Array> {
  const { t } = ctx;
  const parts: Buffer[] = [];
  const out = new Writable({
    write: (part: Buffer, _encoding, done) => {
      parts.push(part);
      done();
    },
  });
  const { scope, period } = digest;
  await writeXlsx(out, {
    title: t("digest.file_name", { name: scopeName(t, scope), from: period.from, to: period.to }),
    madeBy: t("words.product"),
    madeAt: ctx.now.toJSDate(),
    timeZone: ctx.actor.timeZone,
    sheets: [
      figureSheet(ctx, digest),
      standingSheet(ctx, digest),
      await segmentSheet(ctx, digest),
      partSheet(ctx, digest),
      ...listSheets(ctx, digest, mostListed),
    ],
  });
  return Buffer.concat(parts);
}

const text = (title: string): Column => ({ title, kind: "text" });
const number = (title: string): Column => ({ title, kind: "number" });
const date = (title: string): Column => ({ title, kind: "date" });

function figureSheet({ t, policy }: Context, { figures, period, today }: Digest): Sheet {
  return {
    name: t("digest.sheet.figures"),
    columns: [
      text(t("digest.column.figure")),
      number(t("digest.column.count")),
      date(t("digest.column.from")),
      date(t("digest.column.to")),
      date(t("digest.column.as_of")),
      text(t("digest.column.policy")),
    ],
    rows: FIGURE_NAMES.map((name): Row => {
      return [figureLabel(t, name), figures[name], period.from, period.to, today, policy.policy.policy.version];
    }),
  };
}

function standingSheet({ t }: Context, { standing: { zones, tiers, all } }: Digest): Sheet {
  return {
    name: t("digest.standing"),
    columns: [
      text(t("digest.column.group")),
      number(t("digest.column.customers")),
      number(t("digest.column.loans")),
      { title: t("digest.column.drawn"), kind: "money" },
      text(t("digest.column.currency")),
      number(t("digest.column.share")),
    ],
    rows: [
      ...zones.map(({ zone, customers, ...held }): Row => {
        return [t(`zone.${zone}`), customers, held.loans, held.drawn, held.drawn.currency, shareOf(held, all)];
      }),
      ...tiers.map(({ tier, ...held }): Row => {
        return [t(`tier.${tier}`), undefined, held.loans, held.drawn, held.drawn.currency, shareOf(held, all)];
      }),
    ],
  };
}

/** A row a segment, to be filtered and added up. */
async function segmentSheet(ctx: Context, { scope }: Digest): Promise<Sheet> {
  const { t } = ctx;
  const segments = await segmentsOf(ctx, scope);
  return {
    name: t("digest.sheet.segments"),
    columns: [
      ...[text(t("digest.column.zone")), text(t("digest.column.product")), text(t("digest.column.tier"))],
      ...[text(t("digest.column.size")), number(t("digest.column.customers")), number(t("digest.column.loans"))],
      { title: t("digest.column.drawn"), kind: "money" },
      ...[text(t("digest.column.currency")), number(t("digest.column.share"))],
    ],
    rows: segments.map((segment): Row => {
      const { customers, loans, drawn } = segment;
      return [...segmentWords(ctx, segment), customers, loans, drawn, drawn.currency, segmentShare(segment, segments)];
    }),
  };
}

function partSheet({ t }: Context, { parts }: Digest): Sheet {
  return {
    name: t("digest.parts"),
    columns: [
      text(t("digest.column.who")),
      number(t("digest.column.late")),
      number(t("digest.column.soon")),
      number(t("digest.column.done")),
      text(t("digest.column.overloaded")),
    ],
    rows: parts.map(({ ref, name, late, dueSoon, done, overloaded }): Row => {
      const who = ref.kind === "nobody" ? t("digest.nobody") : name;
      return [who, late, dueSoon, done, overloaded ? t("digest.yes") : ""];
    }),
  };
}

/** A sheet for each figure that counts something; names as the reader may read them. */
function listSheets(ctx: Context, { figures, standing, scope, period, today }: Digest, mostListed: number): Sheet[] {
  const { t } = ctx;
  const columns = [
    text(t("digest.column.customer")),
    text(t("digest.column.number")),
    date(t("digest.column.date")),
    text(t("digest.column.person")),
    text(t("digest.column.said")),
  ];
  const countOf = (name: ListName) => (name === NON_PERFORMING_LOANS ? standing.nonPerforming.loans : figures[name]);
  async function* rows(name: ListName): AsyncGenerator<Row> {
    for await (const one of linesFrom(ctx, scope, askedList(name, period, today), mostListed)) {
      yield [one.customer, one.number, one.on, one.person ?? t("digest.nobody"), one.said ?? ""];
    }
    if (countOf(name) > mostListed) {
      const said = t("digest.more_than_listed", { listed: mostListed, count: countOf(name) });
      yield columns.map((_column, at) => (at === 0 ? said : undefined));
    }
  }
  return LIST_NAMES.filter((name) => countOf(name) > 0).map((name) => ({
    name: figureLabel(t, name),
    columns,
    rows: rows(name),
  }));
}
