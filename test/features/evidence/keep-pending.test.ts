import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SubjectFacts } from "../../../src/domain/may.ts";
import {
  attachFiles,
  fileStateText,
  filesOfDraft,
  keepPending,
  removeFile,
} from "../../../src/features/evidence/index.ts";
import { contextOfPerson } from "../../../src/features/people/index.ts";
import { type Context, inTransaction, type Parts, systemContext } from "../../../src/platform/context.ts";
import { type EvidenceStore, evidenceStore } from "../../../src/platform/evidence-store.ts";
import { createSlackClients } from "../../../src/platform/slack/clients.ts";
import { translator } from "../../../src/texts/index.ts";
import { localTokens, startWorkspace, type Workspace } from "../../../src/workspace/workspace.ts";
import { aBorrower, anOfficer } from "../../builders/index.ts";
import { anInspection } from "../../builders/inspections.ts";
import { freshDatabase, type TestDatabase } from "../../setup/database.ts";
import { openTestParts } from "../../setup/test-desk.ts";

const KEY = "borrower/photos";

describe("a file that was put into a check", () => {
  let workspace: Workspace;
  let database: TestDatabase;
  let parts: Parts;
  let store: EvidenceStore;
  let folder: string;
  let officer: Context;
  let draftId: string;
  let inspectionId: string;
  let subject: SubjectFacts;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "afterloan-evidence-"));
    store = evidenceStore(folder);
    database = await freshDatabase();
    parts = await openTestParts(database, "2026-03-02T09:30:00+08:00");
    const { db } = database;
    const { id } = await anOfficer(db, { name: "Li Wen" });
    const borrower = await aBorrower(db, { ownerId: id });
    const policyVersionId = parts.policies.inForce().versionId;
    inspectionId = (
      await anInspection(db, { borrowerId: borrower.id, assigneeId: id, dueOn: "2026-03-02", policyVersionId })
    ).id;
    const at = parts.clocks.now().toJSDate();
    const draft = { inspectionId, personId: id, policyVersionId, mode: "on_site", startedAt: at, savedAt: at };
    draftId = (await db.draft.create({ data: draft })).id;
    subject = { unitPath: [borrower.unitId], assigneeId: id, ownerId: id };
    officer = (await contextOfPerson(parts, id)) ?? systemContext(parts);
    workspace = await startWorkspace({
      people: [],
      channels: [],
      commands: [],
      bot: { userId: "U00AFTERLN", botId: "B00AFTERLN", appId: "A00AFTERLN", name: "afterloan" },
      ...localTokens,
      welcome: [],
      environment: {},
    });
  });
  afterEach(async () => {
    await workspace.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const client = () => createSlackClients(localTokens.botToken, workspace.apiUrl).queue;
  const upload = async (name: string, text: string): Promise<string> => {
    const ticket = await client().files.getUploadURLExternal({ filename: name, length: text.length });
    await fetch(String(ticket.upload_url), { method: "POST", body: text });
    return String(ticket.file_id);
  };
  const attach = (...slackFileIds: string[]) =>
    inTransaction(officer, (tx) => attachFiles(tx, subject, { inspectionId, draftId, answerKey: KEY, slackFileIds }));
  const keeps = () => keepPending(systemContext(parts), { client: client(), store });
  const evidence = () => filesOfDraft(officer, draftId);
  const audited = async () =>
    (await database.db.auditEvent.findMany({ orderBy: { seq: "asc" } })).map(({ verb }) => verb);

  it("is fetched with our token, hashed, stored under its name, and audited once", async () => {
    await attach(await upload("stock.pdf", "the stock list"));
    expect(await keeps()).toEqual({ kept: 1, left: 0, failed: 0 });
    const [file] = await evidence();
    expect(file).toMatchObject({ state: "stored", name: "stock.pdf", mimetype: "application/pdf", sizeBytes: 14 });
    expect(new TextDecoder().decode(await store.get(file?.sha256 ?? ""))).toBe("the stock list");
    expect(await keeps()).toEqual({ kept: 0, left: 0, failed: 0 });
    expect(await audited()).toEqual(["evidence.stored"]);
  });

  it("stands under its name before it is fetched, where Slack told the name with the form", async () => {
    const files = { inspectionId, draftId, answerKey: KEY, slackFileIds: ["F1", "F2"], names: { F1: "gate.png" } };
    await inTransaction(officer, (tx) => attachFiles(tx, subject, files));
    expect((await evidence()).map(({ name, state }) => [name, state])).toEqual([
      ["gate.png", "pending"],
      ["F2", "pending"],
    ]);
  });

  it("is noted once however often Slack names it", async () => {
    const id = await upload("stock.pdf", "x");
    await attach(id, id);
    await attach(id);
    expect(await evidence()).toHaveLength(1);
  });

  it("is stored and audited once when the job and the officer's submission fetch it at the same moment", async () => {
    await attach(await upload("stock.pdf", "x"));
    await Promise.all([keeps(), keeps()]);
    expect(await audited()).toEqual(["evidence.stored"]);
  });

  it("is fetched again later when Slack is out of order, and then stored", async () => {
    await attach(await upload("stock.pdf", "x"));
    workspace.faults.add({ kind: "http_error", status: 503, accepted: false, on: "files.info" });
    expect(await keeps()).toEqual({ kept: 0, left: 1, failed: 0 });
    expect((await evidence())[0]?.state).toBe("pending");
    expect(await keeps()).toEqual({ kept: 1, left: 0, failed: 0 });
    expect((await evidence())[0]).toMatchObject({ state: "stored", failure: null });
  });

  it("is given up when Slack has it no more; the officer reads why, and the check asks for it again", async () => {
    await attach("F0GONE");
    const [file] = await evidence();
    await database.db.draftAnswer.create({
      data: { draftId, key: KEY, raw: JSON.stringify([file?.id]), savedAt: new Date() },
    });
    expect(await keeps()).toEqual({ kept: 0, left: 0, failed: 1 });
    const [failed] = await evidence();
    expect(failed).toMatchObject({ state: "failed", failure: "gone" });
    expect(fileStateText(translator("en"), failed ?? { state: "", failure: null })).toContain("attach it again");
    const answer = await database.db.draftAnswer.findFirst({ where: { draftId, key: KEY } });
    expect(answer?.raw).toBe("[]");
    expect(await audited()).toEqual(["evidence.failed"]);
    expect(await keeps()).toEqual({ kept: 0, left: 0, failed: 0 });
  });

  it("is given up after a day of trying, whatever the reason", async () => {
    await attach(await upload("stock.pdf", "x"));
    workspace.faults.add({
      kind: "refused",
      error: "missing_scope",
      on: "files.info",
      times: Number.POSITIVE_INFINITY,
    });
    expect(await keeps()).toMatchObject({ left: 1 });
    parts.clocks.moveTo(parts.clocks.now().plus({ hours: 24 }));
    expect(await keeps()).toMatchObject({ failed: 1 });
    expect((await evidence())[0]).toMatchObject({ state: "failed", failure: "not_stored" });
  });

  it("lets the others pass while it cannot be fetched", async () => {
    const broken = Array.from({ length: 20 }, (_, at) => `F0BROKEN${at}`);
    await attach(...broken, await upload("stock.pdf", "x"));
    workspace.faults.add({ kind: "refused", error: "ratelimited", on: "files.info", times: 20 });
    expect(await keeps()).toEqual({ kept: 0, left: 20, failed: 0 });
    expect(await keeps()).toMatchObject({ kept: 1 });
  });

  it("is not Slack's sign-in page, which comes in its place when the scope is missing", async () => {
    await attach(await upload("stock.pdf", "the stock list"));
    const real = globalThis.fetch;
    globalThis.fetch = async () => new Response("<html>Sign in to Slack</html>", { status: 200 });
    expect(await keeps()).toEqual({ kept: 0, left: 1, failed: 0 });
    globalThis.fetch = real;
    expect((await evidence())[0]?.state).toBe("pending");
  });

  it("can be taken off, stays in the record, and is not fetched any more", async () => {
    await attach(await upload("stock.pdf", "x"));
    const [file] = await evidence();
    await inTransaction(officer, (tx) => removeFile(tx, subject, file?.id ?? ""));
    expect(await evidence()).toEqual([]);
    expect(await keeps()).toEqual({ kept: 0, left: 0, failed: 0 });
    expect(await database.db.evidence.count()).toBe(1);
  });

  it("of another officer's check is refused", async () => {
    const stranger = await anOfficer(database.db);
    const theirs = (await contextOfPerson(parts, stranger.id)) ?? systemContext(parts);
    const files = { inspectionId, draftId, answerKey: KEY, slackFileIds: ["F1"] };
    expect(await inTransaction(theirs, (tx) => attachFiles(tx, subject, files))).toMatchObject({
      refused: "may.scope",
    });
    expect(await evidence()).toEqual([]);
  });
});
