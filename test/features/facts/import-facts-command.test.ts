import { beforeEach, describe, expect, it } from "vitest";
import { importFactsFile } from "../../../commands/import-facts.ts";
import type { Surface } from "../../../src/platform/commands/definition.ts";
import { systemContext } from "../../../src/platform/context.ts";
import { said } from "../morning/desk-world.ts";
import { aFile } from "../portfolio/extracts.ts";
import { aFactsDesk, type FactsDesk } from "./facts-desk.ts";

const terminal: Surface = { where: "terminal", progress: () => undefined };
const OVERDUE = "loan,as_of,days_past_due\nL-0001,2026-03-09,95\nL-0001,2026-02-30,1\n";

let desk: FactsDesk;
beforeEach(async () => {
  desk = await aFactsDesk();
});
const run = (file: string, flags: Record<string, string | boolean>, ctx = desk.system()) =>
  importFactsFile.execute(ctx, { words: [file], flags }, terminal);

describe("afterloan import-facts", () => {
  it("ends with counts that add up, says what was refused, and plans again where the book changed", async () => {
    const outcome = await run(aFile(OVERDUE), { kind: "balances" });
    if (!("view" in outcome)) throw new Error(JSON.stringify(outcome));
    expect(outcome.view.json).toEqual({ rows: 2, imported: 1, updated: 0, unchanged: 0, refused: 1 });
    expect(said(outcome.view).join("\n")).toContain("line 3, column as_of: “2026-02-30”");
    expect(said(outcome.view)[0]).toMatch(/^Balances and days past due, from \d+-extract\.csv$/u);
    expect(await desk.db.inspection.count({ where: { borrowerId: desk.borrowerId } })).toBeGreaterThan(0);
    expect(await desk.db.importRun.findFirstOrThrow()).toMatchObject({ kind: "facts", asOf: "2026-03-10" });
  });

  it("says it in the reader's language", async () => {
    const outcome = await run(aFile(OVERDUE), { kind: "balances" }, systemContext(desk.parts, "zh-Hans"));
    if (!("view" in outcome)) throw new Error(JSON.stringify(outcome));
    expect(said(outcome.view).join("\n")).toContain("不是 2026-03-01 这样的日期");
  });

  it.each([
    ["no kind", {}, "import.kind_missing"],
    ["an unknown kind", { kind: "planets" }, "import.kind_missing"],
    ["a mapping that is not there", { kind: "balances", mapping: "no-such.yml" }, "import.no_file"],
    ["a day that is none", { kind: "balances", "as-of": "9 March" }, "import.not_a_date"],
    ["a name of ours as the source", { kind: "balances", source: "report" }, "import.not_a_source"],
    ["another kind's columns", { kind: "ratings" }, "import.columns_missing"],
  ])("refuses %s", async (_what, flags, refused) => {
    expect(await run(aFile(OVERDUE), flags as Record<string, string>)).toMatchObject({ refused });
    expect(await desk.db.importRun.count()).toBe(0);
  });

  it("says every problem of a mapping with its line, and stops with the code for configuration", async () => {
    const outcome = await run(aFile(OVERDUE), {
      kind: "balances",
      mapping: aFile("mapping: x\nfile: {}\n", "bad.yml"),
    });
    if (!("view" in outcome)) throw new Error(JSON.stringify(outcome));
    expect(outcome.exitCode).toBe(78);
    expect(said(outcome.view).join("\n")).toMatch(/bad\.yml:1: columns – columns is missing/u);
  });

  it("is not for officers", async () => {
    const outcome = await run(aFile(OVERDUE), { kind: "balances" }, await desk.as(desk.officerId));
    expect(outcome).toMatchObject({ refused: "may.role" });
  });
});
