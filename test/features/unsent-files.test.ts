/** What was handed in for a form that was never sent goes from the documents' folder after a day, and nothing else ever does. */
import { existsSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countCopies, giveCopies, takeCopies } from "../../src/features/customer-files/copies.ts";
import { countGiven, giveFiles, takeForForm } from "../../src/features/evidence/index.ts";
import { removeUnsent } from "../../src/features/unsent-files/index.ts";
import { systemContext } from "../../src/platform/context.ts";
import { type EvidenceStore, evidenceStore } from "../../src/platform/evidence-store.ts";
import { type Branch, startBranch } from "../journeys/branch.ts";
import type { TestDesk } from "../setup/test-desk.ts";

const HANDED_IN = "2026-03-02T09:05:00+08:00";
const SAME_NIGHT = "2026-03-03T00:30:00+08:00";
const NEXT_NIGHT = "2026-03-04T00:30:00+08:00";
const LONG_AGO = new Date("2026-01-01T00:00:00Z");

let desk: TestDesk;
let branch: Branch;
let folder: string;
let store: EvidenceStore;

beforeEach(async () => {
  ({ desk, branch } = await startBranch());
  folder = mkdtempSync(join(tmpdir(), "afterloan-unsent-"));
  store = evidenceStore(folder);
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await desk.stop();
});

const li = () => desk.contextOf(branch.liId);
const copyForm = (formId: string) => ({ borrowerId: branch.borrowerId, formId });
const proofForm = (formId: string) => ({ inspectionId: branch.inspectionId, formId });
const at = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
const isThere = (sha256: string) => existsSync(at(sha256));

/** A scan in the folder that came by a page; it has lain there for some time. */
async function aScan(content: string) {
  const bytes = new TextEncoder().encode(content);
  const sha256 = await store.put(bytes);
  utimesSync(at(sha256), LONG_AGO, LONG_AGO);
  return { name: `${content}.pdf`, mimetype: "application/pdf", sizeBytes: bytes.length, sha256 };
}

async function night(moment: string): Promise<unknown> {
  desk.at(moment);
  return removeUnsent(systemContext(desk.parts), store);
}

describe("a scan handed in for a document that was never filed", () => {
  it("is kept for a day, and gone in the night after that; the form that is sent then asks for it anew", async () => {
    desk.at(HANDED_IN);
    const scan = await aScan("licence");
    await takeCopies(await li(), copyForm("form"), [scan]);
    const given = { slackFileIds: [], formId: "form" };

    expect(await night(SAME_NIGHT)).toEqual({ files: 0 });
    expect(isThere(scan.sha256)).toBe(true);
    expect(await countCopies(await li(), branch.borrowerId, given)).toBe(1);

    expect(await night(NEXT_NIGHT)).toEqual({ files: 1 });
    expect(isThere(scan.sha256)).toBe(false);
    expect(await countCopies(await li(), branch.borrowerId, given)).toBe(0);
    const events = await desk.db.auditEvent.findMany({ where: { verb: "document.unsent_removed" } });
    expect(events).toHaveLength(1);
    expect(await night(NEXT_NIGHT)).toEqual({ files: 0 });
  });

  it("stays where it was filed after all, however old it is", async () => {
    desk.at(HANDED_IN);
    const scan = await aScan("licence");
    const ctx = await li();
    await takeCopies(ctx, copyForm("form"), [scan]);
    const document = await desk.db.filedDocument.create({
      data: {
        ...{ borrowerId: branch.borrowerId, document: "identity_document", reference: "", datedOn: "2026-03-01" },
        ...{ place: "", filedById: branch.liId, filedAt: ctx.now.toJSDate() },
      },
    });
    await giveCopies(
      ctx,
      { borrowerId: branch.borrowerId, documentId: document.id },
      { slackFileIds: [], formId: "form" },
    );
    expect(await night(NEXT_NIGHT)).toEqual({ files: 0 });
    expect(isThere(scan.sha256)).toBe(true);
  });
});

describe("evidence handed in for a form that was never sent", () => {
  it("is gone after a day; what was sent stays", async () => {
    desk.at(HANDED_IN);
    const [never, sent] = [await aScan("never sent"), await aScan("sent")];
    const ctx = await li();
    await takeForForm(ctx, { ...proofForm("never"), isOne: false }, [never]);
    await takeForForm(ctx, { ...proofForm("sent"), isOne: false }, [sent]);
    await giveFiles(
      ctx,
      { inspectionId: branch.inspectionId, answerKey: "measure:m" },
      { slackFileIds: [], formId: "sent" },
    );

    expect(await night(NEXT_NIGHT)).toEqual({ files: 1 });
    expect([isThere(never.sha256), isThere(sent.sha256)]).toEqual([false, true]);
    expect(await countGiven(await li(), branch.inspectionId, { slackFileIds: [], formId: "never" })).toBe(0);
  });
});

describe("a file that is in use", () => {
  it("is never removed, though the same content waits for a form that was never sent", async () => {
    desk.at(HANDED_IN);
    const scans = await Promise.all(["report", "taken off", "document", "confirmed", "fresh"].map(aScan));
    await takeCopies(await li(), copyForm("never"), scans);
    const [report, takenOff, document, confirmed, fresh] = scans.map(({ sha256 }) => sha256);
    const row = {
      inspectionId: branch.inspectionId,
      name: "a",
      mimetype: "application/pdf",
      uploadedById: branch.liId,
    };
    const stored = { ...row, state: "stored", uploadedAt: LONG_AGO };
    await desk.db.evidence.create({ data: { ...stored, answerKey: "borrower/photos", sha256: report ?? "" } });
    await desk.db.evidence.create({
      data: { ...stored, answerKey: "borrower/photos", sha256: takenOff ?? "", removedAt: LONG_AGO },
    });
    await desk.db.filedDocument.create({
      data: {
        ...{ borrowerId: branch.borrowerId, document: "identity_document", reference: "", datedOn: "2026-03-01" },
        ...{ place: "", filedById: branch.liId, filedAt: LONG_AGO },
        copies: {
          create: {
            ...{ borrowerId: branch.borrowerId, name: "a", mimetype: "application/pdf", sha256: document ?? "" },
            ...{ state: "stored", uploadedById: branch.liId, uploadedAt: LONG_AGO },
          },
        },
      },
    });
    await desk.db.evidence.create({ data: { ...stored, answerKey: "confirmation", sha256: confirmed ?? "" } });
    // Handed in again an hour before the night, for a form that is still open.
    desk.at("2026-03-03T23:30:00+08:00");
    await takeForForm(await li(), { ...proofForm("open"), isOne: false }, scans.slice(4));

    expect(await night(NEXT_NIGHT)).toEqual({ files: 0 });
    expect([report, takenOff, document, confirmed, fresh].every((hash) => isThere(hash ?? ""))).toBe(true);
  });

  it("is not removed while the same content is being handed in, before its row stands", async () => {
    desk.at(HANDED_IN);
    const scan = await aScan("licence");
    await takeCopies(await li(), copyForm("never"), [scan]);
    await store.put(new TextEncoder().encode("licence"));
    expect(await night(NEXT_NIGHT)).toEqual({ files: 0 });
    expect(isThere(scan.sha256)).toBe(true);
  });
});
