/** Lets the planned fault strike, and takes it away again. */
import type { Fault as ApiFault } from "../../src/workspace/workspace.ts";
import { officerId, REVIEWER } from "./book.ts";
import { holdLock } from "./database-file.ts";
import type { Fault, FaultClass, Point, RunPlan } from "./plan.ts";
import type { Scene } from "./scene.ts";

const HOUR_MS = 3_600_000;
/** Longer than the desk waits for an answer. */
const HANGS_MS = 10_600;
const LOCKED_MS = 10_000;
/** While the process that was told to end still waits for its answer. */
const ENDING_MS = 60;
const MORNINGS: readonly Point[] = ["morning", "next_morning"];

export interface Struck {
  /** The fault ends by itself or by somebody's hand. */
  heal(): Promise<void>;
  /** What the bench saw that must not be, though nothing was lost by it. */
  readonly complaint?: string | undefined;
}

const nothingToHeal: Struck = { heal: async () => undefined };

type Strikes = {
  readonly [K in FaultClass]: (scene: Scene, fault: Extract<Fault, { class: K }>, plan: RunPlan) => Promise<Struck>;
};

/** Ready to strike from now on. */
export async function strike(scene: Scene, plan: RunPlan): Promise<Struck> {
  const strikes: (scene: Scene, fault: never, plan: RunPlan) => Promise<Struck> = STRIKES[plan.fault.class];
  return strikes(scene, plan.fault as never, plan);
}

const STRIKES: Strikes = {
  killed_at_write: async (scene, { kill }) => {
    await scene.order({ do: "kill_at", kill });
    return { heal: async () => void (await scene.order({ do: "kill_at", kill: undefined })) };
  },
  killed_at_post: async (scene, { accepted }, { point }) =>
    withApi(scene, {
      kind: "meanwhile",
      carriedOut: accepted ? "before" : "never",
      on: "chat.postMessage",
      channel: channelAt(point),
      run: () => scene.kill(),
    }),
  killed_at_edit: async (scene, { accepted }) =>
    withApi(scene, {
      kind: "meanwhile",
      carriedOut: accepted ? "before" : "never",
      on: "chat.update",
      run: () => scene.kill(),
    }),
  killed_at_random: async (scene, { afterMs }) => {
    const timer = setTimeout(() => void scene.kill(), afterMs);
    return { heal: async () => clearTimeout(timer) };
  },
  // The person who submits pulls the plug: see people.ts.
  killed_when_acknowledged: async () => nothingToHeal,
  dropped: async (scene, { accepted }, { point }) =>
    onPosts(scene, point, [{ kind: accepted ? "drop_after_accept" : "drop_before_accept" }]),
  http_502: async (scene, { accepted }, { point }) =>
    onPosts(scene, point, [{ kind: "http_error", status: 502, accepted }]),
  hangs: async (scene, { accepted }, { point }) => {
    let hanging: Promise<void> | undefined;
    const run = () => {
      hanging = pause(HANGS_MS);
      return hanging;
    };
    const { heal } = await onPosts(scene, point, [
      { kind: "meanwhile", carriedOut: accepted ? "before" : "after", run },
    ]);
    return {
      // The desk's clock is moved, the wire's is not: what is still on its way arrives before a look-up could be due.
      heal: async () => {
        await heal();
        await hanging;
      },
    };
  },
  limited_one: async (scene, { seconds, times }, { point }) =>
    withApi(scene, {
      kind: "rate_limited",
      retryAfter: seconds,
      times,
      channel: channelAt(point),
      on: "chat.postMessage",
    }),
  limited_all: async (scene, { seconds, times }) =>
    withApi(scene, { kind: "rate_limited", retryAfter: seconds, times }),
  token_revoked: async (scene) =>
    withApi(scene, { kind: "refused", error: "token_revoked", times: Number.POSITIVE_INFINITY }),
  channel_not_found: async (scene, { once }, { point }) =>
    withApi(scene, {
      kind: "refused",
      error: "channel_not_found",
      channel: channelAt(point),
      times: once ? 1 : Number.POSITIVE_INFINITY,
    }),
  deactivated: async (scene) => {
    await scene.workspace.people.deactivate(officerId(1));
    return nothingToHeal;
  },
  invalid_blocks: async (scene, _fault, { point }) =>
    onPosts(scene, point, [{ kind: "refused", error: "invalid_blocks" }]),
  disk_full: async (scene) => {
    await scene.order({ do: "disk", full: true });
    return { heal: async () => void (await scene.order({ do: "disk", full: false })) };
  },
  database_locked: async (scene) => {
    const letGo = await holdLock(scene.path);
    const held = pause(LOCKED_MS).then(letGo);
    return { heal: () => held };
  },
  clock_back: async (scene) => {
    await scene.move(-HOUR_MS);
    return { heal: () => scene.move(HOUR_MS) };
  },
  stalled: async (scene, { ms }) => {
    await scene.order({ do: "stall", ms });
    return nothingToHeal;
  },
  terminated: async (scene, { accepted }, { point }) =>
    onPosts(scene, point, [
      {
        kind: "meanwhile",
        carriedOut: accepted ? "before" : "never",
        run: async () => {
          void scene.kill("SIGTERM");
          await pause(ENDING_MS);
        },
      },
    ]),
  second_bot: async (scene) => {
    const told = await scene.secondBot();
    const refused = told?.includes("a bot runs on this database file already") ?? false;
    return { ...nothingToHeal, complaint: refused ? undefined : `a second bot was let in: ${told ?? "no refusal"}` };
  },
};

/** One after the other, on the posts of new messages; of a morning, on an officer's, not on the administrator's daily line. */
async function onPosts(scene: Scene, point: Point, faults: readonly ApiFault[]): Promise<Struck> {
  const on = { on: "chat.postMessage", ...(MORNINGS.includes(point) ? { channel: channelAt(point) } : {}) } as const;
  const remove = faults.map((fault) => scene.workspace.faults.add({ ...fault, ...on }));
  return {
    heal: async () => {
      for (const one of remove) one();
    },
  };
}

async function withApi(scene: Scene, fault: ApiFault): Promise<Struck> {
  const remove = scene.workspace.faults.add(fault);
  return { heal: async () => remove() };
}

/** Whose message is on its way at this point of the life. */
function channelAt(point: Point): string {
  const userId = point === "request" ? REVIEWER : officerId(0);
  return `D${userId.slice(1)}`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}
