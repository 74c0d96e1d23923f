/** What of a check's files was used for another, by content: photos, statements and signed sheets may not return; papers of ownership may. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { fileFindings } from "../../../src/features/inspections/file-findings.ts";
import { loadSheet, startCheck } from "../../../src/features/inspections/index.ts";
import { reusedFiles } from "../../../src/features/inspections/reused-files.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { type Context, systemContext } from "../../../src/platform/context.ts";
import { newId } from "../../../src/platform/ids.ts";
import { aBorrower, aPerson, aUnit } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { aBranch, type Branch } from "../../journeys/branch.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

let database: TestDatabase;
let branch: Branch;
let li: Context;
let draftId: string;
let earlierId: string;
beforeEach(async () => {
  database = await freshDatabase();
  const parts = await openTestParts(database, "2026-03-02T09:05:00+08:00");
  branch = await aBranch(database.db, parts);
  li = (await contextOfPerson(parts, branch.liId)) ?? systemContext(parts);
  const started = await startCheck(li, branch.inspectionId);
  draftId = isRefusal(started) ? "" : started.draftId;
  const policyVersionId = parts.policies.inForce().versionId;
  const whose = { borrowerId: branch.borrowerId, assigneeId: branch.liId, policyVersionId };
  earlierId = (
    await anInspection(database.db, { ...whose, dueOn: "2025-12-01", state: "approved", closedAt: new Date() })
  ).id;
});
afterEach(() => database.close());

const stored = (where: Record<string, string>, answerKey: string, sha256: string, takenOn?: string) =>
  database.db.evidence.create({
    data: {
      id: newId(),
      ...where,
      inspectionId: where.inspectionId ?? branch.inspectionId,
      answerKey,
      name: "scan.pdf",
      mimetype: "application/pdf",
      sha256,
      uploadedById: branch.liId,
      uploadedAt: new Date(),
      state: "stored",
      ...(takenOn === undefined ? {} : { takenOn }),
    },
  });

async function refusedAt(): Promise<string[]> {
  const sheet = await loadSheet(li, draftId);
  if (sheet === undefined) throw new Error("no check was begun");
  return (await reusedFiles(li, sheet)).map(({ answerKey, refusal }) => `${answerKey} ${refusal.refused}`);
}

describe("a file that was used for another check", () => {
  it.each([
    ["a photo of the visit", "borrower/photos", "borrower/photos", true],
    ["a bank statement", "borrower/wc_operations_files", "borrower/wc_operations_files", true],
    [
      "a financial statement handed in as a bank statement",
      "borrower/wc_finances_files",
      "borrower/wc_operations_files",
      true,
    ],
    ["a signed sheet handed in as a photo", "borrower_confirmation", "borrower/photos", true],
    ["contracts and invoices", "borrower/purpose_evidence", "borrower/purpose_evidence", false],
  ])("%s: is it refused?", async (_what, before, now, refused) => {
    await stored(
      { inspectionId: earlierId, ...(before === "borrower_confirmation" ? {} : { reportId: "r" }) },
      before,
      "same",
    );
    await stored({ draftId }, now, "same");
    await stored({ draftId }, now, "another");
    expect(await refusedAt()).toEqual(refused ? [`${now} files.used_before`] : []);
  });

  it("may stand twice in one check, and may be in a draft that was never submitted", async () => {
    await stored({ reportId: "r" }, "borrower/wc_operations_files", "same");
    await stored({ inspectionId: earlierId, draftId: "left" }, "borrower/wc_operations_files", "same");
    await stored({ draftId }, "borrower/wc_operations_files", "same");
    expect(await refusedAt()).toEqual([]);
  });
});

describe("where a file was used", () => {
  it("is told to who may read it there, and kept from who may not", async () => {
    await stored({ inspectionId: earlierId, reportId: "r" }, "borrower/photos", "same");
    await stored({ draftId }, "borrower/photos", "same");
    expect(await refusedAt()).toEqual(["borrower/photos files.used_before"]);

    const unit = await aUnit(database.db, { name: "Another branch" });
    const stranger = await aPerson(database.db, { unitId: unit.id, roles: [{ role: "account_manager" }] });
    const theirs = await aBorrower(database.db, { unitId: unit.id });
    const policyVersionId = li.policy.versionId;
    const whose = { borrowerId: theirs.id, assigneeId: stranger.id, policyVersionId };
    const { id } = await anInspection(database.db, {
      ...whose,
      dueOn: "2025-12-01",
      state: "approved",
      closedAt: new Date(),
    });
    await stored({ inspectionId: id, reportId: "r2" }, "borrower/photos", "a stranger's");
    await stored({ draftId }, "borrower/photos", "a stranger's");
    expect(await refusedAt()).toEqual(["borrower/photos files.used_before", "borrower/photos files.used_elsewhere"]);
  });
});

describe("a file from long ago", () => {
  it.each([
    ["a photo of more than 92 days ago", "borrower/photos", "2025-11-29", true],
    ["a photo of 92 days ago", "borrower/photos", "2025-11-30", false],
    ["a statement of more than 92 days ago", "borrower/wc_operations_files", "2025-11-29", true],
    ["contracts and invoices, however old", "borrower/purpose_evidence", "2019-01-01", false],
  ])("%s: is a reason asked for?", async (_what, answerKey, takenOn, asked) => {
    await stored({ draftId }, answerKey, "any", takenOn);
    const sheet = await loadSheet(li, draftId);
    if (sheet === undefined) throw new Error("no check was begun");
    const rules = (await fileFindings(li, sheet)).map(({ rule }) => rule);
    expect(rules).toEqual(asked ? ["old_file"] : []);
  });
});
