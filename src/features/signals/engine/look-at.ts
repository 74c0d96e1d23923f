/** One borrower under the engine's eye: what is new is raised, what got worse rises, what is gone is said to be gone. */
import { isoDate } from "../../../domain/dates.ts";
import { detectableOn } from "../../../domain/signals/detected.ts";
import { pathOf, pathWhenCured } from "../../../domain/signals/path.ts";
import type { SignalRule } from "../../../domain/signals/rule.ts";
import type { SignalPath } from "../../../domain/vocabulary.ts";
import { localDate } from "../../../platform/clock.ts";
import type { Context } from "../../../platform/context.ts";
import { cure } from "../cure.ts";
import { type TakenIn, takeIn } from "../take-in.ts";
import { type Finding, findingsOf } from "./findings.ts";
import { type SignalKnown, saysMore, signalFor, signalsOf } from "./known-signals.ts";
import { daysItLasted, productOf } from "./lasted.ts";
import { officersOf } from "./officer-of.ts";
import { type BorrowerRecord, recordsOf } from "./record-of.ts";

export type Did = TakenIn["did"] | "cure";

interface News {
  readonly finding: Finding;
  /** The one that stands, or the last that ended. */
  readonly signal: SignalKnown | undefined;
}

interface Seen {
  readonly record: BorrowerRecord;
  readonly news: readonly News[];
  readonly gone: readonly SignalKnown[];
}

/** Those of them of whom there is something to write. Reads alone. */
export async function withNews(ctx: Context, borrowerIds: readonly string[]): Promise<string[]> {
  const seen = await see(ctx, borrowerIds);
  return seen.filter(({ news, gone }) => news.length + gone.length > 0).map(({ record }) => record.row.id);
}

/** In the caller's transaction, which has asked for the right. Twice is once. */
export async function lookAt(tx: Context, borrowerId: string): Promise<Did[]> {
  const did: Did[] = [];
  for (const { record, news, gone } of await see(tx, [borrowerId])) {
    for (const one of news) did.push((await raise(tx, record, one)).did);
    for (const signal of gone) {
      await cure(tx, signal, pathNow(tx, record, signal));
      did.push("cure");
    }
  }
  return did;
}

async function see(ctx: Context, borrowerIds: readonly string[]): Promise<Seen[]> {
  const signals = await signalsOf(ctx, borrowerIds);
  const { catalogue } = ctx.policy.policy.signals;
  return (await recordsOf(ctx, borrowerIds)).map((record) => {
    const known = signals.filter(({ borrowerId }) => borrowerId === record.row.id);
    const found = findingsOf(ctx, record).map((finding) => ({
      finding,
      signal: signalFor(known, finding, record.row.id),
    }));
    const firing = new Set(found.map(({ signal }) => signal?.id));
    return {
      record,
      news: found.filter(({ finding, signal }) => saysMore(finding, signal)),
      gone: known.filter((one) => isOfFacts(one, catalogue) && !firing.has(one.id)),
    };
  });
}

/** What a person saw is no fact of the record, and does not go away with one. */
function isOfFacts({ raisedById, curedAt, code }: SignalKnown, catalogue: Readonly<Record<string, SignalRule>>) {
  return raisedById === null && curedAt === null && code in catalogue;
}

/** How much a signal asks for once its fact is gone. */
function pathNow({ now, policy }: Context, record: BorrowerRecord, signal: SignalKnown): SignalPath {
  const rule = policy.policy.signals.catalogue[signal.code];
  if (rule === undefined || signal.isRestricted) return signal.path;
  const lastedDays = daysItLasted(record, signal, localDate(now, record.row.unit.timeZone));
  return pathWhenCured(rule, productOf(record, signal), { ...signal, lastedDays });
}

async function raise(tx: Context, record: BorrowerRecord, { finding, signal }: News): Promise<TakenIn> {
  const { code, rule, subject, level, found } = finding;
  const { row } = record;
  const about = signal?.endedAt === null ? { kind: signal.subjectKind, id: signal.subjectId } : subject;
  const isRestricted = rule.restricted_to !== undefined;
  const fired = found.triggers.filter((one) => one.fired);
  return takeIn(tx, {
    code,
    level,
    path: isRestricted ? "full" : pathOf(rule, subject.loan?.product ?? ""),
    isVeto: found.isVeto,
    borrower: { id: row.id, unitId: row.unitId, keeperId: row.ownerships[0]?.personId ?? null },
    subject: { kind: about.kind, id: about.id },
    raisedById: null,
    words: "",
    because: JSON.stringify(fired),
    factOn: detectableOn(fired, { since: subject.since, takenOn: isoDate(row.takeOnOn) }),
    isUnsure: false,
    isRestricted,
    named: await officersOf(tx, record, finding),
  });
}
