/** Socket Mode over two lines, on the local workspace's own transport: what Slack does to connections loses nothing. */
import { EventEmitter } from "node:events";
import type { SocketModeClient } from "@slack/socket-mode";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "../../../src/platform/log.ts";
import { createBolt, type RunningBolt } from "../../../src/platform/slack/bolt.ts";
import { SocketLine } from "../../../src/platform/slack/sockets/line.ts";
import { localTokens, type Workspace } from "../../../src/workspace/workspace.ts";
import { bankWorkspace, li } from "../../workspace/desk-app.ts";

interface Desk {
  readonly workspace: Workspace;
  readonly running: RunningBolt;
  /** The words of every command, as often as it was run. */
  readonly ran: string[];
  /** Types of every event, as often as it was heard. */
  readonly events: string[];
  /** A command takes so long before it is acknowledged. */
  slowMs: number;
}

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function aDesk(): Promise<Desk> {
  let busy = () => false;
  const workspace = await bankWorkspace({ hostBusy: () => busy() });
  const running = createBolt({
    botToken: localTokens.botToken,
    transport: { mode: "socket", appToken: localTokens.appToken },
    apiUrl: workspace.apiUrl,
    log: createLog("silent"),
  });
  busy = running.busy;
  const desk: Desk = { workspace, running, ran: [], events: [], slowMs: 0 };
  running.bolt.command("/postloan", async ({ ack, command }) => {
    desk.ran.push(command.text);
    await pause(desk.slowMs);
    await ack();
  });
  running.bolt.event("app_home_opened", async () => {
    desk.events.push("app_home_opened");
  });
  opened.push(async () => {
    await running.stop();
    await workspace.close();
  });
  await running.start();
  await twoOpen(desk);
  return desk;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function open(desk: Desk, connections: number): Promise<void> {
  for (let waited = 0; desk.workspace.sockets.connections !== connections; waited += 20) {
    if (waited > 20_000) throw new Error(`${desk.workspace.sockets.connections} connections, not ${connections}`);
    await pause(20);
  }
}
const twoOpen = (desk: Desk) => open(desk, 2);

const type = ({ workspace }: Desk, words: string) => workspace.as(li).says(`/postloan ${words}`);

/** Commands without a pause, until `over`; answers how many were typed. */
async function typeUntil(desk: Desk, over: Promise<unknown>): Promise<number> {
  let going = true;
  let typed = 0;
  void over.then(() => {
    going = false;
  });
  while (going) {
    typed += 1;
    await type(desk, `due ${typed}`);
  }
  return typed;
}

describe("a line", () => {
  it("opens another where Slack says hello and goodbye in one breath", async () => {
    const made: EventEmitter[] = [];
    const line = new SocketLine({
      makeClient: () => {
        const client = new EventEmitter();
        const isFirst = made.push(client) === 1;
        const start = async () => {
          if (isFirst) client.emit("ws_message", JSON.stringify({ type: "disconnect", reason: "warning" }), false);
        };
        return Object.assign(client, { start, disconnect: async () => undefined }) as unknown as SocketModeClient;
      },
      hear: async () => undefined,
      log: createLog("silent"),
    });
    await line.keepOpen();
    line.close();

    expect(made).toHaveLength(2);
  });
});

describe("two lines", () => {
  it("are open, and either of them hears", async () => {
    const desk = await aDesk();
    for (const number of ["1", "2", "3", "4"]) await type(desk, number);

    expect(desk.ran).toEqual(["1", "2", "3", "4"]);
  });

  it("lose nothing when Slack warns one and closes it at once, again and again", async () => {
    const desk = await aDesk();
    const warned = (async () => {
      for (let round = 0; round < 5; round += 1) {
        desk.workspace.sockets.disconnect("warning", { only: "oldest" });
        await twoOpen(desk);
      }
    })();
    const typed = await typeUntil(desk, warned);

    expect(desk.ran).toHaveLength(typed);
    expect(new Set(desk.ran).size).toBe(typed);
  });

  it("lose nothing when both are warned together, as long as Slack waits until others are open", async () => {
    const desk = await aDesk();
    desk.workspace.sockets.disconnect("refresh_requested", { closeAfterMs: 1_500 });
    const typed = await typeUntil(desk, pause(2_000));

    await twoOpen(desk);
    expect(new Set(desk.ran).size).toBe(typed);
    expect(desk.ran).toHaveLength(typed);
  });

  it("acknowledge what was under way when the warning came, over the line it came by", async () => {
    const desk = await aDesk();
    desk.slowMs = 400;
    const first = type(desk, "one");
    const second = type(desk, "two");
    await pause(100);
    desk.workspace.sockets.disconnect("warning", { closeAfterMs: 5_000 });
    await Promise.all([first, second]);

    expect(desk.ran.sort()).toEqual(["one", "two"]);
    expect(desk.workspace.as(li).notice).toBeNull();
  });

  it("open again when they are cut without a word, also while Slack opens nothing", async () => {
    const desk = await aDesk();
    const refused = { kind: "drop_before_accept", on: "apps.connections.open", times: 3 } as const;
    desk.workspace.faults.add(refused);
    desk.workspace.sockets.cut();
    await open(desk, 0);
    await twoOpen(desk);
    await type(desk, "after");

    expect(desk.ran).toEqual(["after"]);
  });

  it("count a payload that travels over both once, and acknowledge both", async () => {
    const desk = await aDesk();
    const both = desk.workspace.sockets.twice();
    await type(desk, "once");

    expect((await both).map(({ acknowledged }) => acknowledged)).toEqual([true, true]);
    expect(desk.ran).toEqual(["once"]);
  });

  it("count an event that is delivered again once", async () => {
    const desk = await aDesk();
    desk.workspace.faults.add({ kind: "duplicate_event", on: "app_home_opened" });
    await desk.workspace.as(li).opensHome();
    await desk.workspace.settled();

    expect(desk.events).toEqual(["app_home_opened"]);
  });

  it("are closed for good when the desk stops", async () => {
    const desk = await aDesk();
    await desk.running.stop();
    await open(desk, 0);
    await pause(300);

    expect(desk.workspace.sockets.connections).toBe(0);
  });
});
