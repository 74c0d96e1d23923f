/** What a figure counts, row by row: asked of the record with the words that the totals were asked with. */

import { isoDate } from "../../../domain/dates.ts";
import { type AskedTotals, askedList, isListName, type ListName } from "../../../domain/digest/figures.ts";
import { isWorthList, type WorthListName } from "../../../domain/digest/worth-lists.ts";
import { maskName } from "../../../domain/masking.ts";
import { readsInFull } from "../../../domain/may.ts";
import { isRefusal, type Refusal, refuse } from "../../../domain/refusal.ts";
import type { Verb } from "../../../domain/rights.ts";
import {
  CORRECTION_DUE,
  CUSTOMER_STANDING,
  INSPECTION_DONE,
  INSPECTION_DUE,
  LOAN_INTEREST,
  LOAN_RATED,
  LOAN_STANDING,
  MEASURE_DUE,
  OVERRIDE_ASKED,
  REPORT_DECIDED,
  REPORT_WAITING,
  SIGNAL_ENDED,
  SIGNAL_RAISED,
  SIGNAL_STANDING,
  TIER_MOVED,
  type TotalKind,
  ZONE_MOVED,
} from "../../../domain/totals/index.ts";
import type { IsoDate } from "../../../domain/vocabulary.ts";
import { authorize, type Context } from "../../../platform/context.ts";
import { PARAMETERS_AT_ONCE } from "../../../platform/in-turns.ts";
import { namesById, unitPath } from "../../people/index.ts";
import { placeAsked, todayOf } from "../asked.ts";
import type { ListPlace } from "../place.ts";
import type { DigestScope } from "../scope.ts";
import { worthRows } from "../worth/list.ts";
import { customers } from "./customers.ts";
import { inspections } from "./inspections.ts";
import { type ListedRow, type Lister, listScopeOf } from "./list-scope.ts";
import { loans } from "./loans.ts";
import { measures } from "./measures.ts";
import { overrides } from "./overrides.ts";
import { reports } from "./reports.ts";
import { signals, signalWords } from "./signals.ts";
import { tiers } from "./tiers.ts";
import { zoneMoves } from "./zone-moves.ts";

const LISTERS: Readonly<Record<TotalKind, Lister>> = {
  [INSPECTION_DUE]: inspections,
  [INSPECTION_DONE]: inspections,
  [CORRECTION_DUE]: inspections,
  [REPORT_WAITING]: reports,
  [REPORT_DECIDED]: reports,
  [MEASURE_DUE]: measures,
  [OVERRIDE_ASKED]: overrides,
  [SIGNAL_STANDING]: signals,
  [SIGNAL_RAISED]: signals,
  [SIGNAL_ENDED]: signals,
  [TIER_MOVED]: tiers,
  [CUSTOMER_STANDING]: customers,
  [ZONE_MOVED]: zoneMoves,
  [LOAN_STANDING]: loans,
  [LOAN_RATED]: loans,
  [LOAN_INTEREST]: loans,
};

const OPENED_BY = {
  report: "see_report",
  measure: "see_measure",
  override: "see_overrides",
  signal: "see_signal",
} as const satisfies Readonly<Record<Exclude<ListedRow["opens"], "nothing">, Verb>>;

export const PAGE = 15;
/** Nobody pages further: whoever wants more asks for less at once. */
const LAST_PAGE = 9;

export interface ListedLine {
  readonly id: string;
  readonly number: string;
  /** As the reader may read it. */
  readonly customer: string;
  /** What opens the customer's card. */
  readonly card: string;
  /** Whose it is; nobody's where it is missing. */
  readonly person: string | undefined;
  readonly on: IsoDate;
  readonly said: string | undefined;
  /** Only what the reader may open. */
  readonly opens: ListedRow["opens"];
}

export interface FigureLines {
  readonly lines: readonly ListedLine[];
  readonly hasMore: boolean;
}

export interface FigureList extends FigureLines {
  readonly place: ListPlace;
  readonly figure: ListName | WorthListName;
  readonly scope: DigestScope;
}

export async function listAt(ctx: Context, place: ListPlace): Promise<FigureList | Refusal> {
  const asked = await placeAsked(ctx, place);
  if (isRefusal(asked)) {
    return asked;
  }
  const { figure, page } = place;
  const isWorth = isWorthList(figure);
  if (!(isWorth || isListName(figure)) || page > LAST_PAGE) {
    return refuse("not_found", { number: figure });
  }
  const { scope, period } = asked;
  const take = (page + 1) * PAGE + 1;
  const rows = isWorth
    ? await worthRows(ctx, { scope, period, list: figure, take })
    : await rowsOf(ctx, scope, askedList(figure, period, todayOf(ctx)), take);
  return { place, figure, scope, ...(await pageOf(ctx, rows, page)) };
}

/** Of the first rows, as many as a reader has turned to and one more. */
export async function pageOf(ctx: Context, rows: readonly ListedRow[], page: number): Promise<FigureLines> {
  const lines = await linesOf(ctx, rows.slice(page * PAGE, (page + 1) * PAGE));
  return { lines, hasMore: rows.length > (page + 1) * PAGE };
}

/** The first few of a figure, for a digest that shows them. */
export async function firstOf(
  ctx: Context,
  scope: DigestScope,
  asked: AskedTotals,
  take: number,
): Promise<ListedLine[]> {
  return linesOf(ctx, await rowsOf(ctx, scope, asked, take));
}

/** The same, so many lines at a time. */
export async function* linesFrom(
  ctx: Context,
  scope: DigestScope,
  asked: AskedTotals,
  take: number,
): AsyncGenerator<ListedLine> {
  const rows = await rowsOf(ctx, scope, asked, take);
  for (let start = 0; start < rows.length; start += PARAMETERS_AT_ONCE) {
    yield* await linesOf(ctx, rows.slice(start, start + PARAMETERS_AT_ONCE));
  }
}

/** At most `take`, earliest first. */
async function rowsOf(ctx: Context, scope: DigestScope, asked: AskedTotals, take: number) {
  return LISTERS[asked.kind](ctx, await listScopeOf(ctx, scope), asked, take);
}

/** As the reader may read them. */
export async function linesOf(ctx: Context, rows: readonly ListedRow[]): Promise<ListedLine[]> {
  const names = await namesById(
    ctx.db,
    rows.flatMap(({ personId }) => personId ?? []),
  );
  return Promise.all(
    rows.map(async ({ id, number, unitId, personId, borrowerName, customerId, on, opens, said }) => {
      const subject = { unitPath: await unitPath(ctx.db, unitId), assigneeId: personId };
      const customer = readsInFull(ctx.actor, "see_account", subject) ? borrowerName : maskName(borrowerName);
      const mayOpen = opens !== "nothing" && authorize(ctx, OPENED_BY[opens], subject) === undefined;
      const person = names.get(personId ?? "");
      const words = opens === "signal" && said === undefined ? await signalWords(ctx, id) : said;
      return {
        id,
        number,
        customer,
        card: customerId ?? number,
        person,
        on: isoDate(on),
        said: words,
        opens: mayOpen ? opens : "nothing",
      };
    }),
  );
}
