/** A process of its own: it presses the buttons and is the Slack that answers. Told what to do by messages of its parent. */
import { createHmac } from "node:crypto";
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { inspectionOf, TEAM, userOf } from "../book.ts";
import type { LoadAnswer, LoadOrder } from "./orders.ts";

/** Idle connections are let go before the server closes them. */
const agent = new Agent({ keepAlive: true, maxSockets: 200, timeout: 2_000 });
/** What Bolt answers where nobody acknowledged within three seconds: late, and measured as such. */
const UNANSWERED = 404;
/** Moments at which a modal came for a trigger, and when its button was pressed. */
const pressedAt = new Map<string, number>();
const modalMs: number[] = [];
let posts = 0;
let limitedUntil = 0;
/** A modal that has not come by then never will: a trigger lives three seconds. It counts as so late. */
const MODAL_WITHIN_MS = 15_000;
let allShown: (() => void) | undefined;
let missing = 0;
let presses = 0;

const slack = createServer((incoming, answer) => {
  void textOf(incoming).then((body) => answerApi(incoming.url ?? "", body, answer));
}).listen(0, "127.0.0.1", () => {
  const address = slack.address();
  process.send?.({ port: typeof address === "object" && address !== null ? address.port : 0 });
});

function answerApi(url: string, body: string, answer: ServerResponse): void {
  const method = url.split("/").at(-1) ?? "";
  const now = performance.now();
  if (method === "chat.postMessage") {
    posts += 1;
    if (now < limitedUntil) {
      answer.writeHead(429, { "retry-after": String(Math.ceil((limitedUntil - now) / 1000)) });
      answer.end(JSON.stringify({ ok: false, error: "ratelimited" }));
      return;
    }
  }
  if (method === "views.open") {
    shown(new URLSearchParams(body).get("trigger_id") ?? "", now);
  }
  const content = {
    ok: true,
    members: [],
    ...{ team_id: TEAM, user_id: "UBOT", bot_id: "BBOT" },
    ts: `${Date.now()}.000100`,
    channel: method === "conversations.open" ? { id: "D0" } : "D0",
    view: { id: "V0", hash: "0" },
    response_metadata: { next_cursor: "" },
  };
  answer.writeHead(200, { "content-type": "application/json" });
  answer.end(JSON.stringify(content));
}

function shown(trigger: string, now: number): void {
  const pressed = pressedAt.get(trigger);
  if (pressed === undefined) return;
  pressedAt.delete(trigger);
  modalMs.push(now - pressed);
  if (pressedAt.size === 0) allShown?.();
}

async function textOf(incoming: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

interface Press {
  readonly trigger: string;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string;
}

/** Signed before the clock runs. */
function prepare(order: LoadOrder, officer: number, place: number): Press {
  presses += 1;
  const trigger = `${presses}.1.${officer}`;
  const payload = {
    type: "block_actions",
    api_app_id: "A0",
    team: { id: TEAM },
    user: { id: userOf(officer), team_id: TEAM },
    trigger_id: trigger,
    channel: { id: `D${officer}` },
    message: {
      ts: "1700000000.000100",
      text: "Today",
      blocks: [{ type: "section", text: { type: "mrkdwn", text: "x".repeat(1500) } }],
    },
    actions: [
      {
        type: "button",
        action_id: "inspections.start_early",
        block_id: "b",
        value: inspectionOf(officer, place),
        action_ts: `${presses}`,
      },
    ],
  };
  const body = `payload=${encodeURIComponent(JSON.stringify(payload))}`;
  const stamp = Math.floor(Date.now() / 1000);
  const signature = createHmac("sha256", order.signingSecret).update(`v0:${stamp}:${body}`).digest("hex");
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "content-length": Buffer.byteLength(body),
    "x-slack-request-timestamp": stamp,
    "x-slack-signature": `v0=${signature}`,
  };
  return { trigger, headers, body };
}

/** Milliseconds until the acknowledgement. */
function press(order: LoadOrder, { trigger, headers, body }: Press): Promise<number> {
  const began = performance.now();
  if (order.modals) pressedAt.set(trigger, began);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port: order.port, path: "/slack/events", method: "POST", headers, agent },
      (answer: IncomingMessage) => {
        answer.resume();
        answer.once("end", () =>
          answer.statusCode === 200 || answer.statusCode === UNANSWERED
            ? resolve(performance.now() - began)
            : reject(new Error(`a click was answered with ${answer.statusCode}`)),
        );
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

/** One round: everybody at once, then until every modal is there. */
async function round(order: LoadOrder, place: number): Promise<number[]> {
  const prepared = Array.from({ length: order.atOnce }, (_, officer) => prepare(order, officer, place));
  const acknowledged = await Promise.all(prepared.map((one) => press(order, one)));
  await everybodySees();
  for (const trigger of pressedAt.keys()) {
    pressedAt.delete(trigger);
    modalMs.push(MODAL_WITHIN_MS);
    missing += 1;
  }
  return acknowledged;
}

async function everybodySees(): Promise<void> {
  if (pressedAt.size === 0) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, MODAL_WITHIN_MS);
    allShown = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

async function work(order: LoadOrder): Promise<LoadAnswer> {
  modalMs.length = 0;
  posts = 0;
  missing = 0;
  limitedUntil = performance.now() + order.limitedMs;
  const ackMs: number[] = [];
  for (let turn = 0; turn < order.rounds; turn += 1) {
    ackMs.push(...(await round(order, order.firstPlace + turn)));
    await new Promise((resolve) => setTimeout(resolve, order.pauseMs));
  }
  return { ackMs, modalMs: [...modalMs], missing, posts };
}

process.on("message", (order: LoadOrder) => {
  work(order).then(
    (answer) => process.send?.(answer),
    (failure) => {
      process.stderr.write(`${failure}\n`);
      process.exit(1);
    },
  );
});
process.once("SIGTERM", () => process.exit(0));
