import { afterEach, expect, it } from "vitest";
import type { Parts } from "../../src/platform/context.ts";
import type { Tx } from "../../src/platform/storage/index.ts";
import { aPerson } from "../builders/index.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { startTestDesk } from "../setup/test-desk.ts";
import { aBranch, BORROWER, type Branch, LI, people, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
afterEach(() => desk.stop());

/** The Spring Festival of 2026: 15 to 23 February are rest days; Saturday 14 and 28 February are worked. */
async function begin(dueOn: string, at: string): Promise<void> {
  desk = await startTestDesk({
    at: `${at}T09:05:00+08:00`,
    people: [...people, { ...people[2]!, id: "U0000000SUN", name: "Sun Jing", email: "sun.jing@bank.example" }],
    book: async (db: Tx, parts: Parts) => {
      branch = await aBranch(db, parts, dueOn);
      const { unitId } = await db.person.findUniqueOrThrow({ where: { id: branch.zhaoId } });
      await aPerson(db, {
        name: "Sun Jing",
        email: "sun.jing@bank.example",
        unitId,
        roles: [{ role: "risk_manager" }],
      });
    },
  });
}

const morningOf = async (date: string) => {
  desk.at(`${date}T09:05:00+08:00`);
  await desk.tick();
};
/** Days on which the person got a message, with what its notification said. */
async function received(personId: string): Promise<string[]> {
  const rows = await desk.db.outboxMessage.findMany({
    where: { personId, kind: "morning", state: "sent" },
    orderBy: { slotOn: "asc" },
  });
  return rows.map(({ slotOn }) => slotOn ?? "");
}
const days = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
  );

it("an inspection due before the Spring Festival climbs in working days, over the holiday week, then comes weekly", async () => {
  await begin("2026-02-13", "2026-02-05");
  const [zhao, sun] = [branch.zhaoId, (await desk.db.person.findFirstOrThrow({ where: { name: "Sun Jing" } })).id];
  for (const date of days("2026-02-05", 40)) await morningOf(date);

  // Told 7, 2 and 0 days before; then daily until the seventh working day; then on Mondays.
  expect(await received(branch.liId)).toEqual([
    "2026-02-06",
    "2026-02-11",
    "2026-02-13",
    "2026-02-14",
    "2026-02-24",
    "2026-02-25",
    "2026-02-26",
    "2026-02-27",
    "2026-02-28",
    "2026-03-02",
    "2026-03-09",
    "2026-03-16",
  ]);
  expect(await received(zhao)).toEqual(["2026-02-25", "2026-03-09", "2026-03-16"]);
  expect(await received(sun)).toEqual(["2026-03-02", "2026-03-09", "2026-03-16"]);
  expect(desk.workspace.refused).toEqual([]);
}, 120_000);

it("a desk that was down for a week tells each person once, with the days it is late", async () => {
  await begin("2026-03-03", "2026-03-03");
  await morningOf("2026-03-03");
  await morningOf("2026-03-12");
  desk.at("2026-03-12T11:00:00+08:00");
  await desk.tick();

  const [li, zhao] = [desk.as(LI), desk.as(ZHAO)];
  expect(await received(branch.liId)).toEqual(["2026-03-03", "2026-03-12"]);
  expect(li.lastMessage?.shown).toContain("7 working days late");
  expect(zhao.messagesFromBot()).toHaveLength(1);
  expect(zhao.lastMessage?.shown).toContain("with Li Wen");
});

it("the manager nudges, the officer asks for a later date, the manager approves, and every copy says so", async () => {
  await begin("2026-03-03", "2026-03-03");
  await morningOf("2026-03-06");
  const [li, zhao] = [desk.as(LI), desk.as(ZHAO)];

  expect(zhao.lastMessage?.shown).toContain(BORROWER);
  await zhao.clicks("Nudge");
  await desk.tick();
  expect(li.lastMessage?.shown).toContain("Zhao Lei asks");
  expect(li.lastMessage?.text).not.toContain(BORROWER);

  await li.clicks("Put off, could not visit…");
  await li.clicks("More");
  await li.clicks("Ask for later date");
  await li.fills("date", "2026-03-14");
  await li.fills("reason", "The stock count is on Friday");
  await li.submits();
  expect(Object.values(li.errors).join(" ")).toContain("rest day");
  await li.fills("date", "2026-03-13");
  await li.submits();
  expect(li.modal?.text).toContain("Zhao Lei");
  await li.closes({ all: true });
  await desk.tick();

  expect(zhao.lastMessage?.shown).toContain("The stock count is on Friday");
  await zhao.clicks("Approve");
  await desk.tick();
  const moved = await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } });
  expect(moved.dueOn).toBe("2026-03-13");
  expect(li.lastMessage?.shown).toContain("Zhao Lei moved the due date to 13 Mar 2026");
  const morning = li.messagesFromBot().find(({ shown }) => shown.includes("your list for 6 Mar 2026"));
  expect(morning?.shown).toContain("moved: now due 13 Mar 2026");
  expect(desk.workspace.refused).toEqual([]);
});

it("the manager gives a later date; snooze and a visit that failed are the officer's own", async () => {
  await begin("2026-03-03", "2026-03-03");
  await morningOf("2026-03-06");
  const [li, zhao] = [desk.as(LI), desk.as(ZHAO)];

  await li.clicks("Put off, could not visit…");
  await li.clicks("More");
  await li.clicks("Could not visit");
  await li.chooses("reason", "nobody_there");
  await li.submits();
  expect(li.modal?.text).toContain("Next try on 13 Mar 2026");
  await li.closes({ all: true });
  await desk.tick();
  expect(zhao.lastMessage?.shown).toContain("nobody there");

  await li.clicks("Put off, could not visit…");
  await li.clicks("More");
  await li.clicks("Snooze");
  await li.fills("reason", "Waiting for the key");
  await li.submits();
  await li.closes({ all: true });
  await morningOf("2026-03-09");
  expect(await received(branch.liId)).not.toContain("2026-03-08");

  expect(zhao.lastMessage?.buttons).toEqual(["Nudge", "Reassign", "Extend", "Customer's card", "Snooze…"]);
  await zhao.clicks("Extend");
  await zhao.fills("reason", "The shop is closed until then");
  await zhao.submits();
  await zhao.closes({ all: true });
  await desk.tick();
  expect((await desk.db.inspection.findUniqueOrThrow({ where: { id: branch.inspectionId } })).dueOn).toBe("2026-03-17");
  expect(li.lastMessage?.shown).toContain("Zhao Lei moved the due date to 17 Mar 2026");
  expect(desk.workspace.refused).toEqual([]);
});
