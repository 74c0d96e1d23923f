/** The desk itself beside a local workspace, asked as a monitor asks. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type HealthSources, openHealth } from "../../../src/health.ts";
import type { Desk } from "../../../src/main.ts";
import { Pulse } from "../../../src/platform/pulse.ts";
import { createSlackClients } from "../../../src/platform/slack/clients.ts";
import { tokenState } from "../../../src/platform/slack/token-state.ts";
import { openDatabase } from "../../../src/platform/storage/index.ts";
import { freePort } from "../../setup/postgres.ts";
import { type Drill, startDrill } from "../drill.ts";

let drill: Drill;
let desk: Desk;
let port: number;
beforeEach(async () => {
  port = await freePort();
  drill = await startDrill({ health: { host: "127.0.0.1", port } });
  desk = await drill.starts();
});
afterEach(() => drill.ends());

/** A second apart: an answer is remembered for that long. */
async function asks(path: string, method = "GET"): Promise<[number, Record<string, unknown>]> {
  await new Promise((resume) => setTimeout(resume, 1_050));
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return [response.status, JSON.parse((await response.text()) || "{}")];
}

const sources = (more: Partial<HealthSources> = {}): HealthSources => ({
  parts: desk.parts,
  hears: () => true,
  token: async () => "ok",
  pulse: new Pulse(desk.parts.clocks),
  ...more,
});

/** The same record behind an address whose sources a test can break. */
async function behind(more: Partial<HealthSources>): Promise<() => Promise<void>> {
  await drill.stops();
  const opened = await openDatabase({ url: drill.config.databaseUrl });
  const close = await openHealth(drill.config, sources({ parts: { ...desk.parts, database: opened }, ...more }));
  return async () => {
    await close();
    await opened.close();
  };
}

async function until(status: number): Promise<Record<string, unknown>> {
  for (let turn = 0; turn < 20; turn += 1) {
    const [now, body] = await asks("/ready");
    if (now === status) return body;
  }
  throw new Error(`never answered ${status}`);
}

describe("a monitor", () => {
  it("learns that the desk lives and is ready, and nothing about people", async () => {
    expect(await asks("/live")).toEqual([200, { status: "live" }]);
    const [status, body] = await asks("/ready");
    expect([status, body]).toEqual([
      200,
      {
        status: "ready",
        database: "ok",
        schema: "ok",
        token: "ok",
        slack: "ok",
        tick: "ok",
        delivery: expect.stringMatching(/green|amber/),
        oldest_unsent_seconds: 0,
      },
    ]);
    expect((await asks("/postloan"))[0]).toBe(404);
    expect((await asks("/ready", "POST"))[0]).toBe(405);
  });

  it("sees delivery that stands still, and that it goes on", async () => {
    const { db } = desk.parts.database;
    const was = await db.outboxMessage.updateMany({
      data: { state: "pending", notBefore: new Date("2026-03-01T00:00:00Z") },
    });
    expect(was.count).toBeGreaterThan(0);
    const [status, body] = await asks("/ready");
    expect([status, body.delivery, body.database]).toEqual([503, "red", "ok"]);
    await db.outboxMessage.updateMany({ data: { state: "sent" } });
    expect((await asks("/ready"))[0]).toBe(200);
    await db.deliveryPause.create({
      data: { bucket: "all", kind: "stopped", why: "invalid_auth", until: new Date(), since: new Date() },
    });
    expect((await asks("/ready"))[0]).toBe(503);
  });

  it("sees that Slack reaches nobody here, and that it does again", async () => {
    drill.workspace.faults.add({
      kind: "refused",
      error: "internal_error",
      on: "apps.connections.open",
      times: Number.POSITIVE_INFINITY,
    });
    drill.workspace.sockets.cut();
    expect(await until(503)).toMatchObject({ slack: "down", database: "ok" });
    drill.workspace.faults.clear();
    expect(await until(200)).toMatchObject({ slack: "ok" });
  }, 60_000);

  it.each([
    ["refuses", async () => Promise.reject(new Error("ECONNREFUSED"))],
    ["does not answer", () => new Promise(() => undefined)],
  ])("sees a database that %s, and that the process lives all the same", async (_what, findUnique) => {
    await drill.stops();
    const { database } = desk.parts;
    const db = new Proxy(database.db, {
      get: (target, name) => (name === "deliveryPause" ? { findUnique } : Reflect.get(target, name)),
    });
    const close = await openHealth(drill.config, sources({ parts: { ...desk.parts, database: { ...database, db } } }));
    const unreachable = { status: "not_ready", database: "unreachable", slack: "ok", tick: "ok", delivery: "unknown" };
    expect(await asks("/ready")).toEqual([503, unreachable]);
    expect((await asks("/live"))[0]).toBe(200);
    await close();
  });

  it("sees a token that Slack refuses, asked of Slack itself", async () => {
    drill.workspace.faults.add({ kind: "refused", error: "token_revoked", on: "auth.test", times: 3 });
    const clients = createSlackClients("xoxb-none", drill.workspace.apiUrl);
    expect(await tokenState(clients)).toBe("refused");
    const close = await behind({ token: async () => "refused" });
    expect(await asks("/ready")).toMatchObject([503, { token: "refused", schema: "ok", tick: "ok" }]);
    await close();
  });

  it("sees a guard that is gone from the database", async () => {
    const { raw, kind } = desk.parts.database;
    const on = kind === "postgres" ? ' ON "OutboxItem"' : "";
    await raw.execute(`DROP TRIGGER "told_items_stay_on_delete"${on}`);
    const close = await behind({});
    expect(await asks("/ready")).toMatchObject([503, { schema: "guards_missing", database: "ok" }]);
    await close();
  });

  it("sees that the tick stands still, and waits for a full cycle of the engine", async () => {
    let nowMs = Date.now();
    const pulse = new Pulse({ ...desk.parts.clocks, machineNow: () => new Date(nowMs) });
    const names = ["mornings", "messages", "edits", "uncertain", "handovers", "watchdog"];
    let fails = true;
    const jobs = pulse.over(
      names.map((name) => ({
        name,
        cron: "* * * * * *",
        run: async () => {
          if (name === "watchdog" && fails) throw new Error("broken");
        },
      })),
    );
    const runAll = () => Promise.allSettled(jobs.map((job) => job.run()));
    const close = await behind({ pulse });
    expect(await asks("/engine")).toMatchObject([503, { waiting_for: names.join(" ") }]);
    await runAll();
    expect(await asks("/engine")).toMatchObject([503, { waiting_for: "watchdog" }]);
    fails = false;
    await runAll();
    expect(await asks("/engine")).toEqual([200, { status: "ready", waiting_for: "", late: "" }]);
    expect((await asks("/ready"))[0]).toBe(200);
    nowMs += 3 * 60_000;
    expect(await asks("/ready")).toMatchObject([503, { tick: "stopped" }]);
    expect(await asks("/engine")).toMatchObject([503, { late: "messages edits uncertain" }]);
    await close();
  });

  it("asks a desk that hears Slack over HTTP at the same address", async () => {
    await drill.ends();
    drill = await startDrill({ health: { host: "127.0.0.1", port }, overHttp: true });
    desk = await drill.starts();
    expect(await asks("/ready")).toMatchObject([200, { slack: "ok" }]);
  });

  it("is told at the start, in words, where the place is taken", async () => {
    await expect(openHealth(drill.config, sources())).rejects.toThrow(/AFTERLOAN_HEALTH.*EADDRINUSE/);
  });
});
