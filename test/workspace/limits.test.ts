import type { WebClient } from "@slack/web-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Json, objectOf } from "../../src/workspace/json.ts";
import { type LimitRow, limitRows } from "../../src/workspace/limits/rows.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { bankWorkspace, type ConnectedApp, connectApp, li, plainClient, reviewers } from "./desk-app.ts";

let workspace: Workspace;
let connected: ConnectedApp;
let client: WebClient;
let triggers: string[];

beforeAll(async () => {
  workspace = await bankWorkspace();
  triggers = [];
  connected = await connectApp(workspace, "http", (app) => {
    app.command("/postloan", async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
  });
  client = plainClient(workspace);
});
afterAll(async () => {
  await connected.stop();
  await workspace.close();
});

async function refusalOf(call: Promise<unknown>): Promise<Json | null> {
  return await call.then(
    () => null,
    (error) => objectOf(objectOf(error).data),
  );
}

async function freshTrigger(): Promise<string> {
  const officer = workspace.as(li);
  while (officer.modal) await officer.closes({ all: true });
  await officer.says("/postloan");
  return triggers.at(-1) ?? "";
}

async function show(row: LimitRow, payload: LimitRow["atLimit"]): Promise<Json | null> {
  if (row.surface === "message")
    return refusalOf(client.apiCall("chat.postMessage", { channel: reviewers, text: "x", blocks: payload }));
  if (row.surface === "home") return refusalOf(client.apiCall("views.publish", { user_id: li, view: payload }));
  return refusalOf(client.apiCall("views.open", { trigger_id: await freshTrigger(), view: payload }));
}

describe("the workspace takes what Slack takes and refuses what Slack refuses", () => {
  it.each(limitRows.map((row) => [row.name, row] as const))("%s", async (_name, row) => {
    expect(await show(row, row.atLimit)).toBeNull();
    const refused = await show(row, row.oneOver);
    expect(refused?.error).toBe(row.error);
    expect(objectOf(refused?.response_metadata).messages).toEqual([expect.stringMatching(/^\[ERROR\] .+/)]);
  });

  it("cites a source for every refusal", () => {
    expect(limitRows.filter((row) => !/slack|github\.com\/slackapi/.test(row.source))).toEqual([]);
    expect(limitRows.length).toBeGreaterThan(40);
  });

  it("gives the same verdict through blocks.validate, with a pointer to the place", async () => {
    for (const row of limitRows.filter((one) => one.validatable !== false)) {
      const name = row.surface === "message" ? "blocks" : "view";
      expect(await refusalOf(client.apiCall("blocks.validate", { [name]: JSON.stringify(row.atLimit) }))).toBeNull();
      const refused = await refusalOf(client.apiCall("blocks.validate", { [name]: JSON.stringify(row.oneOver) }));
      expect(refused).toMatchObject({ error: `invalid_${name}`, errors: [{ pointer: expect.any(String) }] });
    }
  });
});
