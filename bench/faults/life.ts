/**
 * The life that a run lives: the officers' morning and the next one, or their morning, a report, the request to review it, its
 * approval and the notice of it. At one point of it something breaks; then the desk recovers, and the oracle judges.
 */
import { ADMINISTRATOR, borrowerName, CLIMBS_DUE_ON, FIRST_DAY, MANAGER, REVIEWER, SECOND_DAY } from "./book.ts";
import { readRows } from "./database-file.ts";
import type { DeskProcess } from "./desk-process.ts";
import { readItems, readReports } from "./oracle/book-facts.ts";
import { readSayings } from "./oracle/sayings.ts";
import { judge, type LivedDay, type Verdict } from "./oracle/verdict.ts";
import { type Act, Approving, Submitting } from "./people.ts";
import type { Fault, Point, RunPlan } from "./plan.ts";
import { type Ground, ROUND_MS, Scene } from "./scene.ts";
import { strike } from "./strike.ts";
import type { PlantedBug } from "./wire.ts";

const MORNINGS: readonly Point[] = ["morning", "next_morning"];
const UNDER_FAULT = 3;
const TO_RECOVER = 7;
/** Two while the fault lasts, more when it is over. */
const PRESSES = [2, 6] as const;

export interface Lived {
  readonly plan: RunPlan;
  readonly verdict: Verdict;
  /** Messages whose fate the desk did not know for a while. */
  readonly uncertain: number;
  readonly restarts: number;
  /** What must not be, though nothing was lost by it. */
  readonly complaints: readonly string[];
  readonly seconds: number;
}

export async function live(
  ground: Ground,
  plan: RunPlan,
  spare: DeskProcess | undefined,
  bug?: PlantedBug,
): Promise<{ lived: Lived; spare: DeskProcess | undefined }> {
  const began = performance.now();
  const ticksItself = plan.fault.class === "stalled";
  const scene = await Scene.prepare(ground, `run-${plan.number}`, spare, { bug, ticksItself });
  const life = new Life(scene, plan);
  const verdict = await withinReason(life.through()).catch((failure: unknown) => {
    life.complaints.push(failure instanceof Error ? failure.message : String(failure));
    return NOTHING_KNOWN;
  });
  const left = await scene.close().catch(async (failure: unknown) => {
    life.complaints.push(`closing: ${failure instanceof Error ? failure.message : String(failure)}`);
    await scene.kill();
    return undefined;
  });
  const { uncertain, complaints } = life;
  const seconds = (performance.now() - began) / 1000;
  return {
    lived: { plan, verdict, uncertain: uncertain.size, restarts: scene.restarts, complaints, seconds },
    spare: left,
  };
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

class Life {
  readonly uncertain = new Set<string>();
  readonly complaints: string[] = [];
  private readonly scene: Scene;
  private readonly plan: RunPlan;
  private isAggravated = false;

  constructor(scene: Scene, plan: RunPlan) {
    this.scene = scene;
    this.plan = plan;
  }

  async through(): Promise<Verdict> {
    const { scene } = this;
    await scene.open();
    const pulled = this.plan.fault.class === "killed_when_acknowledged" ? () => scene.kill() : undefined;
    const number = await this.numberOf(borrowerName(0, 0));
    const [submitting, approving] = [new Submitting(scene, 0, number, pulled), new Approving(scene)];
    const days = MORNINGS.includes(this.plan.point)
      ? await this.twoMornings()
      : await this.oneReport(submitting, approving);
    return judge({
      days,
      sayings: readSayings(scene.workspace.accepted),
      reports: await readReports(scene.path),
      submitted: submitting.acknowledged ? [number] : [],
      approved: approving.acknowledged ? [number] : [],
      rungs: { userId: MANAGER, dueOn: CLIMBS_DUE_ON },
      reviewer: REVIEWER,
      administrator: ADMINISTRATOR,
    });
  }

  private async twoMornings(): Promise<LivedDay[]> {
    const firstDay = await this.day(FIRST_DAY, () => this.sweep("morning"));
    await this.scene.moveToMorning(1);
    return [firstDay, await this.day(SECOND_DAY, () => this.sweep("next_morning"))];
  }

  private async oneReport(submitting: Act, approving: Act): Promise<LivedDay[]> {
    const day = await this.day(FIRST_DAY, async () => {
      await this.sweep("morning");
      await this.act("submission", submitting);
      await this.sweep("request");
      await this.act("approval", approving);
      await this.sweep("notice");
    });
    return [day];
  }

  private async numberOf(borrower: string): Promise<string> {
    return (await readItems(this.scene.path)).find((item) => item.borrower === borrower)?.number ?? "";
  }

  private async day(day: string, live: () => Promise<void>): Promise<LivedDay> {
    const atStart = await readItems(this.scene.path);
    await live();
    return { day, atStart, atEnd: await readItems(this.scene.path) };
  }

  /** A moment at which the desk has something to tell. */
  private async sweep(point: Point): Promise<void> {
    await this.at(point, async () => void (await this.scene.tick()));
    await this.scene.tick();
  }

  private async act(point: Point, act: Act): Promise<void> {
    try {
      await act.prepare();
    } catch (failure) {
      // Nothing is there to act on: the oracle says whether something should be.
      this.complaints.push(`${point}: ${failure instanceof Error ? failure.message.slice(0, 120) : String(failure)}`);
      return;
    }
    await this.at(
      point,
      () => act.press(PRESSES[0]),
      () => act.press(PRESSES[1]),
    );
    if (!act.acknowledged) {
      this.complaints.push(`${point}: never acknowledged`);
    }
  }

  private async at(point: Point, live: () => Promise<void>, again: () => Promise<void> = async () => undefined) {
    if (point !== this.plan.point) {
      await live();
      await again();
      return;
    }
    const struck = await strike(this.scene, this.plan);
    await live();
    await this.rounds(UNDER_FAULT, roundMs(this.plan.fault));
    await struck.heal();
    await this.scene.revive();
    await again();
    await this.rounds(TO_RECOVER, ROUND_MS);
    if (struck.complaint !== undefined) {
      this.complaints.push(struck.complaint);
    }
  }

  private async rounds(rounds: number, ms: number): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await this.scene.revive();
      await this.aggravate();
      await this.scene.tick();
      await this.countUncertain();
      await this.scene.move(ms);
    }
  }

  private async aggravate(): Promise<void> {
    if (this.isAggravated || this.plan.aggravation === "none") {
      return;
    }
    this.isAggravated = true;
    if (this.plan.aggravation === "look_up_fails") {
      this.scene.workspace.faults.add({ kind: "http_error", status: 502, accepted: true, on: "conversations.history" });
    } else {
      await this.scene.order({ do: "kill_at", kill: { site: "mark", nth: 1, when: "after" } });
    }
  }

  /** For the table only: what the queue itself says of its doubts proves nothing. */
  private async countUncertain(): Promise<void> {
    for (const [id = ""] of await readRows(
      this.scene.path,
      `SELECT "id" FROM "OutboxMessage" WHERE "state" = 'uncertain'`,
    )) {
      this.uncertain.add(id);
    }
  }
}

function roundMs(fault: Fault): number {
  return "seconds" in fault ? fault.seconds * 1000 + 1_000 : 1_000;
}
