import { afterEach, describe, expect, it } from "vitest";
import {
  CONCLUSION,
  concludes,
  LI,
  type RetailDesk,
  startRetailDesk,
  submitsBatch,
  toConclusion,
} from "./batch-desk.ts";

let retail: RetailDesk;
afterEach(() => retail.desk.stop());

const stateOf = async (name: string) =>
  (await retail.desk.db.inspection.findUniqueOrThrow({ where: { id: retail.book.inspections[name] ?? "" } })).state;

describe("Given twelve off-site checks of current consumer loans", () => {
  it("the morning has one line for them with one button, and the single ones stand in the list", async () => {
    retail = await startRetailDesk();
    const li = retail.desk.as(LI);
    const shown = li.lastMessage?.shown ?? "";
    expect(shown).toContain("12 off-site checks of current retail customers, 2 of them late");
    expect(li.lastMessage?.buttons.filter((name) => name === "Check as one batch")).toHaveLength(1);
    expect(shown).not.toContain("Retail Customer 01");
    await li.clicks("Show all (12)");
    expect(li.modal?.text).toContain("Retail Customer 01");
    expect(li.modal?.buttons).toContain("Start check");
  });

  it("shows what the record knows of each, and takes one submission for all of them", async () => {
    retail = await startRetailDesk();
    const { desk } = retail;
    const li = desk.as(LI);
    await li.clicks("Check as one batch");
    expect(li.modal?.text).toContain("Retail Customer 01");
    expect(li.modal?.text).toContain("Balance: 120,000.00 yuan");
    expect(li.modal?.text).toContain("Days past due: 0 d");
    expect(li.modal?.text).toContain("Last check 3 Mar 2025");
    await li.closes();
    await toConclusion(retail);
    expect(li.modal?.text).toContain("12 reports will be submitted");
    await concludes(retail);
    await submitsBatch(retail);

    expect(li.errors).toEqual({});
    expect(li.modal?.text).toContain("12 reports submitted");
    expect(li.modal?.text).toContain("Wang Ping");
    const reports = await desk.db.report.findMany({ include: { answers: true } });
    expect(reports).toHaveLength(12);
    expect(new Set(reports.map(({ batchId }) => batchId)).size).toBe(1);
    expect(
      reports.every(
        ({ mode, level, visitedOn }) => mode === "off_site" && level === null && visitedOn === "2026-03-02",
      ),
    ).toBe(true);
    const answers = Object.fromEntries((reports[0]?.answers ?? []).map(({ itemKey, value }) => [itemKey, value]));
    expect(answers).toMatchObject({ dpd: "0", balance_cny: "120000.00", conclusion: CONCLUSION });
    expect(await stateOf("Retail Customer 12")).toBe("submitted");
    expect(await desk.db.inspection.count({ where: { plannedById: { not: null }, state: "planned" } })).toBe(12);
    expect(await desk.db.auditEvent.count({ where: { verb: "batch.submitted" } })).toBe(1);
    await desk.tick();
    expect(li.messagesFromBot().at(0)?.shown).toContain("12 off-site checks of retail customers");
    expect(desk.workspace.refused).toEqual([]);
  });
});
