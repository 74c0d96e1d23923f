/** When each job of this process last came to its end without failing, by the machine's clock. In memory: a monitor asks this process. */
import type { Clocks } from "./clock.ts";
import type { Job } from "./scheduler.ts";

export class Pulse {
  private readonly clocks: Clocks;
  private readonly since: number;
  private readonly ended = new Map<string, number>();

  constructor(clocks: Clocks) {
    this.clocks = clocks;
    this.since = clocks.machineNow().getTime();
  }

  /** The same jobs, watched. */
  over(jobs: readonly Job[]): Job[] {
    return jobs.map((job) => ({
      ...job,
      run: async () => {
        await job.run();
        this.ended.set(job.name, this.clocks.machineNow().getTime());
      },
    }));
  }

  /** Those that have not come to their end yet, not once since the process began. */
  waitingFor(names: readonly string[]): string[] {
    return names.filter((name) => !this.ended.has(name));
  }

  /** Those whose last end, or the beginning of the process, lies further back than that. */
  late(withinMs: Readonly<Record<string, number>>): string[] {
    const now = this.clocks.machineNow().getTime();
    return Object.keys(withinMs).filter((name) => now - (this.ended.get(name) ?? this.since) > (withinMs[name] ?? 0));
  }
}
