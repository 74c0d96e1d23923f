/**
 * The life that runs live: the officers' morning and the next one, or their morning, a report, the request to review it, its
 * approval and the notice of it. At some points of it something breaks; each time the desk recovers, and the oracle judges.
 */
import { ADMINISTRATOR, borrowerName, CLIMBS_DUE_ON, FIRST_DAY, MANAGER, REVIEWER, SECOND_DAY } from "./book.ts";
import { readRows } from "./database-file.ts";
import type { DeskProcess } from "./desk-process.ts";
import { dividedBy } from "./findings.ts";
import type { LifePlan } from "./lives.ts";
import { type DueItem, readItems, readReports } from "./oracle/book-facts.ts";
import { readSayings } from "./oracle/sayings.ts";
import { judge, type LivedDay, type Verdict } from "./oracle/verdict.ts";
import { type Act, Approving, Submitting } from "./people.ts";
import type { Fault, Point, RunPlan } from "./plan.ts";
import { type Ground, ROUND_MS, Scene } from "./scene.ts";
import { strike } from "./strike.ts";
import type { PlantedBug } from "./wire.ts";

const UNDER_FAULT = 3;
/** A starved machine takes its time, and an answer that comes too late counts as none: more than any fault needs. */
const TO_RECOVER = 30;
/** So many rounds in which nothing is said and nothing is left to do: the desk has recovered. */
const STILL_ROUNDS = 2;
const A_SECOND_MS = 1_000;
/** Two while the fault lasts, more when it is over. */
const PRESSES = [2, 6] as const;

/** What came of one strike. */
export interface Lived {
  readonly plan: RunPlan;
  /** The numbers of all runs that shared this life. */
  readonly together: readonly number[];
  readonly verdict: Verdict;
  /** Messages whose fate the desk did not know for a while. */
  readonly uncertain: number;
  readonly restarts: number;
  /** What must not be, though nothing was lost by it. */
  readonly complaints: readonly string[];
  /** Beside a finding: what the queue said of itself. */
  readonly queue: readonly string[];
  readonly seconds: number;
}

export async function live(
  ground: Ground,
  plan: LifePlan,
  spare: DeskProcess | undefined,
  bug?: PlantedBug,
): Promise<{ lived: Lived[]; spare: DeskProcess | undefined }> {
  const began = performance.now();
  const ticksItself = plan.strikes.some(({ fault }) => fault.class === "stalled");
  const name = `run-${plan.strikes.map(({ number }) => number).join("-")}`;
  const scene = await Scene.prepare(ground, name, spare, { bug, ticksItself });
  const life = new Life(scene, plan);
  const verdicts = await withinReason(life.through()).catch((failure: unknown) => {
    life.complain(wordsOf(failure));
    return plan.strikes.map(() => NOTHING_KNOWN);
  });
  const left = await scene.close().catch(async (failure: unknown) => {
    life.complain(`closing: ${wordsOf(failure)}`);
    await scene.kill();
    return undefined;
  });
  const together = plan.strikes.map(({ number }) => number);
  const seconds = (performance.now() - began) / 1000 / together.length;
  const lived = plan.strikes.map((one, place) => ({
    ...{ plan: one, together, seconds, queue: life.queue, verdict: verdicts[place] ?? NOTHING_KNOWN },
    ...life.cameOf(place),
  }));
  return { lived, spare: left };
}

/** A life that does not end says so. */
const LONGEST_MS = 600_000;

async function withinReason<T>(living: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_never, failed) => {
    timer = setTimeout(() => failed(new Error(`not over after ${LONGEST_MS / 1000} s`)), LONGEST_MS);
  });
  return Promise.race([living, tooLong]).finally(() => clearTimeout(timer));
}

const NOTHING_KNOWN: Verdict = { lost: [], remindersDoubled: [], approvalsDoubled: [], reported: [], reminders: 0 };

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

interface CameOf {
  readonly complaints: string[];
  uncertain: number;
  restarts: number;
}

class Life {
  private readonly scene: Scene;
  private readonly plan: LifePlan;
  private readonly came: readonly CameOf[];
  /** The place of the strike that is on, or was the last one. */
  private now = 0;
  private isAggravated = false;
  private readonly uncertain = new Set<string>();
  private readonly after: Verdict[] = [];
  /** What the queue said of itself, where something was found. */
  readonly queue: string[] = [];
  private readonly days: LivedDay[] = [];
  private today: { readonly day: string; readonly atStart: readonly DueItem[] } | undefined;
  private acts: { readonly number: string; readonly submitting: Act; readonly approving: Act } | undefined;

  constructor(scene: Scene, plan: LifePlan) {
    this.scene = scene;
    this.plan = plan;
    this.came = plan.strikes.map(() => ({ complaints: [], uncertain: 0, restarts: 0 }));
  }

  complain(words: string): void {
    this.came[this.now]?.complaints.push(words);
  }

  cameOf(place: number): CameOf {
    return this.came[place] ?? { complaints: [], uncertain: 0, restarts: 0 };
  }

  async through(): Promise<Verdict[]> {
    const { scene } = this;
    await scene.open();
    const number = await this.numberOf(borrowerName(0, 0));
    const pulls = this.plan.strikes.some(({ fault }) => fault.class === "killed_when_acknowledged");
    const submitting = new Submitting(scene, 0, number, pulls ? () => scene.kill() : undefined);
    const approving = new Approving(scene);
    this.acts = { number, submitting, approving };
    await (this.plan.kind === "mornings" ? this.twoMornings() : this.oneReport(submitting, approving));
    const verdict = await this.judgeNow();
    if (verdict.lost.length + verdict.remindersDoubled.length + verdict.approvalsDoubled.length > 0) {
      this.queue.push(`clock: ${this.scene.businessNow()}`, ...(await this.scene.queue()));
    }
    return dividedBy(this.after, verdict);
  }

  private async judgeNow(): Promise<Verdict> {
    const { path, workspace } = this.scene;
    const unfinished = this.today === undefined ? [] : [{ ...this.today, atEnd: await readItems(path) }];
    const { number = "", submitting, approving } = this.acts ?? {};
    return judge({
      days: [...this.days, ...unfinished],
      sayings: readSayings(workspace.accepted),
      reports: await readReports(path),
      submitted: submitting?.acknowledged === true ? [number] : [],
      approved: approving?.acknowledged === true ? [number] : [],
      rungs: { userId: MANAGER, dueOn: CLIMBS_DUE_ON },
      reviewer: REVIEWER,
      administrator: ADMINISTRATOR,
    });
  }

  private async twoMornings(): Promise<void> {
    await this.day(FIRST_DAY, () => this.sweep("morning"));
    await this.scene.moveToMorning(1);
    await this.day(SECOND_DAY, () => this.sweep("next_morning"));
  }

  private async oneReport(submitting: Act, approving: Act): Promise<void> {
    await this.day(FIRST_DAY, async () => {
      await this.sweep("morning");
      await this.act("submission", submitting);
      await this.sweep("request");
      await this.act("approval", approving);
      await this.sweep("notice");
    });
  }

  private async numberOf(borrower: string): Promise<string> {
    return (await readItems(this.scene.path)).find((item) => item.borrower === borrower)?.number ?? "";
  }

  private async day(day: string, live: () => Promise<void>): Promise<void> {
    const atStart = await readItems(this.scene.path);
    this.today = { day, atStart };
    await live();
    this.today = undefined;
    this.days.push({ day, atStart, atEnd: await readItems(this.scene.path) });
  }

  /** A moment at which the desk has something to tell. */
  private async sweep(point: Point): Promise<void> {
    await this.live(point, async () => void (await this.scene.tick()));
    await this.scene.tick();
  }

  private async act(point: Point, act: Act): Promise<void> {
    await this.scene.revive();
    try {
      await act.prepare();
    } catch (failure) {
      // Nothing is there to act on: the oracle says whether something should be.
      this.complain(`${point}: ${wordsOf(failure).slice(0, 120)}`);
      return;
    }
    await this.live(
      point,
      () => act.press(PRESSES[0]),
      () => act.press(PRESSES[1]),
    );
    if (!act.acknowledged) {
      this.complain(`${point}: never acknowledged`);
    }
  }

  private async live(point: Point, once: () => Promise<void>, again: () => Promise<void> = async () => undefined) {
    const place = this.plan.strikes.findIndex((one) => one.point === point);
    const plan = this.plan.strikes[place];
    if (plan === undefined) {
      await once();
      await again();
      // A conversation takes one message a second: what waits for its turn is told before the next act.
      await this.rounds(TO_RECOVER, A_SECOND_MS);
      return;
    }
    this.now = place;
    this.isAggravated = false;
    const restartsBefore = this.scene.restarts;
    const struck = await strike(this.scene, plan);
    await once();
    await this.rounds(UNDER_FAULT, roundMs(plan.fault), plan);
    await struck.heal();
    await this.scene.revive();
    await again();
    await this.rounds(TO_RECOVER, ROUND_MS, plan);
    await this.calm();
    if (struck.complaint !== undefined) {
      this.complain(struck.complaint);
    }
    const came = this.came[place];
    if (came !== undefined) came.restarts = this.scene.restarts - restartsBefore;
    this.after.push(await this.judgeNow());
  }

  private async rounds(most: number, ms: number, plan?: RunPlan): Promise<void> {
    for (let round = 0, still = 0; round < most && still < STILL_ROUNDS; round += 1) {
      const said = this.scene.workspace.accepted.length;
      await this.scene.revive();
      await (plan === undefined ? undefined : this.aggravate(plan));
      await this.scene.tick();
      await this.countUncertain();
      const isStill = this.scene.workspace.accepted.length === said && (await this.scene.isIdle());
      still = isStill ? still + 1 : 0;
      await this.scene.move(ms);
    }
  }

  private async aggravate({ aggravation }: RunPlan): Promise<void> {
    if (this.isAggravated || aggravation === "none") {
      return;
    }
    this.isAggravated = true;
    if (aggravation === "look_up_fails") {
      this.scene.workspace.faults.add({ kind: "http_error", status: 502, accepted: true, on: "conversations.history" });
    } else {
      await this.scene.order({ do: "kill_at", kill: { site: "mark", nth: 1, when: "after" } });
    }
  }

  /** A second kill that found nothing to strike must not strike somebody's later click, where nothing is planned. */
  private async calm(): Promise<void> {
    await this.scene.order({ do: "kill_at", kill: undefined });
    await this.scene.revive();
  }

  /** For the table only: what the queue itself says of its doubts proves nothing. */
  private async countUncertain(): Promise<void> {
    const rows = await readRows(this.scene.path, `SELECT "id" FROM "OutboxMessage" WHERE "state" = 'uncertain'`);
    const before = this.uncertain.size;
    for (const [id = ""] of rows) this.uncertain.add(id);
    const came = this.came[this.now];
    if (came !== undefined) came.uncertain += this.uncertain.size - before;
  }
}

function roundMs(fault: Fault): number {
  return "seconds" in fault ? fault.seconds * 1000 + A_SECOND_MS : A_SECOND_MS;
}
