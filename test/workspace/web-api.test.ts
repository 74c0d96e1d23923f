import type { WebClient } from "@slack/web-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localTokens, refuseRealTokens, type Workspace } from "../../src/workspace/workspace.ts";
import {
  bankWorkspace,
  type ConnectedApp,
  connectApp,
  desk,
  errorOf,
  li,
  plainClient,
  reviewers,
  wang,
} from "./desk-app.ts";

let workspace: Workspace;
let client: WebClient;
beforeEach(async () => {
  workspace = await bankWorkspace();
  client = plainClient(workspace);
});
afterEach(async () => await workspace.close());

describe("people", () => {
  it("tells a person's language only when asked, and the time zone always", async () => {
    const { user: plain } = await client.users.info({ user: li });
    expect(plain).toMatchObject({ real_name: "Li Na", tz: "Asia/Shanghai", tz_offset: 28_800 });
    expect(plain).not.toHaveProperty("locale");
    const { user } = await client.users.info({ user: li, include_locale: true });
    expect(user?.locale).toBe("zh-CN");
  });

  it("finds a person by e-mail whatever its case, and nobody by a wrong one", async () => {
    const { user } = await client.users.lookupByEmail({ email: "LI.NA@bank.example" });
    expect(user?.id).toBe(li);
    expect(await errorOf(client.users.lookupByEmail({ email: "li@elsewhere.example" }))).toBe("users_not_found");
  });

  it("pages through the list of people", async () => {
    const first = await client.users.list({ limit: 2 });
    const rest = await client.users.list({ limit: 2, cursor: first.response_metadata?.next_cursor });
    const ids = [...(first.members ?? []), ...(rest.members ?? [])].map((member) => member.id);
    expect(ids).toEqual([li, wang, desk.userId]);
    expect(rest.response_metadata?.next_cursor).toBe("");
  });

  it("says who the app is, and when nobody is disturbed", async () => {
    expect(await client.auth.test()).toMatchObject({ user_id: desk.userId, bot_id: desk.botId, team_id: "T00LOCAL01" });
    expect(await client.bots.info({ bot: desk.botId })).toMatchObject({ bot: { app_id: desk.appId } });
    expect(await client.team.info()).toMatchObject({ team: { domain: "local-demonstration" } });
    expect(await client.dnd.info({ user: li })).toMatchObject({ dnd_enabled: false });
    workspace.as(li).wantsQuiet(new Date(1_000_000_000_000), new Date(1_000_000_060_000));
    const window = { dnd_enabled: true, next_dnd_start_ts: 1_000_000_000, next_dnd_end_ts: 1_000_000_060 };
    expect(await client.dnd.info({ user: li })).toMatchObject(window);
    expect(await errorOf(client.dnd.info({ user: "U0NOBODY" }))).toBe("user_not_found");
    expect(await errorOf(client.dnd.teamInfo({ users: Array(51).fill(li).join(",") }))).toBe("too_many_users");
    expect(await client.dnd.teamInfo({ users: `${li},${wang}` })).toMatchObject({ users: { [li]: {}, [wang]: {} } });
  });
});

describe("conversations", () => {
  it("opens the same direct message for the same person, by either way", async () => {
    const { channel } = await client.conversations.open({ users: li });
    const posted = await client.chat.postMessage({ channel: li, text: "Good morning." });
    expect(posted.channel).toBe(channel?.id);
    expect(workspace.as(li).lastMessage?.text).toBe("Good morning.");
    expect(workspace.as(wang).messagesFromBot()).toEqual([]);
  });

  it("gives the messages between two moments, newest first, replies in their thread", async () => {
    const posted: string[] = [];
    for (const text of ["one", "two", "three"])
      posted.push((await client.chat.postMessage({ channel: reviewers, text })).ts ?? "");
    await client.chat.postMessage({ channel: reviewers, text: "a reply", thread_ts: posted[0] });
    const { messages } = await client.conversations.history({ channel: reviewers, oldest: posted[0] });
    expect(messages?.map((message) => message.text)).toEqual(["three", "two"]);
    const all = await client.conversations.history({
      channel: reviewers,
      latest: posted[2],
      limit: 1,
      inclusive: true,
    });
    expect(all).toMatchObject({ has_more: true, messages: [{ text: "three" }] });
    const thread = await client.conversations.replies({ channel: reviewers, ts: posted[0] ?? "" });
    expect(thread.messages?.map((message) => message.text)).toEqual(["one", "a reply"]);
    expect([...posted].sort()).toEqual(posted);
  });

  it("lists channels and members, and says of which the app is a member", async () => {
    const { channels } = await client.conversations.list({ exclude_archived: true });
    expect(channels?.map((channel) => [channel.name, channel.is_member])).toContainEqual(["without-app", false]);
    expect((await client.conversations.members({ channel: reviewers })).members).toEqual([li, wang, desk.userId]);
    expect((await client.users.conversations({ user: desk.userId })).channels?.map((one) => one.id)).toContain(
      reviewers,
    );
    expect(await client.conversations.info({ channel: "C000CLOSED" })).toMatchObject({
      channel: { is_archived: true },
    });
  });

  it("shows an ephemeral message to one person, and keeps it out of history and edits", async () => {
    const posted = await client.chat.postEphemeral({ channel: reviewers, user: li, text: "You may not approve this." });
    expect(workspace.as(li).sees("You may not")).toBe(true);
    expect(workspace.as(wang).sees("You may not")).toBe(false);
    expect((await client.conversations.history({ channel: reviewers })).messages).toEqual([]);
    const edit = client.chat.update({ channel: reviewers, ts: posted.message_ts ?? "", text: "x" });
    expect(await errorOf(edit)).toBe("message_not_found");
  });

  it("replaces what an edit names and keeps the rest", async () => {
    const blocks = [{ type: "divider" }];
    const { ts = "" } = await client.chat.postMessage({ channel: reviewers, text: "before", blocks });
    await client.chat.update({ channel: reviewers, ts, text: "after" });
    const [message] = workspace.as(li).messagesFromBot("reviewers");
    expect(message).toMatchObject({ text: "after", blocks: [{ type: "divider", block_id: expect.any(String) }] });
    await client.chat.delete({ channel: reviewers, ts });
    expect(workspace.as(li).messagesFromBot("reviewers")).toEqual([]);
  });

  it("takes a reaction and gives a permalink", async () => {
    const { ts = "" } = await client.chat.postMessage({ channel: reviewers, text: "x" });
    await client.reactions.add({ channel: reviewers, timestamp: ts, name: "eyes" });
    expect(await errorOf(client.reactions.add({ channel: reviewers, timestamp: ts, name: "eyes" }))).toBe(
      "already_reacted",
    );
    const { permalink } = await client.chat.getPermalink({ channel: reviewers, message_ts: ts });
    expect(permalink).toContain(`/archives/${reviewers}/p`);
  });
});

describe("files", () => {
  it("go up with the SDK's three steps and come down with the app's token only", async () => {
    const bytes = Buffer.from("date,loan\n2026-11-20,L-1\n");
    await client.filesUploadV2({
      channel_id: reviewers,
      filename: "book.csv",
      file: bytes,
      initial_comment: "The book",
    });
    const [message] = workspace.as(li).messagesFromBot("reviewers");
    expect(message).toMatchObject({ text: "The book", files: [{ name: "book.csv", mimetype: "text/csv" }] });
    const { file } = await client.files.info({ file: message?.files[0]?.id ?? "" });
    const address = file?.url_private ?? "";
    const authorization = `Bearer ${localTokens.botToken}`;
    const down = await fetch(address, { headers: { authorization } });
    expect(Buffer.from(await down.arrayBuffer())).toEqual(bytes);
    expect((await fetch(address)).status).toBe(401);
    expect(await errorOf(client.files.info({ file: "F404" }))).toBe("file_not_found");
  });

  it("that somebody attached in a form can be fetched by the app", async () => {
    const fetched: string[] = [];
    const plain = (text: string) => ({ type: "plain_text" as const, text });
    const connected: ConnectedApp = await connectApp(workspace, "http", (app) => {
      app.command("/postloan", async ({ ack, command, client: own }) => {
        await ack();
        const element = { type: "file_input" as const, action_id: "proof" };
        const blocks = [{ type: "input" as const, block_id: "proof", label: plain("Evidence"), element }];
        const view = { type: "modal" as const, callback_id: "c", title: plain("Check"), submit: plain("Send"), blocks };
        await own.views.open({ trigger_id: command.trigger_id, view });
      });
      app.view("c", async ({ ack, view }) => {
        await ack();
        for (const file of view.state.values.proof?.proof?.files ?? []) {
          const headers = { authorization: `Bearer ${localTokens.botToken}` };
          fetched.push(await (await fetch(file.url_private_download, { headers })).text());
        }
      });
    });
    const officer = workspace.as(li);
    await officer.says("/postloan check");
    await officer.attaches("Evidence", { name: "a.txt", bytes: Buffer.from("seen on site") });
    await officer.submits();
    expect(fetched).toEqual(["seen on site"]);
    await connected.stop();
  });
});

describe("people who change", () => {
  it("are told to the app: renamed, moved, gone", async () => {
    const changes: unknown[] = [];
    const connected = await connectApp(workspace, "socket", (app) => {
      app.event("user_change", async ({ event }) => {
        changes.push([event.user.real_name, event.user.deleted, event.user.locale]);
      });
      app.event("app_uninstalled", async ({ event }) => {
        changes.push(event.type);
      });
    });
    await workspace.people.rename(wang, "Wang Weimin");
    await workspace.people.change(wang, { locale: "zh-TW" });
    await workspace.people.deactivate(wang);
    await workspace.sendEvent({ type: "app_uninstalled" });
    expect(changes).toEqual([
      ["Wang Weimin", false, "en-US"],
      ["Wang Weimin", false, "zh-TW"],
      ["Wang Weimin", true, "zh-TW"],
      "app_uninstalled",
    ]);
    expect(await errorOf(client.chat.postMessage({ channel: wang, text: "x" }))).toBe("channel_not_found");
    expect(await errorOf(client.conversations.open({ users: wang }))).toBe("user_disabled");
    await connected.stop();
  });
});

describe("Socket Mode", () => {
  it("shares the work between connections, and goes on when one of them is told to go", async () => {
    const heard = [0, 0];
    const apps = await Promise.all(
      heard.map((_count, at) =>
        connectApp(workspace, "socket", (app) => {
          app.message("", async () => {
            heard[at] = (heard[at] ?? 0) + 1;
          });
        }),
      ),
    );
    expect(workspace.sockets.connections).toBe(2);
    for (const text of ["a", "b", "c", "d"]) await workspace.as(li).says(text);
    expect(heard).toEqual([2, 2]);
    await apps[0]?.stop();
    await workspace.as(li).eventually(() => workspace.sockets.connections === 1);
    await workspace.as(li).says("e");
    expect(heard).toEqual([2, 3]);
    workspace.sockets.disconnect("refresh_requested");
    expect(workspace.sockets.connections).toBe(0);
    await apps[1]?.stop();
  });
});

describe("real credentials", () => {
  const start = (more: Parameters<typeof bankWorkspace>[0]) => bankWorkspace(more);

  it.each([
    ["SLACK_BOT_TOKEN", "xoxb-12-34-abc"],
    ["SLACK_APP_TOKEN", "xapp-1-A1-2-abc"],
    ["SLACK_SIGNING_SECRET", "0123456789abcdef0123456789abcdef"],
    ["SOME_OTHER_NAME", "xoxp-12-34-abc"],
  ])("in %s keep the workspace from starting, and are not repeated", async (name, value) => {
    await expect(start({ environment: { [name]: value } })).rejects.toThrow(name);
    await expect(start({ environment: { [name]: value } })).rejects.not.toThrow(value);
  });

  it("of the local form are let through, and foreign ones in the options are not", async () => {
    const { botToken, appToken, signingSecret } = localTokens;
    const local = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret };
    expect(() => refuseRealTokens({ ...local, PATH: "/bin" })).not.toThrow();
    await expect(start({ botToken: "xoxb-12-34-abc" })).rejects.toThrow(/only local credentials/);
  });
});
