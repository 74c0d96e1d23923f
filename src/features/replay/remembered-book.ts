/** The book of a replay, in memory: the accounts, what is open of them, and the people. The sweeps ask it as they ask the record. */
import { WAITING_REPORT_STATES } from "../../domain/inspection.ts";
import type { IsoDate, Moment } from "../../domain/vocabulary.ts";
import type { Context } from "../../platform/context.ts";
import { LATE_FIELDS, type LateBook, OPEN, openLateBook, RETURNED, UNFINISHED } from "../ladder/index.ts";
import { inRecord, type Keeper, type OpenItem, reachOf, type SweptBook } from "../morning/index.ts";
import { TurningPoints } from "../people/index.ts";
import { type PlannedAccount, RememberedAccounts } from "../planning/index.ts";
import { accountsWithoutOwner, type UnitWithoutOwner } from "../portfolio/index.ts";
import { lateSource } from "./late-source.ts";
import { OpenItems, type OpenRow } from "./open-items.ts";
import { RememberedPeople } from "./remembered-people.ts";
import { WhileStill } from "./while-still.ts";

const ROW = { ...LATE_FIELDS, borrowerId: true } as const;

interface Remembered {
  readonly accounts: RememberedAccounts;
  readonly items: OpenItems;
  readonly people: RememberedPeople;
  readonly noOwner: WhileStill<readonly UnitWithoutOwner[]>;
  /** A replay makes none of these: where there are none, nobody asks. */
  readonly has: Readonly<
    Record<"waitingReports" | "measures" | "overrides" | "zones" | "snoozes" | "keyDates", boolean>
  >;
}

export class RememberedBook implements SweptBook {
  readonly accounts: RememberedAccounts;
  private readonly kept: Remembered;
  private readonly passing: readonly string[];
  private standing: { readonly until: IsoDate; readonly items: ReadonlyMap<string, readonly OpenItem[]> } | undefined;

  private constructor(kept: Remembered, since: IsoDate) {
    this.accounts = kept.accounts;
    this.kept = kept;
    this.passing = kept.accounts.passing(since);
  }

  /** As the record has it at this moment, on the day `since`. */
  static async load(ctx: Context, since: IsoDate): Promise<RememberedBook> {
    const points = await TurningPoints.load(ctx.db);
    const open = await ctx.db.inspection.findMany({ where: OPEN, select: ROW });
    const returned = await ctx.db.inspection.findMany({ where: RETURNED, select: ROW });
    const waiting = { state: { in: [...WAITING_REPORT_STATES] } };
    const kept: Remembered = {
      accounts: await RememberedAccounts.load(ctx),
      items: new OpenItems(open, returned),
      people: await RememberedPeople.load(ctx, points),
      noOwner: new WhileStill(points, accountsWithoutOwner),
      has: {
        waitingReports: (await ctx.db.report.findFirst({ where: waiting, select: { id: true } })) !== null,
        measures: (await ctx.db.case.findFirst({ where: UNFINISHED, select: { id: true } })) !== null,
        zones: (await ctx.db.zoneOverride.findFirst({ where: { state: "asked" }, select: { id: true } })) !== null,
        overrides: (await ctx.db.gateOverride.findFirst({ where: { state: "asked" }, select: { id: true } })) !== null,
        keyDates: (await ctx.db.keyDate.findFirst({ where: { metOn: null }, select: { id: true } })) !== null,
        snoozes: (await ctx.db.snooze.findFirst({ where: { endedAt: null }, select: { id: true } })) !== null,
      },
    };
    return new RememberedBook(kept, since);
  }

  /** Accounts that nobody keeps. */
  withoutOwner(ctx: Context): Promise<readonly UnitWithoutOwner[]> {
    return this.kept.noOwner.answer(ctx);
  }

  /** Planned, kept by somebody, and due by that day. */
  due(today: IsoDate): OpenRow[] {
    return this.kept.items.dueBy(today).filter(({ state, assigneeId }) => state === "planned" && assigneeId !== null);
  }

  /** Plans the accounts whose duties change because a day has passed. Answers how many inspections are new. */
  planPassing(now: Moment): number {
    const planned = this.passing.map((id) => this.accounts.planAgain(id, now));
    return planned.reduce((sum, account) => sum + this.take(account, []), 0);
  }

  /** One customer was seen, and these inspections are done. Answers how many inspections are new. */
  visit(borrowerId: string, now: Moment, visitedOn: IsoDate, done: readonly OpenRow[]): number {
    const ids = new Set(done.map(({ id }) => id));
    return this.take(this.accounts.visited(borrowerId, now, visitedOn, ids), [...ids]);
  }

  private take({ record, created, moved, cancelled }: PlannedAccount, done: readonly string[]): number {
    const { items } = this.kept;
    this.standing = undefined;
    for (const id of [...done, ...cancelled]) items.remove(id);
    for (const { id, state, assigneeId, dueOn } of [...moved, ...created]) {
      const { unitId } = items.row(id) ?? record;
      items.put({ id, borrowerId: record.facts.id, unitId, assigneeId, state, dueOn, returnedDueOn: null });
    }
    return created.length;
  }

  async busy(ctx: Context): Promise<Map<string, number>> {
    return new Map([...this.standingBy(reachOf(ctx))].map(([person, { length }]) => [person, length]));
  }

  async open(ctx: Context): Promise<ReadonlyMap<string, readonly OpenItem[]>> {
    return this.standingBy(reachOf(ctx));
  }

  private standingBy(until: IsoDate): ReadonlyMap<string, readonly OpenItem[]> {
    if (this.standing?.until !== until) {
      this.standing = { until, items: this.kept.items.byAssignee(until) };
    }
    return this.standing.items;
  }

  late(ctx: Context): Promise<LateBook> {
    return openLateBook(ctx, lateSource(this.kept.items), this.kept.people);
  }

  async answeredFor(ctx: Context) {
    return this.kept.has.measures ? inRecord.answeredFor(ctx) : NOBODY;
  }

  async measures(ctx: Context, readers: readonly Keeper[]) {
    return this.kept.has.measures ? inRecord.measures(ctx, readers) : NOBODY;
  }

  async lateMeasures(ctx: Context) {
    return this.kept.has.measures ? inRecord.lateMeasures(ctx) : NOTHING_WAITS;
  }

  async lapsing(ctx: Context) {
    return this.kept.has.keyDates ? inRecord.lapsing(ctx) : NOBODY;
  }

  async keyDates(ctx: Context, readers: readonly Keeper[]) {
    return this.kept.has.keyDates ? inRecord.keyDates(ctx, readers) : NOBODY;
  }

  async lapsed(ctx: Context) {
    return this.kept.has.keyDates ? inRecord.lapsed(ctx) : NOTHING_WAITS;
  }

  async measureWaits(ctx: Context) {
    return this.kept.has.measures ? inRecord.measureWaits(ctx) : NOTHING_WAITS;
  }

  async overrideWaits(ctx: Context) {
    return this.kept.has.overrides ? inRecord.overrideWaits(ctx) : NOTHING_WAITS;
  }

  async zoneWaits(ctx: Context) {
    return this.kept.has.zones ? inRecord.zoneWaits(ctx) : NOTHING_WAITS;
  }

  async reviews(ctx: Context) {
    return this.kept.has.waitingReports ? inRecord.reviews(ctx) : NOTHING_WAITS;
  }

  keepers(ctx: Context, personIds: readonly string[]): Promise<readonly Keeper[]> {
    return this.kept.people.keepers(ctx, personIds);
  }

  async quiet(ctx: Context, readers: readonly Keeper[]) {
    return this.kept.has.snoozes ? inRecord.quiet(ctx, readers) : () => false;
  }
}

const NOBODY = new Map<string, never>();
const NOTHING_WAITS = { candidates: new Map<string, number>(), itemsOf: async () => new Map() };
