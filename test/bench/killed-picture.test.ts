/** A real desk is killed between the words of a digest that comes by itself and its picture: after a restart the picture is there, once. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { onGround } from "../../bench/faults/bench.ts";
import { MANAGER } from "../../bench/faults/book.ts";
import { type Ground, Scene } from "../../bench/faults/scene.ts";
import { repositoryPath } from "../../prisma/schema.ts";
import { openDatabase } from "../../src/platform/storage/index.ts";

const LONG_MS = 600_000;

/** Whoever reads digests in this book wants them as pictures. */
async function wantPictures(path: string): Promise<void> {
  const database = await openDatabase({ url: `file:${path}`, durable: false });
  const people = await database.db.person.findMany({ select: { id: true } });
  const saidAt = new Date("2026-03-01T09:00:00+08:00");
  await database.db.digestLook.createMany({
    data: people.map(({ id: personId }) => ({ personId, look: "picture", saidAt })),
  });
  await database.close();
}

/** The desk from its sources: a thread that draws looks for files beside it, which the bench's one file does not have. */
function fromSources(ground: Ground): Ground {
  const path = join(ground.folder, "desk.mjs");
  const [tsx, desk] = [import.meta.resolve("tsx/esm/api"), pathToFileURL(repositoryPath("bench/faults/child/desk.ts"))];
  writeFileSync(path, `import { register } from "${tsx}";\nregister();\nawait import("${desk}");\n`);
  return { ...ground, bundle: path };
}

/** How often the manager has the words and the picture. */
async function killedAt(ground: Ground, on: string, carriedOut: "before" | "never") {
  const scene = await Scene.prepare(ground, "killed", undefined, {});
  await wantPictures(scene.path);
  await scene.open();
  expect(await scene.order({ do: "tick", job: "digests" })).toBe(true);
  scene.workspace.faults.add({ kind: "meanwhile", carriedOut, on, run: () => scene.kill() });
  for (let round = 0; round < 14; round += 1) {
    await scene.revive();
    await scene.tick();
    await scene.move(65_000);
  }
  const messages = scene.as(MANAGER).messagesFromBot();
  const words = messages.filter(({ shown }) => shown.includes("Comes by itself")).length;
  const pictures = messages.filter(({ files }) => files.some(({ name }) => name.endsWith(".png"))).length;
  const { restarts } = scene;
  await (await scene.close())?.kill("SIGKILL");
  return { words, pictures, restarts };
}

it.each([
  ["files.getUploadURLExternal", "never"],
  ["files.completeUploadExternal", "before"],
] as const)("killed at %s, carried out %s", { timeout: LONG_MS }, async (on, carriedOut) => {
  const found = await onGround(1, (ground) => killedAt(fromSources(ground), on, carriedOut));
  expect(found).toEqual({ words: 1, pictures: 1, restarts: 1 });
});
