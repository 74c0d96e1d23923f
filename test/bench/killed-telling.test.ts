/** A real desk is killed between saving what it tells of a red signal and sending it: after a restart everybody hears of it, once. */
import { expect, it } from "vitest";
import { onGround } from "../../bench/faults/bench.ts";
import { FIRST_DAY, MANAGER, officerId } from "../../bench/faults/book.ts";
import { type Ground, Scene } from "../../bench/faults/scene.ts";
import { openDatabase } from "../../src/platform/storage/index.ts";
import { aSignal } from "../builders/signals.ts";

const LONG_MS = 600_000;
const SIGNAL = "S990001";
const AWAITED = "nobody has acknowledged it";

/** A red from facts about an account of the first officer; it is to be told at once. */
async function plantSignal(path: string): Promise<void> {
  const database = await openDatabase({ url: `file:${path}`, durable: false });
  const { id: policyVersionId } = await database.db.policyVersion.findFirstOrThrow();
  const keeper = await database.db.person.findFirstOrThrow({ where: { name: "Officer 0" } });
  const { borrowerId } = await database.db.ownership.findFirstOrThrow({ where: { personId: keeper.id } });
  const raisedAt = new Date(`${FIRST_DAY}T09:00:00+08:00`);
  await aSignal(database.db, { policyVersionId, borrowerId, number: SIGNAL, code: "OPS-10", level: "red", raisedAt });
  await database.close();
}

/** Not a digest, which counts it too. */
const isOfRung = ({ shown }: { readonly shown: string }) => shown.includes(SIGNAL) && shown.includes(AWAITED);

type Killing = (scene: Scene) => Promise<void>;

/** How often each was told of it, in Slack. */
async function tellings(ground: Ground, name: string, kill: Killing): Promise<{ told: number[]; restarts: number }> {
  const scene = await Scene.prepare(ground, name, undefined, {});
  await plantSignal(scene.path);
  await scene.open();
  await kill(scene);
  for (let round = 0; round < 12; round += 1) {
    await scene.revive();
    await scene.tick();
    await scene.move(65_000);
  }
  const told = [officerId(0), MANAGER].map((user) => scene.as(user).messagesFromBot().filter(isOfRung).length);
  const { restarts } = scene;
  await (await scene.close())?.kill("SIGKILL");
  return { told, restarts };
}

const KILLINGS: readonly (readonly [string, Killing])[] = [
  [
    "right after the promise was saved",
    async (scene) => {
      await scene.order({ do: "kill_at", kill: { site: "promise", nth: 1, when: "after" } });
      expect(await scene.order({ do: "tick", job: "escalations" })).toBe(false);
    },
  ],
  [
    "with the message claimed and not sent",
    async (scene) => {
      expect(await scene.order({ do: "tick", job: "escalations" })).toBe(true);
      await scene.order({ do: "kill_at", kill: { site: "claim", nth: 1, when: "after" } });
      expect(await scene.order({ do: "tick", job: "messages" })).toBe(false);
    },
  ],
  [
    "with the message sent and not marked",
    async (scene) => {
      expect(await scene.order({ do: "tick", job: "escalations" })).toBe(true);
      const run = () => scene.kill();
      scene.workspace.faults.add({ kind: "meanwhile", carriedOut: "before", on: "chat.postMessage", run });
      expect(await scene.order({ do: "tick", job: "messages" })).toBe(false);
    },
  ],
];

it.each(KILLINGS)("killed %s", { timeout: LONG_MS }, async (_when, kill) => {
  const { told, restarts } = await onGround(1, (ground) => tellings(ground, "killed", kill));
  expect({ told, restarts }).toEqual({ told: [1, 1], restarts: 1 });
});
