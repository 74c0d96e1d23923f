/** The key dates of the reader's customers or units, and what lapses cost this month (R58, R61). */
import { dateOf, isoDate, partsOf } from "../../domain/dates.ts";
import { type LapsedDate, type LapsedSum, lapsedIn } from "../../domain/key-dates/index.ts";
import { maskName } from "../../domain/masking.ts";
import { readsInFull } from "../../domain/may.ts";
import { type IsoDate, KEY_DATE_KINDS, type KeyDateKind, RISK_TIERS } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import { authorize, type Context } from "../../platform/context.ts";
import { inTurns } from "../../platform/in-turns.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { unitPath, unitsWhere } from "../people/index.ts";
import { type DueInstalment, instalmentsOf } from "./instalments.ts";

const LISTED = 20;

export interface ListedKeyDate {
  readonly kind: KeyDateKind;
  readonly borrowerName: string;
  readonly borrowerNumber: string;
  readonly reference: string;
  readonly dueOn: IsoDate;
  readonly keeper: string | undefined;
  /** Of a repayment that stands in the loan's plan. */
  readonly instalment: DueInstalment | undefined;
}

export interface KeyDateList {
  readonly today: IsoDate;
  readonly dates: readonly ListedKeyDate[];
  readonly more: number;
  /** Open ones, by kind: all, and of them lapsed. */
  readonly counts: Readonly<Partial<Record<KeyDateKind, { readonly open: number; readonly lapsed: number }>>>;
  /** From the first of the month. */
  readonly month: LapsedSum;
}

/** What the reader keeps, and what is in the units whose accounts they may see. */
export async function keyDateList(ctx: Context): Promise<KeyDateList> {
  const today = localDate(ctx.now, ctx.actor.timeZone);
  const from = dateOf({ ...partsOf(today), day: 1 });
  const rows = await rowsOf(ctx, from);
  const open = rows.filter(({ metOn }) => metOn === null);
  const shown = open.slice(0, LISTED);
  const instalments = await instalmentsOf(ctx, shown);
  const told = await Promise.all(shown.map((row) => listed(ctx, row, instalments.get(row.id))));
  return {
    today,
    dates: told.flat(),
    more: Math.max(0, open.length - LISTED),
    counts: countsOf(open, today),
    month: lapsedIn(ctx.policy.policy, rows.map(lapsedDate), { from, to: today }),
  };
}

type Row = Awaited<ReturnType<typeof matching>>[number];

async function rowsOf(ctx: Context, from: IsoDate): Promise<Row[]> {
  const mine = [ctx.actor.personId, ...ctx.actor.standsInFor];
  const kept = await matching(ctx, from, { ownerships: { some: { toAt: null, personId: { in: mine } } } });
  const units = await unitsWhere(ctx, "see_account");
  const below = await inTurns(units, (some) => matching(ctx, from, { unitId: { in: some } }));
  const rows = new Map([...kept, ...below].map((row) => [row.id, row]));
  return [...rows.values()].sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)));
}

function matching(ctx: Context, from: IsoDate, borrower: object) {
  return ctx.db.keyDate.findMany({
    where: { borrower, OR: [{ metOn: null }, { metOn: { gte: from } }] },
    include: {
      borrower: {
        select: {
          name: true,
          number: true,
          ownerships: { where: { toAt: null }, select: { person: { select: { id: true, name: true } } } },
        },
      },
    },
  });
}

/** Nothing where the reader may not see the customer after all. */
async function listed(ctx: Context, row: Row, instalment: DueInstalment | undefined): Promise<ListedKeyDate[]> {
  const keeper = row.borrower.ownerships[0]?.person;
  const subject = { unitPath: await unitPath(ctx.db, row.unitId), ownerId: keeper?.id ?? null };
  if (authorize(ctx, "see_account", subject) !== undefined) return [];
  const { name, number } = row.borrower;
  return [
    {
      kind: oneOf(KEY_DATE_KINDS, row.kind),
      borrowerName: readsInFull(ctx.actor, "see_account", subject) ? name : maskName(name),
      borrowerNumber: number,
      reference: row.reference,
      dueOn: isoDate(row.dueOn),
      keeper: keeper?.name,
      instalment,
    },
  ];
}

function countsOf(rows: readonly Row[], today: IsoDate): KeyDateList["counts"] {
  return Object.fromEntries(
    KEY_DATE_KINDS.flatMap((kind) => {
      const these = rows.filter((row) => row.kind === kind);
      const lapsed = these.filter(({ dueOn }) => dueOn < today).length;
      return these.length === 0 ? [] : [[kind, { open: these.length, lapsed }]];
    }),
  );
}

function lapsedDate({ kind, subjectId, dueOn, metOn, amountMinor, currency, tier }: Row): LapsedDate {
  return {
    kind: oneOf(KEY_DATE_KINDS, kind),
    subjectId,
    dueOn: isoDate(dueOn),
    metOn: metOn === null ? undefined : isoDate(metOn),
    amount: { minor: amountMinor, currency },
    tier: oneOf(RISK_TIERS, tier),
  };
}
