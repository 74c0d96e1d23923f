/**
 * The table of contents: the life of an inspection, from the morning it falls due to the report that is filed. Everything that
 * hears, says or ticks is listed here.
 */

import { isRefusal, type Refusal } from "./domain/refusal.ts";
import type { SendLimits } from "./domain/send-pace.ts";
import { registerAbsences, sweepAbsences } from "./features/absences/index.ts";
import { registerBatchChecks } from "./features/batch-checks/index.ts";
import { registerBulletins } from "./features/bulletins/index.ts";
import { announceQuarter, registerClassification, suggestTiers } from "./features/classification/index.ts";
import { registerConfirmation } from "./features/confirmation/index.ts";
import { latestForQuiet, registerDeadlines } from "./features/deadlines/index.ts";
import { promiseDaily, registerDeliveryDesk } from "./features/delivery/index.ts";
import { registerDigests, sweepDigests } from "./features/digests/index.ts";
import { DocumentDesk, documentPages } from "./features/documents/index.ts";
import { registerDuty } from "./features/duty/index.ts";
import { sweepEscalations } from "./features/escalation/index.ts";
import { type Keeper, keepPending } from "./features/evidence/index.ts";
import { escalateHandovers, letBooksFall, registerHandovers } from "./features/handovers/index.ts";
import { registerHome } from "./features/home/index.ts";
import { registerInspections } from "./features/inspections/index.ts";
import { refreshKeyDates } from "./features/key-dates/index.ts";
import { registerLadder } from "./features/ladder/index.ts";
import { measureLimits, registerLimits } from "./features/limits/index.ts";
import { passMeasuresOn, registerMeasures } from "./features/measures/index.ts";
import { registerMorning, sweepMornings } from "./features/morning/index.ts";
import { registerOverrides } from "./features/overrides/index.ts";
import {
  contextOfPerson,
  inPlaceOf,
  matchPeople,
  readSlackUser,
  refreshUser,
  registerPeople,
  tellUnmatched,
} from "./features/people/index.ts";
import { replanAll } from "./features/planning/index.ts";
import { registerPolicies } from "./features/policies/index.ts";
import { promiseNoOwner, registerPortfolio } from "./features/portfolio/index.ts";
import { redrawQueues } from "./features/review-queue/index.ts";
import { registerReviews } from "./features/reviews/index.ts";
import { drawSamples, registerSampling } from "./features/sampling/index.ts";
import { isLookDue, lookAtAsked, lookAtBook, NIGHT_LOOK, registerSignals } from "./features/signals/index.ts";
import { foldTotals } from "./features/totals/index.ts";
import { registerWatchdog, type WatchedDuty, watch } from "./features/watchdog/index.ts";
import { registerZones } from "./features/zones/index.ts";
import type { Command } from "./platform/commands/definition.ts";
import { slackCommands } from "./platform/commands/in-slack.ts";
import type { Config } from "./platform/config/index.ts";
import { type Parts, systemContext } from "./platform/context.ts";
import { type DutyFindings, runDuty } from "./platform/duty-run.ts";
import type { EvidenceStore } from "./platform/evidence-store.ts";
import type { Heartbeat } from "./platform/heartbeat.ts";
import { isNightlyDue } from "./platform/nightly.ts";
import { registerDelivery } from "./platform/outbox/dead.ts";
import { deliverForASecond } from "./platform/outbox/deliver.ts";
import { createDelivery, type Delivery } from "./platform/outbox/delivery.ts";
import { editStale } from "./platform/outbox/edit-stale.ts";
import { lookUpUncertain } from "./platform/outbox/look-up.ts";
import { Renderers } from "./platform/outbox/renderers.ts";
import type { PageSource } from "./platform/pages/answer.ts";
import type { Job } from "./platform/scheduler.ts";
import type { SlackClients } from "./platform/slack/clients.ts";
import { Door } from "./platform/slack/door.ts";
import type { ModalView } from "./platform/slack/modal.ts";
import { updateOpenModal } from "./platform/slack/reply.ts";
import { listUsers, userById } from "./platform/slack/users.ts";

export interface Assembly {
  readonly parts: Parts;
  readonly clients: SlackClients;
  readonly evidence: EvidenceStore;
  readonly commands: readonly Command[];
  /** What the desk was started with, for commands that look at it. */
  readonly config?: Config;
  /** Keys the hash in a message's metadata. */
  readonly metadataSecret: string;
  readonly worker: string;
  /** How fast Slack is spoken to. Default: as fast as it allows. */
  readonly limits?: SendLimits;
  /** Touched when the watchdog found all in order. */
  readonly heartbeat?: Heartbeat;
}

export interface Assembled {
  readonly door: Door;
  readonly delivery: Delivery;
  readonly jobs: readonly Job[];
  /** What stands on our own pages. */
  readonly pages: PageSource;
}

export function assemble(assembly: Assembly): Assembled {
  const { parts, clients } = assembly;
  const door = new Door();
  const renderers = new Renderers();
  const documents = new DocumentDesk();
  const keeper = { client: clients.queue, store: assembly.evidence, documents };

  registerPeople(renderers); //                a person without a Slack account is reported
  registerPortfolio(renderers); //             an account without a keeper is reported
  registerMorning(door, renderers); //         the day's work is told, and what climbed
  registerLadder(renderers); //                a post that nobody holds is reported
  registerDeadlines(door, renderers, documents); // a date is put off, an officer is asked
  registerBulletins(door, renderers); //       what happens in an industry reaches the checks of its customers
  registerLimits(renderers); //                a limit set from above has been passed
  registerInspections(door, keeper); //        a check is started, filled in, submitted
  registerBatchChecks(door); //                off-site checks of retail loans are done as one
  registerConfirmation(door, renderers, keeper); //    the borrower confirms their part
  registerOverrides(door, renderers); //       a manager lets pass what the gate refuses
  registerReviews(door, renderers, keeper); //         a second person approves or returns
  registerSampling(renderers); //              some of what passed is looked at again on site
  registerClassification(door, renderers); //  the tier of a loan passes through three hands
  registerZones(door, renderers); //           the zone of a customer, or another that people set
  registerMeasures(door, renderers, keeper); //  what is done about a risk, until a second person closes it
  registerSignals(door, renderers); //         a sign of trouble is raised, answered for, released by others
  registerAbsences(door, renderers); //        who is away, and who does their work
  registerDuty(door); //                       who answers for a red on which days
  registerHandovers(door, renderers); //       work changes hands, when the other accepts
  registerDigests(door, renderers); //         where a unit, a person or a product stands
  registerHome(door); //                       everybody sees their day
  registerDelivery(renderers); //              what could not be delivered is reported
  registerWatchdog(renderers); //              what was not said is said, and reported
  registerPolicies(door); //                   a new policy is read, signed off and adopted by two
  registerDeliveryDesk(door, renderers); //    an administrator sees how delivery stands, and steers it
  door.command = slackCommands(assembly.commands, assembly.config);
  door.userChanged = async ({ userId }) => {
    const user = readSlackUser(await userById(clients.queue, userId));
    if (user !== undefined) {
      await refreshUser(systemContext(parts), user);
      await tellUnmatched(systemContext(parts));
    }
  };

  const delivery = createDelivery({
    parts,
    client: clients.queue,
    renderers,
    worker: assembly.worker,
    contextOf: (personId) => contextOfPerson(parts, personId),
    inPlaceOf,
    latestForQuiet,
    metadataSecret: assembly.metadataSecret,
    ...(assembly.limits === undefined ? {} : { limits: assembly.limits }),
  });
  const pages = documentPages({ parts, desk: documents, store: assembly.evidence, show: showInModal(clients) });
  const jobs = [...jobsOf(parts, clients, delivery, keeper), watchdogJob(parts, assembly.heartbeat)];
  return { door, delivery, jobs, pages };
}

/** The person is looking at it: told by the client that does not wait behind messages. */
const showInModal =
  ({ people }: SlackClients) =>
  (viewId: string, view: ModalView) =>
    updateOpenModal(people, viewId, view);

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
function jobsOf(parts: Parts, clients: SlackClients, delivery: Delivery, keeper: Keeper): Job[] {
  const inBackground = backgroundJobs(parts);
  return [
    inBackground("people", "0 10 4 * * *", () => runDuty(parts, { name: "people" }, () => matchDaily(parts, clients))),
    inBackground("policies", "0 * * * * *", () => parts.policies.refresh()),
    inBackground("planning", "0 30 0 * * *", () => runDuty(parts, { name: "planning" }, () => planNightly(parts))),
    inBackground("key_dates", "20 * * * * *", () => findKeyDates(parts)),
    inBackground("limits", "0 40 0 * * *", () => runDuty(parts, { name: "limits" }, () => measureNightly(parts))),
    inBackground("tiers", "0 45 0 * * *", () => runDuty(parts, { name: "tiers" }, () => suggestDaily(parts))),
    inBackground("signals", "30 */5 * * * *", () => lookNightly(parts)),
    inBackground("looks", "*/5 * * * * *", () =>
      runDuty(parts, { name: "looks", frequent: true }, async () => ({
        ...allowed(await lookAtAsked(systemContext(parts))),
      })),
    ),
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
    inBackground("evidence", "*/5 * * * * *", () => keepPending(systemContext(parts), keeper)),
    inBackground("totals", "*/5 * * * * *", () => foldTotals(systemContext(parts))),
    inBackground("messages", "* * * * * *", () => deliverForASecond(delivery)),
    inBackground("edits", "* * * * * *", () => editStale(delivery)),
    inBackground("uncertain", "*/10 * * * * *", () => lookUpUncertain(delivery)),
  ];
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
function watchdogJob(parts: Parts, heartbeat: Heartbeat | undefined): Job {
  const since = parts.clocks.machineNow();
  return backgroundJobs(parts)("watchdog", "30 */5 * * * *", () =>
    runDuty(parts, { name: "watchdog", frequent: true }, async () => {
      const { isClean, open, believed, gone } = allowed(await watch(systemContext(parts), { duties: WATCHED, since }));
      await (isClean ? heartbeat?.touch() : undefined);
      return { open, believed, gone };
    }),
  );
}

async function matchDaily(parts: Parts, clients: SlackClients): Promise<DutyFindings> {
  const users = (await listUsers(clients.queue)).flatMap((user) => readSlackUser(user) ?? []);
  const report = allowed(await matchPeople(systemContext(parts), users));
  await tellUnmatched(systemContext(parts));
  return { matched: report.matched, unmatched: report.unmatched.length };
}

async function planNightly(parts: Parts): Promise<DutyFindings> {
  const { created, moved, cancelled } = allowed(await replanAll(systemContext(parts), "nightly"));
  const { accounts } = allowed(await promiseNoOwner(systemContext(parts)));
  const waiting = await redrawQueues(systemContext(parts));
  return { created, moved, cancelled, accounts_without_owner: accounts, reports_waiting: waiting };
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
  return {
    fallen,
    escalated,
    measures_fallen: measures.fallen,
    measures_escalated: measures.escalated,
    absences,
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
