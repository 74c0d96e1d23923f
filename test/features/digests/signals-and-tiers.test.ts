/** What a digest says of signals and tiers, and what it never says. */
import { beforeEach, describe, expect, it } from "vitest";
import type { FigureName } from "../../../src/domain/digest/figures.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { approveTier } from "../../../src/features/classification/judge.ts";
import { type Digest, digestOf, digestView } from "../../../src/features/digests/index.ts";
import { listAt } from "../../../src/features/digests/lists/index.ts";
import { raiseSignal } from "../../../src/features/signals/raise.ts";
import { terminalText } from "../../../src/platform/terminal/render.ts";
import { aBorrower, aLoan, aPerson, aUnitManager, type PersonRow } from "../../builders/index.ts";
import { aWorld, type World } from "../reviews/review-world.ts";

let world: World;
let loanId: string;
beforeEach(async () => {
  world = await aWorld();
  const { branch, officer } = world;
  const borrower = await aBorrower(world.db, {
    unitId: branch.id,
    ownerId: officer.id,
    name: "Ningbo Harbour Trading",
  });
  loanId = (await aLoan(world.db, { borrowerId: borrower.id })).id;
});

async function digest(who: PersonRow, ...words: string[]): Promise<Digest> {
  const found = await digestOf(await world.as(who), words);
  if (isRefusal(found)) throw new Error(found.refused);
  return found;
}

async function raise(code: string, colleague = ""): Promise<void> {
  const raised = await raiseSignal(await world.as(world.reviewer), { loanId, code, words: "seen on site", colleague });
  if (isRefusal(raised)) throw new Error(raised.refused);
}

async function lines(who: PersonRow, figure: FigureName) {
  const { scope } = await digest(who);
  const list = await listAt(await world.as(who), { of: scope.ref, days: "week", figure, page: 0 });
  return isRefusal(list) ? [] : list.lines;
}

describe("A signal", () => {
  it("stands in the manager's and the keeper's digest with its level and its clock", async () => {
    await raise("INT-01");

    for (const who of [world.manager, world.officer]) {
      const found = await digest(who);
      expect(found.figures).toMatchObject({ red_signals: 0, orange_signals: 1, other_signals: 0 });
      const view = digestView({ ...(await world.as(who)), shows: "text" }, found);
      expect(terminalText(view)).toMatch(/Ningbo Harbour Trading.*Orange.*To be acknowledged by \d+ Mar 2026/s);
    }
    expect(await lines(world.manager, "orange_signals")).toMatchObject([{ opens: "signal", person: "Li Wei" }]);
  });

  it("is of no product", async () => {
    await raise("INT-01");

    for (const who of [world.manager, world.officer]) {
      expect((await digest(who, "working_capital")).figures.orange_signals).toBe(0);
    }
  });

  it.each([
    ["INT-05", ""],
    ["INT-02", ""],
    ["INT-01", "Zhao Min"],
  ])(
    "that is restricted (%s %s) moves no figure, list, part or line, of whoever may know of it either",
    async (code, named) => {
      const above = await aUnitManager(world.db, { unitId: world.headOffice.id });
      const compliance = await aPerson(world.db, { unitId: world.headOffice.id, roles: [{ role: "compliance" }] });
      const readers = [world.officer, world.manager, above, compliance];
      const told = async () =>
        Promise.all(
          readers.map(async (who) => {
            const found = await digest(who, "quarter");
            return terminalText(digestView({ ...(await world.as(who)), shows: "message" }, found));
          }),
        );
      const before = await told();

      await raise(code, named);

      expect(await told()).toEqual(before);
      for (const figure of ["red_signals", "orange_signals", "other_signals"] as const) {
        for (const who of readers) expect(await lines(who, figure)).toEqual([]);
      }
      expect(await world.db.signal.count({ where: { isRestricted: true } })).toBe(1);
    },
  );
});

describe("A tier that three hands changed", () => {
  async function moveTo(tier: string): Promise<void> {
    const at = world.parts.clocks.now().toJSDate();
    const { id } = await world.db.tierProposal.create({
      data: {
        ...{ loanId, unitId: world.branch.id, fromTier: "normal", tier, floor: "normal", because: "[]", hands: 3 },
        ...{ state: "recognised", reason: "Sales fell.", effectiveOn: "2026-03-09", policyVersionId: "policy-1" },
        ...{ proposedById: world.officer.id, proposedAt: at, recognisedById: world.reviewer.id, recognisedAt: at },
      },
    });
    const approved = await approveTier(await world.as(world.manager), id);
    if (isRefusal(approved)) throw new Error(approved.refused);
  }

  it("is counted on the day of the last hand, and listed from which to which", async () => {
    expect((await digest(world.manager)).figures.tiers_worse).toBe(0);

    await moveTo("substandard");

    for (const who of [world.manager, world.officer]) {
      expect((await digest(who, "today")).figures).toMatchObject({
        tiers_worse: 1,
        non_performing: 1,
        tiers_better: 0,
      });
      expect((await digest(who, "2026-03-01..2026-03-09")).figures.tiers_worse).toBe(0);
    }
    expect((await digest(world.manager, "mortgage")).figures.tiers_worse).toBe(0);
    expect(await lines(world.manager, "tiers_worse")).toMatchObject([
      { said: "Normal → Substandard", on: "2026-03-10" },
    ]);
  });

  it("to special mention is worse and still performing", async () => {
    await moveTo("special_mention");

    expect((await digest(world.manager)).figures).toMatchObject({ tiers_worse: 1, non_performing: 0 });
  });
});
