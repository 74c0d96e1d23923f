import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { repositoryPath } from "../../../prisma/schema.ts";
import { judgeLines } from "../../../src/features/gate/index.ts";
import { loadPolicy } from "../../../src/platform/policy-file.ts";
import { isProblems } from "../../../src/platform/yaml-file.ts";

const loaded = loadPolicy(repositoryPath("policy/cn-bank.yml"));
if (isProblems(loaded)) throw new Error("the shipped policy has problems");
const { policy } = loaded;

async function judged(...lines: (object | string)[]): Promise<{ exitCode: number; answers: unknown[] }> {
  const answers: unknown[] = [];
  const text = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const exitCode = await judgeLines(policy, Readable.from([text]), (line) => answers.push(JSON.parse(line)));
  return { exitCode, answers };
}

const conclusion = (text: string) => ({ template: "working_capital", item: "conclusion", text });

describe("old reports tried against the gate", () => {
  it("get a verdict a line, in the language and script of the text", async () => {
    const { exitCode, answers } = await judged(
      conclusion("正常，良好"),
      conclusion("經營不穩定"),
      conclusion("all good"),
      conclusion("销售下降25%"),
    );

    expect(exitCode).toBe(0);
    expect(answers).toEqual([
      { verdict: "refused", rules: ["only_stop_phrases"], message: expect.stringContaining("正常、良好") },
      { verdict: "refused", rules: ["negated_without_figures"], message: expect.stringContaining("不穩定") },
      { verdict: "refused", rules: ["only_stop_phrases"], message: expect.stringContaining("all good") },
      { verdict: "passed", rules: [], message: "" },
    ]);
  });

  it("know what the loan's record holds where they are told", async () => {
    const line = { ...conclusion("贷款500万元"), known: { amounts_yuan: ["5000000"] } };

    expect((await judged(line)).answers).toMatchObject([{ rules: ["only_known_figures"] }]);
  });

  it("leave items alone that conclude nothing", async () => {
    const met = { template: "working_capital", item: "met_person", text: "正常" };

    expect((await judged(met)).answers).toMatchObject([{ verdict: "passed" }]);
  });

  it("say which line cannot be read, and go on", async () => {
    const { exitCode, answers } = await judged("nonsense", { template: "x" }, conclusion("正常"));

    expect(exitCode).toBe(65);
    expect(answers).toEqual([
      { error: expect.stringMatching(/^line 1: not JSON/) },
      { error: expect.stringMatching(/^line 2: .*text/) },
      expect.objectContaining({ verdict: "refused" }),
    ]);
  });
});
