/** Facts that came in are what the engine reads: told, corrected, and read again from their day. */
import { beforeEach, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { suggestTiers } from "../../../src/features/classification/index.ts";
import { refreshKeyDates } from "../../../src/features/key-dates/index.ts";
import { explainSignal, lookAtAsked } from "../../../src/features/signals/index.ts";
import { aLoan } from "../../builders/index.ts";
import { aFactsDesk, type FactsDesk } from "./facts-desk.ts";

let desk: FactsDesk;
beforeEach(async () => {
  desk = await aFactsDesk();
});

async function level(code: string) {
  const explained = await explainSignal(desk.system(), { code, number: "L-0001" });
  if (isRefusal(explained)) throw new Error(JSON.stringify(explained));
  return explained.subjects.map(({ evaluation }) => evaluation.level ?? "none");
}

it("raises the level of an overdue, and takes it back when the day is corrected", async () => {
  await desk.read("balances", "loan,as_of,days_past_due\nL-0001,2026-03-09,40\n");
  expect(await level("BHV-01")).toEqual(["orange"]);
  await desk.read("balances", "loan,as_of,days_past_due\nL-0001,2026-03-09,0\n");
  expect(await level("BHV-01")).toEqual(["none"]);
});

it("counts short overdues of the year, and one less once a correction says that one never was", async () => {
  const days = ["2025-09-01,2", "2025-09-03,0", "2025-11-01,3", "2025-11-02,0", "2026-02-01,1", "2026-02-02,0"];
  const file = (rows: readonly string[]) =>
    `loan,as_of,days_past_due\n${rows.map((row) => `L-0001,${row}\n`).join("")}`;
  await desk.read("balances", file(days.toReversed()));
  expect(await level("BHV-02")).toEqual(["yellow"]);
  await desk.read("balances", file(["2025-11-01,0"]));
  expect(await level("BHV-02")).toEqual(["none"]);
});

it("tells of a rating about to lapse, a broken covenant, a court list and the bureau", async () => {
  expect([await level("CRD-08"), await level("BHV-04"), await level("CRD-04"), await level("CRD-01")]).toEqual([
    ["none"],
    ["none"],
    ["none"],
    ["none"],
  ]);
  await desk.read("ratings", "borrower,as_of,rating,valid_to\nC-0001,2025-04-01,BB,2026-04-01\n");
  await desk.read(
    "covenants",
    "borrower,as_of,condition,state,broken_since\nC-0001,2026-03-09,ratio,broken,2026-01-01\n",
  );
  await desk.read("enforcement", "borrower,as_of,case_number,list,listed\nC-0001,2026-03-09,1,dishonest,yes\n");
  await desk.read("bureau", "borrower,as_of,bureau_overdue_in_a_row\nC-0001,2026-03-09,3\n");
  expect([await level("CRD-08"), await level("BHV-04"), await level("CRD-04"), await level("CRD-01")]).toEqual([
    ["yellow"],
    ["orange"],
    ["red"],
    ["red"],
  ]);
});

it("tells of collateral and of a guarantor, by push and by file alike", async () => {
  await desk.read("insurance", "loan,collateral,as_of,insured_to\nL-0001,COL-1,2026-03-09,2026-03-20\n");
  expect(await level("GUA-06")).toEqual(["yellow"]);
  const facts = [{ loan: "L-0001", guarantor: "Harbour Trade", as_of: "2026-03-09", rating: "CC", change: "down" }];
  expect(await desk.push({ id: "r1", source: "ratings", kind: "ratings", facts })).toMatchObject({ status: 200 });
  expect(await level("GUA-04")).toEqual(["orange"]);
});

it("asks the engine at once: a push of 95 days raises a red signal, whose figures name the source", async () => {
  const facts = [{ loan: "L-0001", as_of: "2026-03-09", days_past_due: "95" }];
  await desk.push({ id: "e1", source: "core_banking", kind: "balances", facts });
  expect(await lookAtAsked(desk.system())).toMatchObject({ raised: expect.any(Number) });
  const signal = await desk.db.signal.findFirstOrThrow({ where: { code: "BHV-01" } });
  expect(signal).toMatchObject({ level: "red", subjectId: desk.loanId, raisedById: null });
});

it("asks nothing of the engine where nothing is new", async () => {
  const facts = [{ loan: "L-0001", as_of: "2026-03-09", days_past_due: "0" }];
  await desk.push({ id: "e1", source: "core_banking", kind: "balances", facts });
  await lookAtAsked(desk.system());
  await desk.push({ id: "e2", source: "core_banking", kind: "balances", facts });
  expect(await desk.db.lookAsked.count()).toBe(0);
});

it("is reminded of beforehand: what lapses stands among the customer's key dates", async () => {
  await desk.read("ratings", "borrower,as_of,rating,valid_to\nC-0001,2026-03-09,BB,2026-04-01\n");
  await desk.read("permits", "borrower,as_of,permit,valid_to\nC-0001,2026-03-09,food,2026-04-02\n");
  await desk.read("covenants", "borrower,as_of,condition,state,due_on\nC-0001,2026-03-09,ratio,kept,2026-04-03\n");
  await desk.read("insurance", "loan,collateral,as_of,insured_to\nL-0001,COL-1,2026-03-09,2026-04-04\n");
  await refreshKeyDates(desk.system());
  const dates = await desk.db.keyDate.findMany({ where: { kind: { not: "repayment" } }, orderBy: { dueOn: "asc" } });
  expect(dates.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
    ["rating", "2026-04-01"],
    ["permit", "2026-04-02"],
    ["covenant", "2026-04-03"],
    ["insurance", "2026-04-04"],
  ]);
});

it("takes nothing back where a later file is silent: only a row of the same day does (decision 0028)", async () => {
  const file = (...rows: readonly string[]) => `loan,as_of,days_past_due\n${rows.map((row) => `${row}\n`).join("")}`;
  const other = await aLoan(desk.db, { number: "L-0002", borrowerId: desk.borrowerId });
  await desk.read("balances", file("L-0001,2026-03-08,100", "L-0002,2026-03-08,0"));
  expect(await level("BHV-01")).toEqual(["red"]);
  await desk.read("balances", file("L-0002,2026-03-09,0"));
  expect(await level("BHV-01")).toEqual(["red"]);
  await desk.read("balances", file("L-0001,2026-03-08,0"));
  expect(await level("BHV-01")).toEqual(["none"]);
  expect((await desk.db.loan.findUniqueOrThrow({ where: { id: other.id } })).pastDueSince).toBeNull();
});

it("recomputes floors and open signals from the day of a correction: nothing of what never was remains asked for", async () => {
  const row = (asOf: string, days: number) => `loan,as_of,days_past_due\nL-0001,${asOf},${days}\n`;
  const asked = () => desk.db.tierProposal.findMany({ where: { state: "suggested" } });
  const signal = () => desk.db.signal.findFirstOrThrow({ where: { code: "BHV-01" } });
  await desk.read("balances", row("2026-03-08", 100));
  await lookAtAsked(desk.system());
  await suggestTiers(desk.system());
  expect(await asked()).toMatchObject([{ tier: "substandard" }]);
  expect(await signal()).toMatchObject({ level: "red", state: "raised", curedAt: null });

  await desk.read("balances", row("2026-03-08", 12));
  await lookAtAsked(desk.system());
  await suggestTiers(desk.system());
  expect(await asked()).toMatchObject([{ tier: "special_mention" }]);

  await desk.read("balances", row("2026-03-08", 0));
  await lookAtAsked(desk.system());
  await suggestTiers(desk.system());
  expect(await asked()).toEqual([]);
  // The signal is people's to end: the desk says that its fact is gone.
  const gone = await signal();
  expect(gone.curedAt).not.toBeNull();
  expect(["closed", "false_alarm"]).not.toContain(gone.state);
  expect(await desk.told("days_past_due")).toEqual([
    ["100", false],
    ["12", true],
    ["0", true],
  ]);
});
