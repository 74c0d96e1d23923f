/** HTTP: only what Slack signed, lately, and once. */
import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "../../../src/platform/log.ts";
import { createBolt } from "../../../src/platform/slack/bolt.ts";
import { ReplayWindow } from "../../../src/platform/slack/http-window.ts";
import { localTokens } from "../../../src/workspace/workspace.ts";

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const secret = localTokens.signingSecret;
const now = () => Math.floor(Date.now() / 1000);
const body = new URLSearchParams({
  command: "/postloan",
  text: "due",
  user_id: "U1",
  team_id: "T1",
  channel_id: "C1",
  trigger_id: "1.2",
});

interface Request {
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
}

function signed(timestamp: string, text = body.toString(), key: string = secret): Request {
  const signature = `v0=${createHmac("sha256", key).update(`v0:${timestamp}:${text}`).digest("hex")}`;
  return { timestamp, signature, body: text };
}

async function aDesk() {
  let ran = 0;
  let failing = false;
  const { bolt, start, stop } = createBolt({
    botToken: localTokens.botToken,
    transport: { mode: "http", signingSecret: secret, port: 0 },
    apiUrl: "http://127.0.0.1:9/api/",
    log: createLog("silent"),
  });
  bolt.command("/postloan", async ({ ack }) => {
    if (failing) throw new Error("broken on purpose");
    ran += 1;
    await ack();
  });
  const port = await start();
  opened.push(stop);
  return {
    ran: () => ran,
    fails: (now: boolean) => {
      failing = now;
    },
    send: async ({ timestamp, signature, body: text }: Request): Promise<number> => {
      const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "x-slack-request-timestamp": timestamp,
          "x-slack-signature": signature,
        },
        body: text,
      });
      return answer.status;
    },
  };
}

describe("over HTTP", () => {
  it("what Slack signs is taken", async () => {
    const desk = await aDesk();

    expect(await desk.send(signed(String(now())))).toBe(200);
    expect(desk.ran()).toBe(1);
  });

  it.each([
    ["signed with another secret", () => signed(String(now()), body.toString(), "another-secret-0123456789")],
    ["changed on the way", () => ({ ...signed(String(now())), body: `${body}&text=approve` })],
    ["six minutes old", () => signed(String(now() - 360))],
    ["six minutes ahead", () => signed(String(now() + 360))],
    ["without a time", () => signed("")],
    ["with a time that is none", () => signed("soon")],
    ["without a signature", () => ({ ...signed(String(now())), signature: "" })],
  ])("what is %s is refused", async (_what, request) => {
    const desk = await aDesk();

    expect(await desk.send(request())).toBe(401);
    expect(desk.ran()).toBe(0);
  });

  it("what was taken is refused when it is replayed, letter for letter, also at the same time", async () => {
    const desk = await aDesk();
    const request = signed(String(now()));
    const answers = await Promise.all([desk.send(request), desk.send(request)]);

    expect(answers.sort()).toEqual([200, 401]);
    expect(await desk.send(request)).toBe(401);
    expect(desk.ran()).toBe(1);
  });

  it("what failed may come again", async () => {
    const desk = await aDesk();
    const request = signed(String(now()));
    desk.fails(true);
    expect(await desk.send(request)).toBe(500);
    desk.fails(false);

    expect(await desk.send(request)).toBe(200);
  });
});

describe("the window", () => {
  it("forgets a signature only when Bolt would refuse it as old", () => {
    let time = 1_000_000;
    const window = new ReplayWindow(() => time * 1000);
    expect(window.take("v0=a", "1000000")).toBe(true);
    time += 300;
    expect(window.take("v0=a", "1000000")).toBe(false);
  });
});
