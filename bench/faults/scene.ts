/** One run's world: the stand-in for Slack in this process, the desk in another, the file between them, the clocks. */
import { join } from "node:path";
import type { Config } from "../../src/platform/config/index.ts";
import { localTokens, type PersonDriver, startWorkspace, type Workspace } from "../../src/workspace/workspace.ts";
import { FIRST_DAY, peopleOf } from "./book.ts";
import { readRows } from "./database-file.ts";
import { DeskProcess, ProcessGone } from "./desk-process.ts";
import { copyTemplate, removeDatabase } from "./template.ts";
import type { Order, PlantedBug } from "./wire.ts";

const BOT = { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" };
const MORNING = Date.parse(`${FIRST_DAY}T09:05:00+08:00`);
/** Longer than a lease, and than the wait before a look-up. */
export const ROUND_MS = 65_000;

const PATIENT_MS = 20_000;
const STARTS = 4;

export interface Ground {
  readonly folder: string;
  readonly template: string;
  readonly policyFile: string;
  readonly bundle: string;
  readonly officers: number;
}

export interface SceneOptions {
  readonly bug?: PlantedBug | undefined;
  readonly ticksItself?: boolean;
}

export class Scene {
  readonly workspace: Workspace;
  readonly path: string;
  process: DeskProcess;
  private readonly ground: Ground;
  private readonly options: SceneOptions;
  private aheadMs = 0;
  private readonly beganAt = Date.now();
  /** How often the desk had to be started again. */
  restarts = 0;

  private constructor(ground: Ground, options: SceneOptions, workspace: Workspace, path: string, process: DeskProcess) {
    this.ground = ground;
    this.options = options;
    this.workspace = workspace;
    this.path = path;
    this.process = process;
  }

  /** Takes over a process that still lives, where one is given. */
  static async prepare(
    ground: Ground,
    name: string,
    process: DeskProcess | undefined,
    options: SceneOptions,
  ): Promise<Scene> {
    const path = join(ground.folder, `${name}.db`);
    copyTemplate(ground.template, path);
    const workspace = await startWorkspace({
      people: peopleOf(ground.officers),
      channels: [],
      commands: [{ command: "/postloan", usageHint: "help", description: "The post-loan desk" }],
      bot: BOT,
      ...localTokens,
      welcome: [],
      environment: {},
      // A busy machine is no fault: only a desk that stands still is too late.
      ...(options.ticksItself ? {} : { ackTimeoutMs: PATIENT_MS }),
    });
    const isUsable = process?.alive ?? false;
    const desk = isUsable && process !== undefined ? process : new DeskProcess(ground.bundle);
    return new Scene(ground, options, workspace, path, desk);
  }

  async open(): Promise<void> {
    for (let tried = 1; !(await this.opens()); tried += 1) {
      if (tried === STARTS) throw new Error("the desk does not start");
      this.process = new DeskProcess(this.ground.bundle);
    }
  }

  /** What cannot open ends: its token is revoked, or a starved machine is too slow for its Slack. */
  private async opens(): Promise<boolean> {
    try {
      return await this.order(this.opening());
    } catch {
      await this.kill();
      return false;
    }
  }

  as(userId: string): PersonDriver {
    return this.workspace.as(userId);
  }

  /** Answers whether the process lived to do it. */
  async order(order: Order): Promise<boolean> {
    try {
      await this.process.order(order);
      return true;
    } catch (failure) {
      if (failure instanceof ProcessGone) {
        return false;
      }
      throw failure;
    }
  }

  /** Everything that ticks, and the queue once more for what the others promised. */
  async tick(): Promise<boolean> {
    return (await this.order({ do: "tick" })) && (await this.order({ do: "tick", job: "messages" })) && this.settled();
  }

  private async settled(): Promise<boolean> {
    await this.workspace.settled(4);
    return this.process.alive;
  }

  /** Nothing waits to be told, looked up, edited or answered: for the bench's patience only, it proves nothing. */
  async isIdle(): Promise<boolean> {
    const now = this.businessNow();
    const [[left = "1"] = []] = await readRows(
      this.path,
      `SELECT (SELECT count(*) FROM "OutboxMessage" WHERE "staleAt" IS NOT NULL OR "state" IN ('claimed', 'uncertain')
                  OR ("state" = 'pending' AND "notBefore" <= '${now}'))
            + (SELECT count(*) FROM "InboundDelivery" WHERE "state" = 'received')`,
    );
    return left === "0";
  }

  /** As SQLite holds it. */
  businessNow(): string {
    return new Date(Date.now() + this.clock().businessAheadMs).toISOString().replace("Z", "+00:00");
  }

  /** What the queue says of itself, to read beside a finding. */
  async queue(): Promise<string[]> {
    const rows = await readRows(
      this.path,
      `SELECT m."kind", p."name", m."state", m."attempts", m."notBefore", m."leaseUntil", m."sentAt", m."failure"
         FROM "OutboxMessage" m LEFT JOIN "Person" p ON p."id" = m."personId" ORDER BY m."id"`,
    );
    return rows.map((row) => `queue: ${row.join(" ")}`);
  }

  /** Both clocks, forward or back. */
  async move(ms: number): Promise<void> {
    this.aheadMs += ms;
    await this.order({ do: "clock", clock: this.clock() });
  }

  /** To five past nine of the day that is so many days after the first. */
  async moveToMorning(day: number): Promise<void> {
    const target = MORNING + day * 86_400_000;
    await this.move(target - (Date.now() + this.clock().businessAheadMs));
  }

  /** Starts the desk again where it is gone, as systemd would; where it cannot start, the next round tries again. */
  async revive(): Promise<void> {
    if (this.process.alive) {
      return;
    }
    this.restarts += 1;
    this.process = new DeskProcess(this.ground.bundle);
    await this.opens();
  }

  async kill(signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): Promise<void> {
    await this.process.kill(signal);
  }

  /** What a second bot on the same file is told; nothing where it was let in. */
  async secondBot(): Promise<string | undefined> {
    const second = new DeskProcess(this.ground.bundle);
    const told = await second.order(this.opening()).then(
      () => undefined,
      (failure: Error) => failure.message,
    );
    await second.kill("SIGKILL");
    return told;
  }

  /** Answers the process, where it still lives, for the next scene. */
  async close(): Promise<DeskProcess | undefined> {
    const closed = this.process.alive && (await this.order({ do: "close" }));
    await this.workspace.close();
    removeDatabase(this.path);
    return closed ? this.process : undefined;
  }

  private opening(): Order {
    const config: Config = {
      slack: {
        mode: "socket",
        botToken: localTokens.botToken,
        appToken: localTokens.appToken,
        apiUrl: this.workspace.apiUrl,
      },
      databaseUrl: `file:${this.path}`,
      port: 0,
      dataDir: this.ground.folder,
      evidenceDir: join(this.ground.folder, "evidence"),
      logLevel: process.env.FAULTS_HEAR === undefined ? "silent" : "warn",
    };
    const { bug, ticksItself = false } = this.options;
    const { policyFile } = this.ground;
    return { do: "open", config, policyFile, clock: this.clock(), bug, ticksItself };
  }

  private clock() {
    return { machineAheadMs: this.aheadMs, businessAheadMs: MORNING - this.beganAt + this.aheadMs };
  }
}
