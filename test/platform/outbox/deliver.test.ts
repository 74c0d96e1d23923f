import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inTransaction, systemContext } from "../../../src/platform/context.ts";
import { markStale } from "../../../src/platform/outbox/promise.ts";
import { aPerson, aSlackAccount } from "../../builders/index.ts";
import { CHEN, dm, LI, MA, type OutboxDesk, startOutboxDesk } from "./outbox-desk.ts";

const MINUTE = 60_000;
let desk: OutboxDesk;
beforeEach(async () => {
  desk = await startOutboxDesk();
});
afterEach(async () => {
  await desk.stop();
});
const posts = () => desk.workspace.accepted.filter(({ method }) => method === "chat.postMessage").length;

describe("a promised message", () => {
  it("is sent once, in a channel that was opened and noted before, and is not promised twice", async () => {
    await desk.promises("a", desk.people.li);
    await desk.promises("a", desk.people.li);
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(await desk.sends()).toMatchObject({ sent: 0 });
    expect(desk.read(LI)).toEqual(["News of a"]);
    const { channelId, ts, rendered } = await desk.row("a");
    const account = await desk.db.slackAccount.findFirstOrThrow({ where: { userId: LI } });
    expect(channelId).toBe(account.channelId);
    expect([typeof ts, rendered?.includes("News of a")]).toEqual(["string", true]);
  });

  it("carries in its metadata nothing that anybody can read", async () => {
    await desk.promises("loan:secret", desk.people.li);
    await desk.sends();
    const [metadata] = desk.workspace.accepted.map((call) => JSON.stringify(call.metadata));
    expect(metadata).toMatch(/^\{"event_type":"afterloan_promise","event_payload":\{"promise":"[0-9a-f]{64}"\}\}$/);
  });

  it("is called off when there is nothing to say any more", async () => {
    await desk.promises("a", desk.people.li);
    desk.says = () => undefined;
    expect(await desk.sends()).toMatchObject({ calledOff: 1, sent: 0 });
    expect(await desk.state("a")).toBe("cancelled");
    expect(desk.read(LI)).toEqual([]);
  });

  it("is not said before its moment", async () => {
    await desk.promises("a", desk.people.li, { notBefore: new Date("2026-03-02T01:40:00Z") });
    expect(await desk.sends()).toMatchObject({ sent: 0 });
    desk.passes(10 * MINUTE);
    expect(await desk.sends()).toMatchObject({ sent: 1 });
  });

  it("is shared by two workers without being sent twice", async () => {
    for (let n = 0; n < 30; n += 1) await desk.promises(`n${n}`, n % 2 === 0 ? desk.people.li : desk.people.chen);
    for (let round = 0; round < 3; round += 1) await Promise.all([desk.sends(desk.one), desk.sends(desk.other)]);
    expect(posts()).toBe(30);
    expect(new Set([...desk.read(LI), ...desk.read(CHEN)]).size).toBe(30);
  });
});

describe("a message when Slack asks to wait", () => {
  it("waits as long as it is told, once, and delays nobody else", async () => {
    await desk.promises("li-1", desk.people.li);
    await desk.promises("li-2", desk.people.li);
    await desk.promises("chen", desk.people.chen);
    desk.workspace.faults.add({ kind: "rate_limited", retryAfter: 7, on: "chat.postMessage", channel: dm(LI) });
    expect(await desk.sends()).toMatchObject({ waiting: 1, sent: 1 });
    expect(desk.read(CHEN)).toEqual(["News of chen"]);
    desk.passes(6_900);
    expect(await desk.sends()).toMatchObject({ sent: 0 });
    desk.passes(200);
    expect(await desk.sends()).toMatchObject({ sent: 2 });
    expect(desk.read(LI)).toEqual(["News of li-1", "News of li-2"]);
    expect(posts()).toBe(3);
  });
});

describe("a message whose reply never came", () => {
  it("is uncertain, is not looked for before forty seconds, is found, and is never sent again", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "drop_after_accept", on: "chat.postMessage" });
    expect(await desk.sends()).toMatchObject({ uncertain: 1, sent: 0 });
    expect(await desk.state("a")).toBe("uncertain");
    desk.passes(39_000);
    expect(await desk.looksUp()).toEqual({ found: 0, resent: 0, still: 0, dead: 0 });
    expect(await desk.sends()).toMatchObject({ sent: 0 });
    desk.passes(2_000);
    expect(await desk.looksUp()).toMatchObject({ found: 1 });
    expect(await desk.sends()).toMatchObject({ sent: 0 });
    expect(desk.read(LI)).toEqual(["News of a"]);
    expect(posts()).toBe(1);
  });

  it("is drawn again once found, since nobody knows what it said", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "drop_after_accept", on: "chat.postMessage" });
    await desk.sends();
    desk.says = () => "newer";
    desk.passes(MINUTE);
    await desk.looksUp();
    expect(await desk.edits()).toMatchObject({ edited: 1 });
    expect(desk.read(LI)).toEqual(["newer"]);
  });

  it("is sent again, once, when Slack never took it", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "http_error", status: 502, accepted: false, on: "chat.postMessage" });
    expect(await desk.sends()).toMatchObject({ uncertain: 1 });
    desk.passes(MINUTE);
    expect(await desk.looksUp()).toMatchObject({ resent: 1 });
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(desk.read(LI)).toEqual(["News of a"]);
  });

  it("is found behind hundreds of later messages", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "drop_after_accept", on: "chat.postMessage" });
    await desk.sends();
    const channel = (await desk.row("a")).channelId ?? "";
    for (let n = 0; n < 230; n += 1) await desk.one.client.chat.postMessage({ channel, text: `later ${n}` });
    desk.passes(MINUTE);
    expect(await desk.looksUp()).toMatchObject({ found: 1, resent: 0 });
  });

  it("stays open while it cannot be looked up, and is looked up later", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "drop_after_accept", on: "chat.postMessage" });
    await desk.sends();
    desk.passes(MINUTE);
    desk.workspace.faults.add({ kind: "http_error", status: 503, accepted: false, on: "conversations.history" });
    expect(await desk.looksUp()).toMatchObject({ still: 1 });
    expect(await desk.looksUp()).toMatchObject({ still: 0, found: 0 });
    desk.passes(61_000);
    expect(await desk.looksUp()).toMatchObject({ found: 1 });
  });

  it("is uncertain too when its sender died with it, and two look-ups send it once", async () => {
    await desk.promises("a", desk.people.li);
    await desk.db.outboxMessage.updateMany({
      data: {
        state: "claimed",
        claimedBy: "dead worker",
        leaseUntil: new Date(desk.parts.clocks.machineNow().getTime() - 1),
      },
    });
    expect(await desk.sends()).toMatchObject({ sent: 0 });
    expect(await desk.state("a")).toBe("uncertain");
    desk.passes(MINUTE);
    await Promise.all([desk.looksUp(), desk.looksUp()]);
    await Promise.all([desk.sends(desk.one), desk.sends(desk.other)]);
    expect(desk.read(LI)).toEqual(["News of a"]);
  });

  it("is left alone by a worker that was too slow and lost it to another", async () => {
    await desk.promises("slow", desk.people.li);
    await desk.promises("next", desk.people.chen);
    let first = true;
    desk.says = async (key) => {
      if (first && key === "slow") {
        first = false;
        desk.passes(2 * MINUTE);
        await desk.sends(desk.other);
        desk.passes(MINUTE);
        await desk.looksUp();
        await desk.sends(desk.other);
      }
      return `News of ${key}`;
    };
    await desk.sends(desk.one);
    expect(posts()).toBe(2);
    expect([await desk.state("slow"), await desk.state("next")]).toEqual(["sent", "sent"]);
  });
});

describe("a message that cannot be delivered as it is", () => {
  it("is sent as plain words, once, where Slack will not draw it", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "refused", error: "invalid_blocks", on: "chat.postMessage" });
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(desk.read(LI)).toEqual(["Title of a"]);
  });

  it("is sent in older blocks where Slack refuses a new one, and in plain words where it refuses those too", async () => {
    const chart = { type: "pie", segments: [{ label: "Li Wen", value: 3 }] } as const;
    desk.says = () => [{ kind: "chart", title: "Late", chart }];
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "refused", error: "invalid_blocks", on: "chat.postMessage" });

    expect(await desk.sends()).toMatchObject({ sent: 1 });

    expect((await desk.row("a")).rendered).toContain("Li Wen: 3");
    await desk.promises("b", desk.people.li);
    desk.workspace.faults.add({ kind: "refused", error: "invalid_blocks", on: "chat.postMessage", times: 2 });
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(desk.read(LI).at(-1)).toBe("Title of b");
  });

  it("dies after the plain words were refused as well", async () => {
    await desk.promises("a", desk.people.li);
    desk.workspace.faults.add({ kind: "refused", error: "invalid_blocks", on: "chat.postMessage", times: 2 });
    expect(await desk.sends()).toMatchObject({ dead: 1 });
    expect(await desk.row("a")).toMatchObject({ state: "dead", failure: "invalid_blocks" });
  });

  // Tried once more: on PostgreSQL beside other test runs, one burial of two was once in nine runs left for a later round.
  it("dies when Slack knows the person no more, and the administrator is told once a day, with names", async () => {
    const gone = await aPerson(desk.db, { name: "Gone Person" });
    await desk.promises("li", desk.people.li);
    await desk.promises("gone", gone.id);
    desk.workspace.faults.add({ kind: "refused", error: "user_not_found", on: "conversations.open" });
    expect(await desk.sends()).toMatchObject({ dead: 2, sent: 2 });
    expect(await desk.row("li")).toMatchObject({ state: "dead", failure: "user_not_found" });
    expect(await desk.row("gone")).toMatchObject({ state: "dead", failure: "no_slack_account" });
    await desk.promises("again", gone.id);
    await desk.sends();
    await desk.sends();
    await desk.edits();
    const told = desk.read(MA);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("3 messages could not be delivered today");
    expect(told[0]).toContain("*Li Wen*");
    expect(told[0]).toContain("Slack does not know this person any more.");
    expect(told[0]).toContain("No Slack account is matched with this person");
    expect(told[0]).not.toContain("user_not_found");
  });

  it("of a leaver dies too, and a report of dead messages that dies is not reported again", async () => {
    await desk.db.person.update({ where: { id: desk.people.li }, data: { leftOn: "2026-02-27" } });
    await desk.db.slackAccount.updateMany({ where: { userId: MA }, data: { endedAt: new Date("2026-01-01") } });
    await desk.promises("a", desk.people.li);
    expect(await desk.sends()).toMatchObject({ dead: 2 });
    expect(await desk.sends()).toMatchObject({ dead: 0, sent: 0 });
    expect(await desk.db.outboxMessage.count({ where: { kind: "delivery.dead" } })).toBe(1);
  });

  it("goes to the latest of a person's Slack accounts, whose language is spoken", async () => {
    await aSlackAccount(desk.db, desk.people.li, {
      userId: CHEN,
      teamId: "T0OTHER",
      channelId: null,
      matchedAt: new Date("2026-01-01"),
    });
    await desk.promises("a", desk.people.li);
    await desk.sends();
    expect([desk.read(LI), desk.read(CHEN)]).toEqual([[], ["News of a"]]);
  });
});

describe("when our own drawing fails", () => {
  it("the others are sent, and it is tried again later", async () => {
    await desk.promises("broken", desk.people.li);
    await desk.promises("fine", desk.people.chen);
    desk.says = (key) => {
      if (key === "broken") throw new Error("a mistake of ours");
      return `News of ${key}`;
    };
    expect(await desk.sends()).toMatchObject({ waiting: 1, sent: 1 });
    expect(await desk.sends()).toMatchObject({ waiting: 0, sent: 0 });
    desk.says = (key) => `News of ${key}`;
    desk.passes(5_000);
    expect(await desk.sends()).toMatchObject({ sent: 1 });
    expect(desk.read(LI)).toEqual(["News of broken"]);
  });

  it("it is given up after six tries, and the administrator is told", async () => {
    await desk.promises("broken", desk.people.li);
    desk.says = () => {
      throw new Error("a mistake of ours");
    };
    let dead = 0;
    for (let tries = 0; tries < 6; tries += 1) {
      dead += (await desk.sends()).dead;
      desk.passes(3 * MINUTE);
    }
    expect(dead).toBe(1);
    expect(await desk.row("broken")).toMatchObject({ state: "dead", failure: "cannot_be_drawn" });
    await desk.sends();
    expect(desk.read(MA)[0]).toContain("The message could not be made");
  });
});

describe("when Slack does not accept the token", () => {
  it("nothing is lost: all stay promised, Slack is left in peace, and all go out when it is accepted again", async () => {
    for (let n = 0; n < 25; n += 1) await desk.promises(`n${n}`, desk.people.li);
    desk.workspace.faults.add({ kind: "refused", error: "token_revoked", times: Number.POSITIVE_INFINITY });
    expect(await desk.sends()).toMatchObject({ stopped: true, sent: 0, dead: 0 });
    const calls = desk.workspace.calls.length;
    expect(await desk.sends()).toMatchObject({ stopped: true });
    expect(desk.workspace.calls).toHaveLength(calls);
    expect(await desk.db.outboxMessage.count({ where: { state: "pending" } })).toBe(25);
    desk.workspace.faults.clear();
    desk.passes(31_000);
    expect(await desk.sends(desk.other)).toMatchObject({ sent: 25, stopped: false });
  });
});

describe("a message whose facts change", () => {
  const changed = (id: string) => inTransaction(systemContext(desk.parts), (tx) => markStale(tx, { kind: "loan", id }));

  it("is edited in place", async () => {
    await desk.promises("a", desk.people.li);
    await desk.sends();
    desk.says = () => "approved by Wang";
    await changed("a");
    expect(await desk.edits()).toMatchObject({ edited: 1 });
    expect(desk.read(LI)).toEqual(["approved by Wang"]);
    expect(await desk.edits()).toMatchObject({ edited: 0, unchanged: 0 });
  });

  it("while it is being sent, is edited at once afterwards", async () => {
    await desk.promises("a", desk.people.li);
    desk.says = async () => {
      desk.says = () => "after";
      await changed("a");
      return "before";
    };
    await desk.sends();
    expect(desk.read(LI)).toEqual(["before"]);
    expect(await desk.edits()).toMatchObject({ edited: 1 });
    expect(desk.read(LI)).toEqual(["after"]);
  });

  it("again while it is being edited, is edited again", async () => {
    await desk.promises("a", desk.people.li);
    await desk.sends();
    await changed("a");
    desk.says = async () => {
      desk.says = () => "third";
      desk.passes(1);
      await changed("a");
      return "second";
    };
    expect(await desk.edits()).toMatchObject({ edited: 2 });
    expect(desk.read(LI)).toEqual(["third"]);
  });

  it("is not touched where it reads the same", async () => {
    await desk.promises("a", desk.people.li);
    await desk.sends();
    await changed("a");
    const calls = desk.workspace.calls.length;
    expect(await desk.edits()).toMatchObject({ unchanged: 1 });
    expect(desk.workspace.calls).toHaveLength(calls);
  });

  it("waits with the edit as long as Slack asks", async () => {
    await desk.promises("a", desk.people.li);
    await desk.sends();
    desk.says = () => "new";
    await changed("a");
    desk.workspace.faults.add({ kind: "rate_limited", retryAfter: 9, on: "chat.update" });
    expect(await desk.edits()).toMatchObject({ edited: 0, waitMs: 9_000 });
    const calls = desk.workspace.calls.length;
    desk.passes(8_000);
    expect(await desk.edits()).toMatchObject({ edited: 0 });
    expect(desk.workspace.calls).toHaveLength(calls);
    desk.passes(1_100);
    expect(await desk.edits()).toMatchObject({ edited: 1 });
  });

  it("is edited once more where the reply was lost, which does no harm", async () => {
    await desk.promises("a", desk.people.li);
    await desk.sends();
    desk.says = () => "new";
    await changed("a");
    desk.workspace.faults.add({ kind: "drop_after_accept", on: "chat.update" });
    expect(await desk.edits()).toMatchObject({ edited: 0 });
    desk.passes(6_000);
    expect(await desk.edits()).toMatchObject({ edited: 1 });
    expect(desk.read(LI)).toEqual(["new"]);
  });

  it("and cannot be drawn, does not keep the others from being true", async () => {
    await desk.promises("broken", desk.people.li);
    await desk.promises("fine", desk.people.chen);
    await desk.sends();
    desk.says = (key) => {
      if (key === "broken") throw new Error("a mistake of ours");
      return "true now";
    };
    await changed("broken");
    await changed("fine");
    expect(await desk.edits()).toMatchObject({ edited: 1, failed: 1 });
    expect(desk.read(CHEN)).toEqual(["true now"]);
    desk.says = () => "mended";
    desk.passes(5_000);
    expect(await desk.edits()).toMatchObject({ edited: 1 });
    expect(desk.read(LI)).toEqual(["mended"]);
  });

  it("and was deleted by somebody, is left alone with the reason", async () => {
    await desk.promises("a", desk.people.li);
    await desk.sends();
    desk.says = () => "new";
    await changed("a");
    desk.workspace.faults.add({ kind: "refused", error: "message_not_found", on: "chat.update" });
    expect(await desk.edits()).toMatchObject({ failed: 1 });
    expect(await desk.row("a")).toMatchObject({ editFailure: "message_not_found", staleAt: null, state: "sent" });
  });
});
