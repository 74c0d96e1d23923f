/** The card from the inside: many loans, restricted signals, whose check it is, and what a search may tell. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../../src/domain/vocabulary.ts";
import { customerModal, findCustomers } from "../../../src/features/accounts/index.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import type { Context, Parts } from "../../../src/platform/context.ts";
import { slackModal } from "../../../src/platform/slack/modal.ts";
import { viewProblems } from "../../../src/workspace/limits/payloads.ts";
import { aBorrower, aLoan, aPerson, aUnit, LONG_AGO, type UnitRow } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aSignal } from "../../builders/signals.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

let database: TestDatabase;
let parts: Parts;
let branch: UnitRow;
let keeperId: string;
let borrowerId: string;

beforeEach(async () => {
  database = await freshDatabase();
  parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
  const { db } = database;
  branch = await aUnit(db, { name: "Harbour Branch" });
  keeperId = (await aPerson(db, { unitId: branch.id, name: "Li Wen", roles: [{ role: "account_manager" }] })).id;
  const wishes = { number: "KH100022", name: "宁波海天食品有限公司", unitId: branch.id, ownerId: keeperId };
  borrowerId = (await aBorrower(db, wishes)).id;
});
afterEach(() => database.close());

const context = async (id: string): Promise<Context> => {
  const ctx = await contextOfPerson(parts, id);
  if (ctx === undefined) throw new Error("nobody");
  return ctx;
};
const as = async (role: Role, unitId = branch.id) =>
  context((await aPerson(database.db, { unitId, roles: [{ role }] })).id);
const modalOf = (ctx: Context, part: "card" | "loans" | "collateral" = "card", page = 0) =>
  customerModal(ctx, { id: "KH100022", part, page });
const textOf = async (ctx: Context) => JSON.stringify((await modalOf(ctx)).blocks);
const numbers = (found: Awaited<ReturnType<typeof findCustomers>>) => found.hits.map(({ number }) => number);

describe("a customer of many loans", () => {
  beforeEach(async () => {
    for (let n = 0; n < 130; n += 1) {
      const { id } = await aLoan(database.db, { borrowerId, number: `JK${String(n).padStart(4, "0")}` });
      if (n > 60) continue;
      await database.db.collateral.create({
        data: {
          ...{ loanId: id, number: `P${n}`, kind: "property", description: `Shop ${n}, 12 Harbour Road` },
          ...{ currency: "CNY", valueMinor: 5_000_000_00n, asOf: "2026-01-05", recordedAt: LONG_AGO },
        },
      });
    }
  });

  it("shows the first few and how many there are, and all of them on pages that Slack takes", async () => {
    const ctx = await as("unit_manager");
    const card = await textOf(ctx);
    expect(card).toContain("All loans (130)");
    expect(card).toContain("All collateral (61)");
    expect(card).toContain("CNY 130,000,000.00".replace(" ", "\u00a0"));
    const pages = [0, 1, 2, 3].map((page) => ["loans", page] as const);
    const seen = new Set<string>();
    for (const [part, page] of [...pages, ["collateral", 0], ["collateral", 1]] as const) {
      const modal = await modalOf(ctx, part, page);
      expect(viewProblems({ ...slackModal(modal) })).toEqual([]);
      for (const [number] of JSON.stringify(modal.blocks).matchAll(/JK\d{4}(?=\*)|Shop \d+,/gu)) seen.add(number);
    }
    expect(seen.size).toBe(130 + 61);
  });

  it("shows the last page for one past the end", async () => {
    const last = await modalOf(await as("unit_manager"), "loans", 3);
    expect(await modalOf(await as("unit_manager"), "loans", 9)).toEqual(last);
  });

  it("keeps the whereabouts of collateral to those who answer for the customer", async () => {
    const text = JSON.stringify((await modalOf(await as("overseer"), "collateral")).blocks);
    expect(text).toContain("Property");
    expect(text).not.toContain("Harbour Road");
    expect(text).not.toContain("JK0000");
  });
});

describe("a restricted signal", () => {
  it("leaves an outsider's card as it was, however many signals there are", async () => {
    const policyVersionId = parts.policies.inForce().versionId;
    for (let n = 0; n < 25; n += 1) {
      await aSignal(database.db, {
        policyVersionId,
        borrowerId,
        level: "yellow",
        subjectKind: "loan",
        subjectId: `L${n}`,
      });
    }
    const [officer, manager] = [await context(keeperId), await as("unit_manager")];
    const before = [await textOf(officer), await textOf(manager)];
    for (let n = 0; n < 3; n += 1) {
      const wishes = { policyVersionId, borrowerId, level: "red" as const, isRestricted: true };
      await aSignal(database.db, { ...wishes, code: ["INT-02", "INT-03", "INT-04"][n] ?? "" });
    }
    expect([await textOf(officer), await textOf(manager)]).toEqual(before);
    expect(await textOf(await as("compliance"))).toContain("Red");
  });
});

describe("whoever has a check of the customer to do", () => {
  it("sees the card as long as it is theirs, and gets nothing else of the keeper's", async () => {
    const { id } = await aPerson(database.db, { unitId: branch.id, roles: [{ role: "account_manager" }] });
    const hidden = await textOf(await context(id));
    expect(hidden).not.toContain("海天");
    const wishes = { borrowerId, unitId: branch.id, policyVersionId: "policy-1", dueOn: "2026-03-10" };
    const inspection = await anInspection(database.db, { ...wishes, assigneeId: id });
    expect(await textOf(await context(id))).toContain("宁波海天食品有限公司");
    expect(numbers(await findCustomers(await context(id), "海天"))).toEqual(["KH100022"]);
    await database.db.inspection.update({ where: { id: inspection.id }, data: { assigneeId: null } });
    expect(await textOf(await context(id))).toBe(hidden);
  });
});

describe("a search", () => {
  it.each(["KH100022", "KH1000", "kh1000", "宁波海天", "海天", "食品", "Li Wen", "li w"])(
    "finds by %j",
    async (typed) => {
      expect(numbers(await findCustomers(await as("unit_manager"), typed))).toEqual(["KH100022"]);
    },
  );

  it.each(["海天", "宁", "宁波海天食品有限公司"])("tells nobody by %j what a mask hides from them", async (typed) => {
    for (const role of ["compliance", "overseer", "online_monitor", "credit_approver"] as const) {
      expect((await findCustomers(await as(role), typed)).hits).toEqual([]);
    }
  });

  it("finds a masked customer by number and by officer, under the mask", async () => {
    for (const typed of ["KH100022", "KH10", "Li Wen"]) {
      const [hit] = (await findCustomers(await as("overseer"), typed)).hits;
      expect(hit?.name).toBe("宁波***公司");
    }
  });

  it("finds nothing of another unit, and nothing for signs that mean anything to a database", async () => {
    const other = await aUnit(database.db, { name: "Hill Branch" });
    expect(numbers(await findCustomers(await as("unit_manager", other.id), "KH100022"))).toEqual([]);
    for (const typed of ["", "  ", "%", "_", "%海", "\\"]) {
      expect((await findCustomers(await as("unit_manager"), typed)).hits).toEqual([]);
    }
  });

  it("puts the exact number before those that begin with it", async () => {
    for (const number of ["KH1000220", "KH1000221"]) await aBorrower(database.db, { number, unitId: branch.id });
    const found = await findCustomers(await as("head_office_manager"), "KH100022");
    expect([found.isExact, numbers(found)]).toEqual([true, ["KH100022", "KH1000220", "KH1000221"]]);
  });
});
