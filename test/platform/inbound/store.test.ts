import { describe, expect, it } from "vitest";
import { answerInbound, failInbound, listUnanswered, storeInbound } from "../../../src/platform/inbound/store.ts";
import { freshDatabase } from "../../setup/database.ts";

const receivedAt = new Date("2026-03-02T01:00:00.000Z");
const aSubmission = { key: "view-1:hash", kind: "submission", payload: '{"type":"view_submission"}', receivedAt };

describe("a delivery from Slack", () => {
  it("is fresh once", async () => {
    const database = await freshDatabase();

    expect(await storeInbound(database, aSubmission)).toEqual({ fresh: true });
    expect(await storeInbound(database, aSubmission)).toEqual({ fresh: false, state: "received", answer: null });
  });

  it("is fresh for one of fifty that come at once", async () => {
    const database = await freshDatabase();

    const kept = await Promise.all(Array.from({ length: 50 }, () => storeInbound(database, aSubmission)));

    expect(kept.filter(({ fresh }) => fresh)).toHaveLength(1);
  });

  it("is stored although another that came at once cannot be", async () => {
    const database = await freshDatabase();
    const broken = { ...aSubmission, key: "broken", receivedAt: new Date(Number.NaN) };

    const [first, second, third] = await Promise.allSettled([
      storeInbound(database, { ...aSubmission, key: "before" }),
      storeInbound(database, broken),
      storeInbound(database, { ...aSubmission, key: "after" }),
    ]);

    expect([first?.status, second?.status, third?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((await listUnanswered(database)).map(({ key }) => key)).toEqual(["before", "after"]);
  });

  it("gets its first answer again when it is repeated", async () => {
    const database = await freshDatabase();
    await storeInbound(database, aSubmission);

    await answerInbound(database, aSubmission.key, '{"response_action":"clear"}');
    await answerInbound(database, aSubmission.key, "another");

    expect(await storeInbound(database, aSubmission)).toEqual({
      fresh: false,
      state: "done",
      answer: '{"response_action":"clear"}',
    });
  });

  it("that nobody answered is found again after a restart, oldest first, with all it said", async () => {
    const database = await freshDatabase();
    const payload = JSON.stringify({ words: "贷后检查 🏦 'quoted' $1 ?2" });
    await storeInbound(database, { ...aSubmission, key: "later", receivedAt: new Date("2026-03-02T02:00:00.000Z") });
    await storeInbound(database, { ...aSubmission, key: "sooner", payload });
    await storeInbound(database, { ...aSubmission, key: "answered" });
    await storeInbound(database, { ...aSubmission, key: "failed" });

    await answerInbound(database, "answered", "");
    await failInbound(database, "failed", "broken");

    const unanswered = await listUnanswered(database);
    expect(unanswered.map(({ key }) => key)).toEqual(["sooner", "later"]);
    expect(unanswered[0]).toEqual({ key: "sooner", kind: "submission", payload, receivedAt });
  });

  it("over 256 kB is refused", async () => {
    const database = await freshDatabase();
    const store = (key: string, payload: string) => storeInbound(database, { ...aSubmission, key, payload });

    expect(await store("longest", "x".repeat(256 * 1024))).toEqual({ fresh: true });
    await expect(store("too long", "贷".repeat(87_382))).rejects.toThrow(RangeError);
  });
});
