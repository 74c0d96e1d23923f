/**
 * The desk's own process: the real start, with a database that breaks and clocks that move. It does what the bench orders over
 * the channel of its parent; SIGTERM stops it as any other desk.
 */
import { readFileSync } from "node:fs";
import { commands } from "../../../commands/index.ts";
import { start } from "../../../src/main.ts";
import { type Clocks, momentFromDate } from "../../../src/platform/clock.ts";
import type { LoadedPolicy } from "../../../src/platform/policy-file.ts";
import { startJobs, type Ticking } from "../../../src/platform/scheduler.ts";
import type { SqliteDriver } from "../../../src/platform/storage/index.ts";
import { sqliteAdapterFactory } from "../../../src/platform/storage/sqlite-adapter.ts";
import type { Clock, Order, Reply, Sent } from "../wire.ts";
import { Breaker, brittle } from "./brittle-driver.ts";
import { plant, prepareGround } from "./planted-bugs.ts";

/** An hour half a day away, which no run lives to see: the jobs wait for the order. */
const NOT_NOW = `0 0 ${(new Date().getHours() + 12) % 24} * * *`;

/** A cron with seconds that names its minute and its hour. */
const DAILY = /^\S+ \d+ \d+ /;

interface OpenDesk {
  readonly breaker: Breaker;
  readonly ticking: Ticking;
  readonly frequent: readonly string[];
  readonly ended: Promise<number>;
}

let desk: OpenDesk | undefined;
/** Told by the bench to close, it waits for the next desk; told by a signal, it ends. */
let closing = false;
let clock: Clock = { machineAheadMs: 0, businessAheadMs: 0 };

const clocks: Clocks = {
  now: () => momentFromDate(new Date(Date.now() + clock.businessAheadMs)),
  machineNow: () => new Date(Date.now() + clock.machineAheadMs),
  moveTo: () => {
    throw new Error("only the bench moves this clock");
  },
  offsetMs: () => 0,
};

/** Processes are killed here, not machines: what a process has written is in the file, on its way to the disk or not. */
const withoutSync: SqliteDriver = (url, options) => sqliteAdapterFactory(url, { ...options, durable: false });

let policy: { readonly file: string; readonly loaded: LoadedPolicy } | undefined;

/** As the bench has read it from the shipped file: YAML is a third of a start, and no desk dies while it reads. */
function policyOf(file: string): LoadedPolicy {
  policy = policy?.file === file ? policy : { file, loaded: JSON.parse(readFileSync(file, "utf8")) as LoadedPolicy };
  return policy.loaded;
}

async function open(order: Extract<Order, { do: "open" }>): Promise<void> {
  clock = order.clock;
  closing = false;
  const breaker = new Breaker();
  plant(order.bug, (sql, values) => breaker.run(sql, values));
  const ticks: typeof startJobs = (jobs, log) =>
    startJobs(order.ticksItself ? jobs : jobs.map((job) => ({ ...job, cron: NOT_NOW })), log);
  await new Promise<void>((ready, failed) => {
    const ended = start(order.config, commands, "en", {
      clocks,
      sqlite: brittle(withoutSync, breaker),
      policy: policyOf(order.policyFile),
      startJobs: (jobs, log) => {
        const ticking = ticks(jobs, log);
        const frequent = jobs.filter(({ cron }) => !DAILY.test(cron)).map(({ name }) => name);
        desk = { breaker, ticking, frequent, ended };
        // The first thing a desk does with its jobs is to find its people; then it is open.
        return { ...ticking, now: (name) => ticking.now(name).finally(ready) };
      },
    });
    ended.then((code) => closing || process.exit(code), failed);
  });
}

async function obey(order: Order): Promise<void> {
  if (order.do === "open") {
    return open(order);
  }
  if (order.do === "clock") {
    clock = order.clock;
    return;
  }
  if (desk === undefined) {
    throw new Error("no desk is open");
  }
  return obeyAt(desk, order);
}

async function obeyAt({ breaker, ticking, frequent, ended }: OpenDesk, order: Order): Promise<void> {
  switch (order.do) {
    case "tick":
      await Promise.all((order.job === undefined ? frequent : [order.job]).map((name) => ticking.now(name)));
      return;
    case "kill_at":
      breaker.killAt(order.kill);
      return;
    case "disk":
      return breaker.fill(order.full);
    case "stall":
      breaker.stallAtNextWrite(order.ms);
      return;
    case "close":
      closing = true;
      process.emit("SIGTERM");
      await ended;
  }
}

function answer(reply: Reply): void {
  process.send?.(reply);
}

prepareGround();
process.on("message", ({ id, order }: Sent) => {
  obey(order).then(
    () => answer({ id }),
    (failure: unknown) => answer({ id, failure: failure instanceof Error ? failure.message : String(failure) }),
  );
});
process.on("disconnect", () => process.exit(0));
