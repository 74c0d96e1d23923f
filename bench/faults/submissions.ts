/** Twenty people submit at once, and their desk dies at a random moment: as many reports as acknowledgements. */
import { seededChance } from "../../src/features/demonstration/random.ts";
import { onGround } from "./bench.ts";
import { borrowerName } from "./book.ts";
import type { DeskProcess } from "./desk-process.ts";
import { readItems, readReports } from "./oracle/book-facts.ts";
import { Submitting } from "./people.ts";
import { type Ground, ROUND_MS, Scene } from "./scene.ts";
import type { PlantedBug } from "./wire.ts";

export const AT_ONCE = 20;
const LATEST_KILL_MS = 60;
const PRESSES = 8;

export interface KillMoment {
  /** So many people have been told that it is saved. */
  readonly afterTold: number;
  readonly thenMs: number;
}

export interface Batch {
  /** Acknowledged before anybody pressed again. */
  readonly atFirst: number;
  /** In the end, when whoever was not acknowledged had pressed again. */
  readonly acknowledged: number;
  readonly reports: number;
  /** Acknowledged, and no report; or two of them. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** One process, one kill. Nothing is sent again by itself: only people press again. */
export async function submitTogether(
  ground: Ground,
  number: number,
  kill: KillMoment,
  bug?: PlantedBug,
): Promise<Batch> {
  const scene = await Scene.prepare(ground, `batch-${number}`, undefined, { bug });
  await scene.open();
  const numbers = new Map((await readItems(scene.path)).map((item) => [item.borrower, item.number]));
  await scene.tick();
  const killer = new Killer(scene, kill);
  const people = Array.from({ length: AT_ONCE }, (_none, place) => {
    const inspection = numbers.get(borrowerName(place, 0)) ?? "";
    return { inspection, act: new Submitting(scene, place, inspection, async () => killer.tell(1)) };
  });
  for (const { act } of people) {
    await act.prepare();
  }
  killer.tell(0);
  await Promise.all(people.map(({ act }) => act.press(1)));
  killer.stop();
  const early = people.filter(({ act }) => act.acknowledged);
  const lostAtFirst = await unstored(scene.path, early);
  await scene.revive();
  for (const { act } of people) {
    await act.press(PRESSES);
  }
  await scene.move(ROUND_MS);
  await scene.tick();
  const acknowledged = people.filter(({ act }) => act.acknowledged);
  const reports = await readReports(scene.path);
  const lost = [...new Set([...lostAtFirst, ...(await unstored(scene.path, acknowledged))])];
  const left: DeskProcess | undefined = await scene.close();
  await left?.kill("SIGKILL");
  const doubled = [...numbers.values()].filter((one) => reports.filter((report) => report.number === one).length > 1);
  return { atFirst: early.length, acknowledged: acknowledged.length, reports: reports.length, lost, doubled };
}

/** So many batches as the submissions need, some at once; what came of them, and their sums. */
export function runBatches(submissions: number, seed: number, desks: number) {
  return onGround(AT_ONCE, async (ground) => {
    const moments = killMoments(Math.ceil(submissions / AT_ONCE), seed);
    const batches: Batch[] = [];
    const waiting = [...moments.entries()];
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        batches[next[0]] = await submitTogether(ground, next[0] + 1, next[1]);
      }
    };
    await Promise.all(Array.from({ length: desks }, work));
    const sum = (of: (batch: Batch) => number) => batches.reduce((total, batch) => total + of(batch), 0);
    return {
      batches,
      submissions: batches.length * AT_ONCE,
      acknowledged: sum(({ acknowledged }) => acknowledged),
      reports: sum(({ reports }) => reports),
      lost: sum(({ lost }) => lost.length),
      doubled: sum(({ doubled }) => doubled.length),
    };
  });
}

/** Kills the desk when so many people were told that it is saved, and a little later. */
class Killer {
  private told = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly scene: Scene;
  private readonly moment: KillMoment;

  constructor(scene: Scene, moment: KillMoment) {
    this.scene = scene;
    this.moment = moment;
  }

  /** One more was told; with 0, they begin to press. */
  tell(more: 0 | 1): void {
    this.told += more;
    if (this.told >= this.moment.afterTold) {
      this.timer ??= setTimeout(() => void this.scene.kill(), this.moment.thenMs);
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** The moments of death of so many batches. */
export function killMoments(batches: number, seed: number): KillMoment[] {
  const chance = seededChance(seed);
  return Array.from({ length: batches }, () => ({
    afterTold: chance.between(0, AT_ONCE - 1),
    thenMs: chance.between(0, LATEST_KILL_MS),
  }));
}

async function unstored(path: string, people: readonly { readonly inspection: string }[]): Promise<string[]> {
  const stored = new Set((await readReports(path)).map(({ number }) => number));
  return people.map(({ inspection }) => inspection).filter((inspection) => !stored.has(inspection));
}
