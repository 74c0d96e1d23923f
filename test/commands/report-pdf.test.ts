import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { reportPdf } from "../../commands/report-pdf.ts";
import { approveReport } from "../../src/features/reviews/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { aPerson } from "../builders/index.ts";
import { aSubmittedReport, aWorld, EMAILS, type ReportMade, type World } from "../features/reviews/review-world.ts";

let world: World;
let made: ReportMade;
let file: string;
beforeEach(async () => {
  world = await aWorld();
  made = await aSubmittedReport(world);
  await approveReport(await world.as(world.reviewer), made.reportId);
  file = join(mkdtempSync(join(tmpdir(), "afterloan-print-")), "report.pdf");
});

const typed = (email: string | undefined, words: readonly string[] = [made.number]) =>
  reportPdf.execute(
    systemContext(world.parts),
    { words, flags: { pdf: file, for: email } },
    { where: "terminal", progress: () => undefined },
  );

describe("report NUMBER --pdf FILE --for E-MAIL", () => {
  it("writes what that person may read, records them, and overwrites nothing", async () => {
    expect(await typed(EMAILS.officer.toUpperCase())).toMatchObject({ view: { json: { number: made.number, file } } });
    expect(readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
    const [event] = await world.db.auditEvent.findMany({ where: { verb: "report.printed" } });
    expect(event?.actorId).toBe(world.officer.id);
    expect(event?.text).toContain("terminal");

    expect(await typed(EMAILS.officer)).toMatchObject({ refused: "print.exists" });
  });

  it("is refused for nobody, for a stranger, and for a person who may not read it", async () => {
    const admin = await aPerson(world.db, { email: "admin@bank.example", roles: [{ role: "administrator" }] });
    expect(await typed(undefined)).toMatchObject({ refused: "command.usage" });
    expect(await typed("nobody@bank.example")).toMatchObject({ refused: "print.for_whom" });
    expect(await typed(admin.email)).toMatchObject({ refused: "not_found" });
    expect(() => readFileSync(file)).toThrow();
  });
});
