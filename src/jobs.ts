/** Everything that ticks, and the duties of the night: each costs what is due, and is watched over. */
import { isRefusal, type Refusal } from "./domain/refusal.ts";
import { sweepAbsences } from "./features/absences/index.ts";
import { closeMonths } from "./features/appraisal/index.ts";
import { announceQuarter, suggestTiers } from "./features/classification/index.ts";
import { keepCopies } from "./features/customer-files/index.ts";
import { promiseDaily } from "./features/delivery/index.ts";
import { sweepDigests } from "./features/digests/index.ts";
import { sweepEscalations } from "./features/escalation/index.ts";
import { type Keeper, keepPending } from "./features/evidence/index.ts";
import { escalateHandovers, letBooksFall } from "./features/handovers/index.ts";
import { refreshKeyDates } from "./features/key-dates/index.ts";
import { type LedgerDesk, makeNextLedger, removeOldLedgers, sendLedgers } from "./features/ledger/index.ts";
import { measureLimits } from "./features/limits/index.ts";
import { passMeasuresOn } from "./features/measures/index.ts";
import { sweepMornings } from "./features/morning/index.ts";
import { matchPeople, readSlackUser, tellUnmatched } from "./features/people/index.ts";
import { replanAll } from "./features/planning/index.ts";
import { promiseNoOwner } from "./features/portfolio/index.ts";
import { redrawQueues } from "./features/review-queue/index.ts";
import { drawSamples } from "./features/sampling/index.ts";
import { endLateOffers, isLookDue, lookAtAsked, lookAtBook, NIGHT_LOOK } from "./features/signals/index.ts";
import { foldTotals } from "./features/totals/index.ts";
import { removeUnsent } from "./features/unsent-files/index.ts";
import { type WatchedDuty, watch } from "./features/watchdog/index.ts";
import { type Parts, systemContext } from "./platform/context.ts";
import { type DutyFindings, runDuty } from "./platform/duty-run.ts";
import type { Heartbeat } from "./platform/heartbeat.ts";
import { isNightlyDue } from "./platform/nightly.ts";
import { deliverForASecond } from "./platform/outbox/deliver.ts";
import type { Delivery } from "./platform/outbox/delivery.ts";
import { editStale } from "./platform/outbox/edit-stale.ts";
import { lookUpUncertain } from "./platform/outbox/look-up.ts";
import type { Job } from "./platform/scheduler.ts";
import type { SlackClients } from "./platform/slack/clients.ts";
import type { Ears } from "./platform/slack/ears.ts";
import { refreshHomes } from "./platform/slack/home/refresh-homes.ts";
import { listUsers } from "./platform/slack/users.ts";

type Ticking = (name: string, cron: string, run: () => Promise<unknown>) => Job;

/** What the clock does lets people's clicks go first. */
const backgroundJobs =
  (parts: Parts): Ticking =>
  (name, cron, run) => ({
    name,
    cron,
    timeZone: parts.policies.inForce().policy.calendar.time_zone,
    run: () => parts.database.inBackground(async () => void (await run())),
  });

/** Ticks only say "look now"; what is due is a question to the database. */
export function jobsOf(parts: Parts, clients: SlackClients, delivery: Delivery, keeper: Keeper): Job[] {
  const inBackground = backgroundJobs(parts);
  return [
    inBackground("people", "0 10 4 * * *", () => runDuty(parts, { name: "people" }, () => matchDaily(parts, clients))),
    inBackground("policies", "0 * * * * *", () => parts.policies.refresh()),
    inBackground("planning", "0 30 0 * * *", () =>
      runDuty(parts, { name: "planning" }, () => planNightly(parts, keeper)),
    ),
    inBackground("key_dates", "20 * * * * *", () => findKeyDates(parts)),
    inBackground("limits", "0 40 0 * * *", () => runDuty(parts, { name: "limits" }, () => measureNightly(parts))),
    inBackground("tiers", "0 45 0 * * *", () => runDuty(parts, { name: "tiers" }, () => suggestDaily(parts))),
    inBackground("signals", "30 */5 * * * *", () => lookNightly(parts)),
    inBackground("looks", "*/5 * * * * *", () =>
      runDuty(parts, { name: "looks", frequent: true }, async () => ({
        ...allowed(await lookAtAsked(systemContext(parts))),
      })),
    ),
    inBackground("scores", "50 */5 * * * *", () => keepScores(parts)),
    inBackground("mornings", "*/20 * * * * *", () =>
      runDuty(parts, { name: "mornings", frequent: true }, () => tellMornings(parts)),
    ),
    inBackground("digests", "45 * * * * *", () =>
      runDuty(parts, { name: "digests", frequent: true }, async () => ({
        ...allowed(await sweepDigests(systemContext(parts))),
      })),
    ),
    inBackground("sampling", "0 20 9 * * *", () => runDuty(parts, { name: "sampling" }, () => drawMonthly(parts))),
    inBackground("daily", "10 * * * * *", () => promiseDaily(systemContext(parts))),
    inBackground("escalations", "*/10 * * * * *", () =>
      runDuty(parts, { name: "escalations", frequent: true }, () => climbLadders(parts)),
    ),
    inBackground("handovers", "*/20 * * * * *", () =>
      runDuty(parts, { name: "handovers", frequent: true }, () => passWorkOn(parts)),
    ),
    inBackground("evidence", "*/5 * * * * *", async () => {
      await keepPending(systemContext(parts), keeper);
      await keepCopies(systemContext(parts), keeper);
    }),
    inBackground("totals", "*/5 * * * * *", () => foldTotals(systemContext(parts))),
    inBackground("messages", "* * * * * *", () => deliverForASecond(delivery)),
    inBackground("edits", "* * * * * *", () => editStale(delivery)),
    inBackground("uncertain", "*/10 * * * * *", () => lookUpUncertain(delivery)),
  ];
}

/** Open Home tabs: within five seconds of a change, drawing and Slack's answer included. */
export function homesJob(ears: Ears, delivery: Delivery): Job {
  return backgroundJobs(ears.parts)("homes", "*/2 * * * * *", () => refreshHomes(ears, delivery));
}

const HOURS = 60;
/** By when each comes to its end again; the nightly ones have two hours to spare. */
const WATCHED: readonly WatchedDuty[] = [
  { name: "mornings", everyMinutes: 10 },
  { name: "handovers", everyMinutes: 10 },
  { name: "planning", everyMinutes: 26 * HOURS },
  { name: "people", everyMinutes: 26 * HOURS },
  { name: NIGHT_LOOK, everyMinutes: 26 * HOURS },
];

/** The second witness: it knows nothing of the sweep, and tells the outside only when nothing is wrong. */
export function watchdogJob(parts: Parts, heartbeat: Heartbeat | undefined): Job {
  const since = parts.clocks.machineNow();
  return backgroundJobs(parts)("watchdog", "30 */5 * * * *", () =>
    runDuty(parts, { name: "watchdog", frequent: true }, async () => {
      const { isClean, open, believed, gone } = allowed(await watch(systemContext(parts), { duties: WATCHED, since }));
      await (isClean ? heartbeat?.touch() : undefined);
      return { open, believed, gone };
    }),
  );
}

/** One register at a time is written by a process; what waits is the next time's. */
export function ledgerJob(parts: Parts, desk: LedgerDesk): Job {
  return backgroundJobs(parts)("ledger", "*/2 * * * * *", async () => {
    await makeNextLedger(systemContext(parts), desk);
    await sendLedgers(systemContext(parts), desk);
    await removeOldLedgers(systemContext(parts), desk);
  });
}

async function matchDaily(parts: Parts, clients: SlackClients): Promise<DutyFindings> {
  const users = (await listUsers(clients.queue)).flatMap((user) => readSlackUser(user) ?? []);
  const report = allowed(await matchPeople(systemContext(parts), users));
  await tellUnmatched(systemContext(parts));
  return { matched: report.matched, unmatched: report.unmatched.length };
}

async function planNightly(parts: Parts, { store }: Keeper): Promise<DutyFindings> {
  const { created, moved, cancelled } = allowed(await replanAll(systemContext(parts), "nightly"));
  const { accounts } = allowed(await promiseNoOwner(systemContext(parts)));
  const waiting = await redrawQueues(systemContext(parts));
  const { files } = allowed(await removeUnsent(systemContext(parts), store));
  return { created, moved, cancelled, unsent_files: files, accounts_without_owner: accounts, reports_waiting: waiting };
}

/** What lapses or falls due of customers, as the book and the facts have it tonight. */
async function findKeyDates(parts: Parts): Promise<void> {
  if (!(await isNightlyDue(systemContext(parts), KEY_DATES, { hour: 0, minute: 35 }))) return;
  await runDuty(parts, { name: KEY_DATES }, async () => ({ ...allowed(await refreshKeyDates(systemContext(parts))) }));
}

const KEY_DATES = "key_dates";

async function measureNightly(parts: Parts): Promise<DutyFindings> {
  return { ...allowed(await measureLimits(systemContext(parts))) };
}

/** Where the facts ask for a stricter tier; people decide. */
async function suggestDaily(parts: Parts): Promise<DutyFindings> {
  const suggested = allowed(await suggestTiers(systemContext(parts)));
  const { told } = allowed(await announceQuarter(systemContext(parts)));
  return { ...suggested, quarter_told: told };
}

/** What the record says of each borrower, against the catalogue of signals: once every business night. */
async function lookNightly(parts: Parts): Promise<void> {
  if (!(await isLookDue(systemContext(parts)))) return;
  await runDuty(parts, { name: NIGHT_LOOK }, async () => ({ ...allowed(await lookAtBook(systemContext(parts))) }));
}

/** Of months that are over, once every business night: corrections since are found as well. */
async function keepScores(parts: Parts): Promise<void> {
  if (!(await isNightlyDue(systemContext(parts), SCORES, { hour: 1, minute: 20 }))) return;
  await runDuty(parts, { name: SCORES }, async () => ({ ...allowed(await closeMonths(systemContext(parts))) }));
}

const SCORES = "scores";

/** Last month's, on the first working day of this one; a missed day costs nothing. */
async function drawMonthly(parts: Parts): Promise<DutyFindings> {
  const drawn = allowed(await drawSamples(systemContext(parts), { onWorkingDays: true }));
  return { units: drawn.length, drawn: drawn.reduce((sum, { items }) => sum + items.length, 0) };
}

/** Work whose person is away, has left, or did not answer: it never waits for nobody. */
async function passWorkOn(parts: Parts): Promise<DutyFindings> {
  const fallen = allowed(await letBooksFall(systemContext(parts)));
  const escalated = allowed(await escalateHandovers(systemContext(parts)));
  const measures = allowed(await passMeasuresOn(systemContext(parts)));
  const absences = allowed(await sweepAbsences(systemContext(parts)));
  const { lapsed } = allowed(await endLateOffers(systemContext(parts)));
  return {
    fallen,
    escalated,
    measures_fallen: measures.fallen,
    measures_escalated: measures.escalated,
    absences,
    signal_offers_lapsed: lapsed,
  };
}

/** Signals that nobody answers: to the next rung of their ladder. */
async function climbLadders(parts: Parts): Promise<DutyFindings> {
  return { ...allowed(await sweepEscalations(systemContext(parts))) };
}

async function tellMornings(parts: Parts): Promise<DutyFindings> {
  const { promised, covered, told } = allowed(await sweepMornings(systemContext(parts)));
  return { promised, ...covered, ...told };
}

/** Whatever the clock does is allowed; a refusal here is our own mistake, and fails the job aloud. */
function allowed<T>(outcome: T | Refusal): T {
  if (isRefusal(outcome)) {
    throw new Error(`a duty of the clock was refused: ${outcome.refused}`);
  }
  return outcome;
}
