import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "../../../src/platform/log.ts";
import { type Job, startJobs, type Ticking } from "../../../src/platform/scheduler.ts";

const NEVER = "0 0 0 1 1 *";
const EVERY_SECOND = "* * * * * *";

describe("the jobs", () => {
  let ticking: Ticking | undefined;
  afterEach(async () => {
    await ticking?.stop();
  });
  const start = (...jobs: Job[]) => {
    ticking = startJobs(jobs, createLog("silent"));
    return ticking;
  };
  /** Work that lasts until it is let go. */
  const gate = () => {
    let open: () => void = () => undefined;
    const shut = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { shut, open };
  };

  it("run when told, after what is running has ended, and never twice at once", async () => {
    const { shut, open } = gate();
    let runs = 0;
    let atOnce = 0;
    let most = 0;
    const jobs = start({
      name: "sweep",
      cron: NEVER,
      run: async () => {
        runs += 1;
        atOnce += 1;
        most = Math.max(most, atOnce);
        await shut;
        atOnce -= 1;
      },
    });
    const first = jobs.now("sweep");
    await expect.poll(() => runs).toBe(1);
    const second = jobs.now("sweep");
    const third = jobs.now("sweep");
    open();
    await Promise.all([first, second, third]);
    expect([runs, most]).toEqual([2, 1]);
  });

  it("go on after a failure, of whatever kind", async () => {
    let runs = 0;
    const jobs = start(
      { name: "fails", cron: NEVER, run: async () => Promise.reject(new Error("later")) },
      {
        name: "throws",
        cron: NEVER,
        run: () => {
          runs += 1;
          throw new Error("at once");
        },
      },
    );
    await jobs.now("fails");
    await jobs.now("throws");
    await jobs.now("throws");
    await jobs.now("no such job");
    expect(runs).toBe(2);
  });

  it("tick by the clock, and stop only when what is running has ended", async () => {
    const { shut, open } = gate();
    let begun = 0;
    let ended = 0;
    const jobs = start({
      name: "messages",
      cron: EVERY_SECOND,
      run: async () => {
        begun += 1;
        await shut;
        ended += 1;
      },
    });
    await expect.poll(() => begun, { timeout: 2_500 }).toBe(1);
    const stopped = jobs.stop();
    open();
    await stopped;
    expect([begun, ended]).toEqual([1, 1]);
  });
});
