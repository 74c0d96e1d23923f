/** Starts the desk: settings, database, Slack, the jobs; and stops it in reverse. */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import { assemble } from "./app.ts";
import { LOCAL_LIMITS, SLACK_LIMITS } from "./domain/send-pace.ts";
import type { Language } from "./domain/vocabulary.ts";
import { openFacts } from "./facts.ts";
import { contextFor } from "./features/people/index.ts";
import { openHealth } from "./health.ts";
import { type LocalDesk, openLocalDesk } from "./local-desk.ts";
import { CannotStart, type Opened, openParts, type Surroundings } from "./open-parts.ts";
import { openPages } from "./pages.ts";
import type { Command } from "./platform/commands/definition.ts";
import type { Config } from "./platform/config/index.ts";
import type { Parts } from "./platform/context.ts";
import { evidenceStore } from "./platform/evidence-store.ts";
import { heartbeatAt } from "./platform/heartbeat.ts";
import { inTime } from "./platform/in-time.ts";
import { listUnanswered } from "./platform/inbound/store.ts";
import { createLog, type Log } from "./platform/log.ts";
import type { Delivery } from "./platform/outbox/delivery.ts";
import { landAll } from "./platform/outbox/land.ts";
import { Pulse } from "./platform/pulse.ts";
import { type Job, startJobs, type Ticking } from "./platform/scheduler.ts";
import { createBolt, type RunningBolt, type SlackConnection } from "./platform/slack/bolt.ts";
import { createSlackClients } from "./platform/slack/clients.ts";
import { type Ears, finishKept, hear } from "./platform/slack/hear.ts";
import { tokenState } from "./platform/slack/token-state.ts";
import { openWayOut } from "./platform/slack/way-out.ts";
import { acquireBotLock, BotAlreadyRuns } from "./platform/storage/index.ts";
import { type Translate, translator } from "./texts/index.ts";

const KEPT_AFTER_MS = 30_000;
/** Of the ten seconds in which a stopped desk must be gone. */
const LANDING_MS = 7_000;
const LAST_MS = 1_000;
const METADATA_SECRET = "outbox.metadata_secret";

/** Runs until it is told to stop; answers the exit code. */
export async function start(
  config: Config,
  commands: readonly Command[],
  language: Language,
  surroundings: Surroundings = {},
): Promise<number> {
  const stopping = untilTold();
  const lock = lockOf(config);
  try {
    const desk = await startDesk(config, commands, surroundings);
    process.stdout.write(`${desk.greeting(translator(language)).join("\n")}\n`);
    await stopping;
    await desk.stop();
    return 0;
  } finally {
    lock.release();
  }
}

export interface Desk {
  greeting(t: Translate): readonly string[];
  readonly parts: Parts;
  stop(): Promise<void>;
}

/** Everything but the signals: what tests start too. */
export async function startDesk(
  config: Config,
  commands: readonly Command[],
  surroundings: Surroundings = {},
): Promise<Desk> {
  const log = createLog(config.slack.mode === "local" ? quieter(config) : config.logLevel);
  const opened = await openParts(config, log, surroundings);
  await refuseMovedClock(config, opened);
  const local = config.slack.mode === "local" ? await openLocalDesk(config, opened.parts) : undefined;
  const running = await listenAndTick(config, commands, opened, local, surroundings.startJobs ?? startJobs);
  const playing = opened.parts.database
    .inBackground(async () => local?.opened())
    .catch((failure: unknown) => opened.parts.log.error({ failure }, "the demonstration stopped half way"));
  return {
    parts: opened.parts,
    greeting: local?.greeting ?? ((t) => [t("start.connected")]),
    stop: async () => {
      await running.stop();
      await inTime(playing, LAST_MS);
      await local?.close();
      await opened.close();
    },
  };
}

/** People in Slack are told on the day it is. */
async function refuseMovedClock({ slack }: Config, { parts, close }: Opened): Promise<void> {
  if (slack.mode !== "local" && parts.clocks.offsetMs() !== 0) {
    await close();
    throw new CannotStart((t) => t("start.cannot.clock_moved"));
  }
}

async function listenAndTick(
  config: Config,
  commands: readonly Command[],
  { parts }: Opened,
  local: LocalDesk | undefined,
  tick: typeof startJobs,
): Promise<{ stop(): Promise<void> }> {
  const settings = local?.settings ?? slackSettings(config);
  const way = await openWayOut(config.proxy);
  const clients = createSlackClients(settings.botToken, settings.apiUrl, way);
  const assembled = assemble({
    parts,
    clients,
    evidence: evidenceStore(config.evidenceDir),
    exportsFolder: join(config.evidenceDir, "exports"),
    commands,
    config,
    metadataSecret: await metadataSecret(parts),
    worker: `${hostname()}:${process.pid}`,
    limits: local === undefined ? SLACK_LIMITS : LOCAL_LIMITS,
    ...(config.heartbeatUrl === undefined ? {} : { heartbeat: heartbeatAt(config.heartbeatUrl, parts.log) }),
  });
  const ears = {
    parts,
    door: assembled.door,
    clients,
    contextFor: (user: Parameters<typeof contextFor>[1]) => contextFor(parts, user),
  };
  const bolt = createBolt({ ...settings, way, log: parts.log });
  hear(bolt.bolt, ears);
  const pages = await openPages(config, parts, assembled.pages);
  parts.pages.address = pages.address;
  const facts = await openFacts(config, parts);
  await bolt.start();
  const pulse = new Pulse(parts.clocks);
  const token = () => tokenState(clients);
  const closeHealth = await openHealth(config, { parts, hears: bolt.hears, token, pulse });
  const ticking = tick(pulse.over([...assembled.jobs, keptJob(ears)]), parts.log);
  await ticking.now("people");
  local?.clockMoved(async () => {
    await ticking.now("mornings");
    await ticking.now("messages");
  });
  return {
    stop: async () => {
      await closeHealth();
      await pages.close();
      await facts?.close();
      await stopRunning(assembled.delivery, bolt, ticking, parts.log);
    },
  };
}

/**
 * In less than ten seconds: nothing new is heard or claimed; what people pressed is finished, what is in the air lands or is
 * uncertain. A job that takes longer is begun again by the next process.
 */
async function stopRunning(delivery: Delivery, bolt: RunningBolt, ticking: Ticking, log: Log): Promise<void> {
  const jobs = ticking.stop();
  const [uncertain] = await Promise.all([
    landAll(delivery, LANDING_MS),
    inTime(bolt.stop().then(bolt.idle), LANDING_MS),
    inTime(jobs, LANDING_MS),
  ]);
  log.info({ uncertain }, "stopped");
}

/** What another process, or this one before a crash, stored and did not finish. A young one is still being worked on. */
function keptJob(ears: Ears): Job {
  return {
    name: "kept",
    cron: "*/15 * * * * *",
    run: async () => {
      const before = ears.parts.clocks.machineNow().getTime() - KEPT_AFTER_MS;
      const kept = await listUnanswered(ears.parts.database);
      await finishKept(
        ears,
        kept.filter(({ receivedAt }) => receivedAt.getTime() < before),
      );
    },
  };
}

function slackSettings({ slack, port }: Config): SlackConnection {
  if (slack.mode === "local") {
    throw new Error("the local workspace was not opened");
  }
  const transport =
    slack.mode === "socket"
      ? { mode: "socket" as const, appToken: slack.appToken }
      : { mode: "http" as const, signingSecret: slack.signingSecret, port };
  return { botToken: slack.botToken, transport, apiUrl: slack.apiUrl };
}

/** Kept in the database, so that a restored copy still knows its own messages. */
async function metadataSecret({ database }: Parts): Promise<string> {
  const kept = await database.db.setting.findUnique({ where: { key: METADATA_SECRET } });
  if (kept !== null) {
    return kept.value;
  }
  const made = randomBytes(32).toString("hex");
  await database.db.setting.create({ data: { key: METADATA_SECRET, value: made } });
  return made;
}

function lockOf({ databaseUrl }: Config): { release(): void } {
  if (!databaseUrl.startsWith("file:")) {
    return { release: () => undefined };
  }
  try {
    return acquireBotLock(databaseUrl);
  } catch (failure) {
    if (!(failure instanceof BotAlreadyRuns)) throw failure;
    const pid = String(failure.pid);
    throw new CannotStart((t) => t("start.cannot.already_runs", { pid }));
  }
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/** Beside the one address that a newcomer needs, only what went wrong is worth a line. */
function quieter({ logLevel }: Config) {
  return logLevel === "info" ? "warn" : logLevel;
}
