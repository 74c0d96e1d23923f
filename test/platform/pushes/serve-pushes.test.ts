/** The address to which other systems push: who may, how much, how often, and what they are told otherwise. */
import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLog } from "../../../src/platform/log.ts";
import { type RunningPushes, servePushes } from "../../../src/platform/pushes/serve-pushes.ts";

const SECRET = "0123456789abcdef0123456789abcdef";
const HERE = { host: "127.0.0.1", port: 0 };

let running: RunningPushes;
let now: Date;
let taken: string[];
let fails: boolean;

beforeEach(async () => {
  now = new Date("2026-03-02T01:30:00Z");
  taken = [];
  fails = false;
  running = await servePushes(HERE, {
    path: "/facts",
    secret: SECRET,
    now: () => now,
    log: createLog("silent"),
    pace: { perMinute: 6, atOnce: 2 },
    take: async (body) => {
      if (fails) throw new Error("no database");
      taken.push(body.toString());
      return { status: 200, body: { state: "taken" } };
    },
  });
});
afterEach(() => running.close());

function signed(body: string, { at = now, secret = SECRET } = {}): string {
  const seconds = Math.floor(at.getTime() / 1_000);
  return `t=${seconds},v1=${createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex")}`;
}

async function push(body: string, signature: string | undefined = signed(body), path = "/facts", method = "POST") {
  const answer = await fetch(`http://127.0.0.1:${running.port}${path}`, {
    method,
    ...(method === "POST" ? { body } : {}),
    headers: signature === "" ? {} : { "afterloan-signature": signature },
  });
  const said: unknown = await answer.json();
  const error = typeof said === "object" && said !== null && "error" in said ? said.error : undefined;
  return { status: answer.status, error, retryAfter: answer.headers.get("retry-after") };
}

const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);

describe("a push", () => {
  it("is handed on byte for byte when its signature is right, up to five minutes beside the clock", async () => {
    expect(await push("{ }")).toMatchObject({ status: 200 });
    expect(await push("数", signed("数", { at: later(-300) }))).toMatchObject({ status: 200 });
    expect(taken).toEqual(["{ }", "数"]);
  });

  it.each([
    ["unsigned", () => "", "signature_missing"],
    ["signed in a manner of its own", () => "sha256=abc", "signature_missing"],
    ["signed with another secret", () => signed("{}", { secret: "f".repeat(32) }), "signature_wrong"],
    ["signed for another body", () => signed("{ }"), "signature_wrong"],
    [
      "given another time than was signed",
      () => signed("{}", { at: later(9) }).replace(/v1=.*/, signed("{}").slice(13)),
      "signature_wrong",
    ],
    ["older than five minutes", () => signed("{}", { at: later(-301) }), "stale"],
    ["from the future", () => signed("{}", { at: later(302) }), "stale"],
  ])("is refused when %s", async (_what, signature, error) => {
    expect(await push("{}", signature())).toMatchObject({ status: 401, error });
    expect(taken).toEqual([]);
  });

  it("is refused when it is too large, and read to its end so that the sender hears why", async () => {
    expect(await push("x".repeat(256 * 1024))).toMatchObject({ status: 200 });
    expect(await push("x".repeat(256 * 1024 + 1))).toMatchObject({ status: 413, error: "too_large" });
    expect(taken).toHaveLength(1);
  });

  it("waits when there are too many, is told how long, and comes in then", async () => {
    await push("1");
    await push("2");
    expect(await push("3")).toEqual({ status: 429, error: "too_many", retryAfter: "10" });
    now = later(10);
    expect(await push("3")).toMatchObject({ status: 200 });
    expect(taken).toEqual(["1", "2", "3"]);
  });

  it("waits while eight others are still arriving, and comes in when one of them has gone", async () => {
    const head = `POST /facts HTTP/1.1\r\nHost: desk\r\nAfterloan-Signature: ${signed("{}")}\r\nContent-Length: 2\r\n\r\n`;
    const arriving = Array.from({ length: 8 }, () => connect(running.port, "127.0.0.1"));
    for (const socket of arriving) await new Promise<void>((sent) => socket.write(`${head}{`, () => sent()));
    // Another secret uses up no pace: what refuses it is the crowd.
    const other = () => push("{}", signed("{}", { secret: "f".repeat(32) }));
    await vi.waitUntil(async () => (await other()).status === 429);
    for (const socket of arriving) socket.destroy();
    await vi.waitUntil(async () => (await other()).status === 401);
    expect(await push("{}")).toMatchObject({ status: 200 });
  });

  it("without the secret uses up nobody's pace", async () => {
    for (let at = 0; at < 5; at += 1) await push("{}", signed("{}", { secret: "f".repeat(32) }));
    expect(await push("{}")).toMatchObject({ status: 200 });
  });

  it("may be sent again after a failure of ours", async () => {
    fails = true;
    expect(await push("{}")).toMatchObject({ status: 500, error: "failed" });
    fails = false;
    expect(await push("{}")).toMatchObject({ status: 200 });
  });

  it("goes to one address by one method", async () => {
    expect(await push("{}", signed("{}"), "/")).toMatchObject({ status: 404, error: "unknown" });
    expect(await push("", signed(""), "/facts", "GET")).toMatchObject({ status: 405, error: "post_only" });
  });
});
