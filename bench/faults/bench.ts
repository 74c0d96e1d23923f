/** Runs a plan on several desks at once. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleDesk, type DeskProcess } from "./desk-process.ts";
import { type Lived, live } from "./life.ts";
import type { LifePlan } from "./lives.ts";
import type { Ground } from "./scene.ts";
import { makeTemplate } from "./template.ts";
import type { PlantedBug } from "./wire.ts";

/** Bolt's socket client keeps a little of every desk that was closed: after so many a process makes room for another. */
const DESKS_PER_PROCESS = 25;
const OFFICERS = 2;

export interface BenchOptions {
  readonly desks: number;
  readonly bug?: PlantedBug;
  readonly onLived?: (lived: Lived) => void;
  /** No new life begins then. */
  readonly until?: AbortSignal;
}

/** A folder with the template and the desk's file; all of it goes when the work is done. */
export async function onGround<T>(officers: number, work: (ground: Ground) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "afterloan-faults-"));
  const bundle = bundleDesk();
  try {
    return await work({ folder, bundle, officers, ...(await makeTemplate(folder, officers)) });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** In the order of the plan, whatever ends first. */
export function runLives(lives: readonly LifePlan[], options: BenchOptions): Promise<Lived[]> {
  return onGround(OFFICERS, async (ground) => {
    const waiting = [...lives];
    const lived: Lived[] = [];
    await Promise.all(Array.from({ length: options.desks }, () => work(ground, waiting, lived, options)));
    return lived.toSorted((one, other) => one.plan.number - other.plan.number);
  });
}

async function work(ground: Ground, waiting: LifePlan[], done: Lived[], options: BenchOptions): Promise<void> {
  let spare: DeskProcess | undefined;
  let desks = 0;
  const next = () => (options.until?.aborted === true ? undefined : waiting.shift());
  for (let plan = next(); plan !== undefined; plan = next()) {
    if (desks === DESKS_PER_PROCESS) {
      await spare?.kill("SIGKILL");
      spare = undefined;
    }
    const before: DeskProcess | undefined = spare;
    const run = await live(ground, plan, spare, options.bug);
    spare = run.spare;
    desks = spare === before ? desks + 1 : 1;
    done.push(...run.lived);
    for (const lived of run.lived) options.onLived?.(lived);
  }
  await spare?.kill("SIGKILL");
}
