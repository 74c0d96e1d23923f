/** The whole desk in one process, on the local workspace, with a clock that stands until a test moves it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import { assemble } from "../../src/app.ts";
import { NO_LIMITS, type SendLimits } from "../../src/domain/send-pace.ts";
import { sweepMornings } from "../../src/features/morning/index.ts";
import { contextFor, contextOfPerson } from "../../src/features/people/index.ts";
import { loadCalendars } from "../../src/platform/calendars/index.ts";
import { type Clocks, createStandingClocks, momentFromIso } from "../../src/platform/clock.ts";
import { type Context, type Parts, systemContext } from "../../src/platform/context.ts";
import { evidenceStore } from "../../src/platform/evidence-store.ts";
import type { Heartbeat } from "../../src/platform/heartbeat.ts";
import { createLog } from "../../src/platform/log.ts";
import { deliverDue } from "../../src/platform/outbox/deliver.ts";
import { editStale } from "../../src/platform/outbox/edit-stale.ts";
import { servePages } from "../../src/platform/pages/serve-pages.ts";
import { openPolicies } from "../../src/platform/policies.ts";
import { loadPolicy } from "../../src/platform/policy-file.ts";
import { createBolt } from "../../src/platform/slack/bolt.ts";
import { createSlackClients } from "../../src/platform/slack/clients.ts";
import { type Ears, hear } from "../../src/platform/slack/hear.ts";
import { manifestScopes, manifestShortcuts } from "../../src/platform/slack/manifest.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import { isProblems } from "../../src/platform/yaml-file.ts";
import {
  localTokens,
  type PersonDriver,
  type PersonSeed,
  startWorkspace,
  type Workspace,
} from "../../src/workspace/workspace.ts";
import { freshDatabase, type TestDatabase } from "./database.ts";
import { linkPolicy } from "./link-policy.ts";

export interface TestDeskOptions {
  /** The business moment, e.g. 2026-03-02T09:30:00+08:00. */
  readonly at: string;
  readonly people: readonly PersonSeed[];
  readonly transport?: "socket" | "http";
  /** Files go through pages of our own. */
  readonly byLink?: boolean;
  /** A policy of the test's own, instead of the shipped bank's. */
  readonly policyFile?: string;
  readonly heartbeat?: Heartbeat;
  /** How fast Slack may be spoken to; as fast as it goes where nothing is said. */
  readonly limits?: SendLimits;
  /** Fills the book before anybody looks. */
  readonly book: (db: Tx, parts: Parts) => Promise<void>;
}

export interface TestDesk {
  readonly workspace: Workspace;
  readonly parts: Parts;
  readonly database: TestDatabase;
  readonly db: Tx;
  readonly ears: Ears;
  as(userId: string): PersonDriver;
  /** The context of a person, as a click of theirs would have it. */
  contextOf(personId: string): Promise<Context>;
  /** The pages on which files are handed in go down and come up again. */
  restartPages(): Promise<void>;
  /** Moves the clock. */
  at(iso: string): void;
  /** One round of every job: what is due is told, what changed is edited. */
  tick(): Promise<void>;
  /** One duty of the clock alone, by its name. */
  run(job: string): Promise<void>;
  stop(): Promise<void>;
}

const ANY_PLACE = { host: "127.0.0.1", port: 0 };

const BOT = { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" };

export async function openTestParts(
  database: TestDatabase,
  at: string,
  policyFile = "policy/cn-bank.yml",
): Promise<Parts> {
  const calendars = loadCalendars("policy/calendars");
  const loaded = loadPolicy(policyFile);
  if (isProblems(calendars) || isProblems(loaded)) {
    throw new Error("the shipped calendars and policy must be sound");
  }
  const clocks: Clocks = createStandingClocks(at);
  const policies = await openPolicies(database, loaded, clocks.now().toJSDate());
  return { database, clocks, policies, calendars, log: createLog("silent"), pages: { address: undefined } };
}

export async function startTestDesk(options: TestDeskOptions): Promise<TestDesk> {
  const database = await freshDatabase();
  const evidence = mkdtempSync(join(tmpdir(), "afterloan-evidence-"));
  const parts = await openTestParts(database, options.at, options.byLink ? linkPolicy(evidence) : options.policyFile);
  await options.book(database.db, parts);
  let busy = () => false;
  const workspace = await startWorkspace({
    people: [...options.people],
    channels: [],
    commands: [{ command: "/postloan", usageHint: "help", description: "The post-loan desk" }],
    shortcuts: manifestShortcuts("manifest.yml"),
    bot: BOT,
    ...localTokens,
    scopes: manifestScopes("manifest.yml"),
    welcome: [],
    environment: {},
    hostBusy: () => busy(),
  });
  const transport =
    options.transport === "http"
      ? { mode: "http" as const, signingSecret: localTokens.signingSecret, port: 0 }
      : { mode: "socket" as const, appToken: localTokens.appToken };
  const clients = createSlackClients(localTokens.botToken, workspace.apiUrl);
  const { door, delivery, jobs, pages } = assemble({
    parts,
    clients,
    evidence: evidenceStore(evidence),
    exportsFolder: join(evidence, "exports"),
    commands,
    metadataSecret: "test",
    worker: "test",
    limits: options.limits ?? NO_LIMITS,
    ...(options.heartbeat === undefined ? {} : { heartbeat: options.heartbeat }),
  });
  const ears: Ears = { parts, door, clients, contextFor: (user) => contextFor(parts, user) };
  const bolt = createBolt({ botToken: localTokens.botToken, transport, apiUrl: workspace.apiUrl, log: parts.log });
  busy = bolt.busy;
  hear(bolt.bolt, ears);
  const port = await bolt.start();
  if (port !== undefined) {
    workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  }
  let serving = await servePages(ANY_PLACE, pages, parts.log);
  parts.pages.address = `http://127.0.0.1:${serving.port}`;
  await jobs.find(({ name }) => name === "people")?.run();
  return {
    workspace,
    parts,
    database,
    db: database.db,
    ears,
    as: (userId) => workspace.as(userId),
    contextOf: async (personId) => {
      const ctx = await contextOfPerson(parts, personId);
      if (ctx === undefined) throw new Error("nobody of that id is at work");
      return ctx;
    },
    at: (iso) => parts.clocks.moveTo(momentFromIso(iso)),
    tick: async () => {
      await jobs.find(({ name }) => name === "handovers")?.run();
      await sweepMornings(systemContext(parts));
      await jobs.find(({ name }) => name === "evidence")?.run();
      for (let round = 0; round < 50; round += 1) {
        const { begun } = await deliverDue(delivery);
        const { edited } = await editStale(delivery);
        if (begun + edited === 0) break;
      }
      await workspace.settled();
    },
    run: async (name) => {
      const job = jobs.find((one) => one.name === name);
      if (job === undefined) throw new Error(`no duty is called ${name}`);
      await job.run();
      await workspace.settled();
    },
    restartPages: async () => {
      await serving.close();
      serving = await servePages({ ...ANY_PLACE, port: serving.port }, pages, parts.log);
    },
    stop: async () => {
      await serving.close();
      await bolt.stop();
      await workspace.close();
      await database.close();
      rmSync(evidence, { recursive: true, force: true });
    },
  };
}
