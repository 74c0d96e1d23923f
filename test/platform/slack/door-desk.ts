/** A door with listeners of the test's own, unchanged Bolt, a real record, and the local workspace as Slack. */

import { contextFor } from "../../../src/features/people/index.ts";
import type { Parts } from "../../../src/platform/context.ts";
import { createBolt } from "../../../src/platform/slack/bolt.ts";
import { createSlackClients } from "../../../src/platform/slack/clients.ts";
import { Door } from "../../../src/platform/slack/door.ts";
import { type Ears, hear } from "../../../src/platform/slack/hear.ts";
import type { ModalView } from "../../../src/platform/slack/modal.ts";
import { plain } from "../../../src/platform/slack/render.ts";
import type { Tx } from "../../../src/platform/storage/index.ts";
import { localTokens, startWorkspace, type Workspace } from "../../../src/workspace/workspace.ts";
import { anAdministrator, anOfficer, aSlackAccount, aUnit } from "../../builders/index.ts";
import { aColleague } from "../../setup/a-colleague.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

export const OFFICER = "U00OFFICER";
export const ADMIN = "U0000ADMIN";
export const STRANGER = "U0STRANGER";
const TEAM = "T00LOCAL01";
const BOT = { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" };
/** A channel that the bot is not in. */
export const BRANCH_TALK = "C0BRANCH01";

export type Transport = "http" | "socket";

export interface DoorDesk {
  readonly workspace: Workspace;
  readonly door: Door;
  readonly ears: Ears;
  readonly parts: Parts;
  readonly database: TestDatabase;
  readonly db: Tx;
  /** The same ears, hearing only what was kept: as a new process would. */
  stop(): Promise<void>;
}

export interface DoorDeskOptions {
  readonly transport?: Transport;
  readonly locale?: string;
  /** Milliseconds that the workspace's machine clock is ahead. */
  readonly machineNow?: () => number;
}

export async function startDoorDesk(options: DoorDeskOptions = {}): Promise<DoorDesk> {
  const database = await freshDatabase();
  const parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
  await people(database.db, options.locale ?? "en-US");
  let busy = () => false;
  const workspace = await startWorkspace({
    people: [aColleague(OFFICER, "Li Wen"), aColleague(ADMIN, "Ma Jun"), aColleague(STRANGER, "Someone Else")],
    channels: [{ id: BRANCH_TALK, name: "branch-talk", members: [OFFICER, ADMIN] }],
    commands: [{ command: "/postloan", usageHint: "help", description: "The post-loan desk" }],
    bot: BOT,
    ...localTokens,
    welcome: [],
    environment: {},
    hostBusy: () => busy(),
    ...(options.machineNow === undefined ? {} : { machineNow: options.machineNow }),
  });
  const clients = createSlackClients(localTokens.botToken, workspace.apiUrl);
  const door = new Door();
  const ears: Ears = { parts, door, clients, contextFor: (user) => contextFor(parts, user) };
  const transport =
    options.transport === "http"
      ? { mode: "http" as const, signingSecret: localTokens.signingSecret, port: 0 }
      : { mode: "socket" as const, appToken: localTokens.appToken };
  const bolt = createBolt({ botToken: localTokens.botToken, transport, apiUrl: workspace.apiUrl, log: parts.log });
  busy = bolt.busy;
  hear(bolt.bolt, ears);
  const port = await bolt.start();
  if (port !== undefined) workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  return {
    workspace,
    door,
    ears,
    parts,
    database,
    db: database.db,
    stop: async () => {
      await bolt.stop();
      await workspace.close();
      await database.close();
    },
  };
}

async function people(db: Tx, locale: string): Promise<void> {
  const unit = await aUnit(db);
  const officer = await anOfficer(db, { name: "Li Wen", unitId: unit.id });
  const admin = await anAdministrator(db, { name: "Ma Jun", unitId: unit.id });
  await aSlackAccount(db, officer.id, { teamId: TEAM, userId: OFFICER, locale });
  await aSlackAccount(db, admin.id, { teamId: TEAM, userId: ADMIN, locale });
}

/** The bot shows a message with one button. */
export async function showButton(desk: DoorDesk, to: string, action: string, value = "v1"): Promise<void> {
  await desk.ears.clients.people.chat.postMessage({
    channel: to,
    text: "Something to press",
    blocks: [{ type: "actions", elements: [{ type: "button", text: plain("Press", 75), action_id: action, value }] }],
  });
}

/** A form with one field. */
export function form(callbackId = "test.form", title = "A form"): ModalView {
  return {
    callbackId,
    title,
    submit: "Send",
    close: "Close",
    blocks: [
      {
        type: "input",
        block_id: "note",
        label: plain("Note", 100),
        element: { type: "plain_text_input", action_id: "text" },
      },
    ],
  };
}

export function modal(title: string, action?: string): ModalView {
  const button = { type: "button" as const, text: plain("Go on", 75), action_id: action ?? "", value: "v1" };
  return {
    callbackId: "test.modal",
    title,
    close: "Close",
    blocks: [
      { type: "section", text: plain(title, 100) },
      ...(action === undefined ? [] : [{ type: "actions" as const, elements: [button] }]),
    ],
  };
}
