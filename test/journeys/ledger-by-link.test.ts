/** `documents: link`: the register is fetched on a page of the desk's own, once, by whoever asked for it. */
import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetches, linkShown, type ShownLink, said } from "../setup/one-time-page.ts";
import type { TestDesk } from "../setup/test-desk.ts";
import { BORROWER, type Branch, startBranch, ZHAO } from "./branch.ts";

let desk: TestDesk;
let branch: Branch;
beforeEach(async () => {
  ({ desk, branch } = await startBranch("http", { byLink: true }));
  // Whatever would go through Slack fails.
  for (const on of ["files.getUploadURLExternal", "files.completeUploadExternal"]) {
    desk.workspace.faults.add({ kind: "refused", error: "not_allowed", on, times: Number.POSITIVE_INFINITY });
  }
  await desk.tick();
});
afterEach(() => desk.stop());

async function ready(): Promise<void> {
  await desk.as(ZHAO).says("/postloan ledger as csv");
  await desk.run("ledger");
  await desk.tick();
}

async function asksForPage(): Promise<ShownLink> {
  const zhao = desk.as(ZHAO);
  const message = zhao.messagesFromBot().find(({ shown }) => shown.includes("Your register is ready"));
  await zhao.clicks("Fetch the file", { in: message });
  return linkShown(zhao);
}

const fetched = () => desk.db.auditEvent.count({ where: { verb: "document.fetched", actorId: branch.zhaoId } });

describe("a register that goes by link", () => {
  it("is offered in the chat, fetched once with the code beside it, and is the file whose hash was told", async () => {
    await ready();
    const { sha256, sentAt, removedAt } = await desk.db.ledgerExport.findFirstOrThrow();
    expect([sentAt, removedAt]).toEqual([null, null]);
    const link = await asksForPage();
    const page = await fetch(link.url);
    expect([page.status, await said(page)]).toEqual([200, expect.stringContaining("Post-loan register")]);

    const file = await fetches(link);
    expect([file.status, file.headers.get("content-disposition")]).toEqual([
      200,
      expect.stringContaining("post-loan-register-2026-03-02.csv"),
    ]);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    const rows = parse(bytes, { bom: true, columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
    expect(rows.map(({ Customer }) => Customer)).toContain(BORROWER);

    const again = await fetches(link);
    expect([again.status, await said(again)]).toEqual([410, expect.stringContaining("works once")]);
    expect((await fetch(link.url)).status).toBe(410);
    expect(await fetched()).toBe(1);
  });

  it("is asked for again by a new link, which ends the one before", async () => {
    await ready();
    const first = await asksForPage();
    const second = await asksForPage();
    const late = await fetches(first);
    expect([late.status, await said(late)]).toEqual([410, expect.stringContaining("was closed")]);
    expect((await fetches(second)).status).toBe(200);
  });

  it("is not had by a link that is too old", async () => {
    await ready();
    const link = await asksForPage();
    await desk.database.raw.execute(
      `DROP TRIGGER IF EXISTS "link_is_used_once_on_update"${desk.database.kind === "postgres" ? ' ON "DocumentLink"' : ""}`,
    );
    await desk.db.documentLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    const late = await fetches(link);
    expect([late.status, await said(late)]).toEqual([410, expect.stringContaining("too old")]);
    expect(await fetched()).toBe(0);
  });

  it("is not kept for ever: a link that still works says that the file is gone, and the message offers none", async () => {
    await ready();
    const link = await asksForPage();
    await desk.db.ledgerExport.updateMany({ data: { leaseUntil: new Date(Date.now() - 1000) } });
    await desk.run("ledger");
    await desk.tick();
    const late = await fetches(link);
    expect([late.status, await said(late)]).toEqual([403, expect.stringContaining("not kept any more")]);
    const message = desk
      .as(ZHAO)
      .messagesFromBot()
      .find(({ shown }) => shown.includes("Your register is ready"));
    expect(message?.shown).toContain("not kept any more");
    expect(message?.shown).not.toContain("Fetch the file");
  });

  it("is not had by somebody who has lost the right to it meanwhile", async () => {
    await ready();
    const link = await asksForPage();
    await desk.db.roleGrant.updateMany({ where: { personId: branch.zhaoId }, data: { toAt: new Date(0) } });
    expect((await fetches(link)).status).toBe(403);
    expect(await fetched()).toBe(0);
  });
});
