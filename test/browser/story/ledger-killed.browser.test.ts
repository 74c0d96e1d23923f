/**
 * A large register, by link: it says how far it is, the power fails while it is written, and after the start it is made to its end
 * and told; the file is fetched once on a page of the desk's own.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "libsql";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { linkPolicy } from "../../setup/link-policy.ts";
import { button, photograph, says, sheet, useStory, words } from "./acting.ts";

const story = useStory((folder) => ({ AFTERLOAN_POLICY: linkPolicy(folder, false) }));
const LUO_WEIMIN = "U12LUOWEI";
/** As many as take a while to write. */
const EVENTS = 150_000;
const LONG_MS = 600_000;
/** After it whoever wrote is known to have stopped. */
const LEASE_OVER_MINUTES = 1;

/** Notes of the log by the thousand, as years bring them; their hashes are none. */
function fillLog(): void {
  const file = new Sqlite(join(story.folder, "afterloan.db"), { timeout: 60_000 });
  const guards = file
    .prepare(
      `SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger' AND "tbl_name" IN ('AuditEvent', 'AuditHead')`,
    )
    .all() as { name: string; sql: string }[];
  file.exec("BEGIN IMMEDIATE");
  for (const { name } of guards) file.exec(`DROP TRIGGER "${name}"`);
  file.exec(`WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < ${EVENTS})
    INSERT INTO "AuditEvent" ("seq", "at", "actorId", "verb", "subjectKind", "subjectId", "text", "prevHash", "hash")
      SELECT (SELECT "seq" FROM "AuditHead") + k, '2026-01-05T02:00:00.000+00:00', 'system', 'inspection.started', 'inspection',
        (SELECT "id" FROM "Inspection" LIMIT 1), '{}', '', 'filled-' || k FROM n;
    UPDATE "AuditHead" SET "seq" = "seq" + ${EVENTS}`);
  for (const { sql } of guards) file.exec(sql);
  file.exec("COMMIT");
  file.close();
}

const told = (page: Page, text: string | RegExp) =>
  sheet(page)
    .getByText(text)
    .last()
    .waitFor({ timeout: LONG_MS / 2 });

it("is made to its end although the power fails, and is fetched once", { timeout: LONG_MS }, async () => {
  const page = await story.as(LUO_WEIMIN);
  fillLog();
  await says(page, "/postloan ledger as csv");
  await told(page, /being made: [\d,]+ of [\d,]+ rows/u);
  await photograph(page, "ledger-killed-1-how-far");
  expect(await words(sheet(page))).not.toContain("begun again");

  await story.crashAndStart(LEASE_OVER_MINUTES);

  await page.getByText("Connecting again").waitFor({ state: "detached" });
  await told(page, "It was begun again after a stop.");
  await photograph(page, "ledger-killed-2-begun-again");
  await told(page, "Your register is ready");
  expect(await words(sheet(page))).toContain("it agrees");
  await photograph(page, "ledger-killed-3-ready");

  await button(sheet(page), "Fetch the file").last().click();
  const link = sheet(page).locator('a[href*="/d/"]').last();
  await link.waitFor();
  const url = (await link.getAttribute("href")) ?? "";
  const said = await words(sheet(page));
  const code = /(?<!\d)\d{6}(?!\d)/u.exec(said.slice(said.lastIndexOf(await words(link))))?.[0] ?? "";
  await photograph(page, "ledger-killed-4-link");
  const opened = await story.at(url);
  await photograph(opened, "ledger-killed-5-page");
  const saved = opened.waitForEvent("download");
  await opened.locator("input[name=code]").fill(code);
  await opened.locator("form button").click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^post-loan-register-.*\.csv$/u);
  const lines = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(lines.length).toBeGreaterThan(EVENTS);

  const again = await story.at(url);
  expect(await words(again.getByRole("alert"))).toContain("works once");
  await photograph(again, "ledger-killed-6-used");
});
