/** An export from the asking to the file: outside the click, one at a time, cancelled, begun again, audited. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { LedgerFilters, LedgerFormat } from "../../../src/domain/ledger/filters.ts";
import { isRefusal, type Refusal } from "../../../src/domain/refusal.ts";
import { askLedger } from "../../../src/features/ledger/ask.ts";
import { cancelLedger } from "../../../src/features/ledger/cancel.ts";
import { fileOf, type LedgerDesk } from "../../../src/features/ledger/desk.ts";
import { makeNextLedger, removeOldLedgers, sendLedgers } from "../../../src/features/ledger/index.ts";
import { drawExport } from "../../../src/features/ledger/message.ts";
import { systemContext } from "../../../src/platform/context.ts";
import type { SharedCopy } from "../../../src/platform/slack/share-file.ts";
import { aPerson } from "../../builders/index.ts";
import { aSubmittedReport, aWorld, messagesOf, textOf, type World } from "../reviews/review-world.ts";
import { sheetsOf } from "./written.ts";

let world: World;
let desk: LedgerDesk;
let sent: { to: string; name: string; comment: string; bytes: Buffer }[];
let isDown = false;
beforeEach(async () => {
  world = await aWorld();
  await aSubmittedReport(world);
  sent = [];
  isDown = false;
  desk = { folder: mkdtempSync(join(tmpdir(), "afterloan-exports-")), send: keep };
});

async function keep(to: string, { name, comment, path }: SharedCopy): Promise<void> {
  if (isDown) throw new Error("ratelimited");
  sent.push({
    to,
    name,
    comment,
    bytes: readFileSync(path),
  });
}

const system = () => systemContext(world.parts);
const ask = async (filters: LedgerFilters = {}, format: LedgerFormat = "xlsx", who = world.manager) =>
  askLedger(await world.as(who), filters, format);

async function asked(filters: LedgerFilters = {}, format: LedgerFormat = "xlsx"): Promise<string> {
  const found: { id: string } | Refusal = await ask(filters, format);
  if (isRefusal(found)) throw new Error(found.refused);
  return found.id;
}

const rowOf = (id: string) => world.db.ledgerExport.findUniqueOrThrow({ where: { id } });

async function said(id: string): Promise<string> {
  const [message] = await messagesOf(world, world.manager, "ledger");
  const view = await drawExport(await world.as(world.manager), {
    ...message,
    refs: { exportId: id },
    items: [],
  } as never);
  return textOf(view);
}

describe("a register that is asked for", () => {
  it("is promised one message, written by the clock, sent to its person alone, and kept no longer than that", async () => {
    const id = await asked();
    expect(await messagesOf(world, world.manager, "ledger")).toHaveLength(1);
    expect(await said(id)).toContain("waits for its turn");

    expect(await makeNextLedger(system(), desk)).toBe(true);
    expect(await said(id)).toMatch(/is ready: \d+ rows?.*it agrees/su);
    const path = fileOf(desk, { id, format: "xlsx" });
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
    expect(await rowOf(id)).toMatchObject({ state: "done", slot: null, sha256: hash, differences: 0 });

    const account = await world.db.slackAccount.findFirstOrThrow({ where: { personId: world.manager.id } });
    expect(await sendLedgers(system(), desk)).toBe(1);
    expect(await sendLedgers(system(), desk)).toBe(0);
    expect(sent.map(({ to, name }) => [to, name])).toEqual([[account.userId, "post-loan-register-2026-03-10.xlsx"]]);
    expect([...(await sheetsOf(sent[0]?.bytes ?? Buffer.alloc(0))).keys()]).toEqual([
      ...["Register", "About", "Reconciliation", "Beside the digest"],
    ]);
    expect(existsSync(path)).toBe(false);
    expect(await said(id)).toContain("stands below");
  });

  it("is in the audit log with its person, what was asked, the rows and the file's hash", async () => {
    const id = await asked({ category: "reports" }, "csv");
    await makeNextLedger(system(), desk);
    const { sha256, rows } = await rowOf(id);
    const events = await world.db.auditEvent.findMany({
      where: { subjectKind: "ledger_export", subjectId: id },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ["ledger.asked", world.manager.id],
      ["ledger.exported", world.manager.id],
    ]);
    expect(JSON.parse(events[1]?.text ?? "{}").after).toEqual({
      ...{ filters: { category: "reports" }, format: "csv", rows, sha256, differences: 0 },
    });
    expect(rows).toBe(1);
  });

  it("is refused while another of the same person waits, and to whom no register is for", async () => {
    await asked();
    expect(await ask()).toMatchObject({ refused: "ledger.one_at_a_time" });
    const approver = await aPerson(world.db, { unitId: world.branch.id, roles: [{ role: "credit_approver" }] });
    expect(await ask({}, "csv", approver as never)).toMatchObject({ refused: "may.role" });
    const outside = await aPerson(world.db, { unitId: world.branch.id, roles: [{ role: "compliance" }] });
    expect(await ask({ unitId: world.headOffice.id }, "csv", outside as never)).toMatchObject({ refused: "may.scope" });
    expect(isRefusal(await ask({}, "csv", world.officer))).toBe(false);
  });

  it("can be cancelled by its person alone, before and while it is written; nothing is left of it", async () => {
    const waiting = await asked();
    expect(await cancelLedger(await world.as(world.officer), waiting)).toMatchObject({ refused: "not_found" });
    expect(await cancelLedger(await world.as(world.manager), waiting)).toBeUndefined();
    expect(await cancelLedger(await world.as(world.manager), waiting)).toMatchObject({ refused: "ledger.over" });
    expect(await makeNextLedger(system(), desk)).toBe(false);

    const running = await asked();
    const path = fileOf(desk, { id: running, format: "xlsx" });
    // A pipe that nobody reads yet: whoever writes the register stands still half way.
    execFileSync("mkfifo", [path]);
    const making = makeNextLedger(system(), desk);
    await vi.waitFor(async () => expect((await rowOf(running)).state).toBe("running"));
    await cancelLedger(await world.as(world.manager), running);
    const read = readFile(path);
    expect(await making).toBe(true);
    await read;
    expect((await rowOf(running)).state).toBe("cancelled");
    expect(existsSync(path)).toBe(false);
    expect(await said(running)).toContain("was cancelled");
    expect(isRefusal(await ask())).toBe(false);
  });

  it("is begun again where the desk stopped half way, says so, and is given up after three stops", async () => {
    const id = await asked();
    const stopped = (begun: number) =>
      world.db.ledgerExport.update({
        where: { id },
        data: { state: "running", begun, slot: world.manager.id, leaseUntil: new Date(0) },
      });
    await stopped(1);
    expect(await said(id)).not.toContain("begun again");
    expect(await makeNextLedger(system(), desk)).toBe(true);
    expect(await rowOf(id)).toMatchObject({ state: "done", begun: 2 });

    await stopped(2);
    expect(await said(id)).toContain("begun again");
    await stopped(3);
    await makeNextLedger(system(), desk);
    expect(await rowOf(id)).toMatchObject({ state: "failed", slot: null });
    expect(await said(id)).toContain("could not be made");
  });

  it("leaves no half of a file behind, where it was cancelled or given up after the desk had stopped", async () => {
    const [cancelled, path] = [await asked(), (id: string) => fileOf(desk, { id, format: "xlsx" })];
    const half = async (id: string, begun: number) => {
      writeFileSync(path(id), "half of it");
      await world.db.ledgerExport.update({ where: { id }, data: { state: "running", begun, leaseUntil: new Date(0) } });
    };
    await half(cancelled, 1);
    await cancelLedger(await world.as(world.manager), cancelled);
    const failed = await asked();
    await half(failed, 3);
    await makeNextLedger(system(), desk);
    expect(await removeOldLedgers(system(), desk)).toBe(1);
    expect([existsSync(path(cancelled)), existsSync(path(failed))]).toEqual([false, false]);
    expect(await removeOldLedgers(system(), desk)).toBe(0);
    expect(await said(failed)).toContain("could not be made");
  });

  it("that another process is writing is left to it", async () => {
    const id = await asked();
    await world.db.ledgerExport.update({
      where: { id },
      data: { state: "running", begun: 1, leaseUntil: new Date(Date.now() + 20_000) },
    });
    expect(await makeNextLedger(system(), desk)).toBe(false);
  });

  it("is kept while Slack does not take it, and goes after its time", async () => {
    const id = await asked();
    await makeNextLedger(system(), desk);
    isDown = true;
    expect(await sendLedgers(system(), desk)).toBe(0);
    expect(existsSync(fileOf(desk, { id, format: "xlsx" }))).toBe(true);
    expect(await removeOldLedgers(system(), desk)).toBe(0);
    await world.db.ledgerExport.update({ where: { id }, data: { leaseUntil: new Date(Date.now() - 1000) } });
    expect(await removeOldLedgers(system(), desk)).toBe(1);
    expect(existsSync(fileOf(desk, { id, format: "xlsx" }))).toBe(false);
    expect(await said(id)).toContain("not kept any more");
  });
});
