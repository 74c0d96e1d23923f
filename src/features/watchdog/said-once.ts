/** Open signals that do not climb, as facts: restricted ones, light ones, contact notes, and those whose release the desk proposes. */
import { localMinuteOf } from "../../domain/calendar/business-date.ts";
import { type Role, SIGNAL_LEVELS } from "../../domain/vocabulary.ts";
import { type OnceFacts, owedOnce } from "../../domain/watchdog/index.ts";
import { momentFromDate } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { oneOf } from "../../platform/stored-word.ts";
import { factsOf, OPEN, type OpenSignal, rulesFor } from "./open-signals.ts";
import { loadOutsiders, type Outsiders } from "./outsiders.ts";
import { SIGNAL_FACTS } from "./signal-facts.ts";

/** Costs as much as what is restricted, waits for a release, or came since `horizon`. */
export async function loadSaidOnce(ctx: Context, horizon: Date): Promise<OpenSignal[]> {
  const rows = await findRows(ctx, horizon);
  const outsiders = await loadOutsiders(ctx, rows);
  const called = await loadCalled(ctx, rows);
  return rows.flatMap((row): OpenSignal[] => {
    const { id, number, unitId, borrowerId, levelSince, isRestricted, borrower } = row;
    const level = oneOf(SIGNAL_LEVELS, row.level);
    const { calendarId, timeZone } = borrower.unit;
    const rules = rulesFor(ctx, level, row.path, calendarId);
    if (rules === undefined) return [];
    const facts = onceFactsOf(ctx, row, called.has(id));
    return [
      {
        ...{ id, number, unitId, borrowerId, level, levelSince, timeZone, isRestricted },
        holderId: row.ownerId ?? borrower.ownerships[0]?.personId,
        outside: ({ awaits }) => outsidersOf(outsiders, row, awaits === "release"),
        onDuty: !isRestricted && ctx.policy.policy.clocks.signals[level].every_day,
        facts: factsOf(row, timeZone),
        // Told once: it is not repeated.
        rules: { ...rules, again: undefined, rungs: postsOf(facts).map((to) => ({ to, wait: undefined })) },
        owed: (now) => owedOnce(facts, rules, now),
      },
    ];
  });
}

type Row = Awaited<ReturnType<typeof findRows>>[number];

/** Of what was said once nothing is awaited: it is looked at while it is young. What is awaited, however old it is. */
function findRows(ctx: Context, horizon: Date) {
  const short = [{ path: "light" }, { path: "contact_note", level: { in: ["yellow", "blue"] } }];
  const asked = { askedFor: "release", askedById: null, path: { in: ["light", "contact_note"] } };
  return ctx.db.signal.findMany({
    where: {
      state: { in: OPEN },
      OR: [
        { isRestricted: true },
        { isRestricted: false, levelSince: { gte: horizon }, OR: short },
        { isRestricted: false, ...asked },
      ],
    },
    orderBy: { id: "asc" },
    select: {
      ...SIGNAL_FACTS,
      code: true,
      subjectKind: true,
      subjectId: true,
      isRestricted: true,
      curedAt: true,
      askedFor: true,
      askedById: true,
      askedAt: true,
      askRound: true,
    },
  });
}

function onceFactsOf(ctx: Context, row: Row, isCalled: boolean): OnceFacts {
  const onWall = (moment: Date) => localMinuteOf(momentFromDate(moment), row.borrower.unit.timeZone);
  const isAsked = row.askedFor === "release" && row.askedById === null && row.askedAt !== null;
  return {
    since: onWall(row.levelSince),
    // A matter about staff is compliance's, whatever its code.
    restrictedTo: row.isRestricted ? knowingRoles(ctx, row.code) : undefined,
    isAcknowledged: row.acknowledgedAt !== null,
    cured: row.curedAt === null ? undefined : onWall(row.curedAt),
    isCalled,
    releaseAsked: isAsked && row.askedAt !== null ? onWall(row.askedAt) : undefined,
  };
}

const knowingRoles = ({ policy }: Context, code: string): readonly Role[] =>
  policy.policy.signals.catalogue[code]?.restricted_to ?? ["compliance"];

const postsOf = ({ restrictedTo }: OnceFacts): readonly Role[] => restrictedTo ?? ["unit_manager", "post_loan_officer"];

/** Nobody agrees to what they have a part in. */
function outsidersOf(outsiders: Outsiders, row: Row, isRelease: boolean): readonly string[] {
  if (row.isRestricted) return outsiders.line(row.named.map(({ personId }) => personId));
  const named = row.named.map(({ personId }) => personId);
  return isRelease ? [...named, ...outsiders.parties(row)] : named;
}

/** Those of the contact notes whose call was opened as work of its own since the loan is overdue. */
async function loadCalled({ db }: Context, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const called = new Set<string>();
  for (const { id, path, subjectKind, subjectId, borrowerId, levelSince } of rows) {
    if (path !== "contact_note" || subjectKind !== "loan") continue;
    const loan = await db.loan.findUnique({ where: { id: subjectId }, select: { pastDueSince: true } });
    const overdue = loan?.pastDueSince == null ? levelSince : new Date(`${loan.pastDueSince}T00:00:00Z`);
    const since = new Date(Math.min(overdue.getTime(), levelSince.getTime()));
    const note = await db.inspection.findFirst({
      where: { borrowerId, kind: { in: ["contact_note", "special"] }, createdAt: { gte: since } },
      select: { id: true },
    });
    if (note !== null) called.add(id);
  }
  return called;
}
