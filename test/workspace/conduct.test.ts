import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localTokens, type Workspace } from "../../src/workspace/workspace.ts";
import { bankWorkspace, type ConnectedApp, connectApp, errorOf, li, plainClient, reviewers, wang } from "./desk-app.ts";

/** Refusals that depend on what happened before: who asked, when, how often. */
interface Stage {
  workspace: Workspace;
  client: WebClient;
  /** A trigger of something Li Na has just done. */
  trigger(): Promise<string>;
  /** Lets milliseconds of the machine clock pass. */
  pass(ms: number): void;
}

const plain = (text: string) => ({ type: "plain_text" as const, text });
const modal = (more: object = {}) => ({ type: "modal" as const, title: plain("Check"), blocks: [], ...more });
const docs = (method: string) => `docs.slack.dev/reference/methods/${method}`;
const openOnce = async ({ client, trigger }: Stage, more: object = {}) =>
  await client.views.open({ trigger_id: await trigger(), view: modal(more) });
const post = async ({ client }: Stage, channel = reviewers) => await client.chat.postMessage({ channel, text: "x" });

interface ConductRow {
  name: string;
  source: string;
  error: string;
  taken(stage: Stage): Promise<unknown>;
  refused(stage: Stage): Promise<unknown>;
}

const rows: ConductRow[] = [
  {
    name: "a trigger works once",
    source: docs("views.open"),
    error: "exchanged_trigger_id",
    taken: openOnce,
    refused: async (stage) => {
      const trigger_id = await stage.trigger();
      await stage.client.views.open({ trigger_id, view: modal() });
      return await stage.client.views.open({ trigger_id, view: modal() });
    },
  },
  {
    name: "a trigger lives three seconds",
    source: "docs.slack.dev/interactivity/handling-user-interaction",
    error: "expired_trigger_id",
    taken: async (stage) => {
      const trigger_id = await stage.trigger();
      stage.pass(3000);
      return await stage.client.views.open({ trigger_id, view: modal() });
    },
    refused: async (stage) => {
      const trigger_id = await stage.trigger();
      stage.pass(3001);
      return await stage.client.views.open({ trigger_id, view: modal() });
    },
  },
  {
    name: "three modals stand on each other, a fourth does not",
    source: docs("views.push"),
    error: "push_limit_reached",
    taken: async (stage) => {
      await openOnce(stage);
      await stage.client.views.push({ trigger_id: await stage.trigger(), view: modal() });
      return await stage.client.views.push({ trigger_id: await stage.trigger(), view: modal() });
    },
    refused: async (stage) => {
      await openOnce(stage);
      await stage.client.views.push({ trigger_id: await stage.trigger(), view: modal() });
      await stage.client.views.push({ trigger_id: await stage.trigger(), view: modal() });
      return await stage.client.views.push({ trigger_id: await stage.trigger(), view: modal() });
    },
  },
  {
    name: "an update with the hash of the view as it is, not as it was",
    source: docs("views.update"),
    error: "hash_conflict",
    taken: async (stage) => {
      const { view } = await openOnce(stage);
      return await stage.client.views.update({ view_id: view?.id ?? "", hash: view?.hash, view: modal() });
    },
    refused: async (stage) => {
      const { view } = await openOnce(stage);
      const stale = { view_id: view?.id ?? "", hash: view?.hash, view: modal() };
      await stage.client.views.update(stale);
      return await stage.client.views.update(stale);
    },
  },
  {
    name: "a Home tab published with a stale hash",
    source: docs("views.publish"),
    error: "hash_conflict",
    taken: async ({ client }) => await client.views.publish({ user_id: li, view: { type: "home", blocks: [] } }),
    refused: async ({ client }) => {
      const home = { user_id: li, view: { type: "home" as const, blocks: [] } };
      const { view } = await client.views.publish(home);
      await client.views.publish(home);
      return await client.views.publish({ ...home, hash: view?.hash });
    },
  },
  {
    name: "an external id names one view",
    source: docs("views.open"),
    error: "duplicate_external_id",
    taken: async (stage) => {
      await openOnce(stage, { external_id: "check-1" });
      return await openOnce(stage, { external_id: "check-2" });
    },
    refused: async (stage) => {
      await openOnce(stage, { external_id: "check-1" });
      return await openOnce(stage, { external_id: "check-1" });
    },
  },
  {
    name: "a closed view is not found",
    source: docs("views.update"),
    error: "not_found",
    taken: async (stage) => {
      const { view } = await openOnce(stage);
      return await stage.client.views.update({ view_id: view?.id ?? "", view: modal() });
    },
    refused: async (stage) => {
      const { view } = await openOnce(stage);
      await stage.workspace.as(li).closes();
      return await stage.client.views.update({ view_id: view?.id ?? "", view: modal() });
    },
  },
  {
    name: "a message to a channel that exists",
    source: docs("chat.postMessage"),
    error: "channel_not_found",
    taken: (stage) => post(stage),
    refused: (stage) => post(stage, "C00NOWHERE"),
  },
  {
    name: "a message to a channel that is not archived",
    source: docs("chat.postMessage"),
    error: "is_archived",
    taken: (stage) => post(stage),
    refused: (stage) => post(stage, "C000CLOSED"),
  },
  {
    name: "a message to a channel of which the app is a member",
    source: docs("chat.postMessage"),
    error: "not_in_channel",
    taken: async (stage) => {
      await stage.client.conversations.join({ channel: "C00PRIVATE" });
      return await post(stage, "C00PRIVATE");
    },
    refused: (stage) => post(stage, "C00FOREIGN"),
  },
  {
    name: "only an own message can be changed",
    source: docs("chat.update"),
    error: "cant_update_message",
    taken: async (stage) => {
      const { ts } = await post(stage);
      return await stage.client.chat.update({ channel: reviewers, ts: ts ?? "", text: "y" });
    },
    refused: async (stage) => {
      await stage.workspace.as(li).says("mine", { in: "reviewers" });
      const mine = stage.workspace.as(li).messagesIn("reviewers").at(-1);
      return await stage.client.chat.update({ channel: reviewers, ts: mine?.ts ?? "", text: "y" });
    },
  },
  {
    name: "a direct message is changed by its channel, not by the person's id",
    source: docs("chat.update"),
    error: "channel_not_found",
    taken: async (stage) => {
      const { ts, channel } = await post(stage, li);
      return await stage.client.chat.update({ channel: channel ?? "", ts: ts ?? "", text: "y" });
    },
    refused: async (stage) => {
      const { ts } = await post(stage, li);
      return await stage.client.chat.update({ channel: li, ts: ts ?? "", text: "y" });
    },
  },
  {
    name: "a message has something in it",
    source: docs("chat.postMessage"),
    error: "no_text",
    taken: (stage) => post(stage),
    refused: async ({ client }) => await client.chat.postMessage({ channel: reviewers, text: "" }),
  },
  {
    name: "a person who exists",
    source: docs("users.info"),
    error: "user_not_found",
    taken: async ({ client }) => await client.users.info({ user: li }),
    refused: async ({ client }) => await client.users.info({ user: "U00NOBODY" }),
  },
  {
    name: "a method that exists",
    source: "docs.slack.dev/apis/web-api",
    error: "unknown_method",
    taken: async ({ client }) => await client.apiCall("api.test"),
    refused: async ({ client }) => await client.apiCall("chat.teleport"),
  },
  {
    name: "a known token",
    source: docs("auth.test"),
    error: "invalid_auth",
    taken: async ({ client }) => await client.auth.test(),
    refused: async ({ workspace }) => await plainClient(workspace, "xoxb-local-other").auth.test(),
  },
  {
    name: "a token at all",
    source: docs("auth.test"),
    error: "not_authed",
    taken: async ({ client }) => await client.auth.test(),
    refused: async ({ workspace }) => await plainClient(workspace, "").auth.test(),
  },
  {
    name: "Socket Mode is opened with the app's token",
    source: docs("apps.connections.open"),
    error: "not_allowed_token_type",
    taken: async ({ workspace }) => await plainClient(workspace, localTokens.appToken).apps.connections.open(),
    refused: async ({ client }) => await client.apps.connections.open(),
  },
];

describe("what depends on what happened before", () => {
  let stage: Stage;
  let connected: ConnectedApp;

  beforeEach(async () => {
    let ahead = 0;
    const triggers: string[] = [];
    const workspace = await bankWorkspace({ machineNow: () => 1_800_000_000_000 + ahead });
    connected = await connectApp(workspace, "http", (app) => {
      app.command("/postloan", async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    });
    stage = {
      workspace,
      client: plainClient(workspace),
      pass: (ms) => {
        ahead += ms;
      },
      trigger: async () => {
        await workspace.as(li).says("/postloan");
        return triggers.at(-1) ?? "";
      },
    };
  });
  afterEach(async () => {
    await connected.stop();
    await stage.workspace.close();
  });

  it.each(rows.map((row) => [row.name, row] as const))("%s", async (_name, row) => {
    expect(await errorOf(row.taken(stage))).toBe("accepted");
    while (stage.workspace.as(li).modal) await stage.workspace.as(li).closes({ all: true });
    expect(await errorOf(row.refused(stage))).toBe(row.error);
  });

  it("cuts a text past 40,000 characters instead of refusing it, and says so", async () => {
    const answer = await stage.client.chat.postMessage({ channel: reviewers, text: "x".repeat(40_001) });
    expect(answer.message?.text).toHaveLength(40_000);
    expect(answer.warning).toBe("message_truncated");
  });

  it("serves a response URL five times within thirty minutes", async () => {
    const urls: string[] = [];
    await connected.stop();
    connected = await connectApp(stage.workspace, "http", (app) => {
      app.command("/postloan", async ({ ack, command }) => {
        urls.push(command.response_url);
        await ack();
      });
    });
    const respond = async (url: string) => {
      const body = JSON.stringify({ text: "only you" });
      const headers = { "content-type": "application/json" };
      return (await fetch(url, { method: "POST", headers, body })).status;
    };
    await stage.workspace.as(li).says("/postloan");
    for (let use = 1; use <= 5; use += 1) expect(await respond(urls[0] ?? "")).toBe(200);
    expect(await respond(urls[0] ?? "")).toBe(404);
    await stage.workspace.as(li).says("/postloan");
    stage.pass(30 * 60 * 1000 + 1);
    expect(await respond(urls[1] ?? "")).toBe(404);
    expect(stage.workspace.as(li).messagesFromBot()).toHaveLength(5);
    expect(stage.workspace.as(wang).sees("only you")).toBe(false);
  });
});
