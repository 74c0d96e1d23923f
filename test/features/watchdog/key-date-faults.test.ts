/** Key dates that were not told: seen twice, told once by the watchdog, and to the administrator why; then all is clean again. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { refreshKeyDates } from "../../../src/features/key-dates/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { aLoan } from "../../builders/index.ts";
import type { TestDesk } from "../../setup/test-desk.ts";
import { deletionOf, withoutOutboxGuards } from "../../setup/without-guards.ts";
import { aWatchedBranch, LI, MA, type WatchedBranch, ZHAO } from "./a-watched-branch.ts";

const BORROWER = "Ningbo Harbour Foods Co., Ltd.";

let desk: TestDesk;
let ids: WatchedBranch["ids"] & { readonly loan: string };

beforeEach(async () => {
  const branch = await aWatchedBranch("08:00", BORROWER);
  desk = branch.desk;
  const terms = { disbursedOn: "2025-01-05", maturesOn: "2028-01-05" };
  const loan = await aLoan(desk.db, { borrowerId: branch.ids.borrower, ...terms });
  ids = { ...branch.ids, loan: loan.id };
});
afterEach(() => desk.stop());

const at = (moment: string) => desk.at(`${moment}:00+08:00`);

async function sends(): Promise<void> {
  await desk.run("messages");
  await desk.run("messages");
}

async function morning(date: string): Promise<void> {
  at(`${date}T00:35`);
  await refreshKeyDates(systemContext(desk.parts));
  at(`${date}T09:01`);
  await desk.tick();
}

/** No sweep runs: what comes, comes from the watchdog. */
async function look(moment: string): Promise<void> {
  at(moment);
  await desk.run("digests");
  await desk.run("watchdog");
  await sends();
}

const findings = async () => {
  const rows = await desk.db.watchdogFinding.findMany({ orderBy: { id: "asc" } });
  return rows.map(({ kind, personId, repair }) => [kind, personId, repair]);
};
const remindersOf = (personId: string) =>
  desk.db.outboxMessage.count({ where: { kind: "watchdog.reminder", personId } });
const said = (userId: string) => {
  const { text = "", shown = "" } = desk.as(userId).lastMessage ?? {};
  return `${text}\n${shown}`;
};

const insuredTo = (date: string) =>
  desk.db.collateral.create({
    data: {
      ...{ loanId: ids.loan, number: "C-7", kind: "real_estate", description: "d", currency: "CNY" },
      ...{ valueMinor: 80_000_000n, insuredTo: date, asOf: "2026-03-01", recordedAt: new Date() },
    },
  });

async function forget(personId: string, slotOn: string): Promise<void> {
  const row = await desk.db.outboxMessage.findFirstOrThrow({ where: { personId, kind: "morning", slotOn } });
  await withoutOutboxGuards(desk.database, deletionOf(row.id));
}

it("an insurance about to end, and the row is gone: its keeper is told once, and the next morning says nothing again", async () => {
  await insuredTo("2026-03-10");
  await morning("2026-03-03");
  await look("2026-03-03T09:15");
  expect(await findings()).toEqual([]);

  await forget(ids.li, "2026-03-03");
  await look("2026-03-03T09:20");
  await look("2026-03-03T09:25");
  expect(await findings()).toEqual([["untold", ids.li, "told"]]);
  expect(said(LI)).toContain("1 key date you should have been told about");
  expect(said(LI)).toContain(`*${BORROWER}* · insurance ends 10 Mar 2026`);
  expect(said(MA)).toContain("Li Wen: Insurance C-7, 10 Mar 2026 (before_7)");
  expect(said(MA)).not.toContain("Harbour");

  await look("2026-03-03T09:30");
  await morning("2026-03-04");
  await look("2026-03-04T09:15");
  expect([await remindersOf(ids.li), (await findings()).length]).toEqual([1, 1]);
  const mornings = await desk.db.outboxMessage.count({ where: { personId: ids.li, slotOn: "2026-03-04" } });
  expect(mornings).toBe(0);
});

it("one that lapsed climbs, and nobody swept: the manager hears of it from the watchdog, once", async () => {
  await insuredTo("2026-03-03");
  for (const date of ["2026-03-03", "2026-03-04", "2026-03-05"]) await morning(date);
  // Three working days after it, a Friday, no morning is told.
  await look("2026-03-06T09:15");
  await look("2026-03-06T09:20");
  expect(await findings()).toContainEqual(["untold", ids.zhao, "told"]);
  expect(said(ZHAO)).toContain("insurance ended 3 Mar 2026");
  expect(said(ZHAO)).toContain("with Li Wen");
  await look("2026-03-06T09:25");
  await morning("2026-03-06");
  await look("2026-03-06T09:40");
  expect(await remindersOf(ids.zhao)).toBe(1);
});

it("what was put right before it could be said is not said", async () => {
  await insuredTo("2026-03-10");
  await morning("2026-03-03");
  await forget(ids.li, "2026-03-03");
  await look("2026-03-03T09:15");
  await desk.db.keyDate.updateMany({ data: { metOn: "2026-03-03" } });
  await look("2026-03-03T09:20");
  expect([await remindersOf(ids.li), await desk.db.watchdogFinding.count({ where: { goneAt: null } })]).toEqual([0, 0]);
});
