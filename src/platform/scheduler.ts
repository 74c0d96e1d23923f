/** node-schedule only says "look now". A job that is still running is not begun again, and a missed tick costs nothing. */
import schedule from "node-schedule";
import type { Log } from "./log.ts";

export interface Job {
  readonly name: string;
  /** Cron with seconds. */
  readonly cron: string;
  /** The zone of the cron's hours; the machine's where none is given. */
  readonly timeZone?: string;
  run(): Promise<void>;
}

export interface Ticking {
  /** Runs a job now, unless it is running; resolves when it has ended. */
  now(name: string): Promise<void>;
  /** No new runs; resolves when what is running has ended. */
  stop(): Promise<void>;
}

export function startJobs(jobs: readonly Job[], log: Log): Ticking {
  const running = new Map<string, Promise<void>>();
  const runOnce = (job: Job): Promise<void> => {
    const already = running.get(job.name);
    if (already !== undefined) {
      return already;
    }
    const run = Promise.resolve()
      .then(() => job.run())
      .catch((failure: unknown) => log.error({ failure, job: job.name }, "a job failed"))
      .finally(() => running.delete(job.name));
    running.set(job.name, run);
    return run;
  };
  const ticks = jobs.map((job) =>
    schedule.scheduleJob(job.name, { rule: job.cron, tz: job.timeZone }, () => void runOnce(job)),
  );
  return {
    now: async (name) => {
      const job = jobs.find((one) => one.name === name);
      await running.get(name);
      await (job === undefined ? undefined : runOnce(job));
    },
    stop: async () => {
      for (const tick of ticks) {
        tick.cancel();
      }
      await Promise.all(running.values());
    },
  };
}
