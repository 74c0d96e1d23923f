/** Keeps the bench of reports alive, small: what its officers write is judged right, how fast means nothing here. */
import { spawn } from "node:child_process";
import { expect, it } from "vitest";
import { z } from "zod";
import { repositoryPath } from "../../prisma/schema.ts";

const LONG_MS = 600_000;
const told = z.object({
  reports: z.int(),
  by: z.array(z.object({ officer: z.string(), reports: z.int(), refused: z.int(), caught: z.string() })),
});

async function bench(...args: string[]): Promise<{ code: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ["--import", "tsx", repositoryPath("bench/reports/run.ts"), ...args], {
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

it("six officers on a tiny book: the honest are refused nothing, empty words always, a copied report is asked about", {
  timeout: LONG_MS,
}, async () => {
  const { code, lines } = await bench("--reports", "12", "--officers", "6", "--visits", "2", "--json");

  expect(code).toBe(0);
  const { reports, by } = told.parse(JSON.parse(lines.at(-1) ?? ""));
  expect(reports).toBe(12);
  expect(by.map(({ officer, refused, caught }) => [officer, refused, caught])).toEqual([
    ["honest, in Chinese", 0, ""],
    ["honest, in English", 0, ""],
    ["honest, in few words", 0, ""],
    ["honest, finds a risk", 0, ""],
    ["empty words", 2, "2 of 2"],
    // The first report has none before it.
    ["copies the last report", 0, "1 of 2"],
  ]);
});

it("a bench without a portfolio says what it needs", { timeout: LONG_MS }, async () => {
  expect((await bench("--reports", "none")).code).toBe(64);
});
