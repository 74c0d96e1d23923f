import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { bankWorkspace, type ConnectedApp, connectApp, desk, li, reviewers, wang } from "./desk-app.ts";
import { defineDesk, type Received } from "./story-app.ts";

describe.each(["http", "socket"] as const)("an officer's check, with an unchanged Bolt app over %s", (transport) => {
  let workspace: Workspace;
  let connected: ConnectedApp;
  let received: Received;

  beforeEach(async () => {
    received = { bodies: [], submissions: [] };
    workspace = await bankWorkspace();
    connected = await connectApp(workspace, transport, (app) => defineDesk(app, received));
  });
  afterEach(async () => {
    await connected.stop();
    await workspace.close();
  });

  it("goes from command through a corrected form with evidence to a decision that every copy shows", async () => {
    const officer = workspace.as(li);
    const reviewer = workspace.as(wang);

    await officer.says("/postloan check L-1");
    expect(officer.modal?.title).toBe("Check, step 1");
    await officer.submits();
    expect(officer.errors["People met"]).toBe("Please complete this required field.");

    await officer.fills("People met", "Ms Zhou");
    await officer.chooses("Mode", "On site");
    await officer.fills("Visited on", "2026-11-20");
    await officer.fills("Stock on site", "1200");
    expect(officer.sees("Saved: 1200")).toBe(true);
    await officer.submits();
    expect(officer.errors).toEqual({ "Stock on site": "More than the warehouse holds." });

    await officer.fills("Stock on site", "950");
    await officer.submits();
    expect(officer.modal?.title).toBe("Check, step 2");
    await officer.attaches("Evidence", { name: "warehouse.png", bytes: new Uint8Array([1, 2, 3]) });
    await officer.submits();
    expect(officer.modal).toBeNull();
    expect(received.submissions).toHaveLength(1);

    const [waiting] = reviewer.messagesFromBot("reviewers");
    expect(waiting?.buttons).toEqual(["Approve", "Return"]);
    await reviewer.clicks("Approve", { in: waiting });
    expect(officer.messagesFromBot(reviewers)[0]?.text).toBe("Approved");
    expect(reviewer.messagesFromBot(reviewers).at(-1)?.text).toBe("Thank you.");
    expect(officer.messagesFromBot(reviewers)).toHaveLength(1);
    expect(workspace.accepted.map((call) => call.method)).toEqual(["chat.postMessage", "chat.update", "response_url"]);
  });

  it("greets, answers a command, and shows the Home tab", async () => {
    const officer = workspace.as(li);
    await officer.says("hello");
    expect(officer.lastMessage?.text).toBe("Good morning.");
    await officer.says("/postloan whoami");
    expect(officer.lastMessage?.text).toBe(`You are ${li}`);
    await officer.opensHome();
    expect(officer.home?.text).toContain("Today: 3 checks");
  });

  it("tells the app that a form was closed, but not what was typed into it", async () => {
    const officer = workspace.as(li);
    await officer.says("/postloan check L-1");
    await officer.fills("People met", "Ms Zhou, in confidence");
    await officer.closes();
    const closed = received.bodies.find((body) => body.type === "view_closed");
    expect(closed).toMatchObject({ is_cleared: false, view: { callback_id: "check", state: { values: {} } } });
    expect(JSON.stringify(received.bodies)).not.toContain("in confidence");
  });

  it("sends one decision when somebody presses twice, and each press as its own click", async () => {
    const officer = workspace.as(li);
    await officer.says("/postloan check L-1");
    await officer.fills("People met", "Ms Zhou");
    await officer.chooses("Mode", "By phone");
    await officer.fills("Stock on site", "5");
    await officer.submits();
    await officer.attaches("Evidence", { name: "note.txt", bytes: Buffer.from("seen") });
    await officer.submits({ twice: true });
    const sent = received.bodies.filter((body) => body.type === "view_submission");
    const hashes = sent.map((body) => (body as { view: { id: string; hash: string } }).view.hash);
    expect(hashes.at(-1)).toBe(hashes.at(-2));
    expect(received.submissions).toHaveLength(2);
  });

  it("carries what Slack carries in a click on a message", async () => {
    const officer = workspace.as(li);
    await connected.app.client.chat.postMessage({
      channel: li,
      text: "One due today",
      blocks: [
        {
          type: "section",
          text: { type: "mrkdwn", text: "L-7" },
          accessory: {
            type: "button",
            action_id: "approve",
            text: { type: "plain_text", text: "Start check" },
            value: "L-7",
          },
        },
      ],
    });
    await officer.clicks("Start check", { beside: "L-7" });
    expect(received.bodies.at(-1)).toMatchObject({
      type: "block_actions",
      api_app_id: desk.appId,
      user: { id: li, name: "li.na", team_id: "T00LOCAL01" },
      team: { id: "T00LOCAL01" },
      container: { type: "message", channel_id: "D0000000LI", is_ephemeral: false },
      channel: { id: "D0000000LI", name: "directmessage" },
      message: { text: "One due today", bot_id: desk.botId },
      actions: [{ type: "button", action_id: "approve", value: "L-7", text: { text: "Start check" } }],
    });
    await expect(officer.clicks("Delete everything", { patience: 0 })).rejects.toThrow(
      /does not see "Delete everything"/,
    );
  });
});
