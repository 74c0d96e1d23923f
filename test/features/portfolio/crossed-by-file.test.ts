/** A file moves a tier across the line of non-performing (R113, R114, R117): the same follows as when people approve it, once. */
import { beforeEach, describe, expect, it } from "vitest";
import { importBook } from "../../../commands/import.ts";
import { repositoryPath } from "../../../prisma/schema.ts";
import type { Surface } from "../../../src/platform/commands/definition.ts";
import { anOfficer, aPerson, aUnit } from "../../builders/index.ts";
import { aWorld, said, type World } from "../morning/desk-world.ts";
import { ownFile, ownRow } from "./extracts.ts";

const terminal: Surface = { where: "terminal", progress: () => undefined };
const OWN = repositoryPath("policy/mappings/own.yml");

let world: World;
let officerId: string;
let specialistId: string;

beforeEach(async () => {
  world = await aWorld("2026-03-10T13:00:00Z");
  const unit = await aUnit(world.db, { code: "N1" });
  officerId = (await anOfficer(world.db, { unitId: unit.id, email: "li.wen@bank.example" })).id;
  specialistId = (await aPerson(world.db, { unitId: unit.id })).id;
  await world.db.roleGrant.create({
    data: { personId: specialistId, role: "asset_operations", unitId: unit.id, fromAt: new Date(0) },
  });
  await take({}, "2026-03-08");
});

async function take(
  wishes: Record<string, string>,
  asOf: string,
  ...others: ReturnType<typeof ownRow>[]
): Promise<string> {
  const flags = { mapping: OWN, "as-of": asOf, "take-on": "2026-03-01" };
  const outcome = await importBook.execute(
    world.system(),
    { words: [ownFile(ownRow(wishes), ...others)], flags },
    terminal,
  );
  if (!("view" in outcome)) throw new Error(JSON.stringify(outcome));
  return said(outcome.view).join("\n");
}

const offers = () => world.db.handover.findMany({ orderBy: { id: "asc" } });
const plans = () => world.db.case.findMany({ orderBy: { place: "asc" } });

describe("a tier that a file moves", () => {
  it("to non-performing: the customer is offered to asset operations, and its plan is opened for its keeper", async () => {
    const told = await take({ tier: "substandard" }, "2026-03-09");
    expect(told).toContain("1 customer is led by another department now");
    expect(await offers()).toMatchObject([
      { inspectionId: null, fromPersonId: officerId, toPersonId: specialistId, state: "asked" },
    ]);
    expect(await plans()).toMatchObject([
      { kind: "workout_plan", ownerId: officerId, state: "open", dueOn: "2026-03-17" },
    ]);
  });

  it("and says again: nobody is asked twice, and there is one plan", async () => {
    await take({ tier: "substandard" }, "2026-03-09");
    expect(await take({ tier: "substandard" }, "2026-03-10")).not.toContain("another department");
    expect(await take({ tier: "doubtful" }, "2026-03-10")).not.toContain("another department");
    expect(await offers()).toHaveLength(1);
    expect(await plans()).toHaveLength(1);
  });

  it("within a department: no hand-over, and the plan of zone 2", async () => {
    expect(await take({ tier: "special_mention" }, "2026-03-09")).not.toContain("another department");
    expect(await offers()).toHaveLength(0);
    expect(await plans()).toMatchObject([{ kind: "written_plan" }]);
  });

  it("back: the customer is offered to whoever kept it before", async () => {
    await take({ tier: "substandard" }, "2026-03-09");
    const [offer] = await offers();
    await world.db.handover.update({ where: { id: offer?.id ?? "" }, data: { state: "accepted" } });
    const { id } = await world.db.borrower.findFirstOrThrow();
    await world.db.ownership.updateMany({ where: { borrowerId: id }, data: { toAt: new Date("2026-03-09") } });
    await world.db.ownership.create({
      data: { borrowerId: id, personId: specialistId, fromAt: new Date("2026-03-09") },
    });
    await take({ tier: "normal" }, "2026-03-10");
    expect((await offers()).at(-1)).toMatchObject({
      fromPersonId: specialistId,
      toPersonId: officerId,
      state: "asked",
    });
  });

  it("by a charge-off: the same", async () => {
    await take({ state: "written_off" }, "2026-03-09");
    expect(await offers()).toHaveLength(1);
  });

  it("by a further loan of a known customer that comes in non-performing: the same", async () => {
    world.at("2026-03-11T13:00:00Z");
    await take({}, "2026-03-10", ownRow({ loan_number: "L-9", tier: "substandard" }));
    expect(await offers()).toHaveLength(1);
    expect(await plans()).toMatchObject([{ kind: "workout_plan" }]);
  });

  it("of a customer that was not known: it is taken on as it stands, and offered to nobody", async () => {
    await take({}, "2026-03-09", ownRow({ loan_number: "L-2", borrower_number: "B-2", tier: "loss" }));
    expect(await offers()).toHaveLength(0);
    expect(await plans()).toHaveLength(0);
  });

  it("in a run that died before it was followed: the next run does, though its rows are unchanged", async () => {
    await take({ tier: "substandard" }, "2026-03-09");
    const [offer] = await offers();
    const run = await world.db.importRun.findFirstOrThrow({ orderBy: { id: "desc" } });
    await world.db.importRun.update({ where: { id: run.id }, data: { finishedAt: null } });
    await world.db.case.updateMany({ data: { state: "dropped" } });
    await world.db.handover.update({ where: { id: offer?.id ?? "" }, data: { state: "withdrawn" } });
    expect(await take({ tier: "substandard" }, "2026-03-09")).toContain("1 customer is led by another department now");
    expect((await offers()).filter(({ state }) => state === "asked")).toHaveLength(1);
    expect((await plans()).map(({ state }) => state)).toEqual(["dropped", "open"]);
  });
});
