/** Keeps the benches alive, small: their figures mean nothing here. */
import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Figure, figureOf, isMet, percentile } from "../../bench/figure.ts";
import { tableText } from "../../bench/table.ts";
import { repositoryPath } from "../../prisma/schema.ts";

const told = z.object({
  machine: z.looseObject({ small: z.literal(true) }),
  figures: z.array(z.looseObject({ bench: z.string(), ours: z.number().positive(), ratio: z.number().positive() })),
});

async function bench(...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ["--import", "tsx", repositoryPath("bench/run.ts"), ...args], {
    env: { ...process.env, AFTERLOAN_PORTFOLIO: repositoryPath("test/data/sba-rows.csv") },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let text = "";
  child.stdout.on("data", (piece: Buffer) => {
    text += piece.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, lines: text.trimEnd().split("\n") };
}

describe("npm run bench", () => {
  it("measures everything beside its baseline, in a table and one last line of JSON", {
    timeout: 600_000,
  }, async () => {
    const { code, lines } = await bench("--small", "--json");

    expect(code).toBe(0);
    const { figures } = told.parse(JSON.parse(lines.at(-1) ?? ""));
    expect([...new Set(figures.map((figure) => figure.bench))]).toEqual([
      "clicks",
      "limited",
      "import",
      "facts",
      "start",
      "replay",
      "copied",
      "tiers",
      "sweep",
      "digest",
      "home",
      "ledger",
      "search",
      "files",
      "appraisal",
    ]);
    // A line for each figure, below the table's head and before the JSON.
    expect(lines).toHaveLength(figures.length + 2);
  });

  it("refuses a name that it does not know", async () => {
    expect((await bench("click")).code).toBe(64);
  });

  it("takes the median of the pairs' ratios, and a percentile that was really measured", () => {
    const figure = figureOf({ bench: "b", figure: "f", unit: "ms", goal: { ratio: 1.5 } }, [
      { ours: 10, baseline: 10 },
      { ours: 30, baseline: 10 },
      { ours: 20, baseline: 40 },
    ]);

    expect(figure).toMatchObject({ ours: 20, baseline: 10, ratio: 1, runs: 3 });
    expect(percentile([5, 1, 4, 2, 3], 99)).toBe(5);
    expect(() => percentile([], 50)).toThrow(RangeError);
  });

  it("says of each figure whether its goal is met", () => {
    const figure: Figure = {
      bench: "b",
      figure: "f",
      unit: "ms",
      ours: 3,
      baseline: 2,
      ratio: 1.5,
      runs: 5,
      goal: { atMost: 2 },
    };

    expect([isMet(figure), isMet({ ...figure, goal: { ratio: 1.5 } })]).toEqual([false, true]);
    expect(tableText([figure])).toContain("missed");
  });
});
