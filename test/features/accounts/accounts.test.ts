import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "../../../src/domain/vocabulary.ts";
import { customerModal, findCustomers, foundView } from "../../../src/features/accounts/index.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import type { Context, Parts } from "../../../src/platform/context.ts";
import { renderMessage } from "../../../src/platform/slack/render.ts";
import { moneyText } from "../../../src/texts/money.ts";
import { messageProblems } from "../../../src/workspace/limits/payloads.ts";
import { aBorrower, aLoan, aPerson, aUnit, LONG_AGO, type UnitRow } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

describe("money as the reader writes it", () => {
  it.each([
    ["en", 123_456_789n, "CNY", "CNY 1,234,567.89"],
    ["zh-Hans", 5n, "CNY", "CNY 0.05"],
    ["zh-Hant", -100_000n, "TWD", "-TWD 1,000.00"],
    ["en", 1_234n, "JPY", "JPY 1,234"],
    ["en", 0n, "CNY", "CNY 0.00"],
  ] as const)("%s %s %s", (language, minor, currency, text) => {
    expect(moneyText(language, { minor, currency }).replaceAll("\u00a0", " ")).toBe(text);
  });

  it("is exact to the last minor unit, however large", () => {
    const languages = fc.constantFrom("en", "zh-Hans", "zh-Hant");
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), languages, (minor, language) => {
        const text = moneyText(language, { minor, currency: "CNY" });
        expect(BigInt(text.replace(/[^\d]/g, ""))).toBe(minor < 0n ? -minor : minor);
        expect(/[-\u2212]/.test(text)).toBe(minor < 0n);
      }),
    );
  });
});

describe("a customer's card", () => {
  let database: TestDatabase;
  let parts: Parts;
  let branch: UnitRow;
  let other: UnitRow;
  let keeperId: string;
  beforeEach(async () => {
    database = await freshDatabase();
    parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
    const { db } = database;
    branch = await aUnit(db, { name: "Harbour Branch" });
    other = await aUnit(db, { name: "Hill Branch" });
    keeperId = (await aPerson(db, { unitId: branch.id, roles: [{ role: "account_manager" }] })).id;
    const borrower = await aBorrower(db, {
      number: "C-1",
      name: "Ningbo Harbour Foods Co., Ltd.",
      unitId: branch.id,
      ownerId: keeperId,
      identityNumber: "91330203MA2AABCD12",
      phone: "13912345678",
      signers: [{ name: "Zhang San", title: "legal representative" }],
    });
    await aLoan(db, { borrowerId: borrower.id, number: "L-2026-00042" });
  });
  afterEach(async () => {
    await database.close();
  });
  const as = async (role: Role | undefined, unitId = branch.id): Promise<Context> => {
    const { id } = await aPerson(database.db, { unitId, roles: role === undefined ? [] : [{ role }] });
    return theContext(id);
  };
  const theContext = async (id: string): Promise<Context> => {
    const ctx = await contextOfPerson(parts, id);
    if (ctx === undefined) throw new Error("nobody");
    return ctx;
  };
  const card = async (ctx: Context, wanted = "C-1") => {
    const [found] = (await findCustomers(ctx, wanted)).hits;
    return found === undefined
      ? undefined
      : JSON.stringify([await customerModal(ctx, { id: found.id, part: "card", page: 0 }), found]);
  };

  it.each<Role>(["post_loan_officer", "risk_manager", "unit_manager", "head_office_manager"])(
    "shows its names in full to a %s of the unit, and the numbers masked to all",
    async (role) => {
      const text = await card(await as(role));
      expect(text).toContain("Ningbo Harbour Foods");
      expect(text).toContain("Zhang San");
      expect(text).toContain("L-2026-00042");
      expect(text).not.toContain("91330203MA2AABCD12");
      expect(text).not.toContain("13912345678");
    },
  );

  it.each<Role>(["compliance", "online_monitor", "credit_approver", "overseer"])(
    "is masked for a %s, in what a script reads too",
    async (role) => {
      const text = await card(await as(role));
      expect(text).toContain("Ni***d.");
      for (const secret of ["Harbour Foods", "Zhang San", "L-2026-00042", "91330203MA2AABCD12", "13912345678"]) {
        expect(text).not.toContain(secret);
      }
    },
  );

  it("shows its names in full to its keeper, wherever they sit", async () => {
    expect(await card(await theContext(keeperId))).toContain("Ningbo Harbour Foods");
  });

  it.each<[Role | undefined, "unit" | "other unit"]>([
    [undefined, "unit"],
    ["account_manager", "unit"],
    ["asset_operations", "unit"],
    ["field_agent", "unit"],
    ["administrator", "unit"],
    ["unit_manager", "other unit"],
    ["overseer", "other unit"],
  ])("does not exist for %s of the %s", async (role, where) => {
    expect(await card(await as(role, where === "unit" ? branch.id : other.id))).toBeUndefined();
  });

  it("is read in full by one who holds a reading role and a keeping one, in whatever order they were given", async () => {
    const roles = [{ role: "overseer" as const }, { role: "unit_manager" as const }];
    for (const given of [roles, [...roles].reverse()]) {
      const { id } = await aPerson(database.db, { unitId: branch.id, roles: given });
      expect(await card(await theContext(id))).toContain("Ningbo Harbour Foods");
    }
  });

  it.each(["C-1", "L-2026-00042", "Harbour", "harbour foods", " C-1 "])("is found by %j", async (wanted) => {
    expect(await card(await as("unit_manager"), wanted)).toBeDefined();
  });

  it.each([
    ["宁波港湾食品有限公司", "寧波港灣"],
    ["臺灣晶圓股份有限公司", "台湾晶圆"],
    ["廣發貿易行", "广发"],
    ["Müller Export", "MÜLLER"],
  ])("called %s is found by %s, and by no other name", async (name, wanted) => {
    const { unitId } = await database.db.borrower.findUniqueOrThrow({ where: { number: "C-1" } });
    await aBorrower(database.db, { number: "C-2", name, unitId, ownerId: keeperId });
    expect(await card(await as("unit_manager"), wanted)).toContain(name);
    expect(await card(await as("unit_manager", other.id), wanted)).toBeUndefined();
    expect(await card(await as("unit_manager"), "寧波灣")).toBeUndefined();
  });

  it.each(["I-2026-00007", "i-2026-00007", "I-2026-00007/2"])(
    "is found by the number of its inspection or report, %j, by those who may see it",
    async (wanted) => {
      const { id, unitId } = await database.db.borrower.findUniqueOrThrow({ where: { number: "C-1" } });
      await anInspection(database.db, {
        borrowerId: id,
        unitId,
        number: "I-2026-00007",
        policyVersionId: "policy-1",
        dueOn: "2026-03-10",
      });
      expect(await card(await as("unit_manager"), wanted)).toContain("Ningbo Harbour Foods");
      expect(await card(await as("unit_manager", other.id), wanted)).toBeUndefined();
      expect(await card(await as("unit_manager"), "I-2026-00008")).toBeUndefined();
    },
  );

  it("is found no more by a keeper who handed it over", async () => {
    await database.db.ownership.updateMany({ data: { toAt: LONG_AGO } });
    expect(await card(await theContext(keeperId))).toBeUndefined();
  });

  it("is one of a list that says when there are more, and fits into a message", async () => {
    for (let n = 0; n < 25; n += 1) await aBorrower(database.db, { unitId: branch.id, name: `Foods <!channel> ${n}` });
    const ctx = await as("unit_manager");
    const found = await findCustomers(ctx, "Foods");
    const { blocks } = renderMessage(foundView(ctx, found));
    expect([found.hits.length, found.hasMore]).toEqual([20, true]);
    expect((await findCustomers(ctx, "Foods", 1)).hits).toHaveLength(6);
    expect(JSON.stringify(blocks)).toContain("Write more of the name");
    expect(JSON.stringify(blocks)).not.toContain("<!channel>");
    expect(messageProblems(blocks)).toEqual([]);
  });
});
