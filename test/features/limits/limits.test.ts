/** Limits and quotas set from above (R43): a branch of which one borrower owes 12 million yuan, under a policy that allows 10. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { limitsOfUnits, measureLimits } from "../../../src/features/limits/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { aBorrower, aLoan, aPerson, aUnit } from "../../builders/index.ts";
import { BORROWER, type Branch, LI, startBranch, ZHAO } from "../../journeys/branch.ts";
import { ownPolicy } from "../../setup/own-policy.ts";
import type { TestDesk } from "../../setup/test-desk.ts";

const YUAN = 100n;
const title = "title: {en: Harbour working capital, zh-Hans: 港口流贷, zh-Hant: 港口流貸}";

let desk: TestDesk;
let branch: Branch;
let folder: string;
let unit: { id: string; code: string };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "afterloan-limits-"));
  const policyFile = ownPolicy(folder, [
    ["limits:\n", "limits:\n  net_assets: 100000000\n"],
    ["  quotas: {}", `  quotas:\n    harbour: {${title}, unit: HARBOUR, products: [working_capital], most: 20000000}`],
  ]);
  ({ desk, branch } = await startBranch("socket", { policyFile }));
  const { unitId } = await desk.db.borrower.findUniqueOrThrow({ where: { id: branch.borrowerId } });
  unit = await desk.db.orgUnit.update({ where: { id: unitId }, data: { code: "HARBOUR" } });
  await owes(branch.borrowerId, 12_000_000n);
});
afterEach(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true, force: true });
});

const owes = (borrowerId: string, yuan: bigint) =>
  desk.db.loan.updateMany({ where: { borrowerId }, data: { drawnMinor: yuan * YUAN } });

const measures = async () => measureLimits(systemContext(desk.parts));
const standing = async () =>
  (await desk.db.limitUse.findMany({ orderBy: { limitKey: "asc" } })).map(
    ({ limitKey, usedMinor, mostMinor, passedSince }) => [
      limitKey,
      usedMinor / YUAN,
      mostMinor / YUAN,
      passedSince !== null,
    ],
  );

describe("limits set from above", () => {
  it("are measured each night: a quota always, a borrower where one is passed", async () => {
    const { id: borrowerId } = await aBorrower(desk.db, { unitId: unit.id, ownerId: branch.liId });
    await aLoan(desk.db, { borrowerId, drawnMinor: 9_000_000n * YUAN });
    expect(await measures()).toEqual({ measured: 2, passed: 2 });
    expect(await standing()).toEqual([
      ["harbour", 21_000_000n, 20_000_000n, true],
      ["one_borrower", 12_000_000n, 10_000_000n, true],
    ]);
  });

  it("tell the manager once, and the list says how much is used", async () => {
    await measures();
    await desk.tick();
    const zhao = desk.as(ZHAO);
    const told = zhao.messagesFromBot().filter(({ shown }) => shown.includes("A limit has been passed"));
    expect(told).toHaveLength(1);
    expect(told[0]?.shown).toContain(BORROWER);
    expect(told[0]?.text).not.toContain("Harbour");
    desk.at("2026-03-03T00:40:00+08:00");
    expect(await measures()).toMatchObject({ passed: 0 });
    await desk.tick();
    expect(zhao.messagesFromBot().filter(({ shown }) => shown.includes("limit has been passed"))).toHaveLength(1);
    await zhao.says("/postloan limits");
    expect(zhao.lastMessage?.shown).toContain("120% used, passed since");
    expect(zhao.lastMessage?.shown).toContain("60% used");
  });

  it("that are kept again say so, and are told anew when they are passed anew", async () => {
    await measures();
    await owes(branch.borrowerId, 10_000_000n);
    expect(await measures()).toMatchObject({ passed: 0 });
    expect((await standing()).map(([key, , , passed]) => [key, passed])).toContainEqual(["one_borrower", false]);
    desk.at("2026-03-05T00:40:00+08:00");
    await owes(branch.borrowerId, 10_000_001n);
    expect(await measures()).toMatchObject({ passed: 1 });
    expect(await desk.db.auditEvent.count({ where: { verb: "limits.measured" } })).toBe(3);
  });

  it("make a check a full one that says on its first step what is passed", async () => {
    await desk.tick();
    const li = desk.as(LI);
    await li.clicks("Start check");
    expect(li.modal?.text).toMatch(/A limit is passed\.\*? Loans to one borrower: CNY.12,000,000\.00 drawn/);
    const draft = await desk.db.draft.findFirstOrThrow();
    expect(JSON.parse(draft.circumstances ?? "{}")).toMatchObject({ open: ["over_limit"], light: false });
  });

  it("are seen by whoever reads the unit; an officer, and a manager of another unit, see none of it", async () => {
    await measures();
    const li = desk.as(LI);
    await li.says("/postloan limits");
    expect(li.lastMessage?.shown).not.toContain("used");
    const other = await aUnit(desk.db, { name: "Hill Branch" });
    const { id } = await aPerson(desk.db, { name: "Sun Li", unitId: other.id, roles: [{ role: "unit_manager" }] });
    const list = await limitsOfUnits(await desk.contextOf(id));
    expect(isRefusal(list) ? list : list.limits).toEqual([]);
  });
});
