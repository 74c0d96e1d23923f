import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { App } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localTokens, type Workspace } from "../../src/workspace/workspace.ts";
import {
  bankWorkspace,
  type ConnectedApp,
  connectApp,
  errorOf,
  li,
  plainClient,
  reviewers,
  silent,
} from "./desk-app.ts";

describe("faults between the app and the workspace", () => {
  let workspace: Workspace;
  let client: WebClient;
  let connected: ConnectedApp | undefined;

  beforeEach(async () => {
    workspace = await bankWorkspace({ eventRetryDelaysMs: [0, 0, 0], ackTimeoutMs: 400 });
    client = plainClient(workspace);
  });
  afterEach(async () => {
    await connected?.stop();
    connected = undefined;
    await workspace.close();
  });

  const post = (channel = reviewers) => client.chat.postMessage({ channel, text: "due" });
  const connect = async (define: (app: App) => void) => {
    connected = await connectApp(workspace, "http", define);
  };

  it("answers 429 with the wait in seconds on one channel and leaves the others alone", async () => {
    workspace.faults.add({ kind: "rate_limited", retryAfter: 4, on: "chat.postMessage", channel: li });
    const limited = await post(li).catch((error) => error);
    expect(limited).toMatchObject({ code: "slack_webapi_rate_limited_error", retryAfter: 4 });
    expect(await errorOf(post())).toBe("accepted");
    expect(await errorOf(post(li))).toBe("accepted");
    expect(workspace.accepted).toHaveLength(2);
  });

  it("keeps a message whose answer was lost, where the metadata finds it again", async () => {
    workspace.faults.add({ kind: "drop_after_accept", on: "chat.postMessage" });
    const metadata = { event_type: "promise", event_payload: { key: "k-17" } };
    const lost = client.chat.postMessage({ channel: reviewers, text: "due", metadata });
    expect(await errorOf(lost)).toBe("slack_webapi_request_error");
    expect(workspace.accepted).toHaveLength(1);
    const plain = await client.conversations.history({ channel: reviewers, oldest: "0" });
    expect(plain.messages?.[0]).not.toHaveProperty("metadata");
    const found = await client.conversations.history({ channel: reviewers, oldest: "0", include_all_metadata: true });
    expect(found.messages?.[0]?.metadata).toEqual(metadata);
  });

  it("shows how the SDK's own retries turn one post into three", async () => {
    workspace.faults.add({ kind: "drop_after_accept", on: "chat.postMessage", times: 2 });
    const retrying = new WebClient(localTokens.botToken, {
      slackApiUrl: workspace.apiUrl,
      retryConfig: { retries: 3, minTimeout: 1, maxTimeout: 2 },
      logger: silent,
    });
    await retrying.chat.postMessage({ channel: reviewers, text: "due" });
    expect(workspace.accepted).toHaveLength(3);
  });

  it("drops a connection without having done anything", async () => {
    workspace.faults.add({ kind: "drop_before_accept", on: "chat.postMessage" });
    expect(await errorOf(post())).toBe("slack_webapi_request_error");
    expect(workspace.accepted).toHaveLength(0);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])("answers 502, the call carried out: %s", async (accepted, count) => {
    workspace.faults.add({ kind: "http_error", status: 502, accepted });
    expect(await errorOf(post())).toBe("slack_webapi_http_error");
    expect(workspace.accepted).toHaveLength(count);
  });

  it.each([
    ["before", "accepted", [1]],
    ["after", "accepted", [0]],
    ["never", "slack_webapi_request_error", [0]],
  ] as const)(
    "lets something happen while the app waits, the call carried out %s",
    async (carriedOut, outcome, seen) => {
      const accepted: number[] = [];
      const run = async () => void accepted.push(workspace.accepted.length);
      workspace.faults.add({ kind: "meanwhile", carriedOut, run });
      expect(await errorOf(post())).toBe(outcome);
      expect(accepted).toEqual(seen);
      expect(workspace.accepted).toHaveLength(carriedOut === "never" ? 0 : 1);
    },
  );

  it("answers late", async () => {
    workspace.faults.add({ kind: "slow", ms: 60 });
    const start = performance.now();
    await post();
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  it.each(["channel_not_found", "token_revoked", "invalid_blocks", "expired_trigger_id"])(
    "refuses with %s as often as asked",
    async (error) => {
      workspace.faults.add({ kind: "refused", error, times: 2 });
      expect([await errorOf(post()), await errorOf(post()), await errorOf(post())]).toEqual([error, error, "accepted"]);
    },
  );

  it("repeats an event that it believes lost, with the same id and the number of the repetition", async () => {
    const seen: { id: unknown; retry: unknown }[] = [];
    await connect((app) => {
      app.event("app_home_opened", async ({ body, context }) => {
        seen.push({ id: body.event_id, retry: context.retryNum });
      });
    });
    workspace.faults.add({ kind: "duplicate_event", on: "app_home_opened" });
    await workspace.as(li).opensHome();
    expect(seen.map((one) => one.retry)).toEqual([undefined, 1]);
    expect(seen[0]?.id).toBe(seen[1]?.id);
  });

  it("repeats an unacknowledged event three times and a click never", async () => {
    const calls: unknown[] = [];
    const broken = createServer((request, response) => {
      calls.push(request.headers["x-slack-retry-num"] ?? request.headers["content-type"]);
      response.writeHead(500).end();
    });
    await new Promise<void>((resolve) => broken.listen(0, "127.0.0.1", resolve));
    workspace.setRequestUrl(`http://127.0.0.1:${(broken.address() as AddressInfo).port}`);
    await workspace.as(li).opensHome();
    await workspace.as(li).eventually(() => calls.length === 4);
    await workspace.settled();
    expect(calls).toEqual(["application/json", "1", "2", "3"]);
    await workspace.as(li).says("/postloan due");
    expect(calls).toHaveLength(5);
    expect(workspace.as(li).notice).toMatch(/Afterloan answered with an error/);
    broken.close();
  });

  it("tells the person when the app does not answer in time, and when it is not there", async () => {
    const officer = workspace.as(li);
    await officer.says("/postloan due");
    expect(officer.notice).toMatch(/Afterloan is not connected/);
    await connect((app) => {
      app.command("/postloan", async () => undefined);
    });
    await officer.says("/postloan due");
    expect(officer.notice).toMatch(/Afterloan didn't respond in time/);
    await officer.opensHome();
    expect(officer.notice).toBeNull();
  });

  it("gives a person a trigger that has expired before the app could use it", async () => {
    workspace.faults.add({ kind: "refused", error: "expired_trigger_id", on: "views.open" });
    const errors: string[] = [];
    await connect((app) => {
      app.command("/postloan", async ({ ack, command, client: own }) => {
        await ack();
        const view = { type: "modal" as const, title: { type: "plain_text" as const, text: "Check" }, blocks: [] };
        errors.push(await errorOf(own.views.open({ trigger_id: command.trigger_id, view })));
      });
    });
    await workspace.as(li).says("/postloan check L-1");
    await workspace.as(li).says("/postloan check L-1");
    expect(errors).toEqual(["expired_trigger_id", "accepted"]);
  });
});
