/**
 * A whole book in memory, for a replay: planned by the rules that plan the record, and never written down. Years of it cost what
 * the rules cost.
 */
import type { PlannedInspection } from "../../domain/planning/index.ts";
import type { InspectionState, IsoDate, Moment } from "../../domain/vocabulary.ts";
import { localDate } from "../../platform/clock.ts";
import type { Context, PolicyInForce } from "../../platform/context.ts";
import { type BorrowerRecord, type KnownInspection, NOTE_KINDS, OVERDUE_OCCASIONS, seenAt } from "./borrower-facts.ts";
import { dutiesOf } from "./duties.ts";
import { loadWholeRecords } from "./load-records.ts";
import { type Changes, type Move, reconcile } from "./reconcile.ts";

/** What planning did to one account. */
export interface PlannedAccount {
  readonly record: BorrowerRecord;
  readonly created: readonly KnownInspection[];
  /** As they stand now. */
  readonly moved: readonly KnownInspection[];
  readonly cancelled: readonly string[];
}

export class RememberedAccounts {
  private readonly records: Map<string, BorrowerRecord>;
  private readonly policy: PolicyInForce["policy"];
  private made = 0;

  private constructor(records: readonly BorrowerRecord[], policy: PolicyInForce["policy"]) {
    this.records = new Map(records.map((record) => [record.facts.id, record]));
    this.policy = policy;
  }

  /** Every account as it stands, and under the policy in force. */
  static async load(ctx: Context): Promise<RememberedAccounts> {
    const rows = await ctx.db.borrower.findMany({ orderBy: { id: "asc" }, select: { id: true } });
    const records = await loadWholeRecords(
      ctx,
      rows.map(({ id }) => id),
    );
    return new RememberedAccounts(records, ctx.policy.policy);
  }

  /** With loans that are paid out later. Throws where there is no such account. */
  of(borrowerId: string): BorrowerRecord {
    const record = this.records.get(borrowerId);
    if (record === undefined) throw new Error(`no borrower ${borrowerId}`);
    return record;
  }

  /**
   * The accounts whose duties change because a day has passed: a loan is overdue, or was paid out after `since`. Planning those
   * whose facts stand still again would change nothing.
   */
  passing(since: IsoDate): string[] {
    return [...this.records.values()]
      .filter(({ facts }) => facts.loans.some((loan) => loan.pastDueSince !== undefined || loan.disbursedOn > since))
      .map(({ facts }) => facts.id);
  }

  planAgain(borrowerId: string, now: Moment): PlannedAccount {
    return this.plan(borrowerId, now, false);
  }

  /** As the submissions of a day would: these inspections are done, the customer was seen, and what comes next is planned. */
  visited(borrowerId: string, now: Moment, visitedOn: IsoDate, inspectionIds: ReadonlySet<string>): PlannedAccount {
    const whole = this.of(borrowerId);
    const done = whole.known.filter(({ id }) => inspectionIds.has(id));
    const visits = done.filter(({ kind }) => !NOTE_KINDS.some((note) => note === kind));
    const facts = {
      ...whole.facts,
      ...(visits.length === 0 ? {} : { lastVisitOn: visitedOn }),
      ...(visits.some(({ mode }) => mode !== "off_site") ? { lastOnSiteOn: visitedOn } : {}),
      ...(visits.length === done.length ? {} : { lastNoteOn: localDate(now, whole.timeZone) }),
    };
    const known = whole.known.flatMap((one) => (done.includes(one) ? ended(one, "approved") : [one]));
    this.records.set(borrowerId, { ...whole, facts, known });
    return this.plan(borrowerId, now, true);
  }

  private plan(borrowerId: string, now: Moment, visited: boolean): PlannedAccount {
    const whole = this.of(borrowerId);
    const record = seenAt(whole, now);
    const changes = reconcile(this.policy, record, dutiesOf(this.policy, record), { visited });
    const moved = [...changes.move, ...changes.amend].map(movedTo);
    const created = changes.create.map((duty) => this.planned(record, duty));
    const cancelled = changes.cancel.map(({ id }) => id);
    this.records.set(borrowerId, { ...whole, known: knownAfter(whole.known, changes, [...moved, ...created]) });
    return { record, created, moved, cancelled };
  }

  private planned(record: BorrowerRecord, duty: PlannedInspection): KnownInspection {
    const { kind, occasion, mode, dueOn, provisional, policyLine, loanIds } = duty;
    this.made += 1;
    return {
      ...{ id: `remembered-${this.made}`, number: "", kind, occasion, mode, dueOn, provisional, policyLine },
      ...{ because: UNASKED, state: "planned", assigneeId: record.ownerId, takenOverBy: [], version: 0 },
      createdOn: record.today,
      // Of the others, what they cover is fixed when they are started.
      loanIds: kind === "first" ? loanIds : [],
    };
  }
}

/** Why a remembered inspection is due is never shown. */
const UNASKED = "{}";

function knownAfter(
  before: readonly KnownInspection[],
  { cancel, reassign }: Changes,
  fresh: readonly KnownInspection[],
): KnownInspection[] {
  if (reassign.length > 0) {
    throw new Error("an account changed hands in memory, where nobody would be told");
  }
  const replaced = new Set(fresh.map(({ id }) => id));
  const gone = new Set(cancel.map(({ id }) => id));
  const kept = before
    .filter(({ id }) => !replaced.has(id))
    .flatMap((one) => (gone.has(one.id) ? ended(one, "cancelled") : [one]));
  return [...kept, ...fresh];
}

/** What has ended is known only where it is made once. */
function ended(known: KnownInspection, state: InspectionState): KnownInspection[] {
  return known.kind === "first" || OVERDUE_OCCASIONS.includes(known.occasion) ? [{ ...known, state }] : [];
}

function movedTo({ known, plan }: Move): KnownInspection {
  const { kind, occasion, mode, dueOn, provisional, policyLine } = plan;
  return { ...known, kind, occasion, mode, dueOn, provisional, policyLine, because: UNASKED };
}
