/** A real desk is killed between the offer of a signal and its acceptance: after the restart it is accepted, once. */
import { expect, it } from "vitest";
import { onGround } from "../../bench/faults/bench.ts";
import { FIRST_DAY, officerId } from "../../bench/faults/book.ts";
import { type Ground, Scene } from "../../bench/faults/scene.ts";
import { repositoryPath } from "../../prisma/schema.ts";
import { isRefusal } from "../../src/domain/refusal.ts";
import { contextOfPerson } from "../../src/features/people/index.ts";
import { offerSignal } from "../../src/features/signals/hands/offer.ts";
import { openDatabase } from "../../src/platform/storage/index.ts";
import { aSignal } from "../builders/signals.ts";
import { openTestParts } from "../setup/test-desk.ts";

const LONG_MS = 600_000;

/** The first officer offers a red one of an account of theirs to the second. */
async function offered(path: string): Promise<string> {
  const database = await openDatabase({ url: `file:${path}`, durable: false });
  const at = `${FIRST_DAY}T09:00:00+08:00`;
  const parts = await openTestParts({ ...database, url: `file:${path}` }, at, repositoryPath("policy/cn-bank.yml"));
  const named = (name: string) => database.db.person.findFirstOrThrow({ where: { name } });
  const [keeper, colleague] = [await named("Officer 0"), await named("Officer 1")];
  const { borrowerId } = await database.db.ownership.findFirstOrThrow({ where: { personId: keeper.id } });
  const policyVersionId = parts.policies.inForce().versionId;
  const red = { code: "OPS-10", level: "red", raisedAt: new Date(at), ownerId: keeper.id };
  const { id } = await aSignal(database.db, { policyVersionId, borrowerId, ...red });
  const ctx = await contextOfPerson(parts, keeper.id);
  const asked = ctx && (await offerSignal(ctx, { signalId: id, toId: colleague.id, note: "the owner knows you" }));
  if (asked === undefined || isRefusal(asked)) throw new Error(JSON.stringify(asked));
  await database.close();
  return id;
}

/** How it stands, and what happened to it. */
async function read(path: string, id: string): Promise<{ holder: string | undefined; acts: string[] }> {
  const database = await openDatabase({ url: `file:${path}`, durable: false });
  const signal = await database.db.signal.findUniqueOrThrow({ where: { id } });
  const holder = await database.db.person.findUnique({ where: { id: signal.ownerId ?? "" } });
  // What people did: the engine looks at it too.
  const byPeople = { signalId: id, personId: { not: null } };
  const events = await database.db.signalEvent.findMany({ where: byPeople, orderBy: { id: "asc" } });
  await database.close();
  return { holder: holder?.name, acts: events.map(({ act }) => act) };
}

async function acceptedAfterRestart(ground: Ground): Promise<Awaited<ReturnType<typeof read>>> {
  const scene = await Scene.prepare(ground, "offer", undefined, {});
  const id = await offered(scene.path);
  await scene.open();
  await scene.tick();
  await scene.kill();
  await scene.revive();
  const colleague = scene.as(officerId(1));
  const message = colleague.messagesFromBot().find(({ shown }) => shown.includes("asks you to take this on"));
  for (const _press of ["first", "again"]) {
    await colleague.clicks("Accept", { in: message });
    await scene.tick();
    // On a slow machine Slack shows nothing any more.
    await (colleague.modal === null ? undefined : colleague.closes({ all: true }));
  }
  const stands = await read(scene.path, id);
  await (await scene.close())?.kill("SIGKILL");
  return stands;
}

it("is accepted once, by whoever was asked", { timeout: LONG_MS }, async () => {
  const { holder, acts } = await onGround(2, acceptedAfterRestart);
  expect({ holder, acts }).toEqual({ holder: "Officer 1", acts: ["offered", "accepted"] });
});
