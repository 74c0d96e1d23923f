/** A file below a message that comes by itself: sent once, after the message, which says the same in words. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LI, type OutboxDesk, startOutboxDesk } from "./outbox-desk.ts";

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

  it("that Slack does not take leaves the words, sent", async () => {
    desk.workspace.faults.add({ kind: "refused", error: "not_allowed", on: "files.getUploadURLExternal", times: 9 });
    await desk.promises("a", desk.people.li);

    expect(await desk.sends()).toMatchObject({ sent: 1, dead: 0 });

    expect(read()).toEqual([["Title of a"]]);
    expect(await desk.state("a")).toBe("sent");
  });

  it("is not made for a message that could not be sent", async () => {
    desk.workspace.faults.add({ kind: "refused", error: "is_archived", on: "chat.postMessage", times: 9 });
    await desk.promises("a", desk.people.li);

    await desk.sends();

    expect(read()).toEqual([]);
    expect(made).toBe(0);
  });
});
