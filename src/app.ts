/**
 * The table of contents: the life of an inspection, from the morning it falls due to the report that is filed. Everything that
 * hears, says or ticks is listed here.
 */

import { isRefusal, refuse } from "./domain/refusal.ts";
import type { SendLimits } from "./domain/send-pace.ts";
import { registerAbsences } from "./features/absences/index.ts";
import { registerAccounts } from "./features/accounts/index.ts";
import { registerAppraisal } from "./features/appraisal/index.ts";
import { registerBatchChecks } from "./features/batch-checks/index.ts";
import { registerBulletins } from "./features/bulletins/index.ts";
import { registerClassification } from "./features/classification/index.ts";
import { registerConfirmation } from "./features/confirmation/index.ts";
import { latestForQuiet, registerDeadlines } from "./features/deadlines/index.ts";
import { registerDeliveryDesk } from "./features/delivery/index.ts";
import { registerDigests } from "./features/digests/index.ts";
import { type Examine, registerDoctor } from "./features/doctor/index.ts";
import { DocumentDesk, documentPages, handOut } from "./features/documents/index.ts";
import { registerDuty } from "./features/duty/index.ts";
import { registerHandovers } from "./features/handovers/index.ts";
import { registerHome } from "./features/home/index.ts";
import { registerInspections } from "./features/inspections/index.ts";
import { registerLadder } from "./features/ladder/index.ts";
import { type LedgerDesk, registerLedger } from "./features/ledger/index.ts";
import { registerLimits } from "./features/limits/index.ts";
import { registerMeasures } from "./features/measures/index.ts";
import { registerMorning } from "./features/morning/index.ts";
import { registerOverrides } from "./features/overrides/index.ts";
import {
  contextFor,
  contextOfPerson,
  inPlaceOf,
  readSlackUser,
  refreshUser,
  registerPeople,
  tellUnmatched,
} from "./features/people/index.ts";
import { registerPolicies } from "./features/policies/index.ts";
import { registerPortfolio } from "./features/portfolio/index.ts";
import { registerReviews } from "./features/reviews/index.ts";
import { registerSampling } from "./features/sampling/index.ts";
import { registerSignals } from "./features/signals/index.ts";
import { registerWatchdog } from "./features/watchdog/index.ts";
import { registerZones } from "./features/zones/index.ts";
import { homesJob, jobsOf, ledgerJob, watchdogJob } from "./jobs.ts";
import type { Command } from "./platform/commands/definition.ts";
import { type HandOut, slackCommands } from "./platform/commands/in-slack.ts";
import type { Config } from "./platform/config/index.ts";
import { type Parts, systemContext } from "./platform/context.ts";
import type { EvidenceStore } from "./platform/evidence-store.ts";
import type { Heartbeat } from "./platform/heartbeat.ts";
import { registerDelivery } from "./platform/outbox/dead.ts";
import { createDelivery, type Delivery } from "./platform/outbox/delivery.ts";
import { Renderers } from "./platform/outbox/renderers.ts";
import type { PageSource } from "./platform/pages/answer.ts";
import type { Job } from "./platform/scheduler.ts";
import type { SlackClients } from "./platform/slack/clients.ts";
import { Door } from "./platform/slack/door.ts";
import type { ModalView } from "./platform/slack/modal.ts";
import type { SlackUser } from "./platform/slack/payload.ts";
import { updateOpenModal } from "./platform/slack/reply.ts";
import { shareFile } from "./platform/slack/share-file.ts";
import { userById } from "./platform/slack/users.ts";

export interface Assembly {
  readonly parts: Parts;
  readonly clients: SlackClients;
  readonly evidence: EvidenceStore;
  /** Where registers lie until they are fetched; every process of the desk reaches the same. */
  readonly exportsFolder: string;
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
  const ledgers = ledgerDesk(assembly);
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
  registerAccounts(door, keeper); //           a customer's card, and how they are to be kept
  registerAppraisal(door, documents); //       how a month's work is scored, and why
  registerDigests(door, renderers, documents); // where a unit, a person or a product stands
  registerLedger(door, renderers, documents, ledgers); // every event, as a file
  registerHome(door); //                       everybody sees their day
  registerDelivery(renderers); //              what could not be delivered is reported
  registerWatchdog(renderers); //              what was not said is said, and reported
  registerPolicies(door); //                   a new policy is read, signed off and adopted by two
  registerDeliveryDesk(door, renderers); //    an administrator sees how delivery stands, and steers it
  registerDoctor(door, doctorOf(assembly)); // an administrator has the desk examined
  const giveFile: HandOut = (ctx, file, reply) => handOut(ctx, documents, file, reply);
  door.command = slackCommands(assembly.commands, giveFile, assembly.config);
  door.userChanged = refreshes(parts, clients);

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
  const ears = { parts, door, clients, contextFor: (user: SlackUser) => contextFor(parts, user) };
  const jobs = [
    ...jobsOf(parts, clients, delivery, keeper),
    homesJob(ears, delivery),
    ledgerJob(parts, ledgers),
    watchdogJob(parts, assembly.heartbeat),
  ];
  return { door, delivery, jobs, pages };
}

/** What `/postloan doctor` answers. */
function doctorOf({ commands, config }: Assembly): Examine {
  const surface = { where: "slack", progress: () => undefined, ...(config === undefined ? {} : { config }) } as const;
  return async (ctx) => {
    const command = commands.find(({ name }) => name === "doctor");
    const outcome = await command?.execute(ctx, { words: [], flags: {} }, surface);
    const isView = outcome !== undefined && !isRefusal(outcome) && outcome.kind === "view";
    if (isView) return outcome.view;
    return outcome !== undefined && isRefusal(outcome) ? outcome : refuse("command.only_alone", { name: "doctor" });
  };
}

/** Somebody changed their profile in Slack. */
const refreshes =
  (parts: Parts, clients: SlackClients): Door["userChanged"] =>
  async ({ userId }) => {
    const user = readSlackUser(await userById(clients.queue, userId));
    if (user !== undefined) {
      await refreshUser(systemContext(parts), user);
      await tellUnmatched(systemContext(parts));
    }
  };

const ledgerDesk = ({ exportsFolder, clients }: Assembly): LedgerDesk => ({
  folder: exportsFolder,
  send: (userId, file) => shareFile(clients.queue, userId, file),
});

/** The person is looking at it: told by the client that does not wait behind messages. */
const showInModal =
  ({ people }: SlackClients) =>
  (viewId: string, view: ModalView) =>
    updateOpenModal(people, viewId, view);
