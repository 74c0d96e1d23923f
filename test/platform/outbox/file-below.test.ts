/** A file below a message that comes by itself: sent once, after the message, which says the same in words. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LI, MA, type OutboxDesk, startOutboxDesk, WANG } from "./outbox-desk.ts";

let desk: OutboxDesk;
let made: number;
beforeEach(async () => {
  desk = await startOutboxDesk();
  made = 0;
  desk.below = async () => {
    made += 1;
    return { name: "digest.png", bytes: Buffer.from("a picture"), comment: "The picture" };
  };
});
afterEach(() => desk.stop());

const read = () =>
  desk.workspace
    .as(LI)
    .messagesFromBot()
    .map(({ text, files }) => [text, ...files.map(({ name }) => name)]);

describe("A file below a message", () => {
  it("follows it, once", async () => {
    await desk.promises("a", desk.people.li);

    await desk.sends();
    await desk.sends(desk.other);

    expect(read()).toEqual([["Title of a"], ["The picture", "digest.png"]]);
    expect(made).toBe(1);
  });

  it("that Slack does not take leaves the words, sent; the administrators are told, and nobody reads it in another's place", async () => {
    desk.workspace.faults.add({ kind: "refused", error: "not_allowed", on: "files.getUploadURLExternal", times: 9 });
    await desk.promises("a", desk.people.li);

    expect(await desk.sends()).toMatchObject({ dead: 1 });

    expect(read()).toEqual([["Title of a"]]);
    expect([await desk.state("a"), await desk.state("a:file")]).toEqual(["sent", "dead"]);
    expect(desk.read(MA)).toHaveLength(1);
    expect(desk.read(WANG)).toEqual([]);
  });

  it("that cannot be made is tried again later", async () => {
    const { below } = desk;
    desk.below = () => Promise.reject(new Error("no memory"));
    await desk.promises("a", desk.people.li);
    await desk.sends();
    expect(await desk.state("a:file")).toBe("pending");

    desk.below = below;
    desk.passes(10_000);
    await desk.sends();

    expect(read()).toEqual([["Title of a"], ["The picture", "digest.png"]]);
  });

  it("is called off where there is none any more", async () => {
    const { below } = desk;
    let asked = 0;
    desk.below = async () => {
      asked += 1;
      return undefined;
    };
    await desk.promises("a", desk.people.li);
    await desk.sends();
    desk.below = below;
    await desk.sends();

    expect([asked, await desk.state("a:file"), read()]).toEqual([1, "cancelled", [["Title of a"]]]);
  });

  it("is not made for a message that could not be sent", async () => {
    desk.workspace.faults.add({ kind: "refused", error: "is_archived", on: "chat.postMessage", times: 9 });
    await desk.promises("a", desk.people.li);

    await desk.sends();

    expect(read()).toEqual([]);
    expect(made).toBe(0);
  });
});

/** The sender dies while Slack has this call: its lease ends, and another looks. */
async function diesAt(on: string, carriedOut: "before" | "never"): Promise<void> {
  await new Promise<void>((died) => {
    const run = () => {
      died();
      return new Promise<void>((resume) => {
        release = resume;
      });
    };
    desk.workspace.faults.add({ kind: "meanwhile", carriedOut, on, run });
    abandoned = desk.sends();
  });
  await desk.db.outboxMessage.updateMany({ where: { state: "claimed" }, data: { claimedBy: "the dead" } });
}
let release: (() => void) | undefined;
let abandoned: Promise<unknown> | undefined;
afterEach(async () => {
  release?.();
  await abandoned;
  release = abandoned = undefined;
});

/** Another process goes on until all is settled. */
async function another(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    desk.passes(65_000);
    await desk.looksUp();
    await desk.sends(desk.other);
  }
}

describe("Where the sender dies, the file arrives once:", () => {
  const BOTH = [["Title of a"], ["The picture", "digest.png"]];

  it.each([
    ["the message was posted and not marked", "chat.postMessage", "before"],
    ["the message was sent, and nothing of the file", "files.getUploadURLExternal", "never"],
    ["the file was uploaded and not shown", "files.completeUploadExternal", "never"],
    ["the file was shown and not marked", "files.completeUploadExternal", "before"],
  ] as const)("%s", async (_when, on, carriedOut) => {
    await desk.promises("a", desk.people.li);
    await diesAt(on, carriedOut);

    await another();

    expect(read()).toEqual(BOTH);
    expect([await desk.state("a"), await desk.state("a:file")]).toEqual(["sent", "sent"]);
  });

  it("and no file where messages of that kind never have one", async () => {
    desk.below = undefined;
    await desk.promises("a", desk.people.li);
    await desk.sends();

    expect(await desk.state("a:file")).toBeUndefined();
  });
});
