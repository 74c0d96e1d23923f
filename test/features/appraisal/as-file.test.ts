/** A quarter's scores as a workbook: months that are over, for whoever may see each score, and recorded (R100, R107). */
import { beforeEach, describe, expect, it } from "vitest";
import { score as command } from "../../../commands/score.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { registerScoreFiles } from "../../../src/features/appraisal/as-file.ts";
import { closeMonths } from "../../../src/features/appraisal/index.ts";
import { DocumentDesk, handOut } from "../../../src/features/documents/index.ts";
import { systemContext } from "../../../src/platform/context.ts";
import type { SharedFile } from "../../../src/platform/slack/share-file.ts";
import type { PersonRow } from "../../builders/index.ts";
import { sheetsOf } from "../ledger/written.ts";
import { aSubmittedReport, aWorld, type World } from "../reviews/review-world.ts";

let world: World;
const documents = new DocumentDesk();
registerScoreFiles(documents);

const OF_QUARTER = [
  "Quality outcome of the quarter",
  "Quarter",
  "Would earn of variable pay, %",
  "Released year by year, %",
];

beforeEach(async () => {
  world = await aWorld();
  await world.db.person.update({ where: { id: world.officer.id }, data: { name: "=cmd Li Wei" } });
  await aSubmittedReport(world);
});

async function typed(who: PersonRow, text: string) {
  const surface = { where: "slack", progress: () => undefined } as const;
  return command.execute(await world.as(who), { words: text.split(" "), flags: {} }, surface);
}

async function taken(who: PersonRow, text: string) {
  const outcome = await typed(who, text);
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  if (outcome.kind !== "file") throw new Error(outcome.kind);
  const shared: SharedFile[] = [];
  await handOut(await world.as(who), documents, outcome.file, { share: async (one) => void shared.push(one) });
  const [only] = shared;
  if (only === undefined) throw new Error("nothing was shared");
  return { name: only.name, sheets: await sheetsOf(Buffer.from(only.bytes)) };
}

async function marchIsOver(): Promise<void> {
  world.at("2026-04-01T02:00:00Z");
  await closeMonths(systemContext(world.parts));
}

describe("the scores of a quarter as a workbook", () => {
  it("holds each person's months and their mean, and every line with its rule and what it rests on", async () => {
    await marchIsOver();
    const kept = await world.db.scoreSheet.findFirstOrThrow({
      where: { subjectId: world.officer.id, period: "2026-03", role: "account_manager" },
    });

    const { name, sheets } = await taken(world.manager, `${world.branch.code} 2026-Q1 as xlsx`);

    expect(name).toMatch(/quarter 1 of 2026\.xlsx$/u);
    const [header, ...people] = sheets.get("People") ?? [];
    expect(header).toEqual([
      "Unit",
      "Who",
      "Post",
      "January 2026",
      "February 2026",
      "March 2026",
      "Mean points",
      ...OF_QUARTER,
    ]);
    const mine = people.find((row) => row[1]?.endsWith("cmd Li Wei"));
    const score = (kept.score ?? 0) / 100;
    // No budget, so nothing but the mean; thirty hundredths of it, released over three years.
    const earned = Math.round(30 * score) / 100;
    const [mean, quarter, pay, years] = mine?.slice(-4) ?? [];
    expect([mean, quarter, pay]).toEqual([String(score), String(score), String(earned)]);
    expect(years?.split(" / ")).toHaveLength(3);
    const lines = (sheets.get("Lines") ?? []).filter((row) => row[0]?.endsWith("cmd Li Wei"));
    expect(lines.some((row) => row.includes("Inspections in time") && row.join(" ").includes("I-2026-"))).toBe(true);
    const sum = lines.filter((row) => row[2] === "March 2026").reduce((all, row) => all + Number(row[5]), 0);
    expect(sum).toBeCloseTo((kept.score ?? 0) / 100, 6);
    const [event] = await world.db.auditEvent.findMany({ where: { verb: "score.handed_out" } });
    expect(event).toMatchObject({ actorId: world.manager.id });
  });

  it("stands in the order of units and names, whatever the scores are", async () => {
    await marchIsOver();

    const { sheets } = await taken(world.manager, `${world.branch.code} 2026-Q1 as xlsx`);

    const who = (sheets.get("People") ?? []).slice(1).map((row) => `${row[0]} ${row[1]}`);
    expect(who.length).toBeGreaterThan(1);
    expect(who).toEqual([...who].sort());
  });

  it("of oneself holds oneself alone, and nobody takes a colleague's", async () => {
    await marchIsOver();

    const { sheets } = await taken(world.officer, "me 2026-Q1 as xlsx");

    expect((sheets.get("People") ?? []).slice(1)).toHaveLength(1);
    expect(await typed(world.officer, `${world.branch.code} 2026-Q1 as xlsx`)).toMatchObject({
      refused: "may.role",
    });
    expect(await typed(world.officer, `${world.colleague.name} 2026-Q1 as xlsx`)).toMatchObject({
      refused: expect.any(String),
    });
  });

  it("is refused while no month of it is over: a score that still moves is no file", async () => {
    expect(await typed(world.manager, `${world.branch.code} month as xlsx`)).toMatchObject({
      refused: "score.nothing_over",
    });
  });
});
