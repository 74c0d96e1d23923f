import { beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { promiseGained, renderGained } from "../../../src/features/morning/gained.ts";
import { GAINED, MORNING } from "../../../src/features/morning/ids.ts";
import { listModal } from "../../../src/features/morning/list-modal.ts";
import { renderMorning } from "../../../src/features/morning/morning-message.ts";
import { sweepMornings } from "../../../src/features/morning/sweep.ts";
import { inTransaction } from "../../../src/platform/context.ts";
import { markStale } from "../../../src/platform/outbox/promise.ts";
import { renderMessage } from "../../../src/platform/slack/render.ts";
import {
  anInspection,
  anOfficerWithSlack,
  aWorld,
  dueMessage,
  reads,
  theMessage,
  type World,
  wasSent,
} from "./desk-world.ts";

const PUT_OFF = "[Put off, could not visit…]";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

async function promisedMorning(personId: string) {
  await sweepMornings(world.system());
  return theMessage(world, personId, MORNING);
}

const set = (id: string, data: Parameters<World["db"]["inspection"]["update"]>[0]["data"]) =>
  world.db.inspection.update({ where: { id }, data });

describe("the morning message", () => {
  it("groups the work, most urgent first, each line with its button", async () => {
    const officer = await anOfficerWithSlack(world.db, { name: "Li Wen" });
    await anInspection(world.db, officer.id, { borrowerName: "Harvest Foods", dueOn: "2026-03-16", provisional: true });
    await anInspection(world.db, officer.id, { borrowerName: "Bright Steel", dueOn: "2026-03-10", state: "started" });
    await anInspection(world.db, officer.id, { borrowerName: "Blue Heron", dueOn: "2026-03-05" });
    await anInspection(world.db, officer.id, {
      borrowerName: "Old Bridge",
      state: "returned",
      dueOn: "2026-03-01",
      returnedDueOn: "2026-03-12",
    });

    const text = await reads(world, renderMorning, await promisedMorning(officer.id));

    expect(text).toEqual([
      "Your list for 10 Mar 2026: 1 late, 1 returned, 1 due today, 1 due soon",
      "Good morning, Li Wen. This is your list for 10 Mar 2026.",
      "# Late (1)",
      expect.stringMatching(
        /^Blue Heron · Routine inspection, on site · due Thu,? 5 Mar 2026, 3 working days late \| I-2026-\d+ · Working capital \[Start check\]$/,
      ),
      "# Returned to you (1)",
      expect.stringMatching(/^Old Bridge .* correct by Thu,? 12 Mar 2026 .*\[Correct\]$/),
      "# Due today (1)",
      expect.stringMatching(/^Bright Steel .*\[Start check\]$/),
      "# Due within 7 days (1)",
      expect.stringMatching(/^Harvest Foods .* date provisional.*\[Start check\]$/),
      PUT_OFF,
    ]);
  });

  it("offers to continue where a draft exists", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const inspection = await anInspection(world.db, officer.id, { state: "started" });
    const at = new Date("2026-03-09T02:00:00Z");
    await world.db.draft.create({
      data: {
        inspectionId: inspection.id,
        personId: officer.id,
        policyVersionId: "policy-1",
        mode: "on_site",
        startedAt: at,
        savedAt: at,
      },
    });

    const text = await reads(world, renderMorning, await promisedMorning(officer.id));

    expect(text?.at(-2)).toMatch(/\[Continue\]$/);
  });

  it("names no customer in the notification text, which stands on lock screens", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { borrowerName: "Harvest Foods" });

    const view = await renderMorning(await world.as(officer.id), await promisedMorning(officer.id));

    expect(view?.title).toBe("Your list for 10 Mar 2026: 1 due today");
  });

  it("is in the reader's language", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await world.db.slackAccount.updateMany({ data: { locale: "zh-TW" } });
    await anInspection(world.db, officer.id);

    const text = await reads(world, renderMorning, await promisedMorning(officer.id));

    expect(text?.[0]).toBe("2026年3月10日 待辦：1 項今天到期");
  });

  it("shows fifteen lines of twenty, counts the rest by kind, and fits Slack's sizes", async () => {
    const officer = await anOfficerWithSlack(world.db);
    for (let item = 0; item < 20; item += 1) {
      await anInspection(world.db, officer.id, { dueOn: item < 12 ? "2026-03-10" : "2026-03-13" });
    }

    const message = await promisedMorning(officer.id);
    const text = (await reads(world, renderMorning, message)) ?? [];
    const view = await renderMorning(await world.as(officer.id), message);

    expect(text.filter((line) => line.includes("[Start check]"))).toHaveLength(15);
    expect(text.slice(-2)).toEqual(["Not shown here: 5 due soon.", `[Show all (20)] ${PUT_OFF}`]);
    expect(view === undefined ? 0 : renderMessage(view).blocks.length).toBeLessThanOrEqual(50);
  });

  it("a customer's name cannot format the message or mention anybody", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id, { borrowerName: "<!channel> *AAA* <https://x.example|y>" });

    const view = await renderMorning(await world.as(officer.id), await promisedMorning(officer.id));

    expect(JSON.stringify(view && renderMessage(view))).not.toMatch(/<!channel>|<https/);
  });
});

describe("what changes after nine", () => {
  it("what was done before the message left is not in it, and with nothing left it is called off", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const done = await anInspection(world.db, officer.id, { borrowerName: "Done Already" });
    const open = await anInspection(world.db, officer.id, { borrowerName: "Still Open" });
    const message = await promisedMorning(officer.id);

    await set(done.id, { state: "submitted" });
    const half = await reads(world, renderMorning, message);
    await set(open.id, { state: "cancelled", closedAt: new Date() });
    const none = await reads(world, renderMorning, message);

    expect(half?.join("\n")).not.toContain("Done Already");
    expect(none).toBeUndefined();
  });

  it("a message that could not be sent on its day is not sent the day after", async () => {
    const officer = await anOfficerWithSlack(world.db);
    await anInspection(world.db, officer.id);
    const message = await promisedMorning(officer.id);

    world.at("2026-03-11T01:00:00Z");

    expect(await reads(world, renderMorning, message)).toBeUndefined();
  });

  it("an edit shows what was submitted, moved, cancelled and handed over in its place, without a button", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const other = await anOfficerWithSlack(world.db);
    const [submitted, moved, cancelled, given, open] = [
      await anInspection(world.db, officer.id, { borrowerName: "A" }),
      await anInspection(world.db, officer.id, { borrowerName: "B" }),
      await anInspection(world.db, officer.id, { borrowerName: "C" }),
      await anInspection(world.db, officer.id, { borrowerName: "D" }),
      await anInspection(world.db, officer.id, { borrowerName: "E" }),
    ];
    const message = await promisedMorning(officer.id);
    await set(submitted.id, { state: "submitted" });
    await set(moved.id, { dueOn: "2026-03-24" });
    await set(cancelled.id, { state: "cancelled", closedAt: new Date() });
    await set(given.id, { assigneeId: other.id });

    const text = await reads(world, renderMorning, { ...message, editing: true });

    expect(text).toEqual([
      "Your list for 10 Mar 2026: 1 due today",
      expect.any(String),
      "# Due today (1)",
      "A · Routine inspection, on site · ✓ submitted",
      "B · Routine inspection, on site · moved: now due 24 Mar 2026",
      "C · Routine inspection, on site · ✓ no longer needed",
      "D · Routine inspection, on site · ✓ now with a colleague",
      expect.stringMatching(/^E .*\[Start check\]$/),
      PUT_OFF,
    ]);
    expect(open.state).toBe("planned");
  });

  it("when all is done it says so", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const only = await anInspection(world.db, officer.id);
    const message = await promisedMorning(officer.id);
    await set(only.id, { state: "approved", closedAt: new Date() });

    const text = await reads(world, renderMorning, { ...message, editing: true });

    expect(text?.[0]).toBe("Your list for 10 Mar 2026: all done");
    expect(text?.at(-1)).toBe("Everything on this list is done.");
  });

  it("a report that came back is shown with its correction, on the list that told it as due", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const back = await anInspection(world.db, officer.id);
    const message = await promisedMorning(officer.id);
    await set(back.id, { state: "returned", returnedDueOn: "2026-03-12" });

    const text = await reads(world, renderMorning, { ...message, editing: true });

    expect(text?.slice(0, 1)).toEqual(["Your list for 10 Mar 2026: 1 returned"]);
    expect(text?.slice(2)).toEqual([
      "# Returned to you (1)",
      expect.stringMatching(/correct by Thu,? 12 Mar 2026 .*\[Correct\]$/),
      PUT_OFF,
    ]);
  });

  it("a changed inspection marks exactly the messages that mention it", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const other = await anOfficerWithSlack(world.db);
    const mine = await anInspection(world.db, officer.id);
    await anInspection(world.db, other.id);
    await sweepMornings(world.system());
    for (const person of [officer, other]) {
      await wasSent(world, (await theMessage(world, person.id, MORNING)).id);
    }

    await inTransaction(world.system(), (tx) => markStale(tx, { kind: "inspection", id: mine.id }));

    const stale = await world.db.outboxMessage.findMany({ where: { staleAt: { not: null } } });
    expect(stale.map(({ personId }) => personId)).toEqual([officer.id]);
  });

  it("yesterday's list loses its buttons, points to today's, and does not change again", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const late = await anInspection(world.db, officer.id, { borrowerName: "Blue Heron" });
    const yesterday = await promisedMorning(officer.id);
    await wasSent(world, yesterday.id);
    world.at("2026-03-11T01:00:00Z");
    await sweepMornings(world.system());

    const once = await reads(world, renderMorning, { ...yesterday, editing: true });
    await set(late.id, { state: "submitted" });
    const again = await reads(world, renderMorning, { ...yesterday, editing: true });

    expect(once).toEqual([
      "The list for 10 Mar 2026 has been replaced",
      "This was the list for 10 Mar 2026. Today's list is in the newer message below.",
      "Blue Heron · due 10 Mar 2026",
    ]);
    expect(again).toEqual(once);
  });
});

describe("work that is gained during the day", () => {
  async function gains(personId: string, inspectionId: string, stage: "due_today" | "returned") {
    await inTransaction(world.system(), (tx) => promiseGained(tx, personId, inspectionId, stage));
  }
  const gainedMessages = () =>
    world.db.outboxMessage.findMany({
      where: { kind: GAINED },
      include: { items: true },
      orderBy: { notBefore: "asc" },
    });

  it("within fifteen minutes is one message, told at their end", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const [one, two, three] = [
      await anInspection(world.db, officer.id, { borrowerName: "A", state: "returned", returnedDueOn: "2026-03-12" }),
      await anInspection(world.db, officer.id, { borrowerName: "B" }),
      await anInspection(world.db, officer.id, { borrowerName: "C" }),
    ];
    world.at("2026-03-10T06:31:00Z");
    await gains(officer.id, one.id, "returned");
    await gains(officer.id, one.id, "returned");
    world.at("2026-03-10T06:44:59Z");
    await gains(officer.id, two.id, "due_today");
    world.at("2026-03-10T06:45:00Z");
    await gains(officer.id, three.id, "due_today");

    const [bundled, next] = await gainedMessages();

    expect([bundled?.items.length, next?.items.length]).toEqual([2, 1]);
    expect(bundled?.notBefore.toISOString()).toBe("2026-03-10T06:45:00.000Z");
    expect(bundled && (await reads(world, renderGained, dueMessage(bundled, false)))).toEqual([
      "New on your desk: 1 returned, 1 due today",
      "New on your desk since this morning",
      "# Returned to you (1)",
      expect.stringMatching(/^A .*\[Correct\]$/),
      "# Due today (1)",
      expect.stringMatching(/^B .*\[Start check\]$/),
      PUT_OFF,
    ]);
  });

  it("ten facts at once are one message", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const gained = [];
    for (let item = 0; item < 10; item += 1) {
      gained.push(await anInspection(world.db, officer.id));
    }

    await Promise.all(gained.map(({ id }) => gains(officer.id, id, "due_today")));

    expect((await gainedMessages()).map(({ items }) => items.length)).toEqual([10]);
  });

  it("is not said when it was done meanwhile, or when the morning has said it since", async () => {
    const officer = await anOfficerWithSlack(world.db);
    const done = await anInspection(world.db, officer.id);
    const told = await anInspection(world.db, officer.id);
    world.at("2026-03-10T00:50:00Z");
    await gains(officer.id, done.id, "due_today");
    await gains(officer.id, told.id, "due_today");
    await set(done.id, { state: "submitted" });
    world.at("2026-03-10T01:00:00Z");
    await sweepMornings(world.system());

    const [message] = await gainedMessages();

    expect(message && (await reads(world, renderGained, dueMessage(message, false)))).toBeUndefined();
  });
});

describe("show all", () => {
  const listOf = async (personId: string, page: number) =>
    JSON.stringify((await listModal(await world.as(personId), page, "put_off")).blocks);

  it("lists the whole desk a page at a time, within Slack's sizes", async () => {
    const officer = await anOfficerWithSlack(world.db);
    for (let item = 0; item < 45; item += 1) {
      await anInspection(world.db, officer.id, { dueOn: "2026-03-10" });
    }
    const ctx = await world.as(officer.id);

    const [first, last, pastTheEnd] = [await listModal(ctx, 0), await listModal(ctx, 2), await listModal(ctx, 99)];

    expect(JSON.stringify(first.blocks)).toContain("Page 1 of 3");
    expect(JSON.stringify(first.blocks).match(/inspections.start/g)).toHaveLength(20);
    expect(JSON.stringify(last.blocks).match(/inspections.start/g)).toHaveLength(5);
    expect(pastTheEnd).toEqual(last);
    expect(first.blocks.length).toBeLessThanOrEqual(100);
    expect(isRefusal(first)).toBe(false);
  });

  it("offers what puts each line off behind the other button, page by page too", async () => {
    const officer = await anOfficerWithSlack(world.db);
    for (let item = 0; item < 25; item += 1) {
      await anInspection(world.db, officer.id, { dueOn: "2026-03-10" });
    }

    const [first, second] = [await listOf(officer.id, 0), await listOf(officer.id, 1)];

    expect(first.match(/deadlines.more/g)).toHaveLength(20);
    expect(second.match(/deadlines.more/g)).toHaveLength(5);
    expect(first).toContain("morning.put_off_page");
    expect(first).not.toContain("inspections.start");
  });
});
