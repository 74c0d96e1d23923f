import { beforeEach, expect, it } from "vitest";
import { signalTest } from "../../commands/signal-test.ts";
import { systemContext } from "../../src/platform/context.ts";
import { aBorrower, aLoan, LONG_AGO } from "../builders/index.ts";
import { anInspection, anOfficerWithSlack, aWorld, said, type World } from "../features/morning/desk-world.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

async function tested(code: string, loan: string, language: "en" | "zh-Hans" | "zh-Hant" = "en") {
  const surface = { where: "terminal", progress: () => undefined } as const;
  const outcome = await signalTest.execute(
    systemContext(world.parts, language),
    { words: [code, loan], flags: {} },
    surface,
  );
  return "kind" in outcome && outcome.kind === "view" ? said(outcome.view).join("\n") : outcome;
}

it("says which days past due the book tells, and which of three levels they reach", async () => {
  const { number } = await aLoan(world.db, { pastDueSince: "2026-02-06" });
  const text = await tested("bhv-01", number);
  expect(text).toContain(`Loan ${number}, since 5 Jan 2026: Orange`);
  expect(text).toContain("Orange: Days past due ≥ 31 days → fires, with 32 days");
  expect(text).toContain("Red: Days past due ≥ 91 days → not reached, with 32 days");
  expect(text).toContain(`Days past due 32 days, 10 Mar 2026, from the book (${number})`);
  expect(await world.db.signal.count()).toBe(0);
});

it("names the report whose figure it read, and leaves out what nobody has approved", async () => {
  const officer = await anOfficerWithSlack(world.db);
  const inspection = await anInspection(world.db, officer.id);
  const { number } = await world.db.loan.findFirstOrThrow({ where: { borrowerId: inspection.borrowerId } });
  const figure = { subjectKind: "borrower", subjectId: inspection.borrowerId, key: "sales_yoy", unit: "percent" };
  const told = { ...figure, asOf: "2026-03-01", recordedAt: LONG_AGO, source: "fiscal file", reference: "row 7" };
  await world.db.observation.create({ data: { ...told, value: "-25", standing: "told" } });
  await world.db.observation.create({ data: { ...told, value: "-60", source: "report", standing: "claimed" } });

  const text = await tested("FIN-01", number);
  expect(text).toContain("→ fires, with -25 %");
  expect(text).toContain("1 Mar 2026, fiscal file row 7");
  expect(text).not.toContain("-60");
});

it("is said in the reader's language", async () => {
  const { number } = await aLoan(world.db, { pastDueSince: "2026-02-06" });
  expect(await tested("BHV-01", number, "zh-Hans")).toContain("橙色: 逾期天数 ≥ 31 天 → 触发，为 32 天");
  expect(await tested("BHV-01", number, "zh-Hant")).toContain("橙色: 逾期天數 ≥ 31 天 → 觸發，為 32 天");
});

it("refuses a code the policy does not have, a loan nobody knows, and one that has ended", async () => {
  const { number } = await aLoan(world.db, { borrowerId: (await aBorrower(world.db)).id, state: "settled" });
  expect(await tested("XYZ-99", number)).toMatchObject({ refused: "signal.no_code", values: { code: "XYZ-99" } });
  expect(await tested("FIN-01", "L-none")).toMatchObject({ refused: "signal.no_loan", values: { number: "L-none" } });
  expect(await tested("FIN-01", number)).toMatchObject({ refused: "signal.loan_ended" });
});
