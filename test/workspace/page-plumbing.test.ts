import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WorkspaceClockMove, WorkspaceFile, WorkspaceSnapshot } from "../../src/workspace/contract.ts";
import { objectOf } from "../../src/workspace/json.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { bankWorkspace, type ConnectedApp, connectApp, li, plainClient, reviewers, wang } from "./desk-app.ts";
import { defineDesk } from "./story-app.ts";

let workspace: Workspace;
let connected: ConnectedApp;
const moves: WorkspaceClockMove[] = [];

beforeEach(async () => {
  const clock = {
    now: () => ({ iso: `2026-11-2${3 + moves.length}T09:00:00+08:00`, timeZone: "Asia/Shanghai" }),
    move: async (to: WorkspaceClockMove) => {
      moves.push(to);
    },
  };
  moves.length = 0;
  workspace = await bankWorkspace({ clock });
  connected = await connectApp(workspace, "http", (app) => defineDesk(app, { bodies: [], submissions: [] }));
});
afterEach(async () => {
  await connected.stop();
  await workspace.close();
});

const snapshot = async (as: string): Promise<WorkspaceSnapshot> =>
  (await (await fetch(`${workspace.url}/_local/snapshot?as=${as}`)).json()) as WorkspaceSnapshot;
const send = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${workspace.url}${path}`, { method: "POST", body: JSON.stringify(body), headers });
  return { status: answer.status, ...objectOf(await answer.json().catch(() => ({}))) };
};

describe("what the page asks for", () => {
  it("is a document that says it is a local demonstration", async () => {
    const answer = await fetch(`${workspace.url}/?as=${li}`);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await answer.text()).toMatch(/Local demonstration\. Nothing here reaches Slack/);
  });

  it("is the app's page too, with its tokens and the manifest, each as text", async () => {
    await workspace.close();
    workspace = await bankWorkspace({ scopes: ["chat:write"], manifest: "name: <b>desk</b>" });
    const page = await (await fetch(`${workspace.url}/_local/app`)).text();

    for (const shown of ["xoxb-local-workspace", "xapp-local-workspace", "chat:write", `${workspace.url}/api/`]) {
      expect(page).toContain(shown);
    }
    expect(page).toContain("name: &lt;b&gt;desk&lt;/b&gt;");
  });

  it("carries a form from command to decision, with errors at fields", async () => {
    const dm = "D0000000LI";
    expect(
      await send("/_local/act", { as: li, kind: "command", channel: dm, command: "/postloan", text: "check L-1" }),
    ).toMatchObject({ ok: true });
    const [modal] = (await snapshot(li)).modals;
    expect(modal).toMatchObject({
      title: "Check, step 1",
      submit: "Next",
      values: { mode: { mode: { selected_option: null } } },
    });
    await send("/_local/act", { as: li, kind: "submit", view: modal?.id, values: {} });
    expect((await snapshot(li)).modals[0]?.errors).toHaveProperty("met");
    const stock = { as: li, kind: "block_action", where: { view: modal?.id }, blockId: "stock", actionId: "stock" };
    const values = { met: { met: { type: "plain_text_input", value: "Ms Zhou" } } };
    await send("/_local/act", { ...stock, payload: { value: "12" }, values });
    const saved = (await snapshot(li)).modals[0];
    expect(saved?.values).toMatchObject({ met: { met: { value: "Ms Zhou" } }, stock: { stock: { value: "12" } } });
    expect(await send("/_local/act", { as: wang, kind: "submit", view: modal?.id, values: {} })).toMatchObject({
      ok: false,
    });
    expect(await send("/_local/act", { as: li, kind: "fly" })).toMatchObject({ status: 400, ok: false });
  });

  it("takes what was typed just before the step was left without a complaint; of a button that is gone it says so", async () => {
    await send("/_local/act", {
      as: li,
      kind: "command",
      channel: "D0000000LI",
      command: "/postloan",
      text: "check L-1",
    });
    const [modal] = (await snapshot(li)).modals;
    const gone = { as: li, kind: "block_action", where: { view: modal?.id }, blockId: "gone", actionId: "gone" };
    const values = { gone: { gone: { type: "plain_text_input", value: "typed on the step before" } } };
    expect(
      await send("/_local/act", { ...gone, payload: { value: "typed on the step before" }, values }),
    ).toMatchObject({
      ok: true,
    });
    expect(JSON.stringify((await snapshot(li)).modals)).not.toContain("typed on the step before");
    expect(await send("/_local/act", { ...gone, payload: { value: "1" }, values: {} })).toMatchObject({
      ok: false,
      error: "This is no longer shown.",
    });
  });

  it("closes a modal once, however often it is asked to", async () => {
    await send("/_local/act", {
      as: li,
      kind: "command",
      channel: "D0000000LI",
      command: "/postloan",
      text: "check L-1",
    });
    const [modal] = (await snapshot(li)).modals;
    const close = { as: li, kind: "close", view: modal?.id, clearAll: false };
    expect([await send("/_local/act", close), await send("/_local/act", close)]).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect((await snapshot(li)).modals).toEqual([]);
  });

  it("counts what is unread until it is read, and each person sees their own", async () => {
    await plainClient(workspace).chat.postMessage({ channel: reviewers, text: "A report waits" });
    const channel = (seen: WorkspaceSnapshot) => seen.conversations.find((one) => one.id === reviewers);
    expect(channel(await snapshot(wang))).toMatchObject({ kind: "channel", name: "reviewers", unread: 1 });
    await send("/_local/act", { as: wang, kind: "read", channel: reviewers });
    expect(channel(await snapshot(wang))?.unread).toBe(0);
    expect(channel(await snapshot(li))?.unread).toBe(1);
  });

  it("hears of a change, and only that there was one", async () => {
    const answer = await fetch(`${workspace.url}/_local/feed?as=${li}`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("event: changed");
    await plainClient(workspace).chat.postMessage({ channel: li, text: "secret content" });
    const told = (await reader?.read())?.value ?? "";
    expect(told).toContain("event: changed");
    expect(told).not.toContain("secret");
    await reader?.cancel();
  });

  it("takes a file and gives it back, sandboxed", async () => {
    const body = Buffer.from("<script>alert(1)</script>");
    const up = await fetch(`${workspace.url}/_local/upload?as=${li}&name=a.html`, { method: "POST", body });
    const { file } = (await up.json()) as { file: WorkspaceFile };
    const down = await fetch(`${workspace.url}${file.url}`);
    expect(down.headers.get("content-security-policy")).toContain("sandbox");
    expect(await down.text()).toBe(body.toString());
  });

  it("moves the business clock where the host has one", async () => {
    expect(await send("/_local/clock", { to: "next_morning" })).toMatchObject({
      ok: true,
      now: "2026-11-24T09:00:00+08:00",
    });
    expect((await snapshot(li)).clock).toEqual({ now: "2026-11-24T09:00:00+08:00", timeZone: "Asia/Shanghai" });
    expect(await send("/_local/clock", { to: "date", date: "tomorrow" })).toMatchObject({ ok: false, status: 400 });
  });

  it("is refused to pages of other sites", async () => {
    const act = { as: li, kind: "open_home" };
    expect((await send("/_local/act", act, { origin: "https://evil.example" })).status).toBe(403);
    expect((await send("/_local/act", act, { origin: workspace.url })).status).toBe(200);
  });
});
