import { beforeEach, describe, expect, it } from "vitest";
import { isoDate } from "../../../src/domain/dates.ts";
import { FIGURE_NAMES, type FigureName } from "../../../src/domain/digest/figures.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { type Digest, digestOf, digestView } from "../../../src/features/digests/index.ts";
import { listAt } from "../../../src/features/digests/lists/index.ts";
import type { ScopeRef } from "../../../src/features/digests/place.ts";
import { approveReport } from "../../../src/features/reviews/index.ts";
import { newId } from "../../../src/platform/ids.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { plainText } from "../../../src/platform/view.ts";
import { aBorrower, anOfficer, aUnit, aUnitManager } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aSubmittedReport, aWorld, type World } from "../reviews/review-world.ts";
import { liveHistory } from "../totals/history.ts";

let world: World;
beforeEach(async () => {
  world = await aWorld();
});

interface Wishes {
  readonly unitId?: string;
  readonly assigneeId?: string | null;
  readonly product?: string;
  readonly name?: string;
}

/** One of the officer's, in the branch. */
async function due(dueOn: string, wishes: Wishes = {}) {
  const { unitId = world.branch.id, assigneeId = world.officer.id, product = "working_capital", name } = wishes;
  const borrower = await aBorrower(world.db, {
    unitId,
    ownerId: assigneeId ?? world.officer.id,
    ...(name === undefined ? {} : { name }),
  });
  return anInspection(world.db, { borrowerId: borrower.id, assigneeId, dueOn, product, policyVersionId: "policy-1" });
}

async function digest(who: { readonly id: string }, ...words: string[]): Promise<Digest> {
  const found = await digestOf(await world.as(who), words);
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

async function listed(who: { readonly id: string }, of: ScopeRef, figure: FigureName, page = 0) {
  const found = await listAt(await world.as(who), { of, days: "month", figure, page });
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

describe("A branch manager's digest", () => {
  it("of the week says what is late and with whom, what is due and what waits", async () => {
    await due("2026-03-02");
    await due("2026-03-03");
    await due("2026-03-12");
    await aSubmittedReport(world);

    const { figures, parts, period } = await digest(world.manager, "week");

    expect(period).toEqual({ from: "2026-03-09", to: "2026-03-15" });
    expect(figures).toMatchObject({
      late_inspections: 2,
      planned: 2,
      due_soon: 1,
      waiting: 1,
      done_in_time: 1,
      done_late: 0,
    });
    expect(parts).toMatchObject([
      { ref: { kind: "person", id: world.officer.id }, name: "Li Wei", late: 2, dueSoon: 1, overloaded: false },
    ]);
  });

  it("moves with what people do", async () => {
    const made = await aSubmittedReport(world);
    expect((await digest(world.manager)).figures).toMatchObject({ waiting: 1, approved: 0 });

    await approveReport(await world.as(world.reviewer), made.reportId);

    expect((await digest(world.manager)).figures).toMatchObject({ waiting: 0, approved: 1 });
  });

  it("of a product counts that product alone, and stays with it on the way down", async () => {
    await due("2026-03-02", { product: "mortgage" });
    await due("2026-03-03");

    const { figures, parts } = await digest(world.manager, "mortgage", "month");

    expect(figures).toMatchObject({ late_inspections: 1, planned: 1 });
    const ref = { kind: "person", id: world.officer.id, product: "mortgage" } as const;
    expect(parts.map((part) => part.ref)).toEqual([ref]);
    expect((await listed(world.manager, ref, "late_inspections")).lines.map(({ on }) => on)).toEqual(["2026-03-02"]);
  });

  it("is refused of another branch, its people and its lists", async () => {
    const other = await aUnit(world.db, { name: "Hill branch", parentId: world.headOffice.id });
    await anOfficer(world.db, { name: "Far Away", unitId: other.id });
    const ctx = await world.as(world.manager);

    expect(await digestOf(ctx, ["Hill", "branch"])).toMatchObject({ refused: "may.scope" });
    expect(await digestOf(ctx, ["Far", "Away", "week"])).toMatchObject({ refused: "may.scope" });
    for (const kind of ["unit", "nobody"] as const) {
      const place = { of: { kind, id: other.id }, days: "week", figure: "late_inspections", page: 0 };
      expect(await listAt(ctx, place)).toMatchObject({ refused: "may.scope" });
    }
  });

  it("of an officer leaves out what that officer does in another branch, however much is late there", async () => {
    const other = await aUnit(world.db, { parentId: world.headOffice.id });
    for (let more = 0; more < 20; more += 1) {
      await due("2026-03-01", { unitId: other.id, name: `Elsewhere ${more}` });
    }
    await due("2026-03-02", { name: "Ningbo Harbour Trading" });

    const seen = await digest(world.manager, "Li", "Wei");
    const { lines, hasMore } = await listed(world.manager, seen.scope.ref, "late_inspections");

    expect(seen.figures.late_inspections).toBe(1);
    expect(lines.map(({ customer }) => customer)).toEqual(["Ningbo Harbour Trading"]);
    expect(hasMore).toBe(false);
    expect((await digest(world.officer, "me")).figures.late_inspections).toBe(21);
  });

  it("names what nobody keeps, and lists it", async () => {
    await due("2026-03-02", { assigneeId: null, name: "Kept By Nobody Ltd" });
    await due("2026-03-02");

    const { parts } = await digest(world.manager);
    const nobody = parts.find(({ ref }) => ref.kind === "nobody");

    expect(nobody).toMatchObject({ ref: { id: world.branch.id }, name: "", late: 1 });
    const { lines } = await listed(world.manager, nobody?.ref ?? { kind: "unit", id: "" }, "late_inspections");
    expect(lines).toMatchObject([{ customer: "Kept By Nobody Ltd", person: undefined }]);
  });

  it("says who has more than two weeks of their work before them", async () => {
    for (let more = 0; more < 10; more += 1) await due("2026-03-11");

    expect((await digest(world.manager)).parts).toMatchObject([{ name: "Li Wei", dueSoon: 10, overloaded: true }]);
  });
});

describe("What was typed", () => {
  it.each([
    [["fortnight"], { refused: "digest.unknown", values: { typed: "fortnight" } }],
    [["Riverside", "branch", "fortnight"], { refused: "digest.no_period", values: { typed: "fortnight" } }],
    [["me", "2026-03-31..2026-03-01"], { refused: "digest.no_period" }],
    [["2026-3-1..2026-03-31"], { refused: "digest.no_period" }],
    [["mortgage", "2026-03"], { refused: "digest.no_period", values: { typed: "2026-03" } }],
    [["Nobody", "Known"], { refused: "digest.unknown", values: { typed: "Nobody Known" } }],
  ])("%j is answered with what is wrong in it", async (words, refusal) => {
    expect(await digestOf(await world.as(world.manager), words)).toMatchObject(refusal);
  });

  it("may name the days in capitals", async () => {
    expect((await digest(world.manager, "Riverside", "branch", "Month")).period.from).toBe("2026-03-01");
  });

  it("names several units of one name by their codes", async () => {
    const code = `R-${newId()}`;
    await aUnit(world.db, { name: "Riverside branch", code, parentId: world.headOffice.id });
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });

    const refused = await digestOf(await world.as(above), ["Riverside", "branch"]);

    expect(refused).toMatchObject({ refused: "digest.several_units" });
    expect(isRefusal(refused) && refused.values.codes).toContain(code);
    expect((await digest(above, code)).scope.ref.kind).toBe("unit");
  });
});

describe("A head office's digest", () => {
  it("sums its branches and names them, worst first", async () => {
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
    const other = await aUnit(world.db, { name: "Hill branch", parentId: world.headOffice.id });
    const far = await anOfficer(world.db, { unitId: other.id });
    await due("2026-03-02");
    await due("2026-03-03", { unitId: other.id, assigneeId: far.id });
    await due("2026-03-04", { unitId: other.id, assigneeId: far.id });

    const { figures, parts } = await digest(above);

    expect(figures.late_inspections).toBe(3);
    expect(parts.map(({ name, late }) => [name, late])).toEqual([
      ["Hill branch", 2],
      ["Riverside branch", 1],
    ]);
  });

  it("pages through a long list, each line once", async () => {
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
    for (let more = 0; more < 32; more += 1) await due("2026-03-02");
    const ref = { kind: "unit", id: world.headOffice.id } as const;

    const pages = [0, 1, 2].map((page) => listed(above, ref, "late_inspections", page));
    const [one, two, three] = await Promise.all(pages);

    expect([one, two, three].map((page) => page?.hasMore)).toEqual([true, true, false]);
    expect(new Set([one, two, three].flatMap((page) => page?.lines.map(({ id }) => id) ?? [])).size).toBe(32);
  });
});

describe("An officer", () => {
  it("has a digest of their own, of a product too, and of nobody else", async () => {
    await due("2026-03-02", { name: "Ningbo Harbour Trading" });
    await due("2026-03-02", { product: "mortgage" });
    const ctx = await world.as(world.officer);

    const found = await digest(world.officer);

    expect(found.figures.late_inspections).toBe(2);
    expect((await digest(world.officer, "mortgage")).figures.late_inspections).toBe(1);
    expect(isRefusal(await digestOf(ctx, ["Wang", "Fang"]))).toBe(true);
    expect(isRefusal(await digestOf(ctx, ["Riverside", "branch"]))).toBe(true);
  });

  it("reads it as text", async () => {
    await due("2026-03-02");
    const ctx = await world.as(world.officer);
    const found = await digest(world.officer, "today");

    const view = digestView({ ...ctx, shows: "text" }, found);

    expect(view.pieces.filter(({ kind }) => kind === "table" || kind === "buttons")).toEqual([]);
    expect(terminalText(view)).toContain("Late inspections: 1");
    expect(plainText(view.title)).toBe("Li Wei: 10 Mar 2026 to 10 Mar 2026");
  });
});

describe("A list", { timeout: 120_000 }, () => {
  it.each([3, 8, 14])("has as many lines as its figure says, in history %i", async (seed) => {
    const lived = await liveHistory(seed, 60);
    world = lived.world;
    // The builder stores the moment alone; a submission stores its date as well.
    await world.database.raw.execute(
      `UPDATE "Inspection" SET "submittedOn" = '2026-03-10' WHERE "submittedAt" IS NOT NULL AND "submittedOn" IS NULL`,
    );
    const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
    const days = "2026-01-01..2026-12-31";
    const { figures, scope } = await digest(above, days);
    const ctx = await world.as(above);

    for (const figure of FIGURE_NAMES) {
      const lines: string[] = [];
      for (let page = 0; page < 10; page += 1) {
        const list = await listAt(ctx, { of: scope.ref, days, figure, page });
        if (!isRefusal(list)) lines.push(...list.lines.map(({ id }) => id));
      }
      expect([figure, lines.length], lived.done.join(" ")).toEqual([figure, figures[figure]]);
    }
    expect(FIGURE_NAMES.filter((name) => figures[name] > 0).length).toBeGreaterThan(4);
  });

  it("shows masked names to who reads without being responsible", async () => {
    await due("2026-03-02", { name: "Ningbo Harbour Trading" });
    const compliance = await anOfficer(world.db, { name: "Qian Wen", unitId: world.headOffice.id });
    await world.db.roleGrant.updateMany({ where: { personId: compliance.id }, data: { role: "compliance" } });

    const { lines } = await listed(compliance, { kind: "unit", id: world.branch.id }, "late_inspections");

    expect(lines.map(({ customer, on }) => [customer, on])).toEqual([["Ni***ng", isoDate("2026-03-02")]]);
  });
});
