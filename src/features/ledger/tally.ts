/** What the file adds up to, counted row by row as it is written, and held beside the recount and the digest's totals. */
import { addDays, isoDate } from "../../domain/dates.ts";
import {
  type AskedTotals,
  askedTotals,
  type FigureName,
  TIER_FIGURES,
  tierFiguresOf,
} from "../../domain/digest/figures.ts";
import type { LedgerFilters } from "../../domain/ledger/filters.ts";
import type { Context } from "../../platform/context.ts";
import { oneOfOrNone } from "../../platform/stored-word.ts";
import { foldTotals } from "../totals/index.ts";
import type { LedgerEntry } from "./entries.ts";
import type { LedgerReader } from "./reader.ts";
import type { LedgerCount } from "./recount.ts";
import type { LedgerUnit } from "./units.ts";

const REPORT_FIGURES = ["approved", "returned", "rejected"] as const;
const DIGEST_FIGURES = [...REPORT_FIGURES, ...TIER_FIGURES, "overrides"] as const;
export type DigestFigure = (typeof DIGEST_FIGURES)[number] & FigureName;

export interface CountBeside {
  readonly event: string;
  readonly unitId: string;
  readonly currency: string;
  readonly rows: number;
  readonly rowsAgain: number;
  readonly drawn: bigint;
  readonly drawnAgain: bigint;
}

export interface FigureBeside {
  readonly figure: DigestFigure;
  readonly unit: LedgerUnit;
  readonly here: number;
  readonly there: number;
}

export class LedgerTally {
  readonly #counts = new Map<string, { rows: number; drawn: bigint }>();
  readonly #figures = new Map<string, number>();
  rows = 0;

  count({ event, unit }: LedgerEntry): void {
    this.rows += 1;
    const drawn = event.loans.drawn;
    const key = keyOf({ event: event.event, unitId: unit.id, currency: drawn?.currency ?? "" });
    const known = this.#counts.get(key) ?? { rows: 0, drawn: 0n };
    known.rows += 1;
    known.drawn += drawn?.minor ?? 0n;
    this.#counts.set(key, known);
    for (const figure of figuresOf(event)) {
      for (const above of unit.path) {
        const place = `${figure} ${above}`;
        this.#figures.set(place, (this.#figures.get(place) ?? 0) + 1);
      }
    }
  }

  /** Every count of either; those that differ come first. */
  beside(again: readonly LedgerCount[]): CountBeside[] {
    const counted = new Map(again.map((one) => [keyOf(one), one]));
    const keys = [...new Set([...this.#counts.keys(), ...counted.keys()])].sort();
    const all = keys.map((key) => {
      const here = this.#counts.get(key) ?? { rows: 0, drawn: 0n };
      const there = counted.get(key);
      const [event = "", unitId = "", currency = ""] = key.split("\n");
      return {
        ...{ event, unitId, currency, rows: here.rows, drawn: here.drawn },
        rowsAgain: there?.rows ?? 0,
        drawnAgain: there?.drawn ?? 0n,
      };
    });
    return all.toSorted((one, other) => Number(differs(other)) - Number(differs(one)));
  }

  figure(figure: DigestFigure, unitId: string): number {
    return this.#figures.get(`${figure} ${unitId}`) ?? 0;
  }
}

export const differs = ({ rows, rowsAgain, drawn, drawnAgain }: CountBeside): boolean =>
  rows !== rowsAgain || drawn !== drawnAgain;

const keyOf = ({ event, unitId, currency }: Pick<LedgerCount, "event" | "unitId" | "currency">) =>
  [event, unitId, currency].join("\n");

/** Which figures of a digest count it. A tier that was approved before its date was kept is in none. */
function figuresOf({ event, onDate, detail }: LedgerEntry["event"]): readonly DigestFigure[] {
  const isMove = event === "tier.approved" || event === "tier.moved_by_file";
  if (isMove) {
    return onDate === null ? [] : tierFiguresOf((detail ?? "").replace("tier:", ""));
  }
  const figure = FIGURE_OF[event];
  return figure === undefined ? [] : [figure];
}

const FIGURE_OF: Readonly<Record<string, DigestFigure>> = {
  "report.approved": "approved",
  "report.returned": "returned",
  "report.re_inspect": "rejected",
  "override.asked": "overrides",
};

const ANY_PERIOD = { from: isoDate("1900-01-01"), to: isoDate("9000-01-01") };

export interface DigestTotal {
  readonly figure: DigestFigure;
  readonly unit: LedgerUnit;
  readonly amount: number;
}

/**
 * What a digest says of the same units, product and days, for the figures that count events. None where the file is of a tier or a kind of
 * customer, which digests do not know, or holds nobody's units. Asked before the file is read.
 */
export async function digestTotals(
  ctx: Context,
  filters: LedgerFilters,
  reader: LedgerReader,
  chosen: LedgerUnit | undefined,
): Promise<DigestTotal[]> {
  const isNarrower = filters.tier !== undefined || filters.customerType !== undefined;
  const led = chosen === undefined ? reader.led : reader.units.filter(({ id }) => id === chosen.id);
  if (isNarrower || led.length === 0) {
    return [];
  }
  await foldTotals(ctx);
  const period = { from: filters.from ?? ANY_PERIOD.from, to: filters.to ?? ANY_PERIOD.to };
  const totals: DigestTotal[] = [];
  for (const unit of led) {
    for (const figure of DIGEST_FIGURES.filter((one) => isAsked(one, filters))) {
      const asked = askedTotals(figure, period, period.to);
      totals.push({ figure, unit, amount: await sumOf(ctx, unit.id, filters, asked) });
    }
  }
  return totals;
}

function isAsked(figure: DigestFigure, { category }: LedgerFilters): boolean {
  const of =
    oneOfOrNone(TIER_FIGURES, figure) !== undefined ? "tiers" : figure === "overrides" ? "overrides" : "reports";
  return category === undefined || category === of;
}

async function sumOf(ctx: Context, unitId: string, { product }: LedgerFilters, asked: AskedTotals): Promise<number> {
  const { kind, states = [], from = ANY_PERIOD.from, before = addDays(ANY_PERIOD.to, 1) } = asked;
  const sum = await ctx.db.unitTotal.aggregate({
    where: {
      ...{ unitId, kind, state: { in: [...states] }, fallsOn: { gte: from, lt: before } },
      ...(product === undefined ? {} : { product }),
    },
    _sum: { amount: true },
  });
  return sum._sum.amount ?? 0;
}
